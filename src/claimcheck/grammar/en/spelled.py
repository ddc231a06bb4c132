"""Numerals in words: "twenty-one", "a hundred and one", "two million three hundred"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.lexicon import Numbers

# A gap, an "and" if there is one, the next word. A line may break before a small letter.
_NEXT = re.compile(
    r"(?:[ \u00a0\u2009\u202f]{1,3}|[ ]?[-‐‑][ ]?|\n(?=[a-z]))(?P<and>and[ -])?(?P<word>[A-Za-z]+)"
)
_HUNDREDS = ("hundred", "hundreds")
_LARGEST = 10**30  # a thousand thousand thousand ... ends somewhere


class Word(NamedTuple):
    """The word after a place: in lower case, its end, and whether an "and" stands between."""

    text: str
    start: int
    end: int
    joined: bool


class Spelled(NamedTuple):
    """A numeral in words: end, value, the value before its scales, the product of the scales."""

    end: int
    value: int
    mantissa: int
    scale: int


def next_word(text: str, pos: int) -> Word | None:
    """Give the next word after `pos` in lower case."""
    found = _NEXT.match(text, pos)
    if found is None:
        return None
    return Word(found["word"].lower(), found.start("word"), found.end(), found["and"] is not None)


class NumberWords:
    """Cardinals and scales, indexed for reading."""

    def __init__(self, numbers: Numbers) -> None:
        """Index the table."""
        self.cardinals = numbers["cardinals"]
        self.scales = numbers["scales"]
        self.ordinals = numbers["ordinals"]
        self.fractions = numbers["fractions"]
        self._small = {w: Decimal(v) for w, v in numbers["cardinals"].items() if v < 20}
        self._going_on = frozenset(
            (
                "point",
                *self.cardinals,
                *self.scales,
                *self.fractions,
                *self.ordinals,
                *(f"{word}s" for word in self.ordinals),
            )
        )

    def small(self, text: str, start: int, end: int) -> Decimal | None:
        """Read a numeral below twenty that nothing continues: nearly every one of news."""
        value = self._small.get(text[start:end].lower())
        if value is None:
            return None
        found = _NEXT.match(text, end)
        if found is None:
            return value
        if found["and"] or found["word"].lower() in self._going_on:
            return None
        return value

    def below_hundred(self, text: str, word: str, end: int) -> tuple[int, int] | None:
        """Read "twenty", "twenty-one" or "seven": value and end."""
        value = self.cardinals.get(word)
        if value is None:
            return None
        if value >= 20 and (follow := next_word(text, end)) and not follow.joined:
            unit = self.cardinals.get(follow.text, 0)
            if 0 < unit < 10:
                return value + unit, follow.end
        return value, end

    def _group(self, text: str, word: str, end: int) -> tuple[int, int] | None:
        """Read a number below the scales: "two hundred and five", "twelve hundred", "hundred"."""
        read = (1, end) if word in _HUNDREDS else self.below_hundred(text, word, end)
        if read is None:
            return None
        value, end = read
        if word not in _HUNDREDS:
            follow = next_word(text, end)
            if follow is None or follow.joined or follow.text not in _HUNDREDS:
                return value, end
            end = follow.end
        value *= 100
        rest = self._rest(text, end)
        return (value + rest[0], rest[1]) if rest else (value, end)

    def _rest(self, text: str, end: int) -> tuple[int, int] | None:
        """Read what "hundred" adds: "and five", unless that begins another number of hundreds."""
        follow = next_word(text, end)
        read = follow and self.below_hundred(text, follow.text, follow.end)
        if not read or not read[0]:
            return None
        after = next_word(text, read[1])
        if after and not after.joined and after.text in _HUNDREDS:
            return None
        return read

    def read(self, text: str, start: int, end: int) -> Spelled | None:
        """Read the whole numeral whose first word is `start` to `end`."""
        part = self._scaled_group(text, text[start:end].lower(), end)
        if part is None:
            return None
        mantissa, product, finish = part
        total, ceiling = mantissa * product, product
        while ceiling > 1 and (follow := next_word(text, finish)) is not None:
            if follow.text not in self.cardinals:
                break
            part = self._scaled_group(text, follow.text, follow.end)
            if part is None or part[0] * part[1] >= ceiling:
                break
            if follow.joined and self._fraction_follows(text, part[2]):
                break
            total, ceiling, finish = total + part[0] * part[1], part[1], part[2]
        return Spelled(finish, total, mantissa, product)

    def _fraction_follows(self, text: str, end: int) -> bool:
        """Tell whether the number before `end` is a numerator ("and three quarters")."""
        follow = next_word(text, end)
        return follow is not None and (
            follow.text in self.fractions or follow.text.removesuffix("s") in self.ordinals
        )

    def _scaled_group(self, text: str, word: str, end: int) -> tuple[int, int, int] | None:
        """Read a group below the scales and the scales after it: mantissa, scale, end."""
        if word in self.scales and word not in _HUNDREDS:
            return (1, *self.scaled(text, end, self.scales[word]))
        group = self._group(text, word, end)
        return group and (group[0], *self.scaled(text, group[1], 1))

    def scaled(self, text: str, end: int, product: int) -> tuple[int, int]:
        """Multiply the scale words that follow `end` into `product`: product and end."""
        while (found := _NEXT.match(text, end)) and found["and"] is None:
            value = self.scales.get(found["word"].lower())
            if value is None or product > _LARGEST:
                break
            product, end = product * value, found.end()
        return product, end
