"""Tables of figures: each cell a line of its own, after the heads of its row and column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from claimcheck.readers.html_body import Part
from claimcheck.readers.html_nodes import Block, Node

_LONGEST_CELL: Final = 120
_MOST_CELLS: Final = 4_000
_NEAR: Final = 5


class Entry(NamedTuple):
    """A line of the article: its part, and the heads that go before it, each with its sign."""

    part: Part
    heads: tuple[tuple[Block, str], ...] = ()


class _Cell(NamedTuple):
    """A cell of a table by row and column, both from 1."""

    part: Part
    row: int
    column: int
    name: str


def entries(parts: list[Part]) -> Iterator[Entry]:
    """Give the lines of an article; a table that only lays out the page is no table."""
    for key, group in groupby(parts, key=lambda part: id(_table(part.block.node))):
        found = list(group)
        cells = [] if key == id(None) else [_cell(part) for part in found]
        if _of_figures(cells):
            yield from _lines(cells)
        else:
            yield from (Entry(part) for part in found)


def _table(node: Node) -> Node | None:
    """Give the table whose cell an element is or lies in."""
    around = node.within(_NEAR + 3)
    if not any(one.name in {"td", "th"} for one in around[:_NEAR]):
        return None
    return next((one for one in around if one.name == "table"), None)


def _cell(part: Part) -> _Cell:
    """Place a block in its table."""
    node = next(one for one in part.block.node.within(_NEAR) if one.name in {"td", "th"})
    return _Cell(part, node.row, node.column, node.name)


def _of_figures(cells: list[_Cell]) -> bool:
    """Tell a table of figures: two rows and columns or more, one short line a cell."""
    places = {(cell.row, cell.column) for cell in cells}
    return (
        4 <= len(cells) <= _MOST_CELLS
        and len(places) == len(cells)
        and len({row for row, _ in places}) > 1
        and len({column for _, column in places}) > 1
        and all(len(cell.part.block.text) <= _LONGEST_CELL for cell in cells)
    )


def _lines(cells: list[_Cell]) -> Iterator[Entry]:
    """Give each cell that is no head with its heads: "Kabul, Killed: 12"."""
    first = min(cell.row for cell in cells)
    headed = _heads([cell for cell in cells if cell.row == first])
    columns = {cell.column: cell.part.block for cell in cells if headed and cell.row == first}
    left = {cell.row: cell.part.block for cell in reversed(cells) if cell.column == 1}
    widths: dict[int, int] = {}
    for cell in cells:
        widths[cell.row] = widths.get(cell.row, 0) + 1
    for cell in cells:
        if (headed and cell.row == first) or (cell.column == 1 and widths[cell.row] > 1):
            continue
        row, column = left.get(cell.row), columns.get(cell.column)
        heads = [head for head in (row, column) if head is not None and cell.column > 1]
        signs = [", "] * (len(heads) - 1) + [": "]
        yield Entry(cell.part, tuple(zip(heads, signs, strict=False)))


def _heads(row: list[_Cell]) -> bool:
    """Tell whether a first row names its columns: head cells, words, or years."""
    rest = [cell for cell in row if cell.column > 1]
    texts = [cell.part.block.text for cell in rest]
    return bool(rest) and (
        all(cell.name == "th" for cell in rest)
        or all(not any(map(str.isdigit, text)) for text in texts)
        or all(len(text) == 4 and text.isdecimal() for text in texts)
    )
