"""XML from strangers as a flat list of elements with their places; entities and DTDs are refused.

Only the five entities of XML and numbers are read, so nothing can grow or be fetched.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.readers.html_tags import attributes

_MARKUP = re.compile(
    r"""
    < (?: !\[CDATA\[ (?P<cdata>) | !-- (?P<comment>) | \? (?P<instruction>) | ! (?P<declaration>)
        | (?P<close> / )? (?P<name> [^\s/<>!?]++ )
          (?P<attributes> (?: [^<>"']++ | "[^"<]*+" | '[^'<]*+' )*+ ) >
        | (?P<broken>) )
    """,
    re.VERBOSE,
)
_ENDS: Final = {"cdata": "]]>", "comment": "-->", "instruction": "?>", "declaration": ">"}
_MAX_DEPTH: Final = 200
_MAX_ELEMENTS: Final = 300_000


class Element(NamedTuple):
    """An element: its name without prefix, its attributes, the stretch inside, its depth."""

    name: str
    full_name: str
    attributes: dict[str, str]
    start: int
    end: int
    depth: int


def elements(raw: str, path: str) -> list[Element]:
    """Read the elements of a document, in the order in which they open.

    Raises: ReaderError E011 for what is no XML, for entities and inner DTDs, and for endless depth.
    """
    found: list[Element] = []
    stack: list[int] = []
    at = 0
    while (match := _MARKUP.search(raw, at)) is not None:
        kind = match.lastgroup if match["name"] is None else "tag"
        if kind == "tag":
            at = match.end()
            _tag(match, found, stack, path)
        else:
            at = _past(raw, match, str(kind), path)
        if len(found) > _MAX_ELEMENTS or len(stack) > _MAX_DEPTH:
            raise _error(raw, match.start(), path, "too many or too deep elements")
    if stack or not found:
        what = f"<{found[stack[-1]].full_name[:40]}> is never closed" if stack else "no element"
        raise _error(raw, len(raw), path, what)
    return found


def _tag(match: re.Match[str], found: list[Element], stack: list[int], path: str) -> None:
    """Open or close an element."""
    full = match["name"]
    if match["close"]:
        if not stack or found[stack[-1]].full_name != full:
            raise _error(match.string, match.start(), path, f"</{full[:40]}> closes nothing")
        place = stack.pop()
        found[place] = found[place]._replace(end=match.start())
        return
    written = match["attributes"]
    here = attributes(written) if written.strip(" /") else {}
    name = full.rpartition(":")[2]
    found.append(Element(name, full, here, match.end(), match.end(), len(stack)))
    if not written.endswith("/"):
        stack.append(len(found) - 1)


def _past(raw: str, match: re.Match[str], kind: str, path: str) -> int:
    """Go past what is no element.

    Raises: ReaderError E011 for a DTD with content, an entity, or a sign that opens nothing.
    """
    end = raw.find(_ENDS[kind], match.end()) if kind in _ENDS else -1
    if end < 0:
        raise _error(raw, match.start(), path, "a sign < that nothing closes")
    inside = raw[match.end() : end]
    if kind == "declaration" and ("[" in inside or "ENTITY" in inside):
        raise _error(raw, match.start(), path, "a DTD with content is not read")
    return end + len(_ENDS[kind])


def _error(raw: str, at: int, path: str, problem: str) -> ReaderError:
    """Place an error."""
    line = raw.count("\n", 0, at) + 1
    return ReaderError("E011", f"{path}:{line}", f"not XML: {problem}", "give well-formed XML")
