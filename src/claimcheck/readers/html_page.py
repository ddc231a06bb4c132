"""A page as blocks of text: one pass over its tags, no recursion, nothing chosen yet."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import islice
from typing import Final, NamedTuple

from claimcheck.readers.html_tags import Tag, attributes, tags
from claimcheck.readers.html_words import (
    BLOCKS,
    CLOSED_BY_BLOCKS,
    FURNITURE_TAGS,
    HEADINGS,
    SIBLINGS,
    SKIPPED,
    VOID,
    Role,
    hidden,
    role,
)

_MAX_DEPTH: Final = 400
MAX_TAGS: Final = 150_000  # the longest real pages have a tenth
_SPACE: Final = " \t\n\r\f\v"
_INTEREST = re.compile(r"class|id\s*=|itemprop|hidden|style|rel\s*=", re.IGNORECASE)
_DATED = re.compile(
    r"date|time|datum|publi|posted|meta|byline|fecha|data|updated|info|stamp|day|created|issued",
    re.IGNORECASE,
)
_ENDS_SENTENCE: Final = '.!?:;"”»)…'
_CAPITAL = re.compile(r"(?:\s{0,80}+<[^<>]{0,80}+>){0,3}+\s{0,80}+[^\W\d_a-zß-öø-ÿ]")
_SHORT_LINE: Final = 80
_PAGE_ROLES: Final = frozenset({Role.FURNITURE, Role.COMMENTS})
_NEAR: Final = 30  # open elements looked through for one that a tag ends
_LONG: Final = 400
_MOST_HINTS: Final = 400
LINE_BREAK: Final = -1


BY_CLASS: Final = 1
BY_TAG: Final = 2


class Node:
    """An open or closed element that can hold blocks.

    `furniture` is 0 for what may be article, BY_CLASS where a class says page, BY_TAG where the tag
    does or a list of comments begins; `apart` is what is surely of other articles or of readers.
    """

    __slots__ = ("apart", "column", "furniture", "hidden", "name", "names", "parent", "role", "row")

    def __init__(self, name: str, parent: Node | None) -> None:
        """Open an element inside its parent; what the parent hides, it hides too."""
        self.name = name
        self.names = ""
        self.parent = parent
        self.role: Role | None = None
        self.furniture: int = parent.furniture if parent else 0
        self.hidden: bool = parent.hidden if parent else False
        self.apart: bool = parent.apart if parent else False
        self.row = 0
        self.column = 0

    def within(self, most: int = _MAX_DEPTH) -> list[Node]:
        """Give the element and those around it, outwards."""
        found: list[Node] = []
        node: Node | None = self
        while node is not None and len(found) < most:
            found.append(node)
            node = node.parent
        return found


class Block:
    """A stretch of text that stands on its own: its element and its pieces of the file.

    A piece is (start, end) in the file; an end of LINE_BREAK is a `<br>` that reads as a space.
    """

    __slots__ = ("linked", "node", "pieces", "text")

    def __init__(self, node: Node) -> None:
        """Begin a block without text."""
        self.node = node
        self.pieces: list[tuple[int, int]] = []
        self.linked = 0
        self.text = ""


class Hint(NamedTuple):
    """An element that may hold a date: its tag, attributes, place, and the element around it."""

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


def page(raw: str) -> Page:
    """Read a page."""
    return _Builder(raw).build()


class Said(NamedTuple):
    """What the attributes of an element say of it."""

    attributes: dict[str, str]
    names: str
    role: Role | None
    hidden: bool
    dated: bool


def _say(name: str, written: str) -> Said | None:
    """Read the attributes of an element; None where they are of no interest."""
    if name not in {"time", "abbr"} and not _INTEREST.search(written):
        return None
    found = attributes(written)
    names = f"{found.get('class', '')} {found.get('id', '')}".strip()[:300]
    named = f"{names} {found.get('itemprop', '')}"
    return Said(
        found,
        names,
        role(name, names, found.get("itemprop", "")) if name in BLOCKS else None,
        hidden(found),
        name in {"time", "abbr"} or _DATED.search(named) is not None,
    )


_said = lru_cache(4_096)(_say)  # the tags of a list are alike


class _Builder:
    """The state of one pass: open elements, the block under way."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.root = Node("html", None)
        self.stack = [self.root]
        self.open: dict[str, int] = {}
        self.block: Block | None = None
        self.found = Page(raw, [], [], [], [], [], [], "", "", whole=True)
        self.title = ""
        self.language = ""
        self.linking = False
        self.dark = 0  # depth of hidden inline elements
        self.dark_name = ""

    def build(self) -> Page:
        """Walk over tags and text, then read the text of each block."""
        at = 0
        count = 0
        for tag in islice(tags(self.raw), MAX_TAGS):
            count += 1
            if tag.start > at:
                self._text(at, tag.start)
            at = tag.end
            if tag.name != "!":
                self._tag(tag)
        if self.raw.find("<", at) < 0:
            self._text(at, len(self.raw))
        self._finish()
        return self.found._replace(title=self.title, language=self.language, whole=count < MAX_TAGS)

    def _text(self, start: int, end: int) -> None:
        """Add a stretch of text to the block under way."""
        node = self.stack[-1]
        if node.hidden or self.dark:
            return
        if self.block is None:
            if self.raw[start : min(end, start + 400)].isspace() and (
                end - start <= 400 or self.raw[start:end].isspace()
            ):
                return
            self.block = Block(node)
            self.found.blocks.append(self.block)
        self.block.pieces.append((start, end))
        if self.linking:
            self.block.linked += len(self.raw[start:end].strip())

    def _tag(self, tag: Tag) -> None:
        """Open or close an element, or note what it says."""
        name = tag.name
        if self.dark:
            self._in_the_dark(tag)
        elif name in SKIPPED:
            self._aside(tag)
        elif name == "br":
            self._line_break(tag)
        elif name == "a":
            self.linking = not tag.closes
        elif name in {"meta", "link"}:
            kept = self.found.metas if name == "meta" else self.found.links
            if len(kept) < 2_000:
                kept.append(attributes(tag.written))
        elif name in BLOCKS:
            self.block = None
            if tag.closes:
                self._close(name)
            else:
                self._open(tag)
        elif not tag.closes and tag.written:
            self._inline(tag)

    def _in_the_dark(self, tag: Tag) -> None:
        """Count elements of the name of a hidden one, until it closes; a block ends it too."""
        if tag.name == self.dark_name:
            self.dark += -1 if tag.closes else 1
        elif tag.name in BLOCKS and self.dark_name not in BLOCKS:
            self.dark = 0
            self._tag(tag)

    def _aside(self, tag: Tag) -> None:
        """Keep the title and the linked data of what is not text; time elements lie in buttons."""
        start, end = tag.inside
        if tag.name == "title" and not self.title:
            self.title = " ".join(unescape(self.raw[start : min(end, start + 1000)]).split())
        elif tag.name == "script" and end > start and len(self.found.scripts) < 500:
            linked = "ld+json" in tag.written.lower()
            (self.found.linked_data if linked else self.found.scripts).append((start, end))

    def _line_break(self, tag: Tag) -> None:
        """Break a line: after a sentence or a title a block ends, inside one it is a space."""
        block = self.block
        if block is None or not block.pieces:
            return
        start, end = block.pieces[-1]
        last = self.raw[start:end].rstrip(_SPACE)[-1:] if end != LINE_BREAK else ""
        short = end - start < _SHORT_LINE and len(block.pieces) < 4
        titled = short and _CAPITAL.match(self.raw, tag.end) is not None
        titled = titled and block.node.name not in HEADINGS
        if end == LINE_BREAK or not last or last in _ENDS_SENTENCE or titled:
            self.block = None
        else:
            block.pieces.append((tag.start, LINE_BREAK))

    def _open(self, tag: Tag) -> None:
        """Open an element; those that it ends are closed first."""
        name = tag.name
        if name not in SIBLINGS and self.stack[-1].name in CLOSED_BY_BLOCKS:
            self._pop()
        if name in SIBLINGS:
            self._end_siblings(*SIBLINGS[name])
        if name in VOID or len(self.stack) >= _MAX_DEPTH:
            return
        node = Node(name, self.stack[-1])
        if tag.written:
            self._describe(node, tag)
        if name in FURNITURE_TAGS:
            node.furniture = BY_TAG
        elif name in {"article", "main"} and node.role not in _PAGE_ROLES:
            node.furniture &= ~BY_CLASS
        if node.role in _PAGE_ROLES or name in {"aside", "nav"}:
            by_class = node.role is Role.FURNITURE and not node.furniture & BY_TAG
            node.apart = node.apart or not (by_class or name == "header")
        if name in {"td", "th", "tr"}:
            _place(node, self.stack[-1])
        self.stack.append(node)
        self.open[name] = self.open.get(name, 0) + 1

    def _describe(self, node: Node, tag: Tag) -> None:
        """Read what the attributes of an element say of it."""
        if tag.name in {"html", "body"}:
            self.language = self.language or attributes(tag.written).get("lang", "")[:12]
            return
        said = (
            _said(tag.name, tag.written)
            if len(tag.written) < _LONG
            else _say(tag.name, tag.written)
        )
        if said is None:
            return
        node.names = said.names
        node.role = said.role
        node.hidden = node.hidden or (said.hidden and tag.name != "article")
        if node.role in _PAGE_ROLES:
            node.furniture |= BY_TAG if node.role is Role.COMMENTS else BY_CLASS
        elif node.role is Role.BODY:
            node.furniture &= ~BY_CLASS
        self._hint(tag, said, node)

    def _inline(self, tag: Tag) -> None:
        """Look at an element inside a line: a date, or hidden words."""
        if tag.name in VOID:
            return
        said = (
            _said(tag.name, tag.written)
            if len(tag.written) < _LONG
            else _say(tag.name, tag.written)
        )
        if said is not None:
            if tag.name != "time" and said.hidden:
                self.dark, self.dark_name = 1, tag.name
            self._hint(tag, said, self.stack[-1])

    def _hint(self, tag: Tag, said: Said, around: Node) -> None:
        """Note an element whose name or attributes promise a date."""
        if said.dated and len(self.found.hints) < _MOST_HINTS:
            hint = Hint(tag.name, said.attributes, tag.end, around, len(self.found.blocks))
            self.found.hints.append(hint)

    def _end_siblings(self, names: frozenset[str], holders: frozenset[str]) -> None:
        """Close an open element of the same kind, unless a new holder has been opened since."""
        for place in range(len(self.stack) - 1, max(0, len(self.stack) - _NEAR), -1):
            if self.stack[place].name in holders:
                return
            if self.stack[place].name in names:
                while len(self.stack) > place:
                    self._pop()
                return

    def _close(self, name: str) -> None:
        """Close an element and what was left open inside it; one that is not open is ignored."""
        if not self.open.get(name):
            return
        while self.stack[-1].name != name:
            self._pop()
        self._pop()

    def _pop(self) -> None:
        """Take the innermost element off the stack."""
        if len(self.stack) > 1:
            node = self.stack.pop()
            self.open[node.name] -= 1

    def _finish(self) -> None:
        """Give each block its words."""
        for block in self.found.blocks:
            parts = [
                " " if end == LINE_BREAK else self.raw[start:end] for start, end in block.pieces
            ]
            text = "".join(parts)
            block.text = " ".join((unescape(text) if "&" in text else text).split())
        self.found.blocks[:] = [block for block in self.found.blocks if block.text]


def _place(node: Node, parent: Node) -> None:
    """Count rows of a table and cells of a row, as they open."""
    if node.name == "tr":
        table = next((one for one in parent.within(_NEAR) if one.name == "table"), parent)
        table.row += 1
        node.row = table.row
    else:
        parent.column += 1
        node.row, node.column = parent.row, parent.column
