"""Evaluate an underspecified form (see `grammar.resolve`) for one day of writing."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from claimcheck.grammar import calendar
from claimcheck.grammar.calendar import Period
from claimcheck.model.mention import Direction, Grain


class Setting(NamedTuple):
    """What an open date counts from: the day of writing, dates spoken of, the verbs beside it."""

    today: date
    looks: Direction = Direction.NONE
    spoken: tuple[Period, ...] = ()
    tale: bool = False
    weekday: int | None = None


_UNITS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "weekend": Grain.WEEKEND,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
_STEP = re.compile(r"(?P<ref>ref:)?(?P<unit>[a-z]+)(?P<step>[+-][0-9]{1,5})")
_CODES = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Q": Grain.QUARTER, "Y": Grain.YEAR}
_CODES |= {"WE": Grain.WEEKEND, "H": Grain.HALF, "DE": Grain.DECADE}
_ABSOLUTE = re.compile(
    r"""
    (?P<year>[0-9]{4})
    (?: -(?P<month>[01][0-9])(?:-(?P<day>[0-9]{2}))?
      | -W(?P<week>[0-9]{2})(?P<weekend>-WE)?
      | -Q(?P<quarter>[1-4])
      | -H(?P<half>[12])
      | -(?P<season>SP|SU|FA|WI)
    )?
  | (?P<decade>[0-9]{3})
  | (?P<century>[0-9]{2})
    """,
    re.VERBOSE,
)
_NEED = re.compile(r"XXXX|hol:|ref|[a-z]+[+-][0-9]")


def needs_anchor(form: str) -> bool:
    """Tell whether a form rests on the day of writing."""
    return not form[:1].isdigit() and _NEED.match(form) is not None


def evaluate(form: str, setting: Setting) -> Period | None:
    """Give the period a form names on a day of writing; None where it names none."""
    base, _, step = form.partition(";")
    outer, slash, inner = base.partition("/")
    period = _simple(outer, setting)
    while slash and period is not None:
        part, slash, inner = inner.partition("/")
        period = _inside(period, part)
    if step and period is not None:
        return _counted(period, step)
    return period


_PIECES = re.compile(r"(?P<number>[0-9]{1,5})(?P<code>DE|[DWMQY])")
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120}


def _counted(period: Period, step: str) -> Period | None:
    """Step from a period by "+3W" or "-2Y1M21D"."""
    sign = -1 if step[0] == "-" else 1
    first: date | None = period.first
    for piece in _PIECES.finditer(step):
        code, number = piece["code"], sign * int(piece["number"])
        if first is None:
            return None
        if code in _MONTHS:
            first = calendar.add_months(first, number * _MONTHS[code])
        else:
            first = calendar.add_days(first, number * (7 if code == "W" else 1))
    return None if first is None else Period(Grain.DAY, first)


def _simple(form: str, setting: Setting) -> Period | None:
    if form[:1].isdigit():
        return absolute(form)
    if form.startswith("FY"):
        return absolute(form[2:])
    step = _STEP.fullmatch(form)
    if step is not None:
        return _stepped(step, setting)
    body = form.rstrip("<=>")
    way = form[len(body) :]
    if way and body.endswith("ref"):
        body = body[:-3]
        setting = _from_spoken(setting)
    elif setting.tale and not way:
        setting = _from_spoken(setting)
    return _open(body, way, setting)


def _from_spoken(setting: Setting) -> Setting:
    if not setting.spoken:
        return setting
    return setting._replace(today=setting.spoken[0].first)


@lru_cache(maxsize=2048)
def absolute(form: str) -> Period | None:
    """Read a form without open figures."""
    found = _ABSOLUTE.fullmatch(form)
    if found is None:
        return None
    if found["decade"] or found["century"]:
        year = int(form) * (10 if found["decade"] else 100)
        grain = Grain.DECADE if found["decade"] else Grain.CENTURY
        return _year_period(grain, year)
    year = int(found["year"])
    if found["week"]:
        period = calendar.week(year, int(found["week"]))
        return calendar_weekend(period) if found["weekend"] else period
    if found["day"]:
        day = calendar.day(year, int(found["month"]), int(found["day"]))
        return None if day is None else Period(Grain.DAY, day)
    grain, month = _grain_and_month(found)
    first = calendar.day(year, month, 1)
    return None if first is None else Period(grain, first)


def _grain_and_month(found: re.Match[str]) -> tuple[Grain, int]:
    if found["month"]:
        return Grain.MONTH, int(found["month"])
    if found["quarter"]:
        return Grain.QUARTER, int(found["quarter"]) * 3 - 2
    if found["half"]:
        return Grain.HALF, int(found["half"]) * 6 - 5
    if found["season"]:
        return Grain.SEASON, calendar.SEASON_MONTHS[found["season"]]
    return Grain.YEAR, 1


def calendar_weekend(week: Period | None) -> Period | None:
    """Give the weekend of a week."""
    saturday = week and calendar.add_days(week.first, 5)
    return None if saturday is None else Period(Grain.WEEKEND, saturday)


def _year_period(grain: Grain, year: int) -> Period | None:
    first = calendar.day(year, 1, 1)
    return None if first is None else Period(grain, first)


def _stepped(step: re.Match[str], setting: Setting) -> Period | None:
    if step["unit"] == "same":
        return setting.spoken[0] if setting.spoken else None
    grain, number = _UNITS.get(step["unit"]), int(step["step"])
    if grain is None:
        return None
    today = setting.today
    if step["ref"] or setting.tale:
        found = _spoken(setting.spoken, grain, number)
        if found is not None:
            if number and grain is Grain.YEAR and found.grain in {Grain.QUARTER, Grain.HALF}:
                return calendar.shift(found, number * (4 if found.grain is Grain.QUARTER else 2))
            today = found.first
    return calendar.shift(Period(grain, calendar.floor(grain, today)), number)


_RANK = {grain: rank for rank, grain in enumerate(Grain)}


def _spoken(spoken: tuple[Period, ...], grain: Grain, number: int) -> Period | None:
    """Give the latest period spoken of that lies inside a unit of the grain asked for."""
    for period in spoken:
        if _RANK[period.grain] <= _RANK[grain]:
            return period
    return spoken[0] if spoken and number else None


def _inside(whole: Period, part: str) -> Period | None:
    """Give a part of a whole: an open date in its year or week, an nth unit."""
    first, last = whole.first, calendar.last_day(whole)
    if part.startswith("nth:"):
        _, nth, code = part.split(":")
        return _nth(whole, int(nth), code)
    if part.startswith("hol:"):
        day = calendar.holiday(part[4:], first.year)
        return None if day is None else Period(Grain.DAY, day)
    if part == "WE":
        return _weekend_beside(first)
    if part.startswith("XXXX-WXX-"):
        return _in_week(first, last, part[9:])
    if part.startswith("XXXX-XX-"):
        day = calendar.day(first.year, first.month, int(part[8:]))
        return None if day is None else Period(Grain.DAY, day)
    return absolute(f"{first.year:04}{part[4:]}") if part.startswith("XXXX") else None


def _in_week(first: date, last: date, figure: str) -> Period | None:
    """Give the weekday or the weekend of a week."""
    if figure == "WE":
        return Period(Grain.WEEKEND, calendar.floor(Grain.WEEKEND, last))
    day = calendar.add_days(calendar.floor(Grain.WEEK, first), int(figure) - 1)
    return None if day is None else Period(Grain.DAY, day)


def _weekend_beside(day: date) -> Period | None:
    """Give the weekend a holiday makes long: before a Monday or Tuesday, else after."""
    saturday = calendar.add_days(day, 5 - day.weekday() - (7 if day.weekday() <= 1 else 0))
    return None if saturday is None else Period(Grain.WEEKEND, saturday)


def _nth(whole: Period, nth: int, code: str) -> Period | None:
    first, last = whole.first, calendar.last_day(whole)
    if nth == 0 or abs(nth) > 400:
        return None
    if code[0] == "W" and code[1:].isdigit():
        day = calendar.nth_weekday(first, last, nth, int(code[1:]))
        return None if day is None else Period(Grain.DAY, day)
    grain = _CODES.get(code)
    if grain is None:
        return None
    if grain is Grain.WEEK:  # a week belongs to the month and year of its Thursday
        thursday = calendar.nth_weekday(first, last, nth, 4)
        return None if thursday is None else Period(grain, calendar.floor(grain, thursday))
    start = first if nth > 0 else last
    period = calendar.shift(
        Period(grain, calendar.floor(grain, start)), nth - 1 if nth > 0 else nth + 1
    )
    return period if period is not None and first <= period.first <= last else None


def _open(form: str, way: str, setting: Setting) -> Period | None:
    """Place a date with open figures beside the day it counts from."""
    if form.startswith("XXXX-WXX-"):
        return _weekday(form[9:], way, setting)
    if form.startswith("XXXX-XX-"):
        return _choose(_days_of_months(int(form[8:]), setting), way, setting)
    candidates: list[Period] = []
    for year in range(setting.today.year - 2, setting.today.year + 3):
        period = _in_year(form, year)
        if period is not None:
            candidates.append(period)
    if form.startswith("XXXX-W") and form[6:].isdigit():
        return absolute(f"{setting.today.isocalendar()[0]:04}{form[4:]}")
    return _choose(candidates, way, setting)


def _in_year(form: str, year: int) -> Period | None:
    if form.startswith("hol:"):
        if not calendar.FIRST_YEAR <= year <= calendar.LAST_YEAR:
            return None
        day = calendar.holiday(form[4:], year)
        return None if day is None else Period(Grain.DAY, day)
    return absolute(f"{year:04}{form[4:]}") if form.startswith("XXXX") else None


def _weekday(figure: str, way: str, setting: Setting) -> Period | None:
    today = setting.today
    if figure == "WE":
        return _weekend(way, setting)
    since = (today.weekday() - int(figure) + 1) % 7
    if way == ">":  # "next Friday" is next week's, also on a Monday
        number = int(figure) - 1 - today.weekday() + 7
    elif _ahead_in_week(way, since, setting):
        number = (7 - since) % 7
    else:
        number = -(since or (7 if way == "<" else 0))
    day = calendar.add_days(today, number)
    return None if day is None else Period(Grain.DAY, day)


_LONG_SINCE = 5  # days from which on a weekday without a verb is the coming one


def _ahead_in_week(way: str, since: int, setting: Setting) -> bool:
    """Tell whether a weekday is the coming one: by its verbs; without one, if that is near."""
    if way in ("<", ">="):
        return way == ">="
    if setting.tale or setting.looks is Direction.AHEAD:
        return True
    return setting.looks is Direction.NONE and (way == "=" or since >= _LONG_SINCE)


def _weekend(way: str, setting: Setting) -> Period | None:
    """Give the weekend under way or just past; the coming one where the verbs look ahead."""
    coming = Period(Grain.WEEKEND, calendar.floor(Grain.WEEKEND, setting.today))
    if way == "<":
        return calendar.shift(coming, -1)
    ahead = setting.looks is Direction.AHEAD or (way == "=" and setting.looks is not Direction.BACK)
    return coming if ahead or setting.today.weekday() >= 5 else calendar.shift(coming, -1)


def _days_of_months(number: int, setting: Setting) -> list[Period]:
    """List the days of that number in the months around a day."""
    out: list[Period] = []
    for step in range(-7, 8):
        month = calendar.add_months(setting.today.replace(day=1), step)
        day = month and calendar.day(month.year, month.month, number)
        if day is not None and (setting.weekday is None or day.weekday() == setting.weekday):
            out.append(Period(Grain.DAY, day))
    return out


def _choose(candidates: list[Period], way: str, setting: Setting) -> Period | None:
    """Pick the candidate that way, verbs and nearness point to."""
    if setting.weekday is not None:
        named = [
            one
            for one in candidates
            if one.first.weekday() == setting.weekday
            and abs(one.first.year - setting.today.year) <= 1
        ]
        candidates = named or candidates
    if not candidates:
        return None
    today = setting.today
    now = calendar.floor(candidates[0].grain, today)
    back = [one for one in candidates if one.first <= now]
    ahead = [one for one in candidates if one.first >= now]
    if way == "<":
        back = [one for one in back if one.first < now]
        return back[-1] if back else None
    if way == ">":
        ahead = [one for one in ahead if one.first > now]
        return ahead[0] if ahead else None
    if way == "=" and candidates[0].grain is Grain.SEASON:  # in March "this winter" began last year
        return min(candidates, key=lambda one: abs((one.first - today).days))
    if way == "=":
        same = [one for one in candidates if one.first.year == today.year]
        return same[0] if same else (ahead or back)[0]
    return _by_verbs(candidates, back, ahead, setting)


def _by_verbs(
    candidates: list[Period], back: list[Period], ahead: list[Period], setting: Setting
) -> Period | None:
    if setting.tale and setting.spoken and setting.spoken[0].grain is Grain.YEAR:
        same = [one for one in candidates if one.first.year == setting.today.year]
        candidates = same or candidates
    if setting.tale:
        return min(
            candidates,
            key=lambda one: (abs((one.first - setting.today).days), -one.first.toordinal()),
        )
    if setting.looks is Direction.AHEAD and ahead and _near(ahead[0], setting):
        return ahead[0]
    if back and candidates[0].grain is not Grain.DAY:
        coming = (
            ahead and setting.looks is Direction.NONE and _much_nearer(ahead[0], back[-1], setting)
        )
        return ahead[0] if coming else back[-1]
    if setting.looks is Direction.BACK and back and _near(back[-1], setting):
        return back[-1]
    return min(candidates, key=lambda one: (_distance(one, setting), one.first))


_NEAR = {Grain.DAY: 270, Grain.QUARTER: 183}  # days; a verb reaches no further past a nearer one


def _near(period: Period, setting: Setting) -> bool:
    """Tell whether a verb may point at a period: one nearly a year away would name its year."""
    return abs((period.first - setting.today).days) <= _NEAR.get(period.grain, 400)


def _much_nearer(coming: Period, past: Period, setting: Setting) -> bool:
    """Tell whether a coming month is nearer than half the way to the past one."""
    today = setting.today
    return 2 * (coming.first - today).days < (today - past.first).days


def _distance(period: Period, setting: Setting) -> int:
    """Count the days to a period, a fifth more in another year: most open days lie in this one."""
    days = abs((period.first - setting.today).days)
    return days * (5 if period.first.year == setting.today.year else 6)


def others(form: str, setting: Setting, chosen: Period) -> list[Period]:
    """List the year before or after that fits an open day as well."""
    plain = form.startswith(("XXXX-0", "XXXX-1", "hol:")) and ";" not in form and "/" not in form
    if not plain or chosen.grain is not Grain.DAY:
        return []
    years = (chosen.first.year - 1, chosen.first.year + 1)
    near = [_in_year(form.rstrip("<=>"), year) for year in years]
    return [one for one in near if one is not None and abs((one.first - setting.today).days) <= 300]
