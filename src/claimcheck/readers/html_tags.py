"""Markup to tags and text, with the offset of each; never fails, linear in the length of the page.

Quotes count only after "=", as browsers read it. What no tag closes is text that nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

_TAG = re.compile(
    r"""
    < (?: (?P<close> / )?+ (?P<name> [a-zA-Z][^\s/>]*+ )
          (?P<attributes> (?: [^>=]++ | = \s*+ (?: "[^"]*+" | '[^']*+' )?+ )*+ ) >
        | (?P<comment> !-- ) | (?P<declaration> [!?] ) | (?P<lost> /?[a-zA-Z] ) )
    """,
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""
    (?P<name> [^\s=>"'/]++ )
    (?: \s*+ = \s*+ (?: "(?P<double> [^"]*+ )" | '(?P<single> [^']*+ )' | (?P<bare> [^\s>]*+ ) ) )?+
    """,
    re.VERBOSE,
)
_RAW: Final = frozenset(
    "script style noscript template iframe svg select button textarea object video audio canvas "
    "xmp noembed noframes math title".split()
)
_MAX_NAME: Final = 40
_OF_TAGS: Final = frozenset({"close", "name", "attributes"})
_CLOSE: Final = {name: re.compile(rf"</{name}\b[^>]*+>", re.IGNORECASE) for name in _RAW}


class Tag(NamedTuple):
    """A tag: where it stands, its name in lower case, its attributes as written.

    An element whose content is no markup for us (script, style, title ...) is one tag; `inside` is
    the stretch between its ends.
    """

    start: int
    end: int
    name: str
    closes: bool = False
    written: str = ""
    inside: tuple[int, int] = (0, 0)


def tags(raw: str) -> Iterator[Tag]:
    """Give the tags of a page in order; what stands between them is text."""
    at = 0
    lost: set[str] = set()  # names and signs that close nowhere below: never searched again
    while (found := _TAG.search(raw, at)) is not None:
        if found.lastgroup in _OF_TAGS:
            tag = _tag(raw, found, lost)
        elif found["lost"]:
            tag = Tag(found.start(), len(raw), "!")  # never closed: the rest of the page is in it
        else:
            tag = Tag(found.start(), _past_comment(raw, found, lost), "!")
        yield tag
        at = tag.end


def attributes(written: str) -> dict[str, str]:
    """Read the attributes of a tag; the first of a name wins."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        name = match["name"].lower()
        if name not in found:
            found[name] = unescape(match["double"] or match["single"] or match["bare"] or "")
    return found


def _past_comment(raw: str, found: re.Match[str], lost: set[str]) -> int:
    """Give the end of a comment or declaration; without one it ends at the next sign."""
    sign = "-->" if found["comment"] else ">"
    for closing in (sign, ">"):
        if closing not in lost:
            end = raw.find(closing, found.start() + 2)
            if end >= 0:
                return end + len(closing)
            lost.add(closing)
    return len(raw)


def _tag(raw: str, found: re.Match[str], lost: set[str]) -> Tag:
    """Read a tag; with raw content, up to the end of its element."""
    start, end = found.span()
    close, name, written = found.group("close", "name", "attributes")
    name = name[:_MAX_NAME].lower()
    if close:
        return Tag(start, end, name, True)  # noqa: FBT003 - by place: half of all tags close
    if name not in _RAW or name in lost or written.endswith("/"):
        return Tag(start, end, name, written=written)
    closing = _CLOSE[name].search(raw, end)
    if closing is None:
        lost.add(name)
        past = len(raw) if name in {"script", "style"} else end
        return Tag(start, past, name, written=written, inside=(end, past))
    return Tag(start, closing.end(), name, written=written, inside=(end, closing.start()))
