"""Characters that nobody sees, left out of the text a reader gives; ligatures read as letters.

A zero-width space or a terminal's colour code inside a number would part it. Joiners stay where
scripts need them: between letters beyond ASCII.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import Final

from claimcheck.readers.kept import Edit, Kept, keep

_CONTROL: Final = r"""
    \x1b \[ [0-?]{0,40} [\x20-/]{0,10} [@-~]                     # colours, moves of the cursor
  | \x1b \] [^\x07\x1b\n]{0,400} (?: \x07 | \x1b \\ )?           # titles, clipboard
  | \x1b [P^_X] [^\x1b\n]{0,400} (?: \x1b \\ )?
  | \x1b [\x20-/]{0,4} [0-Z\\^_`-~]?
  | [\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]
"""
_UNSEEN: Final = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
_ANY = re.compile(
    rf"""
    {_CONTROL} | [{_UNSEEN}] | (?<= [!-~] ) [\u200c\u200d] | [\u200c\u200d] (?= [!-~] )
  | [\ufb00-\ufb06]
    """,
    re.VERBOSE,
)
_SIGNS = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_UNSEEN}\u200c\u200d\ufb00-\ufb06]")
_HIDDEN = re.compile(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_UNSEEN}\u200c\u200d]")
_ENTITY = re.compile(r"&(?:shy|zwj|zwnj|lrm|rlm|#[0-9]{2,5}|#[xX][0-9a-fA-F]{2,4});")
_LETTERS: Final = dict(
    zip("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06", "ff fi fl ffi ffl st st".split(), strict=True)
)
_SHORT: Final = 40
_MOST: Final = 50_000  # beyond that they are no accident, and stay


def unseen(raw: str, start: int = 0, end: int | None = None) -> list[Edit]:
    """List what a reader leaves out of a stretch because nobody sees it, and ligatures."""
    stop = len(raw) if end is None else end
    if _SIGNS.search(raw, start, stop) is None:
        return []
    return [
        Edit(*found.span(), _LETTERS.get(found[0], ""))
        for found in islice(_ANY.finditer(raw, start, stop), _MOST)
    ]


def visible(raw: str) -> Kept:
    """Give a text without what nobody sees."""
    return keep(raw, unseen(raw))


def hidden_at(kept: Kept, raw: str) -> tuple[int, ...]:
    """Give the offsets of a text at which characters that nobody sees were left out of the file."""
    between = min(kept.sources), max(kept.sources)
    if _HIDDEN.search(raw, *between) is None and _ENTITY.search(raw, *between) is None:
        return ()
    found: list[int] = []
    for index in range(1, len(kept.offsets)):
        past = kept.sources[index - 1] + kept.offsets[index] - kept.offsets[index - 1]
        gap = raw[past : kept.sources[index]][:_SHORT]
        if gap and _HIDDEN.search(unescape(gap)):
            found.append(kept.offsets[index])
    return tuple(found)
