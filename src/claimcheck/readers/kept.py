"""What is kept of a file's characters, and where each kept character stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, chain
from operator import add
from typing import NamedTuple

_BREAK = re.compile(r"\r\n?|\n")
_CARRIAGE_RETURN = re.compile(r"\r\n?")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Edit(NamedTuple):
    """A stretch of the file that reads as `text`; where that is longer, all of it stands there."""

    start: int
    end: int
    text: str = ""


class Kept(NamedTuple):
    """A text and its segments: text offset `offsets[i] + k` is file offset `sources[i] + k`."""

    text: str
    offsets: tuple[int, ...]
    sources: tuple[int, ...]

    def offset_of(self, source: int) -> int:
        """Give the text offset at which a file offset, or what is kept after it, stands."""
        at = max(0, bisect_right(self.sources, source) - 1)
        end = self.offsets[at + 1] if at + 1 < len(self.offsets) else len(self.text)
        return min(self.offsets[at] + source - self.sources[at], end)


def keep(raw: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> Kept:
    """Apply edits, in order and apart, to a stretch of a file and remember where the rest stood."""
    stop = len(raw) if end is None else end
    pieces: list[str] = []
    offsets, sources = [0], [start]
    at, length = start, 0
    for edit in edits:
        pieces += (raw[at : edit.start], edit.text)
        length += edit.start - at + len(edit.text)
        at = edit.end
        more = len(edit.text) - (edit.end - edit.start)
        if more > 0:
            offsets += range(length - more, length)
            sources += [edit.end - 1] * more
        if more:
            offsets.append(length)
            sources.append(at)
    pieces.append(raw[at:stop])
    return Kept("".join(pieces), tuple(offsets), tuple(sources))


def through(inner: Kept, outer: Kept) -> Kept:
    """Lead a text back through the text it was taken from: its segments in the file of `outer`."""
    offsets: list[int] = []
    sources: list[int] = []
    ends = (*inner.offsets[1:], len(inner.text) + 1)
    for start, source, end in zip(inner.offsets, inner.sources, ends, strict=True):
        at = max(0, bisect_right(outer.offsets, source) - 1)
        while True:
            offset = max(start, start + outer.offsets[at] - source)
            offsets.append(offset)
            sources.append(outer.sources[at] + source + offset - start - outer.offsets[at])
            at += 1
            if at == len(outer.offsets) or outer.offsets[at] >= source + end - start:
                break
    return Kept(inner.text, tuple(offsets), tuple(sources))


def in_order(*several: list[Edit]) -> list[Edit]:
    """Put edits in the order of the file; one that lies in another goes with it."""
    edits: list[Edit] = []
    for edit in sorted(chain(*several), key=lambda edit: (edit.start, -edit.end)):
        if not edits or edit.start >= edits[-1].end:
            edits.append(edit)
    return edits


def line_starts(text: str) -> tuple[int, ...]:
    r"""Give the offsets at which lines begin; a line ends at \n, \r\n or \r, nowhere else."""
    if text.count("\r") != text.count("\r\n"):
        return (0, *(found.end() for found in _BREAK.finditer(text)))
    lines = text.split("\n")
    return tuple(map(add, accumulate(map(len, lines), initial=0), range(len(lines))))


def line_breaks(text: str, start: int = 0, end: int | None = None) -> list[Edit]:
    r"""Read every \r\n and every lone \r as \n."""
    stop = len(text) if end is None else end
    return [Edit(*found.span(), "\n") for found in _CARRIAGE_RETURN.finditer(text, start, stop)]


def whole(text: str) -> str:
    """Replace half surrogate pairs, which no encoding can write, by U+FFFD; offsets stay."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
