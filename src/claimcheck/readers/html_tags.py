"""Markup to tags and text, with the offset of each; never fails, linear in the length of the page.

Quotes count only after "=", as browsers read it. What no tag closes is text that nobody sees.
Tags inside a line that say nothing of their text (`<b>`, `</span>`, links, pictures) are passed
over inside the expression: half of all tags, and most of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

_ATTRIBUTES: Final = r"""(?: [^>=]++ | = \s*+ (?: "[^"]*+" | '[^']*+' )?+ )*+"""
_IN_LINE: Final = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|embed|font|i|img|input|ins|kbd|label|mark|"
    "nobr|o:p|picture|q|s|samp|small|source|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
_PLAIN_TAG: Final = rf"""
    (?: / (?: {_IN_LINE} ) (?=[\s/>]) {_ATTRIBUTES}
      | (?: a | img | input | wbr | source | embed ) (?=[\s/>]) {_ATTRIBUTES}
      | (?: {_IN_LINE} ) \s*+ ) >
"""
_STEP = re.compile(
    rf"""
    (?: [^<]++ | < (?! /?[a-zA-Z] | [!?] ) | < {_PLAIN_TAG} )*+
    (?: (?P<sign> < )
        (?: (?P<close> / )?+ (?P<name> [a-zA-Z][^\s/>]*+ ) (?P<attributes> {_ATTRIBUTES} ) >
          | (?P<comment> !-- ) | (?P<declaration> [!?] ) | (?P<lost> /?[a-zA-Z] ) ) )?+
    """,
    re.VERBOSE,
)
_INSIDE = re.compile(rf"< (?: {_PLAIN_TAG} )", re.VERBOSE)
_LINKED = re.compile(
    rf"<a(?=[\s/>]) {_ATTRIBUTES} > (?P<words> (?: [^<]++ | < (?! /?a[\s/>] ) )*+ )", re.VERBOSE
)
_ATTRIBUTE = re.compile(
    r"""
    (?P<name> [^\s=>"'/]++ )
    (?: \s*+ = \s*+ (?: "(?P<double> [^"]*+ )" | '(?P<single> [^']*+ )' | (?P<bare> [^\s>]*+ ) ) )?+
    """,
    re.VERBOSE,
)
RAW: Final = frozenset(
    "script style noscript template iframe svg select button textarea object video audio canvas "
    "xmp noembed noframes math title".split()
)
_MAX_NAME: Final = 40
_NONE: Final = (0, 0)
_COMMON: Final = frozenset("div p li ul td tr h1 h2 h3 h4 span br meta link script table".split())
_CLOSE: Final = {name: re.compile(rf"</{name}\b[^>]*+>", re.IGNORECASE) for name in RAW}


class Tag(NamedTuple):
    """A tag: where the text before it begins, where it stands, its name in lower case, attributes.

    An element whose content is no markup for us (script, style, title ...) is one tag; `inside` is
    the stretch between its ends. A comment is named "!", the end of the page "".
    """

    since: int
    start: int
    end: int
    name: str
    closes: bool
    written: str
    inside: tuple[int, int]


class Tags:
    """The tags of a page in order; whoever reads them may go on elsewhere by setting `at`."""

    def __init__(self, raw: str) -> None:
        """Begin at the top."""
        self.raw = raw
        self.at = 0
        self._lost: set[str] = set()  # names and signs that close nowhere below: not searched again

    def __iter__(self) -> Iterator[Tag]:
        """Give each tag that can matter, the last one being the end of the page."""
        match, at = _STEP.match, self.at
        while (found := match(self.raw, at)) is not None:
            sign, close, name, written = found.group("sign", "close", "name", "attributes")
            if sign is None:
                break
            start, end, inside = found.start("sign"), found.end(), _NONE
            name = name if name in _COMMON else (name or "!")[:_MAX_NAME].lower()
            if name == "!":
                end = self._past(found)
            elif name in RAW and not close:
                end, inside = self._element(name, written, end)
            self.at = end
            yield Tag(at, start, end, name, close is not None, written or "", inside)
            at = self.at
        yield Tag(self.at, len(self.raw), len(self.raw), "", False, "", _NONE)  # noqa: FBT003 - by place

    def _past(self, found: re.Match[str]) -> int:
        """Give the end of a comment or declaration; without one it ends at the next sign.

        A tag that is never closed has the rest of the page in it.
        """
        sign = "-->" if found["comment"] else ">"
        for closing in () if found["lost"] else (sign, ">"):
            if closing not in self._lost:
                end = self.raw.find(closing, found.start("sign") + 2)
                if end >= 0:
                    return end + len(closing)
                self._lost.add(closing)
        return len(self.raw)

    def _element(self, name: str, written: str, end: int) -> tuple[int, tuple[int, int]]:
        """Give the end of a tag and what is inside it; with raw content, the end of its element."""
        if name in self._lost or written.endswith("/"):
            return end, _NONE
        closing = _CLOSE[name].search(self.raw, end)
        if closing is not None:
            return closing.end(), (end, closing.start())
        self._lost.add(name)
        past = len(self.raw) if name in {"script", "style"} else end
        return past, (end, past)


def attributes(written: str) -> dict[str, str]:
    """Read the attributes of a tag; the first of a name wins."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def stretches(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of text between the tags inside a line."""
    at = start
    for found in _INSIDE.finditer(raw, start, end):
        if found.start() > at:
            yield at, found.start()
        at = found.end()
    if at < end:
        yield at, end


class Words(NamedTuple):
    """The text of a stretch without its tags, how many letters of it are linked, and what next."""

    text: str
    linked: int
    linking: bool


def words(run: str, *, linking: bool) -> Words:
    """Read a stretch of a line; `linking` tells whether a link is open where it begins."""
    if "<" not in run:
        return Words(run, len(run.strip()) if linking else 0, linking)
    text = _INSIDE.sub("", run)
    if not linking and "<a" not in run:
        return Words(text, 0, linking)
    if _is_one_link(run):
        return Words(text, len(text.strip()), linking=False)
    links = _LINKED.findall(f"<a>{run}" if linking else run)
    linked = sum([len((_INSIDE.sub("", one) if "<" in one else one).strip()) for one in links])
    return Words(text, linked, _still_linking(run, linking=linking))


def _is_one_link(run: str) -> bool:
    """Tell whether a stretch is one link from end to end, as most with a link are."""
    bare = run.strip()
    alone = run.count("<a") == 1 == run.count("</a")
    return alone and bare.startswith("<a ") and bare.endswith("</a>")


def _still_linking(run: str, *, linking: bool) -> bool:
    """Tell whether a link is open where a stretch ends."""
    opened = max(run.rfind("<a "), run.rfind("<a\n"), run.rfind("<a>"))
    closed = run.rfind("</a")
    return linking if opened == closed else opened > closed
