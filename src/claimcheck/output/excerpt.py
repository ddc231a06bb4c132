"""A line of an article with carets under the words a claim stands on."""

from __future__ import annotations

from claimcheck.model.article import Article, Span
from claimcheck.output.cells import cells, window
from claimcheck.output.look import Look
from claimcheck.output.safe import safe

_GUTTER = 5


def excerpt(article: Article, span: Span, look: Look, letter: str = "") -> list[str]:
    """Show the line of a span, windowed to the width, and carets counted in cells below it."""
    number = str(article.source.position(span.start)[0])
    gutter = f"{letter} {number}" if letter else number
    edge = " " * max(_GUTTER - len(gutter), 1)
    head = f"{edge}{gutter} | "
    before, middle, after = window(
        _parts(article.text, span, look.width), max(look.width - len(head), 10)
    )
    carets = " " * cells(before) + "^" * max(cells(middle), 1)
    return [
        look.faint(head) + before + look.strong(middle) + after,
        look.faint(" " * (len(head) - 2) + "| ") + carets,
    ]


def _parts(text: str, span: Span, reach: int) -> tuple[str, str, str]:
    # A line may be megabytes long: no more of it is looked at than could be shown.
    low = max(text.rfind("\n", 0, span.start) + 1, span.start - reach)
    end = text.find("\n", span.end, span.end + reach)
    high = end if end >= 0 else min(span.end + reach, len(text))
    middle = text[span.start : min(span.end, span.start + reach)].replace("\n", " ")
    return _shown(text[low : span.start]).lstrip(), _shown(middle), _shown(text[span.end : high])


def _shown(text: str) -> str:
    return safe(text.replace("\t", " "))
