"""A page as blocks of text: one pass over its tags, no recursion, nothing chosen yet."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from itertools import accumulate, islice
from typing import Final, NamedTuple

from claimcheck.readers.html_nodes import (
    BY_CLASS,
    BY_TAG,
    LINE_BREAK,
    MAX_DEPTH,
    OTHERS,
    SURELY,
    Block,
    Hint,
    Node,
    Page,
)
from claimcheck.readers.html_tags import RAW, Tag, Tags, attributes, words
from claimcheck.readers.html_words import (
    BLOCKS,
    CLOSED_BY_BLOCKS,
    FURNITURE_TAGS,
    HEADINGS,
    SIBLINGS,
    VOID,
    Role,
    hidden,
    role,
    said_by,
)

MAX_TAGS: Final = 60_000  # the longest real pages have a third
_MAX_SIGNS: Final = 400_000  # of "<" and "&", counted before anything is read
_SPACE: Final = " \t\n\r\f\v"
# On attributes in lower case:
_NAMES = re.compile(  # a first letter is looked for faster than what stands before it
    r"""(?:c(?<![^\s"']c)lass|i(?<![^\s"']i)d)\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"'>]++)"""
)
_YEAR = re.compile(r"[12][0-9]{3}")
_STATES_DAY = re.compile(
    r"""
    \b (?: title | content | datetime | data-[\w\-]{0,30} (?: date|time|publi|seconds|stamp|epoch )
      [\w\-]{0,20} ) \s*+ = \s*+ ["'][^"'<>]{0,20}? [0-9]{4}
    """,
    re.VERBOSE,
)
_ENDS_SENTENCE: Final = '.!?:;"”»)…'
_CAPITAL = re.compile(r"(?:\s{0,80}+<[^<>]{0,80}+>){0,3}+\s{0,80}+[^\W\d_a-zß-öø-ÿ]")
_SHORT_LINE: Final = 80
_OWN_WAYS: Final = FURNITURE_TAGS | {"article", "main", "td", "th", "tr"}
_NEAR: Final = 30  # open elements looked through for one that a tag ends
_LONG: Final = 400
_MOST_HINTS: Final = 400
_MOST_HEADS: Final = 2_000
_MOST_SCRIPTS: Final = 500
_FEW: Final = 4
_NOTHING: Final = frozenset({"!", ""})
_ANY_TAG = re.compile(r"<(?P<close>/?+)(?P<name>[a-zA-Z][^\s/>]*+)")


def page(raw: str) -> Page:
    """Read a page; one of endless tags is not read at all, and not `whole`."""
    if raw.count("<") > _MAX_SIGNS or raw.count("&") > _MAX_SIGNS:
        return Page(raw, [], [], [], [], [], [], "", "", whole=False)
    return _Builder(raw).build()


class Said(NamedTuple):
    """What the attributes of an element say of it; they are read where they may state a date."""

    attributes: dict[str, str]
    names: str
    role: Role | None
    hidden: bool
    dated: bool
    others: bool


def _say(name: str, written: str) -> Said | None:
    """Read the attributes of an element; None where they are of no interest."""
    low = written.lower()
    names = " ".join([one.strip("\"'") for one in _NAMES.findall(low)])[:300]
    rare = "itemprop" in low or "property" in low or "hidden" in low or "style" in low
    states = _YEAR.search(low) is not None and _STATES_DAY.search(low) is not None
    if rare or states or name == "time" or (name == "abbr" and names):
        return _say_more(name, names, attributes(written), states=states)
    said = _named(name, names) if names else None
    dated = said is not None and said.dated
    return said._replace(attributes=attributes(written)) if said is not None and dated else said


def _say_more(name: str, names: str, found: dict[str, str], *, states: bool) -> Said | None:
    """Read an element whose attributes say more than names."""
    told = said_by(names)
    properties = f"{found.get('itemprop', '')} {found.get('property', '')}"
    dated = name in {"time", "abbr"} or told.dated or states or said_by(properties[:80]).dated
    part = role(name, told, properties) if name in BLOCKS else None
    return Said(found, names, part, told.hidden or hidden(found), dated, told.others)


@lru_cache(4_096)
def _named(name: str, names: str) -> Said:
    """Tell what an element says by its class names and id alone."""
    told = said_by(names)
    part = role(name, told, "") if name in BLOCKS else None
    return Said({}, names, part, told.hidden, told.dated, told.others)


_said = lru_cache(4_096)(_say)  # the tags of a list are alike


class _Builder:
    """The state of one pass: open elements, the block under way."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.tags = Tags(raw)
        self.stack = [Node("html", None)]
        self.open: dict[str, int] = {}
        self.block: Block | None = None
        self.found = Page(raw, [], [], [], [], [], [], "", "", whole=True)
        self.title = ""
        self.language = ""
        self.linking = False

    def build(self) -> Page:
        """Walk over tags and text, then read the text of each block."""
        count, raw = 0, self.raw
        for count, tag in enumerate(islice(self.tags, MAX_TAGS), 1):  # noqa: B007 - asked below
            if tag.start > tag.since and (self.block or not raw[tag.since : tag.start].isspace()):
                self._text(tag.since, tag.start)
            if tag.name in BLOCKS:
                self.block = None
                if tag.closes:
                    self._close(tag.name)
                else:
                    self._open(tag)
            elif tag.name not in _NOTHING:
                self._other(tag)
        self._finish()
        return self.found._replace(title=self.title, language=self.language, whole=count < MAX_TAGS)

    def _text(self, start: int, end: int) -> None:
        """Add a stretch of text to the block under way."""
        block, node = self.block, self.stack[-1]
        if node.hidden:
            return
        if block is None:
            block = self.block = Block(node)
            self.found.blocks.append(block)
        block.runs.append((start, end))
        run = self.raw[start:end]
        if "<" not in run and not self.linking:
            block.pieces.append(run)
            return
        read = words(run, linking=self.linking)
        block.pieces.append(read.text)
        block.linked += read.linked
        self.linking = read.linking

    def _other(self, tag: Tag) -> None:
        """Note what a tag says that neither opens nor closes a block."""
        name = tag.name
        if name in RAW:
            self._aside(tag)
        elif name == "br":
            self._line_break(tag)
        elif name == "a":
            self.linking = not tag.closes
        elif name in {"meta", "link"}:
            kept = self.found.metas if name == "meta" else self.found.links
            if len(kept) < _MOST_HEADS:
                kept.append(attributes(tag.written))
        elif not tag.closes and name not in VOID and tag.written:
            self._inline(tag)

    def _aside(self, tag: Tag) -> None:
        """Keep the title, the linked data and the scripts of what is not text."""
        start, end = tag.inside
        if tag.name == "title" and not self.title:
            self.title = " ".join(unescape(self.raw[start : min(end, start + 1000)]).split())
        elif tag.name == "script" and end > start and len(self.found.scripts) < _MOST_SCRIPTS:
            linked = "ld+json" in tag.written.lower()
            (self.found.linked_data if linked else self.found.scripts).append((start, end))

    def _line_break(self, tag: Tag) -> None:
        """Break a line: after a sentence or a title a block ends, inside one it is a space."""
        block = self.block
        if block is None or not block.runs:
            return
        broken = block.runs[-1][1] == LINE_BREAK
        piece = block.pieces[-1]
        last = piece.rstrip(_SPACE)[-1:]
        titled = (
            len(piece) < _SHORT_LINE
            and len(block.runs) < _FEW
            and block.node.name not in HEADINGS
            and _CAPITAL.match(self.raw, tag.end) is not None
        )
        if broken or not last or last in _ENDS_SENTENCE or titled:
            self.block = None
        else:
            block.runs.append((tag.start, LINE_BREAK))
            block.pieces.append(" ")

    def _open(self, tag: Tag) -> None:
        """Open an element; those that it ends are closed first."""
        name = tag.name
        if name in SIBLINGS:
            self._end_siblings(*SIBLINGS[name])
        elif self.stack[-1].name in CLOSED_BY_BLOCKS:
            self._pop()
        if name in VOID or len(self.stack) >= MAX_DEPTH:
            return
        node = Node(name, self.stack[-1])
        if tag.written:
            self._describe(node, tag)
        if name in _OWN_WAYS:
            _by_name(node, self.stack[-1])
        self.stack.append(node)
        self.open[name] = self.open.get(name, 0) + 1

    def _describe(self, node: Node, tag: Tag) -> None:
        """Read what the attributes of an element say of it."""
        if tag.name in {"html", "body"}:
            found = attributes(tag.written)
            self.language = self.language or (found.get("lang") or found.get("xml:lang", ""))[:12]
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
        if tag.name != "article":
            node.apart = max(node.apart, OTHERS * said.others)
            node.hidden = node.hidden or said.hidden
        if said.role is Role.COMMENTS:
            node.furniture |= BY_TAG
            node.apart = SURELY
        elif said.role is Role.FURNITURE:
            node.furniture |= BY_CLASS
        elif said.role is Role.BODY:
            node.furniture &= ~BY_CLASS
        if said.dated:
            self._hint(tag, said, node)

    def _inline(self, tag: Tag) -> None:
        """Look at an element inside a line: a date, or hidden words, which are passed over."""
        said = (
            _said(tag.name, tag.written)
            if len(tag.written) < _LONG
            else _say(tag.name, tag.written)
        )
        if said is not None:
            if said.dated:
                self._hint(tag, said, self.stack[-1])
            if said.hidden and tag.name != "time":
                self.tags.at = _past_hidden(self.raw, tag)

    def _hint(self, tag: Tag, said: Said, around: Node) -> None:
        """Note an element whose name or attributes promise a date."""
        if len(self.found.hints) < _MOST_HINTS:
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
        inner = ""
        while inner != name:
            inner = self.stack.pop().name
            self.open[inner] -= 1

    def _pop(self) -> None:
        """Take the innermost element off the stack."""
        if len(self.stack) > 1:
            node = self.stack.pop()
            self.open[node.name] -= 1

    def _finish(self) -> None:
        """Give each block its words, and leave out those without."""
        for block in self.found.blocks:
            text = "".join(block.pieces)
            block.text = " ".join((unescape(text) if "&" in text else text).split())
            block.pieces = []
        before = [0, *accumulate(1 if block.text else 0 for block in self.found.blocks)]
        self.found.hints[:] = [
            hint._replace(blocks=before[hint.blocks]) for hint in self.found.hints
        ]
        self.found.blocks[:] = [block for block in self.found.blocks if block.text]


def _past_hidden(raw: str, tag: Tag) -> int:
    """Give where a hidden element inside a line ends: at its own end, or where a block begins."""
    depth = 1
    for found in _ANY_TAG.finditer(raw, tag.end):
        name = found["name"].lower()
        if name == tag.name:
            depth += -1 if found["close"] else 1
            if not depth:
                return raw.find(">", found.end()) + 1 or len(raw)
        elif name in BLOCKS:
            return found.start()
    return len(raw)


def _by_name(node: Node, parent: Node) -> None:
    """Note what the name alone of an element says: page furniture, an article, a cell."""
    if node.name in {"td", "th", "tr"}:
        _place(node, parent)
    elif node.name in FURNITURE_TAGS:
        node.furniture = BY_TAG
    elif node.role not in {Role.FURNITURE, Role.COMMENTS}:
        node.furniture &= ~BY_CLASS
    if node.name in {"aside", "nav"}:
        node.apart = SURELY


def _place(node: Node, parent: Node) -> None:
    """Count rows of a table and cells of a row, as they open."""
    if node.name == "tr":
        table = next((one for one in parent.within(_NEAR) if one.name == "table"), parent)
        table.row += 1
        node.row = table.row
    else:
        parent.column += 1
        node.row, node.column = parent.row, parent.column
