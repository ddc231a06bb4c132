"""Bounds on the day of writing: what the body tells as past had happened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.grammar import calendar
from claimcheck.grammar.calendar import Period
from claimcheck.grammar.evaluate import absolute
from claimcheck.grammar.reading import Reading
from claimcheck.model.article import Evidence
from claimcheck.model.mention import Direction, Timex, TimexMod, TimexRole

_REACH_AHEAD = 183  # a coming day named without its year lies within half a year
_REACH_BACK = 183  # a past one too: without its year a day is the nearest
_MOST_DAYS = 1500
_MOST_LIMITS = 50
_LOOKING_BACK = frozenset({TimexMod.AS_OF, TimexMod.SINCE})
_OPEN_ENDS = frozenset({TimexMod.BY, TimexMod.UNTIL, TimexMod.BEFORE})


class Bounds(NamedTuple):
    """The days the body allows, and the dates that say so."""

    earliest: date | None = None
    latest: date | None = None
    evidence: tuple[Evidence, ...] = ()


class _Limit(NamedTuple):
    """A day named without its year, as a test of days of writing."""

    reading: Reading
    allows: Callable[[date], bool]
    words: str


def bounds(text: str, readings: tuple[Reading, ...]) -> Bounds:
    """Intersect what the dates of a body say of the day it was written."""
    earliest: tuple[date, Evidence] | None = None
    latest: tuple[date, Evidence] | None = None
    limits: list[_Limit] = []
    for reading in readings:
        timex = reading.timex
        if timex is None or timex.type not in {"DATE", "TIME"} or timex.note:
            continue
        form = timex.underspecified.partition("T")[0]
        period = absolute(form) if form[:1].isdigit() else None
        ahead = _ahead(timex)
        words = f'"{text[reading.span.start : reading.span.end]}"'
        if period is None:
            limits.extend(_open(reading, form, words, timex, ahead=ahead))
        elif ahead:
            day = calendar.last_day(period)
            if latest is None or day < latest[0]:
                latest = (day, Evidence(reading.span, f"{words} was still to come"))
        elif timex.mod in _OPEN_ENDS:
            continue  # "profitable by 2008" may lie on either side
        elif earliest is None or period.first > earliest[0]:
            earliest = (period.first, Evidence(reading.span, f"{words} was past"))
    return _intersect(earliest, latest, limits)


def _ahead(timex: Timex) -> bool:
    """Tell whether a date lay ahead of the writer."""
    if timex.mod in _LOOKING_BACK:
        return False
    if timex.role is TimexRole.DEADLINE and timex.mod is TimexMod.UNTIL:
        return True
    return timex.direction is Direction.AHEAD


def _open(reading: Reading, form: str, words: str, timex: Timex, *, ahead: bool) -> list[_Limit]:
    """Turn a month and day without a year into a test of days."""
    if not form.startswith(("XXXX-0", "XXXX-1")) or len(form) != 10 or form.endswith("-29"):
        return []
    month, number = int(form[5:7]), int(form[8:])
    if ahead:
        return [
            _Limit(
                reading,
                lambda day: _until(day, month, number) <= _REACH_AHEAD,
                f"{words} was still to come",
            )
        ]
    if timex.mod is TimexMod.AS_OF:
        return [
            _Limit(reading, lambda day: _since(day, month, number) <= _REACH_BACK, f"as of {words}")
        ]
    return []


def _until(day: date, month: int, number: int) -> int:
    """Count the days from a day to the next such day of the year."""
    coming = calendar.day(day.year, month, number)
    if coming is None or coming < day:
        coming = calendar.day(day.year + 1, month, number)
    return 9999 if coming is None else (coming - day).days


def _since(day: date, month: int, number: int) -> int:
    past = calendar.day(day.year, month, number)
    if past is None or past > day:
        past = calendar.day(day.year - 1, month, number)
    return 9999 if past is None else (day - past).days


def _intersect(
    earliest: tuple[date, Evidence] | None,
    latest: tuple[date, Evidence] | None,
    limits: list[_Limit],
) -> Bounds:
    """Join the limits; one that would leave no day is left out."""
    low = earliest[0] if earliest else None
    high = latest[0] if latest else None
    evidence = [one[1] for one in (earliest, latest) if one is not None]
    if low is not None and high is not None and low > high:
        return Bounds(low, None, tuple(evidence[:1]))
    if low is None or high is None or (high - low).days > _MOST_DAYS:
        return Bounds(low, high, tuple(evidence))
    days = [low + timedelta(days=step) for step in range((high - low).days + 1)]
    for limit in limits[:_MOST_LIMITS]:
        kept = [day for day in days if limit.allows(day)]
        if kept and len(kept) < len(days):
            days = kept
            evidence.append(Evidence(limit.reading.span, limit.words))
    return Bounds(days[0], days[-1], tuple(evidence))


__all__ = ["Bounds", "Period", "bounds"]
