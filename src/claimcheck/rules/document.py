"""One YAML file as plain values, with the line and column of each of them.

Read from parser events, never from the composer: nesting is bounded before anything recurses, and
anchors, aliases, merge keys and tags are refused where they stand. Plain scalars follow YAML 1.2:
`no`, `on` and dates are strings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, cast

import yaml

from claimcheck.errors import RuleError

MAX_BYTES = 8_000_000
MAX_DEPTH = 24
_MAX_DIGITS = 40

_INTEGER = re.compile(r"[-+]?[0-9]{1,40}")
_DECIMAL = re.compile(r"[-+]?[0-9]{0,40}\.[0-9]{1,40}")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Key = str | int
Place = tuple[int, int]


class Document(NamedTuple):
    """A parsed file: its display path, its value, and where each part stands (from 1).

    Keys of `keys` and `values` are paths from the root: ("when", "values", 0).
    """

    path: str
    value: Plain
    keys: dict[tuple[Key, ...], Place]
    values: dict[tuple[Key, ...], Place]

    def place(self, at: tuple[Key, ...]) -> str:
        """Give `path:line:col` of a part, or of the nearest part above it that the file holds."""
        while at and at not in self.values:
            at = at[:-1]
        line, column = self.values.get(at, (1, 1))
        return f"{self.path}:{line}:{column}"

    def key_place(self, at: tuple[Key, ...]) -> str:
        """Give `path:line:col` of the key of a part."""
        found = self.keys.get(at)
        return f"{self.path}:{found[0]}:{found[1]}" if found else self.place(at)


class _Event(NamedTuple):
    """What the builder needs of a parser event."""

    kind: str
    place: Place
    text: str
    plain: bool


class _Open:
    """A list or mapping that is not closed yet."""

    __slots__ = ("at", "container", "key")

    def __init__(self, container: list[Plain] | dict[str, Plain], at: tuple[Key, ...]) -> None:
        self.container = container
        self.at = at
        self.key: str | None = None


def read_document(path: str, content: bytes) -> Document:
    """Parse the bytes of a file.

    Raises RuleError: too large, not UTF-8 or not YAML, nested too deep, a duplicate key, or a
    feature we refuse.
    """
    if len(content) > MAX_BYTES:
        raise RuleError("E101", path, f"larger than {MAX_BYTES} bytes", "split the file")
    document = Document(path, None, {}, {})
    try:
        value = _build(document, _events(path, content))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = path if mark is None else f"{path}:{mark.line + 1}:{mark.column + 1}"
        raise RuleError("E102", place, f"not YAML: {error.problem}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        first = str(error).splitlines()[0][:200]
        raise RuleError("E102", path, f"not readable as UTF-8 YAML: {first}") from error
    return document._replace(value=value)


def _events(path: str, content: bytes) -> Iterator[_Event]:
    loader = cast("type[yaml.SafeLoader]", getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for event in cast("Callable[..., Iterator[yaml.Event]]", yaml.parse)(content, Loader=loader):
        place = (event.start_mark.line + 1, event.start_mark.column + 1)  # type: ignore[union-attr]  # the parser always gives marks
        _refuse(path, place, event)
        if isinstance(event, yaml.ScalarEvent):
            yield _Event("scalar", place, event.value, plain=bool(event.implicit[0]))
        elif isinstance(event, yaml.MappingStartEvent):
            yield _Event("mapping", place, "", plain=False)
        elif isinstance(event, yaml.SequenceStartEvent):
            yield _Event("sequence", place, "", plain=False)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            yield _Event("end", place, "", plain=False)
        elif isinstance(event, yaml.DocumentStartEvent):
            yield _Event("document", place, "", plain=False)


def _refuse(path: str, place: Place, event: yaml.Event) -> None:
    where = f"{path}:{place[0]}:{place[1]}"
    if isinstance(event, yaml.AliasEvent):
        raise RuleError("E103", where, f'alias "*{event.anchor}"', "write the value out")
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        raise RuleError("E103", where, f'anchor "&{anchor}"', "write the value out each time")
    if tag:
        raise RuleError("E103", where, f'tag "{tag}"', "plain values only, no tags")


def _build(document: Document, events: Iterator[_Event]) -> Plain:
    path = document.path
    root: list[Plain] = []
    stack: list[_Open] = []
    documents = 0
    for event in events:
        where = f"{path}:{event.place[0]}:{event.place[1]}"
        if event.kind == "document":
            documents += 1
            if documents > 1:
                raise RuleError("E102", where, "a second document", "one document a file, no ---")
        elif event.kind == "end":
            stack.pop()
        elif stack and isinstance(stack[-1].container, dict) and stack[-1].key is None:
            stack[-1].key = _key(document, stack[-1], event)
        else:
            value = _value(event, where)
            at = _put(document, stack, root, (event.place, value))
            if isinstance(value, (dict, list)):
                if len(stack) >= MAX_DEPTH:
                    raise RuleError("E103", where, f"nested deeper than {MAX_DEPTH}")
                stack.append(_Open(value, at))
    return root[0] if root else None


def _key(document: Document, top: _Open, event: _Event) -> str:
    where = f"{document.path}:{event.place[0]}:{event.place[1]}"
    if event.kind != "scalar":
        raise RuleError("E103", where, "a key that is not a word", "keys are plain words")
    if event.text == "<<" and event.plain:
        raise RuleError("E103", where, 'merge key "<<"', "write the keys out")
    at = (*top.at, event.text)
    if event.text in top.container:
        first = document.keys[at]
        raise RuleError(
            "E104",
            where,
            f'key "{event.text[:80]}" stands twice, first at line {first[0]}',
            "keep one of them",
        )
    document.keys[at] = event.place
    return event.text


def _value(event: _Event, where: str) -> Plain:
    if event.kind == "mapping":
        return {}
    if event.kind == "sequence":
        return []
    return _scalar(event.text, where) if event.plain else event.text


def _scalar(text: str, where: str) -> Plain:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if len(text) > _MAX_DIGITS and text.isdigit():
        raise RuleError("E103", where, f"a number of {len(text)} digits", "quote it if it is text")
    return text


def _put(
    document: Document, stack: list[_Open], root: list[Plain], part: tuple[Place, Plain]
) -> tuple[Key, ...]:
    place, value = part
    if not stack:
        root.append(value)
        document.values[()] = place
        return ()
    top = stack[-1]
    if isinstance(top.container, dict):
        key: Key = cast("str", top.key)
        top.container[cast("str", key)] = value
        top.key = None
    else:
        key = len(top.container)
        top.container.append(value)
    at = (*top.at, key)
    document.values[at] = place
    return at
