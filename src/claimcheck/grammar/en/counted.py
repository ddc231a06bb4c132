"""The noun a number counts: the first plural after it, or the head of the phrase after "one"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.model.lexicon import Counted

_WORD = re.compile(
    r"(?:[ \u00a0\u2009\u202f]{1,2}|\n(?=[a-z])|[ ]?[-‐‑][ ]?)(?:(?:``|''|[“”\"'‘])[ ]?)?"
    r"(?P<word>[A-Z]{1,3}(?:[ ]?-[ ]?|[ ])?[0-9]{1,3}(?![0-9])"
    r"|[A-Z]\.(?:[ ]?[A-Z]\.){1,3}|[0-9]{1,4}(?:[.,][0-9]{1,3})?-[a-z]{1,12}(?:-[a-z]{1,8})?"
    r"|[A-Za-zÀ-ÿ]+(?:[-‐‑’'.][A-Za-zÀ-ÿ0-9]+)*)"
)
_OF = re.compile(
    r"[ ](?:(?:more|others?|fewer|head)[ ])?of[ ]"
    r"(?:(?:the|these|those|its|his|her|their|our|my|your|all|some|more[ ]than)[ ]){0,4}",
    re.IGNORECASE,
)
_COMMA = re.compile(r",(?=[ ][a-z-]+(?:,[ ][a-z-]+)*[ ][a-z]+s\b)")
_PEOPLES = ("ans", "lis", "nis", "qis", "dis", "tons", "ots")  # Afghans, Iraqis, Britons, Scots
_LONGEST = 8  # words a noun phrase may have before its head


class Noun(NamedTuple):
    """A counted noun: the unit, and where it stands."""

    unit: str
    start: int
    end: int


class CountedNouns:
    """Find counted nouns by word classes and endings; there is no tagger behind it."""

    def __init__(self, counted: Counted) -> None:
        """Index the word classes."""
        self._stops = frozenset(counted["stops"])
        self._verbs = frozenset(counted["verbs"])
        self._states = frozenset(counted["states"])
        self._plurals = counted["plurals"]
        self._singular = frozenset(counted["singular_s"])
        self._modifiers = frozenset(counted["modifiers"])
        self._adjectives = frozenset(counted["adjectives"])
        self._bodies = frozenset(counted["bodies"])

    def after(self, text: str, pos: int, *, single: bool) -> Noun | None:
        """Find the noun counted by a number that ends at `pos`; `single` when it is one."""
        of = _OF.match(text, pos)
        if of:
            return self._plural(text, of.end() - 1)
        if text.startswith(("-", "‑", " - "), pos):
            return self._hyphenated(text, pos)
        return self._single(text, pos) if single else self._plural(text, pos)

    def _hyphenated(self, text: str, pos: int) -> Noun | None:
        """Read the noun a hyphen ties to the number: "four-member", "10-man"."""
        found = _WORD.match(text, pos)
        if found is None:
            return None
        word = re.split("[-‐‑]", found["word"])[0]
        if word.lower() in self._stops:
            return None
        if word.lower() == "strong":
            body = self._single(text, found.end())
            return body and body._replace(unit=self._member(body.unit))
        return Noun(self.lemma(word.lower()), found.start("word"), found.start("word") + len(word))

    def _member(self, body: str) -> str:
        """Name what a body consists of: a crowd of people; a fleet stays a fleet."""
        return "people" if body in self._bodies else body

    def members(self, words: Sequence[str]) -> bool:
        """Tell whether the words before a figure say that it counts people: "a crew of"."""
        return len(words) > 1 and words[-1] == "of" and words[-2] in self._bodies

    def _plural(self, text: str, pos: int) -> Noun | None:
        """Take the first plural noun of the phrase; a plural right after it that fits wins."""
        modifier = before = ""
        people: Noun | None = None  # "100 Lebanese sheltering": a people whose name has one form
        for _ in range(_LONGEST):
            found = _WORD.match(text, pos)
            if found is None:
                return people
            word, end = found["word"], found.end()
            lower = word.lower()
            if lower.endswith("-olds"):  # "two 5-year-olds": the age says who they are
                return people
            if (lower in self._stops and word != "US") or lower in self._verbs:
                joined = lower in ("and", "or") and before and before not in self._states
                return self._joined(text, end) if joined else people
            name = word[0].isupper() and not lower.endswith(_PEOPLES) and self._name(text, end)
            if self._is_plural(lower) and not name:
                return self._noun(text, modifier, found.start("word"), end, lower)
            modifier = lower if lower in self._modifiers else ""
            if lower.endswith("ese") and word[0].isupper():
                people = Noun(lower, found.start("word"), end)
            before, pos = lower, end
        return None

    def _joined(self, text: str, pos: int) -> Noun | None:
        """Read on after "and" between adjectives: "23 Somali and Yemeni pirates"."""
        for _ in range(2):
            found = _WORD.match(text, pos)
            lower = found["word"].lower() if found else "and"
            if found is None or lower in self._stops or lower in self._verbs:
                return None
            if self._is_plural(lower):
                return Noun(self.lemma(lower), found.start("word"), found.end())
            pos = found.end()
        return None

    def _name(self, text: str, pos: int) -> bool:
        """Tell a name that ends in "s" from a plural: "two Gibbs free throws" counts throws."""
        for _ in range(2):
            found = _WORD.match(text, pos)
            if found is None or not found["word"][0].islower():
                return False
            lower = found["word"]
            if lower in self._stops or lower in self._verbs or lower.endswith("ed"):
                return False
            if self._is_plural(lower):
                return True
            pos = found.end()
        return False

    def _noun(self, text: str, modifier: str, start: int, end: int, lower: str) -> Noun:
        """Name the noun; "five Rangers fans" counts fans."""
        after = _WORD.match(text, end)
        if after is not None and lower not in ("people", "men", "women", "children"):
            follow = after["word"].lower()
            if (
                self._is_plural(follow)
                and follow not in self._stops
                and follow not in self._verbs
                and follow[-1:] == "s"
                and text[end] != "-"
            ):
                head = self.lemma(follow)
                kept = lower in self._modifiers
                return Noun(f"{lower} {head}" if kept else head, start, after.end())
        unit = self.lemma(lower.rsplit("-", 1)[-1])
        return Noun(f"{modifier} {unit}" if modifier else unit, start, end)

    def _is_plural(self, word: str) -> bool:
        """Tell plural nouns by form: irregular ones from the table, others by their "s"."""
        if word in self._plurals:
            return True
        if not word.endswith("s") or len(word) < 4 or word in self._singular:
            return False
        return not word.endswith(("ss", "ous", "'s", "’s")) and word not in self._states

    def _single(self, text: str, pos: int) -> Noun | None:
        """Take the last word before the phrase ends; states and participles are not nouns."""
        last: Noun | None = None
        for _ in range(_LONGEST):
            found = _WORD.match(text, pos)
            if found is None:
                break
            lower = found["word"].lower()
            if lower in self._stops or lower in self._verbs:
                break
            if last is not None and (lower.endswith("ed") or lower in self._states):
                break
            if lower.endswith(("'s", "’s")):
                last = None
            elif lower not in self._adjectives and lower not in self._states:
                last = Noun(self.lemma(lower), found.start("word"), found.end())
            pos = found.end()
        return last

    def lemma(self, word: str) -> str:
        """Give the singular of a plural: "refugees", "cities", "churches", "men"."""
        known = self._plurals.get(word)
        if known is not None:
            return known
        if len(word) < 4 or not word.endswith("s") or word in self._singular or word.endswith("ss"):
            return word
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
            return word[:-2]
        return word if word.endswith("us") else word[:-1]
