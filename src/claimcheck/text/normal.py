"""A reading copy of a text in which odd characters look like plain ones, at the same offsets."""

from __future__ import annotations

import re
from typing import Final

_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
_PLAIN: Final[dict[int, str]] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(map(ord, "‘’‛ʼ′＇"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″＂"), '"'),
    **dict.fromkeys(map(ord, "‐‑−﹣－"), "-"),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
    **dict(zip(map(ord, "，．％＄：／"), ",.%$:/", strict=True)),
}
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)


def normal(text: str) -> str:
    """Replace look-alikes one to one: spaces, quotes, hyphens, full-width digits; offsets stay.

    Soft hyphens and zero-width characters have no plain form of the same length, so they stay:
    `invisible` finds them, and a number that holds one is read in pieces.
    """
    return text if text.isascii() else text.translate(_PLAIN)


def invisible(text: str, start: int = 0, end: int | None = None) -> tuple[int, ...]:
    """Give the offsets of characters no reader sees: zero-width, soft hyphen, direction marks."""
    stop = len(text) if end is None else end
    return tuple(found.start() for found in _INVISIBLE.finditer(text, start, stop))
