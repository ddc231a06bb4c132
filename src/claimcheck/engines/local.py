"""One after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.engines.fence import Broken, T, Then, fenced, itself
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction


def extractions(articles: Iterable[Article], lexicon: Lexicon) -> Iterator[Extraction | Broken]:
    """Extract each article in turn, behind a fence of its own."""
    return made(articles, lexicon, itself)


def made(articles: Iterable[Article], lexicon: Lexicon, then: Then[T]) -> Iterator[T | Broken]:
    """Extract each article in turn and make something of it."""
    return (fenced(article, lexicon, then) for article in articles)
