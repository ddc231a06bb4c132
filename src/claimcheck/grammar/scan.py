"""The one pre-scan of a text: digit runs and trigger words, from which both passes start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from claimcheck.grammar.legible import DIGITS, plain_digits, without_escapes

# Digits become one mark and all else another: a search for one literal byte is many times faster
# than one for a class of characters.
_MARKS = bytes(ord("0") if 48 <= code <= 57 else ord(" ") for code in range(256))
_RUNS = re.compile(rb"0+")


class Hit(NamedTuple):
    """A trigger word (its lower-case form) at its place in the text."""

    start: int
    end: int
    word: str


class Scan(NamedTuple):
    """Where the grammar has to look: digit runs, number words, date words, each in text order.

    `text` is what it reads there: as long as the article's, with plain digits and no escapes.
    `mixed` are figures whose digits come from several scripts; nothing reads them.
    """

    text: str
    digits: tuple[tuple[int, int], ...]
    numbers: tuple[Hit, ...]
    dates: tuple[Hit, ...]
    mixed: tuple[tuple[int, int], ...] = ()


class Scanner:
    """Trigger words of both passes in one automaton.

    Each word is found as written, Capitalised and UPPER, as a whole word only. Digits of other
    scripts are in it too, so that a text without any pays nothing for them.
    """

    def __init__(self, number_words: Iterable[str], date_words: Iterable[str]) -> None:
        """Build the automaton; a word may trigger both passes."""
        numbers, dates = set(number_words), set(date_words)
        self._entries: list[tuple[str, bool, bool]] = []
        patterns: list[str] = []
        for word in sorted(numbers | dates):
            for form in dict.fromkeys((word, word.capitalize(), word.title(), word.upper())):
                patterns.append(form)
                self._entries.append((word, word in numbers, word in dates))
        self._foreign = len(patterns)
        patterns += DIGITS
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)

    def scan(self, text: str) -> Scan:
        """Find every digit run and trigger word of a text."""
        text = without_escapes(text)
        found = self._automaton.find_matches_as_indexes(text)
        mixed: tuple[tuple[int, int], ...] = ()
        if not text.isascii() and any(index >= self._foreign for index, _, _ in found):
            text, mixed = plain_digits(text)
            found = self._automaton.find_matches_as_indexes(text)
        numbers, dates = self._words(text, found)
        return Scan(text, digit_runs(text), numbers, dates, mixed)

    def _words(
        self, text: str, found: list[tuple[int, int, int]]
    ) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
        """Keep the whole words, sorted to their passes."""
        entries, foreign, size = self._entries, self._foreign, len(text)
        numbers: list[Hit] = []
        dates: list[Hit] = []
        for index, start, end in found:
            if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum()):
                continue
            if index >= foreign:
                continue
            word, is_number, is_date = entries[index]
            hit = Hit(start, end, word)
            if is_number:
                numbers.append(hit)
            if is_date:
                dates.append(hit)
        return tuple(numbers), tuple(dates)


def digit_runs(text: str) -> tuple[tuple[int, int], ...]:
    """Find the runs of ASCII digits; one byte stands for one character."""
    marks = text.encode("ascii", "replace").translate(_MARKS)
    return tuple([found.span() for found in _RUNS.finditer(marks)])
