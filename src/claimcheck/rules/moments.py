"""Days: what a date names, the moment a claim speaks of, and how two stretches of days relate."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from claimcheck.model.article import Anchor
from claimcheck.model.mention import Grain, Timex, TimexMod, TimexRole

_CALENDAR = re.compile(
    r"(?P<year>[12][0-9]{3})"
    r"(?:-(?P<month>[01][0-9])(?:-(?P<day>[0-3][0-9])(?P<time>T[0-9:.TMOAFEVNI]{1,20}Z?)?)?)?"
)
_LONGEST = {
    Grain.TIME: 1,
    Grain.DAY: 1,
    Grain.WEEKEND: 3,
    Grain.WEEK: 7,
    Grain.MONTH: 31,
    Grain.QUARTER: 92,
    Grain.SEASON: 93,
    Grain.HALF: 184,
    Grain.YEAR: 366,
    Grain.DECADE: 3653,
    Grain.CENTURY: 36525,
}


class Days(NamedTuple):
    """A stretch of days, both ends included; None is no end."""

    first: date | None
    last: date | None

    def meets(self, other: Days) -> bool:
        """Whether some day lies in both."""
        return not (self.before(other) or other.before(self))

    def before(self, other: Days) -> bool:
        """Whether every day of this one comes before every day of the other."""
        return self.last is not None and other.first is not None and self.last < other.first

    def holds(self, other: Days) -> bool:
        """Whether every day of the other lies in this one."""
        first = self.first is None or (other.first is not None and self.first <= other.first)
        last = self.last is None or (other.last is not None and other.last <= self.last)
        return first and last

    def __str__(self) -> str:
        """Write the stretch for a reader: "2024-08-04", "2023-11", "from 2023-11-01"."""
        if self.first is None or self.last is None:
            if self.first is None and self.last is None:
                return "no known day"
            return f"from {self.first}" if self.last is None else f"until {self.last}"
        if self.first == self.last:
            return str(self.first)
        if self.first.day == 1 and self.last == _month_end(self.first):
            return f"{self.first:%Y-%m}"
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31):
            years = {self.first.year, self.last.year}
            return " to ".join(f"{year:04d}" for year in sorted(years))
        return f"{self.first} to {self.last}"


class TimeRelation(StrEnum):
    """How the moments of two claims relate."""

    SAME = "same"
    OVERLAPPING = "overlapping"
    APART = "apart"
    UNKNOWN = "unknown"


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def calendar_days(value: str) -> Days | None:
    """Give the days a TIMEX3 year, month or day names, None for any other value.

    >>> str(calendar_days("2024-02"))
    '2024-02'
    """
    found = _CALENDAR.fullmatch(value)
    if found is None:
        return None
    try:
        first = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError:
        return None
    if found["day"]:
        return Days(first, first)
    return Days(first, _month_end(first) if found["month"] else first.replace(month=12, day=31))


def named_days(timex: Timex) -> Days | None:
    """Give the days a date itself names, whatever its relation word: "since 2021" names 2021."""
    spread = timex.first is not None and timex.last is not None
    if timex.anchored and spread:
        return Days(timex.first, timex.last)  # as wide as the day of publication is open
    return calendar_days(timex.value) or (Days(timex.first, timex.last) if spread else None)


def possible_days(timex: Timex) -> Days | None:
    """Give the days on which something may have been: "after 2007" has no last one.

    The day named belongs to them: "after Monday" may be Monday night.
    """
    days = named_days(timex)
    if days is None:
        return None
    if timex.mod is TimexMod.AFTER:
        return Days(days.first, None)
    return Days(None, days.last) if timex.mod in {TimexMod.BEFORE, TimexMod.BY} else days


def wide(timex: Timex, anchor: Anchor) -> bool:
    """Whether a date is wider than its own grain because the day of publication is not known."""
    if not timex.anchored:
        return False
    days = named_days(timex)
    if days is None or days.first is None or days.last is None:
        return not anchor.known
    return (days.last - days.first).days + 1 > _LONGEST.get(timex.grain, 0)


def published(anchor: Anchor) -> Days | None:
    """Give the days on which the article may have been published, None if nothing is known."""
    if anchor.earliest is None and anchor.latest is None:
        return None
    return Days(anchor.earliest, anchor.latest)


def moment(time: Timex, role: TimexRole, anchor: Anchor) -> Days | None:
    """Give the days a quantity speaks of when a date governs it.

    "since November" runs to the day of publication; "before July" ends with the last day of June.
    """
    days = named_days(time)
    if days is None:
        return None
    if time.mod is TimexMod.SINCE or role is TimexRole.SINCE or time.mod is TimexMod.AFTER:
        return Days(days.first, anchor.latest)
    if time.mod is TimexMod.BEFORE:
        return Days(None, days.first and days.first - timedelta(days=1))
    if time.mod in {TimexMod.UNTIL, TimexMod.BY}:
        return Days(None, days.last)
    return days


def count_ends(time: Timex, role: TimexRole, anchor: Anchor) -> Days | None:
    """Give the days on which a running count may have been read off: the end of its period."""
    days = moment(time, role, anchor)
    if days is None:
        return None
    if time.mod is TimexMod.SINCE or role is TimexRole.SINCE or time.mod is TimexMod.AFTER:
        return published(anchor)
    if days.first is None and days.last is not None:
        return Days(days.last, days.last)
    return days


def relate(left: Days | None, right: Days | None) -> TimeRelation:
    """Say how two moments relate; an unknown one makes the relation unknown."""
    if left is None or right is None:
        return TimeRelation.UNKNOWN
    if left == right:
        return TimeRelation.SAME
    return TimeRelation.OVERLAPPING if left.meets(right) else TimeRelation.APART
