"""How two values relate: quantities by the intervals their wording allows, dates by their days."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from claimcheck.model.article import Anchor
from claimcheck.model.figures import swapped
from claimcheck.model.mention import Bound, Quantity, Timex, TimexMod, UnitKind
from claimcheck.rules.interval import Interval, Policy, informative, interval, precision
from claimcheck.rules.moments import Days, calendar_days, named_days, possible_days, wide
from claimcheck.rules.units import Units
from claimcheck.text.dateparts import clock

_CENTRE = frozenset({Bound.EXACT, Bound.ABOUT})
_FLOOR = frozenset({Bound.ABOVE, Bound.AT_LEAST})
_CEILING = frozenset({Bound.BELOW, Bound.AT_MOST})
_UNDER = _CEILING | {Bound.NEARLY}
_PEOPLE_OR_THINGS = frozenset({UnitKind.COUNTED, UnitKind.NONE})
_SLIPS = {Decimal(10): "ten", Decimal(100): "hundred", Decimal(1000): "thousand"}
_HALF = Decimal("0.5")
_ZONE_STEP = 15  # minutes: the zones of the world lie whole quarters of an hour apart
_CONVERTED = Decimal("0.05")  # no rounding of a converted figure moves it further than this


class Values(StrEnum):
    """How two values relate, strongest first."""

    EQUAL = "equal"
    SAME_FIGURE = "same_figure"  # one figure, bounded in other ways: over 25,000 / 25,000
    ROUNDS_TO = "rounds_to"
    WITHIN_HEDGE = "within_hedge"
    VAGUE = "vague"
    BOUND = "bound"  # a one-sided bound allows the other, but from afar
    OPPOSED = "opposed"  # nearly 25,000 / over 25,000
    REVERSED = "reversed"  # up to 25,000 / at least 25,000
    DIVERGENT_BOUNDS = "divergent_bounds"  # over 26,000 / over 31,000
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    OTHER_ZONE = "other_zone"  # 7:37 local time / 07:37 GMT
    OPEN = "open"
    INCOMPARABLE = "incomparable"


class Measured(NamedTuple):
    """A quantity in the unit of a comparison: its figures, places, reach and hint."""

    low: Decimal
    high: Decimal
    ulp: Decimal  # the last significant place as written
    place: Decimal  # the place it is read to
    slack: Decimal  # how far a bare figure of this size and place may lie from what it rounds
    bound: Bound
    reach: Interval
    hint: Interval


def measured(quantity: Quantity, policy: Policy) -> Measured:
    """Give a quantity in its own unit."""
    place = precision(quantity)
    return Measured(
        quantity.low,
        quantity.high,
        quantity.ulp,
        place,
        policy.widths["rounded"].of(quantity.low, place),
        quantity.bound,
        interval(quantity, policy),
        informative(quantity, policy),
    )


class Common(NamedTuple):
    """Two quantities in one unit; `converted` if one of them had to be turned."""

    left: Measured
    right: Measured
    converted: bool


def comparable(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are in one unit as they stand."""
    if left.unit == right.unit and left.unit_kind == right.unit_kind:
        return True
    return left.unit_kind in _PEOPLE_OR_THINGS and right.unit_kind in _PEOPLE_OR_THINGS


def in_common(
    left: tuple[Quantity, Measured], right: tuple[Quantity, Measured], units: Units
) -> Common | None:
    """Bring two quantities to one unit; None where that cannot be: per cent and people."""
    if comparable(left[0], right[0]):
        return Common(left[1], right[1], converted=False)
    here, there = units.scale(left[0].unit), units.scale(right[0].unit)
    if here is None or there is None or here.dimension != there.dimension:
        return None
    factor = there.factor / here.factor
    offset = there.offset * factor - here.offset
    return Common(left[1], _turned(right[1], factor, offset), converted=True)


def _turned(value: Measured, factor: Decimal, offset: Decimal) -> Measured:
    return Measured(
        value.low * factor + offset,
        value.high * factor + offset,
        value.ulp * factor,
        value.place * factor,
        value.slack * factor,
        value.bound,
        value.reach.scaled(factor, offset),
        value.hint.scaled(factor, offset),
    )


def relation(pair: Common) -> Values:
    """Say how two quantities of one unit relate.

    Equal means one figure, bare or hedged alike; "nearly 25,000" and 25,000 share only a figure.
    """
    left, right = pair.left, pair.right
    if _one_figure(pair):
        return _same_figure(left.bound, right.bound)
    bounds = {left.bound, right.bound}
    if bounds <= _FLOOR or bounds <= _CEILING:
        return Values.DIVERGENT_BOUNDS
    if Bound.VAGUE in bounds:
        return Values.VAGUE if left.reach.meets(right.reach) else Values.DISJOINT
    if bounds == {Bound.EXACT}:
        return Values.ROUNDS_TO if rounds_to(left, right) else Values.DISJOINT
    if left.reach.meets(right.reach):
        return Values.WITHIN_HEDGE if left.hint.meets(right.hint) else Values.BOUND
    return Values.SAME_FIGURE if _near(left, right) else Values.DISJOINT


def _one_figure(pair: Common) -> bool:
    left, right = pair.left, pair.right
    if left.low == right.low and left.high == right.high:
        return True
    if not pair.converted:
        return False
    size = max(abs(left.low), abs(right.low)) * _CONVERTED
    slack = min(max(left.ulp, right.ulp) * _HALF, size)
    return abs(left.low - right.low) <= slack and abs(left.high - right.high) <= slack


def _same_figure(left: Bound, right: Bound) -> Values:
    bounds = {left, right}
    if left == right or bounds <= _CENTRE:
        return Values.EQUAL
    if bounds & _CEILING and bounds & _FLOOR:
        return Values.REVERSED
    if bounds & _UNDER and bounds & _FLOOR:
        return Values.OPPOSED
    return Values.SAME_FIGURE


def rounds_to(left: Measured, right: Measured) -> bool:
    """Whether one bare figure is the other, rounded to a coarser place (675,190, 675,000)."""
    fine, coarse = sorted((left, right), key=lambda value: value.place)
    if fine.place == coarse.place or coarse.low != coarse.high or fine.low != fine.high:
        return False
    return abs(fine.low - coarse.low) <= coarse.slack


def _near(left: Measured, right: Measured) -> bool:
    """Whether two hedged figures differ by less than the rounding of the coarser one."""
    return abs(left.low - right.low) <= max(left.slack, right.slack)


def figures(left: Measured, right: Measured) -> str:
    """Say how the digits relate: the same, a slip of the point, two swapped, or other."""
    if left.low != left.high or right.low != right.high:
        return "other"
    small, large = sorted((abs(left.low), abs(right.low)))
    if small == large:
        return "same"
    if small and large % small == 0 and large / small in _SLIPS:
        return _SLIPS[large / small]
    return "swapped" if swapped(small, large) else "other"


def difference(left: Measured, right: Measured) -> Decimal:
    """Give the gap between the stated figures as a share of the larger, 0 where they overlap."""
    gap = max(left.low - right.high, right.low - left.high, Decimal(0))
    size = max(abs(left.low), abs(left.high), abs(right.low), abs(right.high))
    return gap / size if size else Decimal(0)


class Placed(NamedTuple):
    """A date with the publication of its article and the time zone its text names."""

    timex: Timex
    anchor: Anchor
    zone: str = ""


def date_relation(left: Placed, right: Placed) -> Values:
    """Say how two dates relate; open if one is unresolved, wide, or of two readings."""
    here, there = _days(left.timex, right.timex)
    if here is None or there is None or _wide(left) or _wide(right):
        return _clocks(left, right) or Values.OPEN
    if here == there:
        return _clocks(left, right) or Values.EQUAL
    if here.holds(there) or there.holds(here):
        return Values.CONTAINS
    if here.meets(there):
        return Values.OVERLAPS
    loose = _loose(left) or _loose(right) or _same_words(left.timex, right.timex)
    return Values.OPEN if loose or _other_reading_meets(left, right) else Values.DISJOINT


def _days(left: Timex, right: Timex) -> tuple[Days | None, Days | None]:
    """Give the days to compare: those named where both are bounded alike, else those possible.

    "Until June 20" and "until June 30" are two ends; "after July 20" allows July 22.
    """
    alike = left.mod is right.mod and left.mod is not TimexMod.AFTER
    read = named_days if alike else possible_days
    return read(left), read(right)


def parts_apart(left: Placed, right: Placed) -> Values:
    """Judge two dates that cannot be one day in any year.

    Stretches that meet are no clash, unless they are wide only for want of a day of publication.
    """
    here, there = named_days(left.timex), named_days(right.timex)
    if here is None or there is None or _wide(left) or _wide(right):
        return Values.DISJOINT
    return Values.OPEN if here.meets(there) else Values.DISJOINT


def _wide(placed: Placed) -> bool:
    return wide(placed.timex, placed.anchor)


def _loose(placed: Placed) -> bool:
    """Whether a date is counted from a day of publication that is only inferred."""
    return placed.timex.anchored and not placed.anchor.known


def _same_words(left: Timex, right: Timex) -> bool:
    """Whether both are one relative date ("today"): one text printed on two days, not two dates."""
    return left.anchored and right.anchored and left.underspecified == right.underspecified


def _clocks(left: Placed, right: Placed) -> Values | None:
    """Compare two times of day, None where one of them is not written in figures.

    Times carry zones. One clock in two zones is two times; two clocks are disjoint in one zone, and
    where no zone could bridge them.
    """
    here, there = clock(left.timex), clock(right.timex)
    if here is None or there is None:
        return None
    if left.zone and right.zone and left.zone != right.zone:
        return Values.OTHER_ZONE if here == there else Values.OPEN
    if here == there:
        return None
    one_zone = left.zone and left.zone == right.zone
    return Values.DISJOINT if one_zone or (here - there) % _ZONE_STEP else Values.OPEN


def _other_reading_meets(left: Placed, right: Placed) -> bool:
    one, other = left.timex, right.timex
    if not (one.also or other.also):
        return False
    here = [calendar_days(value) for value in (one.value, *one.also)]
    there = [calendar_days(value) for value in (other.value, *other.also)]
    return any(a.meets(b) for a in here if a for b in there if b)
