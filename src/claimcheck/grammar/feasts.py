"""Feasts of other calendars, by arithmetic: Islamic, Hebrew, and the Easter of the old calendar.

The Islamic calendar is the tabular one, as a sighting of the moon may move a feast by a day.
Source of the arithmetic: Dershowitz and Reingold, Calendrical Calculations.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

_ISLAMIC_EPOCH = 227_014  # 15 July 622, as an ordinal of Python's calendar
_HEBREW_EPOCH = -1_373_427
_HEBREW_LEAD = 3761  # the Hebrew year that begins in the autumn of year 0


def feast(calendar: str, month: int, number: int, year: int) -> date | None:
    """Give the first such day of a calendar that lies in a year, None where none does.

    `calendar` is "islamic", "hebrew" (months from Nisan, 1; 12 is the last before it) or
    "orthodox", where `month` is 0 and `number` counts from Easter.
    """
    if calendar == "orthodox":
        return date.fromordinal(_orthodox_easter(year) + number)
    if calendar == "islamic":
        around = (year - 622) * 33 // 32
        ordinals = [_islamic(one, month, number) for one in range(around - 1, around + 3)]
    else:
        lead = year + _HEBREW_LEAD
        ordinals = [_hebrew(one, month, number) for one in (lead - 1, lead)]
    days = [date.fromordinal(ordinal) for ordinal in ordinals]
    return next((day for day in days if day.year == year), None)


def _islamic(year: int, month: int, number: int) -> int:
    """Give the ordinal of a day of the tabular calendar: months of 30 and 29 days in turn."""
    months = 29 * (month - 1) + month // 2
    return _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + number


def _orthodox_easter(year: int) -> int:
    """Give the ordinal of Easter by the Julian calendar (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    lag = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, number = divmod(moon + lag + 114, 31)
    behind = year // 100 - year // 400 - 2  # days the Julian calendar lies behind
    return date(year, month, number + 1).toordinal() + behind


@lru_cache(maxsize=256)
def _hebrew_new_year(year: int) -> int:
    """Give the ordinal of the first of Tishri."""
    return _HEBREW_EPOCH + _elapsed(year) + _delay(year)


def _elapsed(year: int) -> int:
    """Count the days up to the new moon of Tishri, put off from Sunday, Wednesday and Friday."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12_084 + 13_753 * months) // 25_920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


def _delay(year: int) -> int:
    """Give the days by which a year is put off so that its neighbours have a lawful length."""
    before, this, after = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    if after - this == 356:
        return 2
    return 1 if this - before == 382 else 0


def _hebrew(year: int, month: int, number: int) -> int:
    """Give the ordinal of a day: from Tishri (7) forward, from Nisan (1) back from the new year."""
    begins, ends = _hebrew_new_year(year), _hebrew_new_year(year + 1)
    if month < 7:
        return ends - 177 + 29 * (month - 1) + month // 2 + number - 1
    if month == 12:
        return ends - 177 - 29 + number - 1
    length = ends - begins
    autumn = (30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30, 29)
    return begins + sum(autumn[: month - 7]) + number - 1
