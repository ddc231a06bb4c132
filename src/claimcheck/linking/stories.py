"""Stories: articles about one event, by the names they share.

Two articles tell one story when the cosine of their name vectors (term frequency damped, weighted
by rarity) reaches a threshold; stories are the connected groups. Only articles that share a name
are ever compared.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from itertools import combinations
from math import isqrt

from claimcheck.linking.rarity import Rarity
from claimcheck.linking.words import LinkWords
from claimcheck.model.article import Article, RegionKind
from claimcheck.model.link import Story

# A capitalised word inside a sentence: one that follows a small letter, a comma or a title.
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][A-Za-z’'-]{1,30}|\b[A-Z]{2,8}\b")
_WORD = re.compile(r"[A-Za-z]+")
_TERMS_SHOWN = 8
_COMMON_NAME = 200
_DAMP = 4
_NAME_MOST = 600
_PAIR = 2


class Nearness(StrEnum):
    """How close two articles are."""

    SAME = "same"
    NEAR = "near"  # some of the same names, too few for one story
    OTHER = "other"
    UNKNOWN = "unknown"  # one of them is too short to tell
    BESIDE = "side_by_side"  # too short to tell, but somebody put just these two side by side


class Tales:
    """The stories of a set of articles, and how near any two articles are."""

    def __init__(self, articles: Sequence[Article], words: LinkWords) -> None:
        """Group the articles; one too short to tell belongs to no story."""
        names = {
            article.id: _names(article, words)
            for article in articles
            if _long_enough(article, words.thresholds["story_words"])
        }
        rarity = Rarity(names.values(), words.thresholds["rarity_prior"], _NAME_MOST)
        self._vectors = {
            key: {name: min(count, _DAMP) * rarity(name) for name, count in value.items()}
            for key, value in names.items()
        }
        self._pair = len(articles) == _PAIR
        self._near: dict[str, set[str]] = {key: set() for key in self._vectors}
        self.stories = self._group(words.thresholds["story"], words.thresholds["story_near"])
        self._story = {key: story.id for story in self.stories for key in story.articles}

    def _group(self, same: int, near: int) -> tuple[Story, ...]:
        together = []
        for left, right in _sharing(self._vectors):
            cosine = _cosine(self._vectors[left], self._vectors[right])
            if cosine >= near:
                self._near[left].add(right)
                self._near[right].add(left)
            if cosine >= same:
                together.append((left, right))
        groups = _groups(sorted(self._vectors), together)
        for group in groups:
            for key in group:
                self._near[key].update(group)
        return tuple(_story(group, self._vectors) for group in groups)

    def close_to(self, article: str) -> AbstractSet[str] | None:
        """Give the articles of the same and of near stories, with itself; None if unknown."""
        return self._near.get(article)

    def story_of(self, article: str) -> str:
        """Give the id of an article's story, "" if it has none."""
        return self._story.get(article, "")

    def nearness(self, left: str, right: str) -> Nearness:
        """Tell how close two articles are."""
        if left not in self._story or right not in self._story:
            return Nearness.BESIDE if self._pair else Nearness.UNKNOWN
        if self._story[left] == self._story[right]:
            return Nearness.SAME
        return Nearness.NEAR if right in self._near[left] else Nearness.OTHER


def _long_enough(article: Article, least: int) -> bool:
    return sum(1 for _ in _WORD.finditer(article.text, 0, 20 * least)) >= least


def _names(article: Article, words: LinkWords) -> Counter[str]:
    found: Counter[str] = Counter()
    for match in _NAME.finditer(article.text):
        if article.region_at(match.start()) is not RegionKind.BOILERPLATE:
            found[words.stemmer.stem(match[0].lower())] += 1
    return found


def _sharing(vectors: Mapping[str, Mapping[str, int]]) -> list[tuple[str, str]]:
    """Pairs of articles that share a name which not too many articles hold."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(vectors):
        for name in vectors[key]:
            holders[name].append(key)
    pairs = {
        pair
        for group in holders.values()
        if len(group) <= _COMMON_NAME
        for pair in combinations(group, 2)
    }
    return sorted(pairs)


def _cosine(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    """Give the cosine of two vectors in hundredths, in whole numbers."""
    product = sum(weight * right.get(name, 0) for name, weight in left.items())
    length = isqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    return 100 * product // length if length else 0


def _groups(keys: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[list[str]]:
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in pairs:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[root(key)].append(key)
    return [groups[key] for key in sorted(groups)]


def _story(group: Sequence[str], vectors: Mapping[str, Mapping[str, int]]) -> Story:
    total: Counter[str] = Counter()
    for key in group:
        total.update(vectors[key])
    terms = sorted(total, key=lambda name: (-total[name], name))[:_TERMS_SHOWN]
    digest = hashlib.sha256("|".join(group).encode()).hexdigest()[:8]
    why = tuple(
        f"{key}: {', '.join(sorted(n for n in terms if n in vectors[key])) or 'shares no key term'}"
        for key in group
    )
    return Story(digest, tuple(group), tuple(terms), why)
