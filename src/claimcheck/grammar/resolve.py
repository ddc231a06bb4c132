"""Dates, second phase: an underspecified form and an anchor give a value. Pure; never raises.

A form is TIMEX3 where it can be ("2024-08-04", "XXXX-08-04", "XXXX-WXX-2", "P2Y"), and besides:

    month-1  day+0  year+1  steps from the anchor's day; "ref:" counts from the date last spoken of
    OUTER/INNER             a part inside a whole: "year-1/XXXX-11"; "XXXX-10/nth:1:W2" is the
                            first Tuesday of an October
    hol:12-25               a holiday, by its rule
    FORM< FORM> FORM=       last, next, this; "ref" before the sign as above
    FORM>=                  the coming weekday, today included
    FORM;+3W                counted from a date
    FORMT22:00  FORMTAF     a time of that day
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from claimcheck.grammar import calendar
from claimcheck.grammar.calendar import Period
from claimcheck.grammar.evaluate import Setting, evaluate, needs_anchor, others
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.underspecified import open_value
from claimcheck.model.article import Anchor
from claimcheck.model.mention import Direction, Grain, Timex, TimexRole

_MOST_ALSO = 12
_APART = frozenset({TimexRole.FOREIGN, TimexRole.CRAWL})


def resolve(
    reading: Reading,
    anchor: Anchor,
    spoken: tuple[Period, ...] = (),
    *,
    tale: bool = False,
) -> Timex:
    """Resolve one date against an anchor that may be a day, an interval or nothing.

    `spoken` are the periods named before it, latest first; `tale` counts open dates from them
    instead of the anchor. Where all days of the anchor give one value it is that; else the value
    of the best day with the width of all, and the others in `also`.
    """
    timex = _fresh(reading.timex or Timex("DATE", "", ""))
    form = timex.underspecified
    if timex.type in {"DURATION", "SET"} or not form or form.startswith("FY"):
        return timex
    if form.endswith("_REF"):
        return _reference(timex, anchor)
    date_form, mark, time = form.partition("T")
    if not needs_anchor(date_form):
        return _named(timex, evaluate(date_form, _NOWHERE), mark + time, _also(timex, _NOWHERE))
    days = _days(timex, anchor)
    if spoken and not days and (tale or "ref" in form[:4] or "ref" in form[-4:]):
        days = (spoken[0].first,)
    if not days:
        return timex
    open_form = form.startswith(("XXXX", "hol:")) and not tale
    looks = timex.direction if open_form else Direction.NONE
    setting = Setting(days[0], looks, spoken, tale, timex.weekday)
    return _over(
        timex, date_form, mark + time, [setting._replace(today=day) for day in days], anchor
    )


def _fresh(timex: Timex) -> Timex:
    """Take back an earlier resolution: it is the form that is resolved, never its value."""
    if timex.first is None and not timex.anchored:
        return timex
    role = TimexRole.EVENT if timex.role is TimexRole.FUTURE_EVENT else timex.role
    value = open_value(timex.underspecified, timex.grain)
    return timex._replace(
        value=value, first=None, last=None, also=timex.orders, anchored=False, role=role
    )


_NOWHERE = Setting(date(2000, 1, 1))


def _days(timex: Timex, anchor: Anchor) -> tuple[date, ...]:
    """Give the days of writing to try, the best first; none for what is not the article's."""
    if timex.role in _APART:
        return ()
    if anchor.best is None and (anchor.earliest is None or anchor.latest is None):
        return ()
    given = (anchor.best, anchor.earliest, anchor.latest)
    days = dict.fromkeys(
        day for day in given if day and calendar.FIRST_YEAR < day.year < calendar.LAST_YEAR
    )
    return tuple(days)


def _reference(timex: Timex, anchor: Anchor) -> Timex:
    """Give "now" the days of the anchor."""
    if timex.value != "PRESENT_REF" or timex.role in _APART or not anchor.earliest:
        return timex
    if anchor.latest is None:
        return timex
    return timex._replace(
        first=anchor.earliest, last=anchor.latest, anchored=anchor.best is not None
    )


def _named(timex: Timex, period: Period | None, time: str, also: tuple[str, ...]) -> Timex:
    """Fill in the value and days of a period; none where there is no such day."""
    if period is None:
        return timex
    value = calendar.name(period) + time
    last = calendar.last_day(period)
    return timex._replace(value=value, first=period.first, last=last, also=also)


def _also(timex: Timex, setting: Setting) -> tuple[str, ...]:
    """Evaluate the other readings a date was recognised with."""
    periods = [evaluate(form, setting) for form in timex.orders]
    return tuple(calendar.name(period) for period in periods if period is not None)


def _over(timex: Timex, form: str, time: str, settings: list[Setting], anchor: Anchor) -> Timex:
    """Evaluate a form for the days of an anchor; a wide anchor gives a wide date."""
    found = [(setting, evaluate(form, setting)) for setting in settings]
    known = [(setting, period) for setting, period in found if period is not None]
    if not known:
        return timex
    setting, chosen = known[0]
    near = [calendar.name(one) + time for one in others(form, setting, chosen)]
    also = [*_also(timex, setting), *near]
    first = min(period.first for _, period in known)
    last = max(calendar.last_day(period) for _, period in known)
    if any(period != chosen for _, period in known):
        also.extend(_between(form, time, settings, anchor))
        if anchor.best is None and anchor.earliest and anchor.latest:
            return timex._replace(first=first, last=last, also=_few(also), anchored=True)
    if anchor.best is not None and (anchor.earliest is None or anchor.latest is None):
        first, last = chosen.first, calendar.last_day(chosen)
    value = calendar.name(chosen) + time
    kept = tuple(one for one in _few(also) if one != value)
    return timex._replace(value=value, first=first, last=last, also=kept, anchored=True)


def _few(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))[:_MOST_ALSO]


_STRIDES = (1, 7, 15, 60)


def _between(form: str, time: str, settings: list[Setting], anchor: Anchor) -> list[str]:
    """List the values that the days of a wide anchor give, nearest to the best day first."""
    if anchor.earliest is None or anchor.latest is None:
        return []
    middle = settings[0]
    width = (anchor.latest - anchor.earliest).days
    stride = next((one for one in _STRIDES if width // one <= _MOST_DAYS), width // _MOST_DAYS)
    days = [anchor.earliest + timedelta(days=step) for step in range(0, width + 1, max(stride, 1))]
    days.sort(key=lambda day: abs((day - middle.today).days))
    values: dict[str, None] = {}
    for day in days:
        period = evaluate(form, middle._replace(today=day))
        if period is not None:
            values[calendar.name(period) + time] = None
        if len(values) > _MOST_ALSO:
            break
    return list(values)


_MOST_DAYS = 120


def resolve_all(readings: Iterable[Reading], anchor: Anchor) -> tuple[Reading, ...]:
    """Resolve the dates of a text in order: "the previous year" finds the year spoken of."""
    listed = tuple(readings)
    tale = _is_tale(listed, anchor)
    spoken: tuple[Period, ...] = ()
    out: list[Reading] = []
    for reading in listed:
        if reading.timex is None:
            out.append(reading)
            continue
        timex = _foresee(resolve(reading, anchor, spoken, tale=tale), anchor)
        out.append(Reading(reading.span, reading.dimension, reading.quantity, timex, reading.trace))
        spoken = _speak(spoken, timex)
    return tuple(out)


def _foresee(timex: Timex, anchor: Anchor) -> Timex:
    """Give an event that lies ahead of the article its role."""
    if timex.role is not TimexRole.EVENT or timex.type not in {"DATE", "TIME"}:
        return timex
    if timex.grain not in _POINTS:
        return timex
    if timex.first is not None and anchor.latest is not None and timex.first > anchor.latest:
        return timex._replace(role=TimexRole.FUTURE_EVENT)
    if anchor.known and timex.first is not None and anchor.best and timex.first < anchor.best:
        return timex
    written = timex.underspecified[:4]
    if (written == "XXXX" or written.isdigit()) and timex.direction is Direction.AHEAD:
        return timex._replace(role=TimexRole.FUTURE_EVENT)
    return timex


_POINTS = frozenset({Grain.DAY, Grain.TIME, Grain.MONTH, Grain.WEEK, Grain.WEEKEND})
_KEPT = 6


def _speak(spoken: tuple[Period, ...], timex: Timex) -> tuple[Period, ...]:
    """Put the period of a date in front of those spoken of before."""
    if timex.first is None or timex.role in _APART or timex.underspecified.endswith("_REF"):
        return spoken
    grain = Grain.DAY if timex.grain is Grain.TIME else timex.grain
    if grain is Grain.NONE:
        return spoken
    period = Period(grain, timex.first)
    return (period, *(one for one in spoken if one != period))[:_KEPT]


_FAR_YEARS = 2


def _is_tale(readings: tuple[Reading, ...], anchor: Anchor) -> bool:
    """Tell a history from news: its years lie far before its anchor, and it says no "today"."""
    forms = [reading.timex.underspecified for reading in readings if reading.timex is not None]
    years = [int(form[:4]) for form in forms if form[:4].isdigit()]
    deictic = sum(1 for form in forms if form.startswith(("day", "week", "month-", "year-")))
    opened = sum(1 for form in forms if form.startswith("XXXX-WXX"))
    if len(years) < _TALE_YEARS or deictic + opened > len(years) // 4:
        return False
    if anchor.best is None:
        return anchor.latest is None
    far = sum(1 for year in years if year < anchor.best.year - _FAR_YEARS)
    return far * 5 >= len(years) * 4


_TALE_YEARS = 4
