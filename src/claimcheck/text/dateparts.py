"""Parts of a date that hold whatever the year: two of them may clash where no day is known."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claimcheck.model.mention import Timex, TimexMod

_FULL = re.compile(
    r"(?P<year>[12][0-9]{3})-(?P<month>[01][0-9])(?:-(?P<day>[0-3][0-9]))?(?:T.{1,20})?"
)
_YEARLESS = re.compile(
    r"(?:year[+-][0-9]{1,3}/)?XXXX-(?P<month>[01][0-9])(?:-(?P<day>[0-3][0-9]))?(?:T.{1,20})?[<>]?"
)
_NO_YEAR = "XXXX-"
_WEEKDAY = re.compile(r"XXXX-WXX-(?P<weekday>[1-7])(?:T.{1,20})?[<>]?")
_CLOCK = re.compile(r"T(?P<hour>[0-2][0-9]):(?P<minute>[0-5][0-9])")


class DateParts(NamedTuple):
    """Month, day of the month and weekday (Monday 1), each None where the text leaves it open."""

    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def dateparts(timex: Timex) -> DateParts:
    """Give the parts a date states by itself: "June 20" a month and a day, "Friday" a weekday."""
    if timex.type not in {"DATE", "TIME"} or timex.mod is TimexMod.ABOUT:
        return DateParts()
    form = timex.underspecified if timex.anchored else timex.value
    weekday = _WEEKDAY.fullmatch(form)
    if weekday is not None:
        return DateParts(weekday=int(weekday["weekday"]))
    found = _FULL.fullmatch(form) or _YEARLESS.fullmatch(form)
    if found is None:
        return DateParts()
    month, day = int(found["month"]), found["day"] and int(found["day"])
    return DateParts(month, day or None, _weekday_of(found.groupdict().get("year"), month, day))


def _weekday_of(year: str | None, month: int, day: int | str | None) -> int | None:
    if year is None or not day:
        return None
    try:
        return date(int(year), month, int(day)).isoweekday()
    except ValueError:
        return None


_OPEN = frozenset((TimexMod.BEFORE, TimexMod.AFTER, TimexMod.BY))


def clash(left: Timex, right: Timex) -> str:
    """Name the part in which two dates cannot be one day in any year, "" where there is none.

    "After July 20" and "July 22" are no clash: a date with one end meets many days.
    """
    if left.mod is not right.mod and {left.mod, right.mod} & _OPEN:
        return ""
    here, there = dateparts(left), dateparts(right)
    for name, mine, other in zip(DateParts._fields, here, there, strict=True):
        if mine is not None and other is not None and mine != other:
            return name
    return ""


def in_year(timex: Timex, year: int) -> Timex:
    """Give a date without a year as a date of that year; any other as it is."""
    if not timex.value.startswith(_NO_YEAR) or dateparts(timex).month is None:
        return timex
    return timex._replace(value=f"{year:04d}{timex.value.removeprefix('XXXX')}", anchored=False)


def clock(timex: Timex) -> int | None:
    """Give the minutes after midnight of a time of day written in figures."""
    found = _CLOCK.search(timex.value)
    return int(found["hour"]) * 60 + int(found["minute"]) if found else None
