"""Small numerals by themselves: what a date needs for "three weeks ago", "21st century"."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.model.lexicon import Numbers

_WORD = re.compile(r"[A-Za-z]{2,13}")
_JOINED = re.compile(r"[ ]?-[ ]?(?P<unit>[A-Za-z]{3,7})|[ ](?P<apart>[A-Za-z]{3,7})")
_DIGITS = re.compile(r"(?P<value>[0-9]{1,4}+)(?P<ordinal>st|nd|rd|th)?(?![0-9A-Za-z])")


class Numeral(NamedTuple):
    """A small whole number: where it ends, its value, whether it is an ordinal ("3rd")."""

    end: int
    value: int
    ordinal: bool


class Numerals:
    """The number words below one hundred, compiled once."""

    def __init__(self, numbers: Numbers) -> None:
        """Take cardinals and ordinals from the table."""
        self._cardinals = {
            word: value for word, value in numbers["cardinals"].items() if value < 100
        }
        self._ordinals = {word: value for word, value in numbers["ordinals"].items() if value < 100}

    def at(self, text: str, pos: int) -> Numeral | None:
        """Read a cardinal or ordinal at `pos`: digits below 10,000, words below 100."""
        if found := _DIGITS.match(text, pos):
            return Numeral(found.end(), int(found["value"]), found["ordinal"] is not None)
        word = _WORD.match(text, pos)
        if word is None:
            return None
        lower = word[0].lower()
        if lower in self._ordinals:
            return Numeral(word.end(), self._ordinals[lower], ordinal=True)
        if lower not in self._cardinals:
            return None
        return self._joined(text, word.end(), self._cardinals[lower])

    def _joined(self, text: str, end: int, tens: int) -> Numeral:
        """Add the unit of "twenty-one" or "twenty-first" to its tens."""
        found = _JOINED.match(text, end) if tens >= 20 and tens % 10 == 0 else None
        if found is not None:
            lower = (found["unit"] or found["apart"]).lower()
            for table, ordinal in ((self._cardinals, False), (self._ordinals, True)):
                unit = table.get(lower, 0)
                if 0 < unit < 10:
                    return Numeral(found.end(), tens + unit, ordinal)
        return Numeral(end, tens, ordinal=False)
