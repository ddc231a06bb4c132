"""Amounts: a number with the unit that stands after it or the currency before it."""

from __future__ import annotations

import re

from claimcheck.grammar.en.draft import Draft
from claimcheck.grammar.en.elapsed import elapsed
from claimcheck.grammar.en.figures import dotted_end
from claimcheck.grammar.en.nothing import Rejections
from claimcheck.grammar.en.number import NumberReader
from claimcheck.grammar.en.units import Found, Unit, UnitIndex
from claimcheck.model.mention import Role, UnitKind

_ORDINAL = re.compile(r"(?:st|nd|rd|th|ST|ND|RD|TH)(?![A-Za-z0-9])")
_PLURAL = re.compile(r"['’]?s(?![A-Za-z0-9])")
_TIMES = re.compile(r"[xX](?![A-Za-z0-9])|[ -](?:times|fold)(?![A-Za-z])")
_OLD = re.compile(r"(?:[ -]|[ ]-[ ])olds?\b|[ ]of[ ]age\b", re.IGNORECASE)
_YEARS_OLD = re.compile(r"[ ]?(?:yo|y[./]o|yrs?[. ]+old)\b", re.IGNORECASE)
_SHORT_DURATIONS = frozenset(("year", "month", "week", "day"))
_WARM = frozenset(
    "of to at above below around near hit reached about over under by and a as is was".split()
)
_BESIDE_DEGREES = re.compile(r"[0-9][ ]?°?[CF][ ]?[(/][ ]?-?$")  # "47C (117F)"
_COMPASS = re.compile(r"[ ]?[NSEW](?![A-Za-z])")
_TELEPHONE = re.compile(r"[0-9]++\)?(?:[ -]\(?[0-9]{2,}+\)?)++(?![,.%]?[0-9%])")
_MASS_AFTER = re.compile(
    r"[ -](?:of|bag|baby|man|weight|heavier|lighter|overweight|boy|girl|dog|cat|fish|stone|bomb)\b"
)
_SPENT = re.compile(
    r"\b(?:costs?|costing|pa(?:y|id|ys|ying)|fined|worth|spen[dt]|priced?(?:[ ]at)?|charged?"
    r"|earn(?:s|ed)?|donated)[ ](?:[a-z]+[ ]){0,2}$"
)
_PAID = re.compile(r"[ ](?:an?|per|each|every)[ ](?:hour|week|month|year|night|person|head)\b")
_SKIP = re.compile(r"[0-9A-Za-z_]*+")
_LEADING_POINT = re.compile(r"(?<![0-9A-Za-z.])\.$")
_BEFORE_HYPHEN = re.compile(r"(?P<word>[A-Za-z]+)[ ]?$")
_JOINERS = frozenset(("to", "and", "or", "minus", "about", "than", "magnitude"))
_RATE_STARTS = frozenset((" p", " a", " e", " /", "-a", "-p", " P"))
_INCHES = re.compile(r"[0-9]{1,2}[\"″”]")
_SPECIAL = (
    "st",
    "nd",
    "rd",
    "th",
    "s",
    "x",
    "times",
    "fold",
    "and",
    "in",
    "out",
    "yo",
    "y",
    "_",
    "[",
    "{",
    "<",
)
_BRACKET_STARTS = frozenset(" ([{<_")
_SIGNS = frozenset("-−–")
_OPEN = frozenset('\n\t(—[“"‘')
Money = tuple[Unit, int]


class AmountReader:
    """Read the amount at a digit run or a spelled numeral."""

    def __init__(self, numbers: NumberReader, units: UnitIndex, nothing: Rejections) -> None:
        """Keep the readers of the rungs below."""
        self.numbers = numbers
        self.units = units
        self.nothing = nothing
        self._scaling = frozenset((*numbers.suffixes, *numbers.words.scales, "and"))
        self._follow = frozenset(
            (*numbers.suffixes, *numbers.words.scales, *units.first, *_SPECIAL)
        )

    def digits(self, text: str, start: int, end: int, free: int) -> tuple[Draft | None, int]:
        """Read the amount whose first digit run is `start` to `end`, and where to go on."""
        draft = elapsed(text, start, end)
        return (draft, draft.end) if draft else self._figure(text, start, end, free)

    def _figure(self, text: str, start: int, end: int, free: int) -> tuple[Draft | None, int]:
        """Read any other amount in digits, with the currency or sign before it."""
        before = text[start - 1] if start else " "
        money: Money | None = None
        begin = start
        if before == " ":
            word = text[text.rfind(" ", start - 12 if start > 12 else 0, start - 1) + 1 : start - 1]
            if len(word) > 12:
                word = ""
            if self.nothing.dated(text, start, end, word):
                return None, self._skip(text, start, end)
            money = self.units.before_space(text, start, word) if start > 1 else None
        elif before == ".":
            if _LEADING_POINT.search(text[max(0, start - 2) : start]):
                return self._leading_point(text, start, end)
            money = self.units.before(text, start)
            begin = start if money or not text[max(0, start - 2) : start - 1].isalnum() else -1
        elif before in _SIGNS:
            begin = start if 0 < free == start - 1 else self._sign(text, start)
        elif before not in _OPEN:
            money, begin = self._glued_before(text, start, before)
        draft = self.numbers.digits(text, start, end) if begin >= 0 else None
        if draft is None or self._shape(text, draft):
            return None, self._skip(text, start, end)
        unit = None
        if money is not None and money[1] >= free:
            unit, draft.start = money
            self._signed(text, draft)
        elif begin < start:
            _negate(draft, begin)
        elif before == " " and text[start - 2 : start] in ("s ", "e "):
            _worded_minus(text, draft)
        return (draft, draft.end) if self._unit(text, draft, unit) else (None, draft.end)

    def _glued_before(self, text: str, start: int, before: str) -> tuple[Money | None, int]:
        """Read what touches the first digit: a currency, or part of a name (-1)."""
        if before in "#@_/\\&=°+":
            kept = text[start - 2 : start] in ("<=", ">=")
            return None, start if kept else -1
        if before in "'’" and _INCHES.match(text, start):
            return None, start
        money = self.units.before(text, start)
        refused = money is None and (
            before.isalnum() or (before in ":'’" and text[max(0, start - 2) : start - 1].isalnum())
        )
        return money, -1 if refused else start

    @staticmethod
    def _skip(text: str, start: int, end: int) -> int:
        """Give where to go on after a figure that is none: behind "1.2.3", "16b", "10:30"."""
        called = text[start] == "0" or text[start - 1 : start] == "+"
        if called and (telephone := _TELEPHONE.match(text, start)):
            return telephone.end()
        stop = dotted_end(text, start, end)
        found = _SKIP.match(text, stop)
        return found.end() if found else stop

    def _leading_point(self, text: str, start: int, end: int) -> tuple[Draft | None, int]:
        """Read ".77"."""
        draft = self.numbers.digits(text, start, end)
        if draft is None or draft.end != end:
            return None, end
        digits = end - start
        draft.low = draft.high = draft.mantissa = draft.low.scaleb(-digits)
        draft.ulp = draft.ulp.__class__(1).scaleb(-digits)
        draft.start -= 1
        return (draft, draft.end) if self._unit(text, draft, None) else (None, draft.end)

    @staticmethod
    def _sign(text: str, start: int) -> int:
        """Decide a hyphen before digits: where a minus stands, `start` for none, -1 for a name."""
        ahead = text[start - 2] if start > 1 else " "
        if ahead in " (\n\t<>=" and text[start - 1] != "–":
            return start - 1
        if ahead.isdigit():  # the digits before were a date's, or part of a code
            return -1
        if ahead.isalpha():
            found = _BEFORE_HYPHEN.search(text[max(0, start - 14) : start - 1])
            word = found["word"].lower() if found else ""
            if word == "minus":
                return start - 6
            return start if word in _JOINERS else -1
        return start

    @staticmethod
    def _signed(text: str, draft: Draft) -> None:
        """Read the minus before a currency: "-$5m"."""
        if text[draft.start - 1 : draft.start] in ("-", "−") and text[
            max(0, draft.start - 2) : draft.start - 1
        ] in (" ", "(", "\n", ""):
            _negate(draft, draft.start - 1)

    def _shape(self, text: str, draft: Draft) -> bool:
        """Tell shapes that are no amounts: 10:30, 1-800-555, 007, 192.168.0.1."""
        if text[draft.start] == "0" and text[draft.start + 1 : draft.start + 2].isdigit():
            return True
        after = text[draft.end : draft.end + 2]
        if len(after) < 2:
            return False
        if after[0] in ":/" and after[1].isdigit():
            return True
        if after[0] in "-–" and after[1].isdigit():
            chain = text[draft.end : dotted_end(text, draft.start, draft.end)]
            return chain.count("-") + chain.count("/") > 1 or ":" in chain
        clock = after[0] in "apAP" or (after[0] == " " and after[1] in "apAPoGB")
        return clock and self.nothing.clock(text, draft)

    def words(self, text: str, start: int, end: int) -> Draft | None:
        """Read the amount whose first number word is `start` to `end`."""
        draft = self.numbers.spelled(text, start, end)
        if draft is None:
            return None
        return draft if self._unit(text, draft, None) else None

    def finish(self, text: str, draft: Draft) -> bool:
        """Read scales and unit of a number read elsewhere ("half a", "several")."""
        return self._unit(text, draft, None)

    def _unit(self, text: str, draft: Draft, money: Unit | None) -> bool:
        """Attach scale and unit; False where the figure turns out to be a name or ordinal part."""
        if money is not None:
            self.numbers.scales(text, draft, money=True)
            draft.tail = draft.end
            draft.unit, draft.kind, draft.dimension = money.name, money.kind, money.dimension
            self._rate(text, draft)
            return True
        token = self.units.token(text, draft.end)
        draft.tail = draft.end
        after = text[draft.end : draft.end + 1]
        if (
            after not in _BRACKET_STARTS
            if token is None
            else token not in self._follow and token.lower() not in self._follow
        ):
            return not after.isalnum()
        if token is None or token in self._scaling or token.lower() in self._scaling:
            self.numbers.scales(text, draft, money=False)
            draft.tail = draft.end
        glued = text[draft.end : draft.end + 1].isalnum()
        if (glued and not draft.words) or text.startswith((" yo", " y/o"), draft.end):
            special = self._glued(text, draft)
            if special is not None:
                return special
        found = self.units.after(text, draft.end)
        if found is None:
            return self._unitless(text, draft) or not glued
        if not self._plausible(text, draft, found):
            return False
        self._attach(text, draft, found)
        return True

    def measured(self, text: str, draft: Draft) -> None:
        """Take the unit after "of": "tens of millions of dollars", "hundreds of miles"."""
        found = self.units.after(text, draft.end + 3)
        if found is None or text[found.start : found.start + 1].isdigit():
            return
        unit = found.unit
        if unit.name == "pound" and draft.low >= 2000:
            unit = Unit("GBP", "money", UnitKind.CURRENCY)
        draft.unit, draft.kind, draft.dimension = unit.name, unit.kind, unit.dimension
        draft.end = draft.tail = found.end

    def _unitless(self, text: str, draft: Draft) -> bool:
        """Read "one in five" and "ten times"; False where neither stands there."""
        if text.startswith((" in ", " out of "), draft.end):
            self.numbers.out_of(text, draft)
            return True
        if _TIMES.match(text, draft.end):
            self._times(text, draft)
            return True
        return False

    @staticmethod
    def _glued(text: str, draft: Draft) -> bool | None:
        """Read what letters glued to digits mean before units are asked; None asks them."""
        if found := _ORDINAL.match(text, draft.end):
            draft.dimension, draft.kind = "ordinal", UnitKind.ORDINAL
            draft.end = draft.number_end = draft.tail = found.end()
            return True
        if _PLURAL.match(text, draft.end) and draft.low == int(draft.low):
            return False
        if found := _YEARS_OLD.match(text, draft.end):
            draft.unit, draft.kind, draft.dimension = "year", UnitKind.AGE, "age"
            draft.end = draft.tail = found.end()
            return True
        return None

    @staticmethod
    def _plausible(text: str, draft: Draft, found: Found) -> bool:
        """Doubt single letters glued to a figure, "777F", and degrees of a chart, "40° N"."""
        if found.unit.name == "degree":
            return _COMPASS.match(text, found.end) is None
        if text[found.start : found.end] in ("am", "pm"):  # so small a length has decimals
            return not draft.words and draft.ulp < 1
        if found.start > draft.end or found.end - found.start != 1 or text[found.start] not in "CF":
            return True
        left = text[max(0, draft.start - 12) : draft.start]
        words = left.split()
        warm = bool(words) and words[-1].lower() in _WARM
        cold = draft.low < 0 or draft.ulp < 1 or _BESIDE_DEGREES.search(left) is not None
        return (warm or cold) and abs(draft.low) < 500

    def _times(self, text: str, draft: Draft) -> None:
        """Read "3x", "ten times", "five-fold"."""
        found = _TIMES.match(text, draft.end)
        draft.unit, draft.kind, draft.dimension = "time", UnitKind.COUNTED, "factor"
        draft.end = draft.tail = found.end() if found else draft.end
        self._rate(text, draft)

    def _attach(self, text: str, draft: Draft, found: Found) -> None:
        """Take a unit; decide pounds, ages and rates."""
        unit = found.unit
        if unit.name == "pound" and self._sterling(text, draft, found):
            unit = Unit("GBP", "money", UnitKind.CURRENCY)
        draft.unit, draft.kind, draft.dimension = unit.name, unit.kind, unit.dimension
        draft.end = draft.tail = found.end
        draft.hyphen = found.hyphen
        if unit.dimension == "duration" and unit.name in _SHORT_DURATIONS:
            old = _OLD.match(text, found.end)
            if old:
                draft.kind, draft.dimension = UnitKind.AGE, "age"
                draft.end = draft.tail = old.end()
                return
        self._rate(text, draft)

    @staticmethod
    def _sterling(text: str, draft: Draft, found: Found) -> bool:
        """Decide pounds: money with a scale or in the thousands, else weight."""
        if not text.startswith(("pound", "Pound"), found.start) or found.hyphen:
            return False
        if _MASS_AFTER.match(text, found.end):
            return False
        spent = _SPENT.search(text[max(0, draft.start - 24) : draft.start])
        paid = draft.low >= 20 and _PAID.match(text, found.end)
        return draft.scale >= 1000 or draft.low >= 5000 or bool(spent or paid)

    def _rate(self, text: str, draft: Draft) -> None:
        """Read "a barrel", "per share", "/hour" after the unit."""
        after = text[draft.end : draft.end + 2]
        if after not in _RATE_STARTS and after[:1] != "/":
            return
        per = self.units.per(text, draft.end)
        if per is None:
            return
        draft.unit = f"{draft.unit}/{per[0]}" if draft.unit else ""
        draft.role = Role.RATE
        draft.end = draft.tail = per[1]
        if draft.dimension == "length":
            draft.dimension = "speed"


def _worded_minus(text: str, draft: Draft) -> None:
    """Apply "minus" or "negative" right before a figure."""
    left = text[max(0, draft.start - 9) : draft.start].lower()
    if left.endswith(("or minus ", "and minus ")):  # "plus or minus three points"
        return
    for word in ("minus ", "negative "):
        if left.endswith(word):
            _negate(draft, draft.start - len(word))


def _negate(draft: Draft, start: int) -> None:
    """Apply a minus that stands at `start`."""
    draft.low = draft.high = draft.mantissa = -draft.low
    draft.start = start
