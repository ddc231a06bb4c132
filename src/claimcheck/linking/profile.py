"""Profiles: all that stories need to know of an article, so that an archive can keep just that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from claimcheck.linking.words import LinkWords
from claimcheck.model.article import Article, RegionKind

# A capitalised word inside a sentence: one that follows a small letter, a comma or a title.
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][A-Za-z’'-]{1,30}|\b[A-Z]{2,8}\b")
_WORD = re.compile(r"[A-Za-z]+")
_LONGEST_WORD = 20


class Profile(NamedTuple):
    """An article as stories see it: its names by stem, each with how often it stands there.

    `long_enough` tells whether the text is long enough to belong to a story by its names alone.
    `story` is the story in which an archive already holds the article, "" if none is known: two
    profiles of one known story are not compared again.
    """

    article: str
    names: Mapping[str, int]
    long_enough: bool
    story: str = ""


def profile(article: Article, words: LinkWords) -> Profile:
    """Take an article's profile; page furniture does not count."""
    return Profile(
        article.id,
        _names(article, words),
        _long_enough(article, words.thresholds["story_words"]),
    )


def _long_enough(article: Article, least: int) -> bool:
    return sum(1 for _ in _WORD.finditer(article.text, 0, _LONGEST_WORD * least)) >= least


def _names(article: Article, words: LinkWords) -> dict[str, int]:
    found: Counter[str] = Counter()
    for match in _NAME.finditer(article.text):
        if article.region_at(match.start()) is not RegionKind.BOILERPLATE:
            found[words.stemmer.stem(match[0].lower())] += 1
    return {name: count for name, count in found.items() if name not in words.weekdays}
