"""Calendar arithmetic from year 1000 to 2199: units, their names in TIMEX3, holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from claimcheck.grammar.feasts import feast
from claimcheck.model.mention import Grain

FIRST_YEAR, LAST_YEAR = 1000, 2199
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_NAMES = {month: name for name, month in SEASON_MONTHS.items()}
_MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.SEASON: 3, Grain.HALF: 6, Grain.YEAR: 12}
_YEARS_IN = {Grain.YEAR: 1, Grain.DECADE: 10, Grain.CENTURY: 100}


class Period(NamedTuple):
    """A calendar unit: its grain and its first day."""

    grain: Grain
    first: date


def day(year: int, month: int, number: int) -> date | None:
    """Give a day, or None where the calendar has no such day or it is out of range."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= number <= 31):
        return None
    if number > days_in_month(year, month):
        return None
    return date(year, month, number)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def add_days(start: date, number: int) -> date | None:
    """Step a number of days, or None outside the calendar kept here."""
    ordinal = start.toordinal() + number
    if not _LOW <= ordinal <= _HIGH:
        return None
    return date.fromordinal(ordinal)


def add_months(start: date, number: int) -> date | None:
    """Step months; the day is cut to the length of the month reached."""
    index = start.year * 12 + start.month - 1 + number
    year, month = divmod(index, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return date(year, month + 1, min(start.day, days_in_month(year, month + 1)))


_LOW = date(FIRST_YEAR, 1, 1).toordinal()
_HIGH = date(LAST_YEAR, 12, 31).toordinal()


def floor(grain: Grain, within: date) -> date:  # noqa: PLR0911 - a case for each grain
    """Give the first day of the unit that a day lies in."""
    match grain:
        case Grain.WEEK:
            return within - timedelta(days=within.weekday())
        case Grain.WEEKEND:
            return within - timedelta(days=within.weekday() - 5)
        case Grain.MONTH:
            return within.replace(day=1)
        case Grain.QUARTER:
            return date(within.year, (within.month - 1) // 3 * 3 + 1, 1)
        case Grain.HALF:
            return date(within.year, 1 if within.month < 7 else 7, 1)
        case Grain.SEASON:
            year = within.year - (within.month < 3)
            return date(max(year, FIRST_YEAR), _season_month(within.month), 1)
        case Grain.YEAR | Grain.DECADE | Grain.CENTURY:
            return date(within.year - within.year % _YEARS_IN[grain], 1, 1)
    return within


def _season_month(month: int) -> int:
    return 12 if month < 3 else month // 3 * 3


def shift(period: Period, number: int) -> Period | None:
    """Step a period by a number of its own units."""
    grain, first = period
    if grain in _YEARS_IN:
        year = first.year + number * _YEARS_IN[grain]
        moved = date(year, 1, 1) if FIRST_YEAR <= year <= LAST_YEAR else None
    elif grain in _MONTHS_IN:
        moved = add_months(first, number * _MONTHS_IN[grain])
    else:
        step = 7 if grain in {Grain.WEEK, Grain.WEEKEND} else 1
        moved = add_days(first, number * step)
    return None if moved is None else Period(grain, moved)


def last_day(period: Period) -> date:
    """Give the last day of a period."""
    grain, first = period
    if grain in _MONTHS_IN:
        after = first.year * 12 + first.month - 1 + _MONTHS_IN[grain]
        year, month = divmod(after - 1, 12)
        return date(year, month + 1, days_in_month(year, month + 1))
    if grain in _YEARS_IN:
        return date(first.year + _YEARS_IN[grain] - 1, 12, 31)
    days = {Grain.WEEK: 6, Grain.WEEKEND: 1}.get(grain, 0)
    return add_days(first, days) or first


def name(period: Period) -> str:  # noqa: PLR0911 - a case for each grain
    """Write a period as a TIMEX3 value."""
    grain, first = period
    match grain:
        case Grain.WEEK | Grain.WEEKEND:
            year, week, _ = first.isocalendar()
            return f"{year:04}-W{week:02}" + ("-WE" if grain is Grain.WEEKEND else "")
        case Grain.MONTH:
            return f"{first.year:04}-{first.month:02}"
        case Grain.QUARTER:
            return f"{first.year:04}-Q{(first.month + 2) // 3}"
        case Grain.HALF:
            return f"{first.year:04}-H{1 if first.month < 7 else 2}"
        case Grain.SEASON:
            return f"{first.year:04}-{_SEASON_NAMES[first.month]}"
        case Grain.YEAR:
            return f"{first.year:04}"
        case Grain.DECADE:
            return f"{first.year // 10:03}"
        case Grain.CENTURY:
            return f"{first.year // 100:02}"
    return first.isoformat()


def week(year: int, number: int) -> Period | None:
    """Give an ISO week."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= number <= 53):
        return None
    fourth = date(year, 1, 4)
    monday = fourth - timedelta(days=fourth.weekday())
    first = monday + timedelta(days=7 * (number - 1))
    return Period(Grain.WEEK, first) if first.isocalendar()[1] == number else None


def nth_weekday(first: date, last: date, nth: int, weekday: int) -> date | None:
    """Give the nth weekday (Monday 1) between two days; negative counts from the end."""
    if nth > 0:
        start = first + timedelta(days=(weekday - 1 - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        start = last - timedelta(days=(last.weekday() - weekday + 1) % 7 + 7 * (-nth - 1))
    return start if first <= start <= last else None


@lru_cache(maxsize=512)
def easter(year: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    ) + 15
    epact = moon % 30
    lag = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    full = (year % 19 + 11 * epact + 22 * lag) // 451
    month, offset = divmod(epact + lag - 7 * full + 114, 31)
    return date(year, month, offset + 1)


@lru_cache(maxsize=4096)
def holiday(rule: str, year: int) -> date | None:
    """Give the day of a holiday by its rule.

    "12-25"; "11-4-4" is the fourth Thursday, "05-L-1" the last Monday; "easter+1"; a feast of
    another calendar is "islamic:10-1", "hebrew:7-10" or "orthodox-2", counted from Easter.
    """
    if rule.startswith("easter"):
        return add_days(easter(year), int(rule[6:]))
    if rule.startswith("orthodox"):
        return feast("orthodox", 0, int(rule[8:]), year)
    other, mark, moon = rule.partition(":")
    if mark:
        moon_month, moon_day = moon.split("-")
        return feast(other, int(moon_month), int(moon_day), year)
    rule, _, extra = rule.partition("+")
    month, number, *weekday = rule.split("-")
    if not weekday:
        return day(year, int(month), int(number))
    first = date(year, int(month), 1)
    nth = -1 if number == "L" else int(number)
    found = nth_weekday(first, last_day(Period(Grain.MONTH, first)), nth, int(weekday[0]))
    return found and add_days(found, int(extra or 0))
