"""One after the other, in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claimcheck import pipeline
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction


def extractions(articles: Iterable[Article], lexicon: Lexicon) -> Iterator[Extraction]:
    """Extract each article in turn."""
    for article in articles:
        yield pipeline.extract(article, lexicon)
