"""What is no quantity: years, clock times, labels, product names, idioms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from claimcheck.grammar.en.context import Left
from claimcheck.grammar.en.draft import Draft
from claimcheck.model.lexicon import Nothing
from claimcheck.model.mention import UnitKind

_CLOCK = re.compile(r"[ ]?(?:[ap]\.?[ ]?m\b|o[’']clock\b|GMT\b|BST\b)", re.IGNORECASE)
_CLOCK_PLACES = (Decimal(1), Decimal(10), Decimal("0.01"))  # of 2, 10 and 7.30
_NAME_AFTER = re.compile(r"[ ](?P<word>[A-Z][A-Za-z]+)")
_AFTER_ONE = re.compile(r"[ ]?(?P<word>-?[a-z]+|['’]s|[.,;:?!\"”)])", re.IGNORECASE)
_COUNTING = re.compile(r"[ ]and[ ](?:two|three|[0-9])")
_NAMED_SO = re.compile(r"\b(?:[Tt]he[ ][A-Z][a-z]+|(?:Group|Gang|Council)[ ]of)[ ]$")
_GROUP_OF = re.compile(r"\b(?:Group|Gang)[ ]of[ ]$")
_NOT_NAME = re.compile(
    r"(?:[A-Z][a-z]*(?:ed|ing|en)|Dead|Hurt|Missing|More|Others|In|At|On|To|And)$"
)
_ODDS = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3})[ -]to[ -]$")
_TIE_BREAK = re.compile(r"[0-9]-[0-9]{1,2}[ ]?\($")
_DIALLED = re.compile(
    r"\b(?:[Dd]ial|[Cc]all|[Rr]ing|[Tt]ext)(?:l?ing|l?ed|s)?[ ][0-9]{3,6}"
    r"(?:[ ]or[ ]|[ ]and[ ]|,[ ])$"
)
_DAY_AFTER = re.compile(r"[ ](?:ago|after|before|later|earlier|in|a|per|or|off|notice)\b|-")
_DAY_BEFORE = frozenset(
    "in for than least just only about over within after of and to nearly almost every".split()
)


class Rejections:
    """Tell numbers that count or measure nothing, by the words around them."""

    def __init__(self, nothing: Nothing, months: Iterable[str]) -> None:
        """Index the words; `months` as they are written inside a sentence, capital first."""
        self._months = frozenset(months)
        self.labels = frozenset(nothing["labels"])
        self._marked = frozenset(label for label in self.labels if len(label) > 1)
        self.after_one = frozenset(nothing["after_one"])
        self.before_one = frozenset(nothing["before_one"])
        self.after_hyphen = frozenset(nothing["after_hyphen"])
        self.names = frozenset(nothing["names"])
        self._idioms: dict[str, list[str]] = {}
        for phrase in nothing["idioms"]:
            self._idioms.setdefault(re.split("[ -]", phrase)[0], []).append(phrase)
        self._idioms_before = frozenset(nothing["idioms_before"])

        weapons = "|".join(nothing["weapons"])
        self._weapon = re.compile(rf"[ -](?:{weapons})s?\b")
        streets = "|".join(nothing["streets"])
        self._address = re.compile(
            rf"[ ]block[ ]of\b|(?:[ ][A-Z][A-Za-z'.]{{0,20}}){{1,3}}[ ](?:{streets})\b"
            r"|[ ]Magnum\b|[ -]cal(?:ib(?:er|re))?\b"
        )
        self._book = re.compile(rf"[ ](?:{'|'.join(nothing['books'])})[ ][0-9]")
        self._before_year = frozenset(nothing["before_year"])

    def dated(self, text: str, start: int, end: int, word: str) -> bool:
        """Tell a day or year by the word before it and the stop behind: "May 4,", "in 2023."."""
        width, after = end - start, text[end : end + 2]
        if (
            width == 3
            or width > 4
            or after[:1] in "%-–"
            or (after[1:].isdigit() and after[0] in ".,")
        ):
            return False
        stopped = after[0] in ",.;:)\n"
        if width < 4:
            return stopped and word in self._months
        if word in self._months:
            return True
        day = word[-1:] == "," and word[:-1].isdigit()
        return stopped and text[start] in "12" and (day or word in self._before_year)

    def idiom(self, text: str, start: int, word: str) -> bool:
        """Tell whether a number word begins an idiom ("zero tolerance")."""
        rows = self._idioms.get(word)
        if rows is None:
            return False
        return any(text[start : start + len(row)].lower() == row for row in rows)

    def named(self, text: str, start: int, end: int) -> bool:
        """Tell a spelled number that is part of a name: "the Six Nations", "Big Ten"."""
        before = text[max(0, start - 20) : start]
        word = before.rsplit(None, 1)[-1] if before.strip() else ""
        if word.lower() in self._idioms_before:
            return True
        if text[start].isupper() and _NAMED_SO.search(before):
            return True
        after_lower = bool(word) and (word[0].islower() or word == "The") and word[-1].isalpha()
        if not (text[start].isupper() and after_lower):
            return False
        return not text[start : start + 2].isupper() and _NAME_AFTER.match(text, end) is not None

    def one(self, text: str, end: int, draft: Draft) -> bool:
        """Tell "one" the pronoun from one the number."""
        left = Left(text, draft.start)
        if draft.end > end:
            day = draft.unit == "day" and draft.kind is not UnitKind.AGE
            return day and not (_DAY_AFTER.match(text, draft.end) or left.last in _DAY_BEFORE)
        if (left.text[-1:] == "-" and not _ODDS.search(left.low)) or left.last in self.before_one:
            return True
        follow = _AFTER_ONE.match(text, end)
        if follow is None or _ODDS.search(left.low):
            return bool(left.words) and follow is None
        word = follow["word"].lower()
        if word[0] == "-":
            return word[1:] in self.after_hyphen
        if word == "and":
            return _COUNTING.match(text, end) is None
        return word in self.after_one or word[0] in "'’.,;:?!\"”)"

    def refuses(self, text: str, draft: Draft, left: Left, *, counted: bool) -> bool:
        """Tell a bare figure that is a year, a label, a product or a calibre."""
        dimension = draft.dimension
        if draft.unit and dimension not in ("count", "ordinal"):
            return draft.unit in ("millimetre", "inch") and bool(
                self._weapon.match(text, draft.end)
            )
        if draft.hyphen and draft.unit in self.after_hyphen:
            return True
        if dimension == "ordinal":
            return draft.hyphen and draft.unit.endswith("ed")
        if draft.words:
            return not counted and (self._is_label(left.last, left) or _is_name(text, draft))
        return self._name(text, draft, left, counted=counted) or self._year(
            draft, left, counted=counted
        )

    def _name(self, text: str, draft: Draft, left: Left, *, counted: bool) -> bool:
        """Tell figures of names and labels: "AK-47 rifles", "USB 3.0 ports", "Flight 370"."""
        last = left.last
        ahead = text[draft.end + 1 : draft.end + 2]
        address = ahead in "bc" or ahead.isupper()
        if _DIALLED.search(left.text) or (
            draft.low <= 4 and self._book.match(text, draft.number_end)
        ):
            return True
        if last in self.names or (address and self._address.match(text, draft.end)):
            return True
        if left.capital and not left.opens and (not counted or draft.ulp < 1):
            return True
        if left.text.endswith("- ") and left.text[-3:-2].isspace() and left.text[-4:-3].isupper():
            return True  # "AK - 47", spaced by a tokeniser
        if text.startswith("911", draft.start) and draft.number_end - draft.start == 3:
            return True
        return not counted and self.numbered(text, draft, left)

    def numbered(self, text: str, draft: Draft, left: Left) -> bool:
        """Tell a figure after its label ("section 5", "p. 12"), and the points of a tie-break."""
        if text[draft.end : draft.end + 1] == ")" and _TIE_BREAK.search(left.text):
            return True
        if draft.unit or text[draft.start].isalpha():
            return False
        if _GROUP_OF.search(left.text):
            return True
        last = left.last.lstrip("([")
        label = last if last != "." or len(left.words) < 2 else left.words[-2]
        return self._is_label(label, left) or label.rstrip(".:#") in self._marked

    def _is_label(self, word: str, left: Left) -> bool:
        """Tell a label; a letter is one only as a capital inside a sentence ("Group B 2")."""
        if word not in self.labels:
            return False
        return len(word) > 1 or (left.capital and not left.opens)

    def _year(self, draft: Draft, left: Left, *, counted: bool) -> bool:
        """Tell a bare figure of four digits that is a year, and "the 8900"."""
        width = draft.number_end - draft.start
        if left.last == "the" and not counted and width >= 3 and draft.scale == 1:
            return draft.low < 10_000
        if width != 4 or not 1000 <= draft.low <= 2199 or draft.low % 1:
            return False
        if not counted or left.last in self._before_year:
            return True
        return bool(draft.low >= 1900 and draft.low % 100 != 0 and draft.low <= 2100)

    @staticmethod
    def clock(text: str, draft: Draft) -> bool:
        """Tell a clock time: "2pm", "7.30 pm", "11 a.m."; "2.1 pm" is a length."""
        return draft.ulp in _CLOCK_PLACES and _CLOCK.match(text, draft.end) is not None


def _is_name(text: str, draft: Draft) -> bool:
    """Tell a name that begins with a number: "Seven Network said", but not "Seven Dead"."""
    found = _NAME_AFTER.match(text, draft.end) if text[draft.start].isupper() else None
    return found is not None and _NOT_NAME.match(found["word"]) is None
