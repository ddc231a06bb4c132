"""Tables in Markdown: each cell a line of its own, after the heads of its row and column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from claimcheck.readers.kept import Kept, through

_TABLE = re.compile(
    r"""
    ^ (?P<head> [ ]{0,3} [^\n|]*+ \| [^\n]*+ \n )
      [ ]{0,3} \|?+ [ \t]*+ :?+ -++ :?+ [ \t]*+
      (?: \| [ \t]*+ :?+ -++ :?+ [ \t]*+ )++ \|?+ [ \t]*+ \n
      (?P<rows> (?: [^\n|]*+ \| [^\n]*+ (?: \n | \Z ) )++ )
    """,
    re.VERBOSE | re.MULTILINE,
)
_BAR = re.compile(r"(?<!\\)\|")
_MOST_CELLS: Final = 4_000
_Cell = tuple[int, int]
_Piece = tuple[int, int, str]  # a stretch of the text, or a sign that stands where it begins


def with_tables(kept: Kept) -> Kept:
    """Write the tables of a text cell by cell: "Elliot, Ships: 14"."""
    pieces: list[_Piece] = []
    at = 0
    for table in _TABLE.finditer(kept.text):
        lines = list(_lines(table))
        if lines:
            pieces += [(at, table.start(), ""), *lines]
            at = table.end()
    return (
        through(_put_together(kept.text, [*pieces, (at, len(kept.text), "")]), kept) if at else kept
    )


def _put_together(text: str, pieces: list[_Piece]) -> Kept:
    """Join stretches and signs, each with its place in the text."""
    words: list[str] = []
    offsets, sources, length = [0], [0], 0
    for start, end, sign in pieces:
        word = sign or text[start:end]
        if word:
            words.append(word)
            offsets.append(length)
            sources.append(start)
            length += len(word)
    return Kept("".join(words), tuple(offsets[1:] or offsets), tuple(sources[1:] or sources))


def _lines(table: re.Match[str]) -> Iterator[_Piece]:
    """Give each cell that is no head with the heads of its row and column."""
    text = table.string
    heads = _cells(text, *table.span("head"))
    at = table.start("rows")
    for line in table["rows"].splitlines(keepends=True)[:_MOST_CELLS]:
        cells = _cells(text, at, at + len(line))
        at += len(line)
        for column, (start, end) in enumerate(cells):
            if start == end or (column == 0 and len(cells) > 1):
                continue
            row = cells[0] if column else (start, start)
            named = [row, *heads[column : column + 1]]
            for place, (first, last) in enumerate(one for one in named if one[0] < one[1]):
                yield from [(start, start, ", ")] if place else []
                yield first, last, ""
            yield from [(start, start, ": ")] if any(first < last for first, last in named) else []
            yield start, end, ""
            yield end, end, "\n"


def _cells(text: str, start: int, end: int) -> list[_Cell]:
    """Give the cells of a line without their outer space; a first or last empty one is a border."""
    found: list[_Cell] = []
    at = start
    line = text[start:end].rstrip("\n")
    for piece in _BAR.split(line):
        inner = piece.strip()
        first = at + (piece.index(inner) if inner else 0)
        found.append((first, first + len(inner)))
        at += len(piece) + 1
    if found and found[0][0] == found[0][1] and line.lstrip().startswith("|"):
        found = found[1:]
    if len(found) > 1 and found[-1][0] == found[-1][1] and line.rstrip().endswith("|"):
        found = found[:-1]
    return found
