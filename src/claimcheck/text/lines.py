"""Lines of a page: what each one looks like, before anything is known of its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.model.lexicon import Furniture

_LINE = re.compile(r"[^\n\r]++")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DIGIT = re.compile(r"[0-9]")
_PART = re.compile(r"[^\W\d_]+|[0-9]+")
_SLASHED = re.compile(r"[0-9]{1,4} ?[/.\-] ?[0-9]{1,2} ?[/.\-] ?[0-9]{1,4}")
_STOPPED = re.compile(r"""[.!?…:;,](?:\s?["'”’»)\]]){0,4}\Z""")
_FULL_STOP = re.compile(r"""[.!?…](?:\s?["'”’»)\]]){0,4}\Z""")
_CREDIT = re.compile(r"""[.!?"”’)]\s*(?:—|–|--?)\s?(?P<source>[^\W\d_][\w/.' ]{1,30})\Z""")
_BY = re.compile(r"\A(?:by |from )?(?:an? |our |the )?")
_BY_NAME = re.compile(r"(?:By|by|BY) [A-Z]")
# The head by which a wire files a story: "PORT-CRATES/NORTH (UPDATE 2)".
_SLUG = re.compile(
    r"[A-Z]{2,20}(?:-[A-Z0-9]{2,20}){0,4}/(?:[A-Z0-9\-]{2,40})?(?: \([A-Z0-9 ,]{2,30}\))?"
)
_LONG = 25
_DATE_PARTS = 14


class Line(NamedTuple):
    """A line that is not blank: its span without outer space, its text, and the size of it."""

    start: int
    end: int
    text: str
    lower: str
    words: int

    @property
    def numbered(self) -> bool:
        """Whether it holds a digit."""
        return _DIGIT.search(self.text) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads like a paragraph: a whole sentence, or longer than any headline."""
        return (self.words > 5 and _FULL_STOP.search(self.text) is not None) or self.words > _LONG

    @property
    def heading(self) -> bool:
        """Whether it could head something: short, begun like a title, no stop but ? or !."""
        begins = self.text.lstrip("\"'“‘(`")[:1]
        if not 0 < self.words <= _LONG or begins.islower() or begins in "-–—•*·":
            return False
        return not self.stopped or self.text[-1] in "?!"

    @property
    def stopped(self) -> bool:
        """Whether it ends in a mark that closes or continues a sentence."""
        return _STOPPED.search(self.text) is not None


def lines(text: str) -> list[Line]:
    """Give the lines of a text that are not blank."""
    found: list[Line] = []
    for match in _LINE.finditer(text):
        words = match[0].strip()
        if words:
            start = match.start() + match[0].index(words[0])
            found.append(Line(start, start + len(words), words, words.lower(), len(words.split())))
    return found


class Vocabulary:
    """The furniture words, ready to be asked about a line."""

    def __init__(self, furniture: Furniture) -> None:
        self._controls = frozenset(furniture["controls"])
        self._tails = frozenset(furniture["tails"])
        self._prompts = tuple(furniture["prompts"])
        self._closers = tuple(furniture["closers"])
        self._corrections = tuple(furniture["corrections"])
        self._bylines = frozenset(furniture["bylines"])
        self._captions = tuple(furniture["captions"])
        self._sources = frozenset(furniture["sources"])
        self._stamps = frozenset(furniture["stamps"])
        self._months = frozenset(furniture["months"])

    def control(self, line: Line) -> bool:
        """Tell whether a line is a button of the page, or asks the reader for something."""
        if line.lower.rstrip(" :»>+") in self._controls or _SLUG.fullmatch(line.text):
            return True
        return line.words <= _LONG and line.lower.startswith(self._prompts)

    def tail(self, line: Line) -> bool:
        """Tell whether a line begins what the page says of other things."""
        return line.lower.rstrip(" :»>") in self._tails

    def closer(self, line: Line) -> bool:
        """Tell whether a line ends an article and dates it: "Published in The Courier, May 3"."""
        short = line.words <= _DATE_PARTS and line.lower.startswith(self._closers)
        return short and line.numbered

    def correction(self, line: Line) -> bool:
        """Tell whether a line sets an earlier version straight."""
        return line.lower.startswith(self._corrections)

    def byline(self, line: Line) -> bool:
        """Tell whether a line says who wrote: "By ...", "Staff reporter | Quetta"."""
        if line.words > 12 or _FULL_STOP.search(line.text):
            return False
        if _BY_NAME.match(line.text):
            return True
        author = re.split(r"\s*[,|/:–—]| in ", _BY.sub("", line.lower), maxsplit=1)[0]
        return author.strip() in self._bylines

    def caption(self, line: Line) -> bool:
        """Tell whether a line belongs to a picture: a credit in it, or a source after a dash."""
        if line.words > 60:
            return False
        if any(mark in line.lower for mark in self._captions):
            return True
        credit = _CREDIT.search(line.text)
        if credit is None:
            return False
        return bool({part.lower() for part in _WORD.findall(credit["source"])} & self._sources)

    def stamp(self, line: Line) -> bool:
        """Tell whether a line states a date and nothing else: "Updated 23 Dec, 2024"."""
        if line.words > _DATE_PARTS or not line.numbered:
            return False
        words = [part.lower() for part in _PART.findall(line.text) if not part.isdigit()]
        if not all(word in self._stamps or word in self._months for word in words):
            return False
        return any(word in self._months for word in words) or bool(_SLASHED.search(line.text))
