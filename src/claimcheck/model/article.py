"""An article, its regions, and the interval in which it was written."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_PIECE = 256  # code points looked at together for one beyond ASCII
_ENDS = ("\u07ff", "\uffff")  # the last characters of two and of three bytes
_BEYOND_BMP = 4  # the UTF-8 size of what takes two units in UTF-16


class Span(NamedTuple):
    """A stretch of text in code points, end exclusive."""

    start: int
    end: int


class RegionKind(StrEnum):
    """What part of a page a stretch of text belongs to."""

    HEADLINE = "headline"
    DECK = "deck"
    DATELINE = "dateline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    CORRECTION = "correction"
    BOILERPLATE = "boilerplate"


class Region(NamedTuple):
    """A span of one kind; the regions of an article do not overlap and cover its text in order."""

    span: Span
    kind: RegionKind


class AnchorHow(StrEnum):
    """How the publication date was found, surest first."""

    GIVEN = "given"
    METADATA = "metadata"
    BYLINE = "byline"
    FOOTER = "footer"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class Evidence(NamedTuple):
    """One reason for an anchor: where it stands (None outside the text) and what it says."""

    span: Span | None
    reason: str


class Anchor(NamedTuple):
    """When the article was written: a best day, and the first and last days possible."""

    best: date | None = None
    earliest: date | None = None
    latest: date | None = None
    how: AnchorHow = AnchorHow.UNKNOWN
    evidence: tuple[Evidence, ...] = ()

    @property
    def known(self) -> bool:
        """Whether one day is certain."""
        return self.earliest is not None and self.earliest == self.latest


class Wide(NamedTuple):
    """A run of characters of the input file that each take `size` bytes in UTF-8, 2 to 4."""

    start: int
    end: int
    size: int


def wide(text: str) -> tuple[Wide, ...]:
    """Give the runs of characters beyond ASCII, in order; what columns in bytes are counted by.

    >>> wide("“5” €")
    (Wide(start=0, end=1, size=3), Wide(start=2, end=3, size=3), Wide(start=4, end=5, size=3))
    """
    if text.isascii():
        return ()
    return tuple(
        found
        for start, end in _beyond_ascii(text)
        for run in _BEYOND_ASCII.finditer(text, start, end)
        for found in _by_size(run[0], run.start())
    )


def _by_size(run: str, start: int) -> Iterator[Wide]:
    """Part a run into stretches of one size; most are a single quotation mark."""
    at = 0
    for size, chars in groupby(run, _size):
        end = at + sum(1 for _ in chars)
        yield Wide(start + at, start + end, size)
        at = end


def _size(char: str) -> int:
    return 2 if char <= _ENDS[0] else 3 if char <= _ENDS[1] else 4


def _beyond_ascii(text: str) -> Iterator[tuple[int, int]]:
    """Give the stretches of a text that are not all ASCII; the most part of a page is."""
    begun: int | None = None
    for start in range(0, len(text), _PIECE):
        if not text[start : start + _PIECE].isascii():
            begun = start if begun is None else begun
        elif begun is not None:
            yield begun, start
            begun = None
    if begun is not None:
        yield begun, len(text)


class Position(NamedTuple):
    """A line of the input file, and a column in it in the three units that formats count in.

    All count from 1: `column` in code points, `utf16` in UTF-16 units, `utf8` in bytes.
    """

    line: int
    column: int
    utf16: int
    utf8: int


class SourceMap(NamedTuple):
    """Where each character of `Article.text` stands in the input file.

    Piecewise linear: text offset `offsets[i] + k` is file offset `sources[i] + k`. Both are code
    points of the decoded file; `line_starts` are the file offsets at which its lines begin, and
    `first_line` is the number of the first of them (an article inside a JSONL file begins at that
    file's line). `wide` are the file's characters beyond ASCII.
    """

    offsets: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)
    line_starts: tuple[int, ...] = (0,)
    first_line: int = 1
    wide: tuple[Wide, ...] = ()

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column in the input file, both from 1, of a text offset."""
        source = self._in_file(offset)
        line = bisect_right(self.line_starts, source) - 1
        return self.first_line + line, source - self.line_starts[line] + 1

    def place(self, offset: int) -> Position:
        """Give line and column of a text offset, the column in every unit."""
        source = self._in_file(offset)
        line = bisect_right(self.line_starts, source) - 1
        start = self.line_starts[line]
        column = source - start + 1
        more16 = more8 = 0
        for index in range(bisect_right(self.wide, start, key=_end), len(self.wide)):
            run = self.wide[index]
            if run.start >= source:
                break
            count = min(run.end, source) - max(run.start, start)
            more8 += count * (run.size - 1)
            more16 += count * (run.size == _BEYOND_BMP)
        return Position(self.first_line + line, column, column + more16, column + more8)

    def _in_file(self, offset: int) -> int:
        segment = bisect_right(self.offsets, offset) - 1
        return self.sources[segment] + offset - self.offsets[segment]


def _end(run: Wide) -> int:
    return run.end


class Article(NamedTuple):
    """One article as read: its text is what every offset counts in."""

    id: str
    text: str
    path: str = ""
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    published: Anchor = Anchor()
    regions: tuple[Region, ...] = ()
    source: SourceMap = SourceMap()
    encoding: str = "utf-8"
    reference: str = ""  # who vouches for it, where it is a fact that a configuration pins
    authors: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()  # addresses of what the article says it rests on
    invisible: tuple[int, ...] = ()  # offsets at which characters that nobody sees were left out

    @classmethod
    def from_text(cls, text: str, *, id: str = "", date: date | str | None = None) -> Article:  # noqa: A002  the public name
        """Make an article of a plain text, with the day it appeared where that is known.

        `date` is a date or its ISO form; `id` defaults to a hash of the text. Half surrogate pairs,
        which no encoding can write, read as U+FFFD.
        Raises: ValueError for a string that is no ISO date.

        >>> Article.from_text("Some 40 homes burned.", date="2024-05-02").published.best
        datetime.date(2024, 5, 2)
        """
        day = _iso(date) if isinstance(date, str) else date
        anchor = Anchor()
        if day is not None:
            anchor = Anchor(day, day, day, AnchorHow.GIVEN, (Evidence(None, f"given: {day}"),))
        kept = text if text.isascii() else _SURROGATE.sub("\ufffd", text)
        key = id or hashlib.sha256(kept.encode()).hexdigest()[:16]
        starts = (0, *(found.end() for found in _LINE_END.finditer(kept)))
        return cls(
            key, kept, published=anchor, source=SourceMap(line_starts=starts, wide=wide(kept))
        )

    def region_at(self, offset: int) -> RegionKind:
        """Name the region a text offset lies in; text without regions is body."""
        index = bisect_right(self.regions, offset, key=lambda region: region.span.start) - 1
        if index < 0:
            return RegionKind.BODY
        region = self.regions[index]
        return region.kind if offset < region.span.end else RegionKind.BODY

    def excerpt(self, span: Span) -> str:
        """Give the text of a span."""
        return self.text[span.start : span.end]


def _iso(written: str) -> date:
    return date.fromisoformat(written)
