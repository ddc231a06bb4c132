"""Checks inside one article on its characters: those that nobody sees."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.model.article import Article
from claimcheck.model.finding import CheckResult
from claimcheck.rules.page import Page, Ruling
from claimcheck.text.normal import invisible

_OF_FIGURES: Final = frozenset("0123456789.,")


class _Unseen(NamedTuple):
    """The offset of what follows a character that nobody sees, and whether it parts a figure."""

    offset: int
    parts_figure: bool


def invisible_characters(page: Page) -> Iterator[Ruling]:
    """Report characters that nobody sees inside a number or date, or right before it."""
    unseen = _unseen(page.article)
    for claim in page.claims if unseen else ():
        start, end = claim.mention.span
        there = unseen[bisect_left(unseen, (start,)) : bisect_left(unseen, (end,))]
        if any(one.parts_figure for one in there):
            why = f'a character that nobody sees parts the figure in "{claim.mention.text}"'
            yield Ruling((claim,), CheckResult.FINDING, why)
        elif there:
            why = f'a character that nobody sees stands in "{claim.mention.text}"'
            yield Ruling((claim,), CheckResult.NOTE, why)


def _unseen(article: Article) -> list[_Unseen]:
    """List what a reader left out of a text, and what a text given as such still holds."""
    text = article.text
    left_out = [_Unseen(at, _parts(text, at - 1, at)) for at in article.invisible]
    kept = () if text.isascii() else invisible(text)
    return sorted(left_out + [_Unseen(at + 1, _parts(text, at - 1, at + 1)) for at in kept])


def _parts(text: str, before: int, after: int) -> bool:
    """Tell whether what stands between two characters parts a figure."""
    return before >= 0 and text[before] in _OF_FIGURES and text[after : after + 1] in _OF_FIGURES
