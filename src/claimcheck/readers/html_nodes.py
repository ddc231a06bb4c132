"""The nouns of a page: elements, blocks of text, hints of dates, and the page itself."""

from __future__ import annotations

from typing import Final, NamedTuple

from claimcheck.readers.html_words import Role

MAX_DEPTH: Final = 400
LINE_BREAK: Final = -1
BY_CLASS: Final = 1
BY_TAG: Final = 2
OTHERS: Final = 1
SURELY: Final = 2


class Node:
    """An open or closed element that can hold blocks.

    `furniture` is 0 for what may be article, BY_CLASS where a class says page, BY_TAG where the tag
    does or a list of comments begins; `apart` is OTHERS where a class says that it speaks of other
    articles, SURELY where the tag does or readers comment.
    """

    __slots__ = ("apart", "column", "furniture", "hidden", "name", "names", "parent", "role", "row")

    def __init__(self, name: str, parent: Node | None) -> None:
        """Open an element inside its parent; what the parent hides, it hides too."""
        self.name = name
        self.names = ""
        self.parent = parent
        self.role: Role | None = None
        self.row = self.column = 0
        if parent is None:
            self.furniture, self.hidden, self.apart = 0, False, 0
        else:
            self.furniture, self.hidden, self.apart = parent.furniture, parent.hidden, parent.apart

    def within(self, most: int = MAX_DEPTH) -> list[Node]:
        """Give the element and those around it, outwards."""
        found: list[Node] = []
        node: Node | None = self
        while node is not None and len(found) < most:
            found.append(node)
            node = node.parent
        return found


class Block:
    """A stretch of text that stands on its own: its element and its runs of the file.

    A run is (start, end) in the file, with the tags inside the line; an end of LINE_BREAK is a
    `<br>` that reads as a space. `linked` counts the letters inside links.
    """

    __slots__ = ("linked", "node", "pieces", "runs", "text")

    def __init__(self, node: Node) -> None:
        """Begin a block without text."""
        self.node = node
        self.runs: list[tuple[int, int]] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.text = ""


class Hint(NamedTuple):
    """An element that may hold a date: its tag, attributes, place, and the element around it.

    `blocks` is the number of the block that begins at it or after it.
    """

    name: str
    attributes: dict[str, str]
    at: int
    around: Node
    blocks: int


class Page(NamedTuple):
    """What one pass finds: blocks, dated elements, head tags, scripts, and whether it saw all."""

    raw: str
    blocks: list[Block]
    hints: list[Hint]
    metas: list[dict[str, str]]
    links: list[dict[str, str]]
    linked_data: list[tuple[int, int]]
    scripts: list[tuple[int, int]]
    title: str
    language: str
    whole: bool
