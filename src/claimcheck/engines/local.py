"""One after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck.engines.fence import Broken, fenced
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction


def extractions(articles: Iterable[Article], lexicon: Lexicon) -> Iterator[Extraction | Broken]:
    """Extract each article in turn, behind a fence of its own."""
    return (fenced(article, lexicon) for article in articles)
