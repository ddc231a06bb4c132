"""The one pre-scan of a text: digit runs and trigger words, from which both passes start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

_DIGITS = re.compile(r"[0-9]+")


class Hit(NamedTuple):
    """A trigger word (its lower-case form) at its place in the text."""

    start: int
    end: int
    word: str


class Scan(NamedTuple):
    """Where the grammar has to look: digit runs, number words, date words, each in text order."""

    digits: tuple[tuple[int, int], ...]
    numbers: tuple[Hit, ...]
    dates: tuple[Hit, ...]


class Scanner:
    """Trigger words of both passes in one automaton.

    Each word is found as written, Capitalised and UPPER, as a whole word only.
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
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest)

    def scan(self, text: str) -> Scan:
        """Find every digit run and trigger word of a text."""
        entries = self._entries
        size = len(text)
        numbers: list[Hit] = []
        dates: list[Hit] = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if (start and text[start - 1].isalnum()) or (end < size and text[end].isalnum()):
                continue
            word, is_number, is_date = entries[index]
            hit = Hit(start, end, word)
            if is_number:
                numbers.append(hit)
            if is_date:
                dates.append(hit)
        digits = tuple(found.span() for found in _DIGITS.finditer(text))
        return Scan(digits, tuple(numbers), tuple(dates))
