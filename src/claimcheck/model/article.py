"""An article, its regions, and the interval in which it was written."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from datetime import date
from enum import StrEnum
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")
_SURROGATE = re.compile("[\ud800-\udfff]")


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


class SourceMap(NamedTuple):
    """Where each character of `Article.text` stands in the input file.

    Piecewise linear: text offset `offsets[i] + k` is file offset `sources[i] + k`. Both are code
    points of the decoded file; `line_starts` are the file offsets at which its lines begin, and
    `first_line` is the number of the first of them (an article inside a JSONL file begins at that
    file's line).
    """

    offsets: tuple[int, ...] = (0,)
    sources: tuple[int, ...] = (0,)
    line_starts: tuple[int, ...] = (0,)
    first_line: int = 1

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column in the input file, both from 1, of a text offset."""
        segment = bisect_right(self.offsets, offset) - 1
        source = self.sources[segment] + offset - self.offsets[segment]
        line = bisect_right(self.line_starts, source) - 1
        return self.first_line + line, source - self.line_starts[line] + 1


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
        return cls(key, kept, published=anchor, source=SourceMap(line_starts=starts))

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
