"""Ranges, scores and compound values: two amounts that are one reading."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.grammar.en.change import ChangeWords
from claimcheck.grammar.en.draft import Draft
from claimcheck.grammar.en.figures import EXACTLY
from claimcheck.grammar.en.number import plain
from claimcheck.model.mention import Bound, UnitKind

_GAP = re.compile(
    r"[ ]?(?P<how>[-–—‑]|-?[ ]?to|and|or|till|until)(?:[ -]?(?P<hedge>~|about|around"
    r"|approximately|roughly|nearly|almost|more than|at least|up to|as many as"
    r"|even|perhaps|maybe|possibly|over))?"
    r"[ -]?",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(?P<word>between|from)(?:[ ](?:about|around|roughly|approximately|some|nearly|just))?$",
    re.IGNORECASE,
)
_SCORE_BEFORE = re.compile(
    r"\b(?:won|wins?|lost|lose|beat|beaten|beating|leads?|led|leading|trail\w*|victory|defeat\w*"
    r"|score[ds]?|scoreline|drew|draw|vote[ds]?|by|ruled|record|down|up|ahead|final|sets?|series"
    r"|tied?"
    r"|loss|upset|behind|passed|approved|rejected|edged|finished|went|go|goes"
    r"|going)\b[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_SCORE_AFTER = re.compile(
    r"[ ](?:wins?|victory|loss|lead|defeat|votes?|draw|record|tie|decision|majority|triumph"
    r"|thrashing|rout|aggregate|scoreline|ruling|on aggregate|over|against|at home|away|to|split"
    r"|in favou?r"
    r"|ballot)\b",
    re.IGNORECASE,
)
_FEET_INCHES = (
    ("foot", "inch", 12),
    ("pound", "ounce", 16),
    ("stone", "pound", 14),
    ("yard", "foot", 3),
)
_CLOCK_PARTS = (
    ("hour", "minute", 60),
    ("minute", "second", 60),
    ("hour", "second", 3600),
    ("day", "hour", 24),
)
_BY = ("by", "margin of", "ratio of", "odds of")  # "lost by 3 to 1" is no fall to one
_SMALLER = {(big, small): factor for big, small, factor in (*_FEET_INCHES, *_CLOCK_PARTS)}
_INDIAN = (
    Decimal(100),
    Decimal(1000),
    Decimal(100000),
    Decimal(1000000),
    Decimal(10000000),
    Decimal(10**9),
)
_WINDOW = 60  # characters before a range in which its opening word or a verb may stand
_COMPOUND_GAPS = frozenset(("-", " ", ", ", " and ", "", ", and "))


class RangeReader:
    """Join neighbouring amounts."""

    def __init__(self, changes: ChangeWords) -> None:
        """Keep the words of change: "rose from 8 to 10" is no range."""
        self._changes = changes

    def join(self, text: str, drafts: list[Draft]) -> list[Draft]:
        """Join amounts that touch, left to right."""
        out: list[Draft] = []
        for draft in drafts:
            if out and draft.start - out[-1].end <= 16 and self._merge(text, out[-1], draft, out):
                continue
            out.append(draft)
        return out

    def _merge(self, text: str, left: Draft, right: Draft, out: list[Draft]) -> bool:
        """Make `left` the joint reading of both, if they are one; False leaves both alone."""
        gap = text[left.end : right.start]
        if "\n" in gap or right.dimension == "ordinal" or left.dimension == "ordinal":
            return False
        if gap in _COMPOUND_GAPS and _compound(left, right, gap):
            return True
        if not _alike(left, right):
            return False
        if gap.strip() in ("±", "+/-", "+-"):
            return _tolerance(left, right)
        found = _GAP.fullmatch(gap)
        how = found["how"].strip(" -").lower() or "-" if found else ""
        if how and how in "-–—‑":
            return self._hyphened(text, left, right, out)
        return bool(how) and self._worded(text, left, right, how)

    def _worded(self, text: str, left: Draft, right: Draft, how: str) -> bool:
        """Read "between 20 and 30", "20 to 30", "two or three"; a move from 8 to 10 is none."""
        before = text[max(0, left.start - _WINDOW) : left.start].rstrip()
        found = _OPENED.search(before)
        opened = found["word"].lower() if found else ""
        begin = left.start - len(before) - 1 + found.start() if found else None
        if opened == "between":
            return _range(left, right, begin)
        if how == "and":
            return False
        if how == "or":
            vague = left.bound is right.bound is Bound.VAGUE  # "tens or hundreds of"
            return (vague or _next_to(left, right)) and _range(left, right, None)
        if found is not None:  # "from ... to"
            moved = left.high > right.low or self._changes.moved(before[: found.start()])
            return not moved and _range(left, right, begin)
        moved = self._changes.moved(before[-24:]) and (not right.unit or bool(left.unit))
        if (not moved or before.endswith(_BY)) and _odds(left, right):
            return _score(left, right)
        return not moved and _range(left, right, None)

    def _hyphened(self, text: str, left: Draft, right: Draft, out: list[Draft]) -> bool:
        """Read "20-30" as range, "3-1" as score, "2012-13" as neither."""
        if _season(left, right):
            out.pop()
            right.dimension = "nothing"
            return False
        before = text[max(0, left.start - _WINDOW) : left.start]
        plain = not (left.unit or right.unit) and left.scale == right.scale == 1
        whole = left.low < 1000 and right.low < 1000
        if (
            plain
            and whole
            and (
                left.low >= right.low
                or _SCORE_AFTER.match(text, right.end)
                or _SCORE_BEFORE.search(before)
            )
        ):
            return _score(left, right)
        return left.low < right.high and _range(left, right, None)


def _odds(left: Draft, right: Draft) -> bool:
    """Tell "three to one", "by 3 to 1": odds, or the result of a vote."""
    bare = not (left.unit or right.unit) and left.scale == right.scale == 1
    return bare and right.low == 1 < left.low < 1000


def _tolerance(left: Draft, right: Draft) -> bool:
    """Read "2,000.45 ± 0.01" as the range it spans."""
    value, width = left.low, right.low
    left.low, left.high = value - width, value + width
    left.unit, left.kind, left.dimension = right.unit, right.kind, right.dimension
    left.bound = Bound.RANGE
    left.end, left.number_end, left.tail = right.end, right.number_end, right.tail
    return True


def _alike(left: Draft, right: Draft) -> bool:
    """Tell whether two amounts may be the ends of one range."""
    if left.bound is Bound.RANGE or right.bound is Bound.RANGE:
        return False
    if right.unit and (left.dimension == "fraction") != (right.dimension == "fraction"):
        return False
    if left.unit and right.unit and left.unit != right.unit.partition("/")[0]:
        return False
    return not (left.unit and not right.unit and left.kind is not UnitKind.CURRENCY)


def _next_to(left: Draft, right: Draft) -> bool:
    """Tell "two or three" from "50 or 200"."""
    return not left.unit and right.low - left.low in (1, 2, 5) and left.low > 0


def _range(left: Draft, right: Draft, begin: int | None) -> bool:
    """Turn `left` into the range of both; share scale and unit."""
    if left.scale == 1 and right.scale > 1 and left.mantissa < right.mantissa:
        left.low = left.high = plain(EXACTLY.multiply(left.low, right.scale))
        left.ulp = plain(left.ulp * right.scale)
    if left.low > right.high:
        return False
    if begin is not None:
        left.start = begin
    left.high = right.high
    left.ulp = min(left.ulp, right.ulp)
    left.end, left.number_end, left.tail = right.end, right.number_end, right.tail
    left.unit, left.kind = right.unit or left.unit, right.kind if right.unit else left.kind
    left.dimension = right.dimension if right.unit else left.dimension
    left.hyphen, left.role = right.hyphen, right.role
    vague = left.bound is Bound.VAGUE or right.bound is Bound.VAGUE
    left.bound = Bound.VAGUE if vague else Bound.RANGE
    return True


def _score(left: Draft, right: Draft) -> bool:
    """Turn `left` into a score: figures in rising order, the text keeps theirs."""
    left.low, left.high = min(left.low, right.low), max(left.high, right.high)
    left.end, left.number_end, left.tail = right.end, right.number_end, right.end
    left.dimension, left.kind, left.unit = "score", UnitKind.SCORE, "score"
    return True


def _season(left: Draft, right: Draft) -> bool:
    """Tell "2012-13" and "2012-2015", and telephone numbers."""
    if left.number_end - left.start == 3 and right.number_end - right.start == 4 and not right.unit:
        return True  # a local telephone number
    year = left.number_end - left.start == 4 and 1000 <= left.low <= 2199 and not left.unit
    width = right.number_end - right.start
    return year and not right.unit and right.scale == 1 and width in (2, 4) and right.low <= 2199


def _compound(left: Draft, right: Draft, gap: str) -> bool:
    """Read "6 feet 2", "3 hours 20 minutes", "20 dollars and 43 cents", "5 crore 20 lakh"."""
    if _minor(left, right):
        return _add(left, right, left.unit)
    if gap == " " and left.scale > right.scale and left.scale in _INDIAN and right.scale in _INDIAN:
        if left.unit or right.low >= left.scale:
            return False
        left.low = left.high = left.low + right.low
        return _extend(left, right, right.unit)
    tall = left.unit == "foot" and 3 <= left.low <= 8 and right.dimension == "number"
    small = "inch" if tall and gap in (" ", "-") and not right.unit else right.unit
    factor = _SMALLER.get((left.unit, small))
    if factor is None or (right.low >= factor and factor != 3) or left.bound is not Bound.EXACT:
        return False
    if left.low != int(left.low):
        return False
    left.low = left.high = left.low * factor + right.low
    return _extend(left, right, small)


def _minor(left: Draft, right: Draft) -> bool:
    """Tell cents after dollars."""
    small = right.unit in ("cent", "penny", "sen", "rappen", "paise", "kopeks")
    return left.kind is UnitKind.CURRENCY and left.scale == 1 and small and right.low < 100


def _add(left: Draft, right: Draft, unit: str) -> bool:
    """Add a minor amount to a major one."""
    left.low = left.high = left.low + right.low / 100
    left.ulp = Decimal("0.01")
    return _extend(left, right, unit)


def _extend(left: Draft, right: Draft, unit: str) -> bool:
    """Let `left` cover both amounts."""
    left.mantissa = left.low
    left.ulp = min(left.ulp, right.ulp)
    left.end = left.tail = right.end
    left.number_end = right.number_end
    left.unit = unit
    if right.unit == unit:
        left.kind, left.dimension = right.kind, right.dimension
    return True
