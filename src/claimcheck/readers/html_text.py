"""Blocks of a page to one text, each character with its place in the file."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

from claimcheck.model.article import Region, RegionKind, Span
from claimcheck.readers.html_body import Part, fragment
from claimcheck.readers.html_nodes import LINE_BREAK, Block
from claimcheck.readers.html_page import page
from claimcheck.readers.html_tables import entries
from claimcheck.readers.html_tags import stretches
from claimcheck.readers.invisible import visible
from claimcheck.readers.kept import Kept, through, whole
from claimcheck.text.regions import dateline_end

_ROUGH = re.compile(r"[&\n\r\t\f\v]|  |\A | \Z")
_EDIT = re.compile(
    r"""
    (?P<space> [\ \n\r\t\f\v]++ )
  | (?P<entity> & (?: \#[0-9]{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ;?+ )
    """,
    re.VERBOSE,
)


class Written(NamedTuple):
    """The text of an article, its places, and its regions."""

    kept: Kept
    regions: tuple[Region, ...]


def write(raw: str, parts: list[Part]) -> Written:
    """Write the parts of an article one under the other."""
    writer = _Writer(raw)
    marks: list[tuple[int, RegionKind]] = []
    for entry in entries(parts):
        start = writer.begin()
        for head, sign in entry.heads:
            writer.block(head)
            writer.sign(sign, entry.part.block)
        writer.block(entry.part.block)
        if writer.length > start:
            marks.append((start, entry.part.kind))
    kept = writer.kept()
    clean = visible(kept.text)
    if len(clean.offsets) > 1:
        marks = [(clean.offset_of(start), kind) for start, kind in marks]
        kept = through(clean, kept)
    return Written(kept, regions_of(kept.text, marks))


def write_fragment(raw: str) -> Written:
    """Write markup that is nothing but an article."""
    return write(raw, fragment(page(raw)))


class _Writer:
    """A text under way, with a segment for each stretch that stands together in the file."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pieces: list[str] = []
        self.offsets: list[int] = []
        self.sources: list[int] = []
        self.length = 0
        self.spaced = True  # whether the next space would be one too many

    def begin(self) -> int:
        """Begin a line."""
        if self.spaced and self.pieces and self.pieces[-1] == " ":
            self.pieces.pop()
            self.length -= 1
            while self.offsets and self.offsets[-1] >= self.length + 1:
                self.offsets.pop()
                self.sources.pop()
        if self.length:
            last = self.sources[-1] + self.length - self.offsets[-1]
            self._put("\n", min(last, len(self.raw)))
        self.spaced = True
        return self.length

    def block(self, block: Block) -> None:
        """Write the runs of a block without their tags."""
        for first, last in block.runs:
            if last == LINE_BREAK:
                self._space(first)
                continue
            for start, end in stretches(self.raw, first, last):
                if _ROUGH.search(self.raw, start, end):
                    self._edited(start, end)
                else:
                    self._put(self.raw[start:end], start)
                    self.spaced = False

    def sign(self, sign: str, before: Block) -> None:
        """Write a sign that is not in the file; it stands where the next block begins."""
        if self.spaced and sign[0] != " " and self.pieces and self.pieces[-1] == " ":
            self.pieces[-1] = sign[0]
            sign = sign[1:]
        self._put(sign, before.runs[0][0])
        self.spaced = True

    def kept(self) -> Kept:
        """Give the text and its segments."""
        if not self.offsets or self.offsets[0] > 0:
            self.offsets.insert(0, 0)
            self.sources.insert(0, 0)
        return Kept(whole("".join(self.pieces)), tuple(self.offsets), tuple(self.sources))

    def _edited(self, start: int, end: int) -> None:
        """Write a stretch with its entities read and its white space as one space."""
        at = start
        for found in _EDIT.finditer(self.raw, start, end):
            if found.start() > at:
                self._put(self.raw[at : found.start()], at)
                self.spaced = False
            at = found.end()
            if found["space"]:
                self._space(found.start())
            elif found["entity"]:
                self._entity(found)
        if at < end:
            self._put(self.raw[at:end], at)
            self.spaced = False

    def _entity(self, found: re.Match[str]) -> None:
        """Write what an entity stands for."""
        text = unescape(found[0])
        if text in {" ", "\n", "\t", "\r"}:
            self._space(found.start())
        elif text:
            self._put(text, found.start())
            self.spaced = False

    def _space(self, source: int) -> None:
        """Write a space, unless one was just written or a line begins."""
        if not self.spaced:
            self._put(" ", source)
            self.spaced = True

    def _put(self, text: str, source: int) -> None:
        """Write a text that stands at a place of the file."""
        if not self.offsets or self.sources[-1] + self.length - self.offsets[-1] != source:
            self.offsets.append(self.length)
            self.sources.append(source)
        self.pieces.append(text)
        self.length += len(text)


def regions_of(text: str, marks: list[tuple[int, RegionKind]]) -> tuple[Region, ...]:
    """Make regions without gaps from the offsets at which kinds begin; part the dateline."""
    found: list[Region] = []
    seen_body = False
    for index, (mark, kind) in enumerate(marks):
        start = mark if index else 0
        end = marks[index + 1][0] if index + 1 < len(marks) else len(text)
        dateline = dateline_end(text, start) if kind is RegionKind.BODY and not seen_body else None
        seen_body = seen_body or kind is RegionKind.BODY
        if dateline is not None and dateline < end:
            found.append(Region(Span(start, dateline), RegionKind.DATELINE))
            start = dateline
        if found and found[-1].kind is kind:
            found[-1] = Region(Span(found[-1].span.start, end), kind)
        else:
            found.append(Region(Span(start, end), kind))
    return tuple(found)
