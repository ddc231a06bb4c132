"""Text measured in terminal cells: wide characters take two, combining marks none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable


def width(char: str) -> int:
    """Give the cells one character takes on a terminal."""
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cells(text: str) -> int:
    """Give the cells a text takes.

    >>> cells("25,000"), cells("二万五千"), cells("e\u0301")
    (6, 8, 1)
    """
    return len(text) if text.isascii() else sum(map(width, text))


def pad(text: str, to: int) -> str:
    """Fill a text with spaces up to a number of cells."""
    return text + " " * (to - cells(text))


def head(text: str, room: int) -> str:
    """Keep the beginning of a text that fits the room."""
    used = 0
    for index, char in enumerate(text):
        used += width(char)
        if used > room:
            return text[:index]
    return text


def tail(text: str, room: int) -> str:
    """Keep the end of a text that fits the room, without a mark that lost its letter."""
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += width(text[index])
        if used > room:
            return text[index + 1 :].lstrip("".join(_marks(text[index + 1 : index + 8])))
    return text


def _marks(text: str) -> Iterable[str]:
    for char in text:
        if width(char):
            return
        yield char


def clip(text: str, room: int) -> str:
    """Shorten a text to the room, with an ellipsis where something is missing.

    >>> clip("as of the fourth of August", 12)
    'as of the f…'
    """
    return text if cells(text) <= room else head(text, max(room - 1, 0)) + "…"


def wrap(text: str, room: int, then: int | None = None) -> list[str]:
    """Break a text at spaces into lines that fit; a word longer than a line stays whole.

    `then` is the room of the lines after the first. Paths stay unbroken: terminals link them.
    """
    lines: list[str] = []
    line, *words = text.split(" ")
    for word in words:
        fits = room if not lines or then is None else then
        if line.strip() and cells(line) + 1 + cells(word) > fits:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}"
    lines.append(line)
    return lines


def indented(text: str, margin: int, room: int) -> list[str]:
    """Break a text into lines that all begin after a margin."""
    return [" " * margin + line for line in wrap(text, max(room - margin, 1))]


def hanging(text: str, margin: int, room: int) -> list[str]:
    """Break a text into lines of which all but the first begin after a margin."""
    first, *rest = wrap(text, room, max(room - margin, 1))
    return [first, *(" " * margin + line for line in rest)]


def window(parts: tuple[str, str, str], room: int) -> tuple[str, str, str]:
    """Cut a line to the room around its middle part; the ends lost are marked with an ellipsis.

    The middle is kept whole where it fits; what is left goes to both sides, and what one side does
    not need to the other.
    """
    before, middle, after = parts
    if cells(before) + cells(middle) + cells(after) <= room:
        return parts
    middle = clip(middle, room)
    spare = room - cells(middle)
    right = min(cells(after), max(spare // 2, spare - cells(before)))
    begins = _from_word(before, min(cells(before), spare - right))
    return begins, middle, _to_word(after, spare - cells(begins))


def _from_word(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    if room < 2:
        return " " * room
    kept = tail(text, room - 2)
    gap = kept.find(" ")
    return "… " + (kept[gap + 1 :] if 0 <= gap < len(kept) - 1 else kept)


def _to_word(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    if room < 2:
        return ""
    kept = head(text, room - 2)
    gap = kept.rfind(" ")
    return (kept[:gap] if gap > 0 else kept.rstrip()) + " …"
