"""A second opinion on the body of a page, by the extra [html] (trafilatura), asked in doubt only.

Our own rules choose; where they find next to nothing, the blocks that the library keeps are taken.
The text and the positions are ours in either case.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from typing import Final

from claimcheck.model.article import RegionKind
from claimcheck.readers.html_body import Part, prose
from claimcheck.readers.html_nodes import Page

DOUBT: Final = 300  # letters of running text below which our own choice is doubted
_NOT_WORD = re.compile(r"\W+")
_LEAST: Final = 20


def doubtful(parts: list[Part]) -> bool:
    """Tell whether what our rules chose is hardly an article."""
    return sum(len(part.block.text) for part in parts if prose(part.block)) < DOUBT


def second_opinion(page: Page, chosen: list[Part]) -> list[Part]:
    """Take the blocks the library keeps, if it is installed and keeps more than our rules did."""
    if find_spec("trafilatura") is None:
        return chosen
    told = _plain(_extracted(page.raw))
    kept = [block for block in page.blocks if _among(block.text, told)]
    ours = sum(len(part.block.text) for part in chosen)
    if sum(len(block.text) for block in kept) <= max(ours, DOUBT):
        return chosen
    return [Part(block, RegionKind.BODY) for block in kept]


def _extracted(raw: str) -> str:
    """Ask the library for the text of a page."""
    from trafilatura import extract  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 - an extra

    try:
        return str(extract(raw, include_comments=False, fast=True) or "")
    except Exception:  # noqa: BLE001 - whatever it meets in a strange page, it has no opinion then
        return ""


def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", text.lower())


def _among(text: str, told: str) -> bool:
    """Tell whether a block stands in a text, in the same words."""
    words = _plain(text).strip()
    return len(words) >= _LEAST and words in told
