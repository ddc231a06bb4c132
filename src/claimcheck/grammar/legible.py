"""The text as the grammar reads it: same length, digits of one script mapped, escapes blanked."""

from __future__ import annotations

import re
from typing import Final

# The first digit of every script of decimal digits that writing today uses.
_ZEROS: Final = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC,
    0x1D7F6,
)  # fmt: skip
DIGITS: Final = {chr(zero + value): str(value) for zero in _ZEROS for value in range(10)}
_SCRIPTS: Final = {chr(zero + value): zero for zero in _ZEROS for value in range(10)}
_FOREIGN_SEPARATORS: Final = {"，": ",", "．": ".", "٬": ",", "٫": "."}
_SEPARATORS: Final = frozenset((".", ",", *_FOREIGN_SEPARATORS))
_PLAIN: Final = {ord(mark): sign for mark, sign in (DIGITS | _FOREIGN_SEPARATORS).items()}
_FIGURE: Final = re.compile(r"\d++(?:[.,，．٬٫]\d++)*+")
# Colours and other orders to a terminal: ESC or CSI, at most forty characters, one final letter;
# and what an operating-system command holds up to its end.
_ESCAPE: Final = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,40}+[ -/]{0,4}+[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]{0,400}+(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[@-Z\\^_]"
)


def without_escapes(text: str) -> str:
    """Blank the orders to a terminal, so that "ESC[31m40" reads as 40 where it stands."""
    if "\x1b" not in text and "\x9b" not in text and "\x9d" not in text:
        return text
    return _ESCAPE.sub(lambda found: " " * len(found[0]), text)


def plain_digits(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Write figures in the digits of one other script as ASCII; mixed ones stay: give their spans.

    What two scripts share no reader can be sure of.
    """
    mixed: list[tuple[int, int]] = []

    def mapped(found: re.Match[str]) -> str:
        figure = found[0]
        if figure.isascii():
            return figure
        scripts = {_SCRIPTS.get(mark, 0) for mark in figure if mark not in _SEPARATORS}
        if len(scripts) == 1:
            return figure.translate(_PLAIN)
        mixed.append(found.span())
        return figure

    return _FIGURE.sub(mapped, text), tuple(mixed)
