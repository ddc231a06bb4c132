"""Productions of dates in figures: ISO, 4/8/2024, 8.11.2023, 2/2013, with or without a weekday."""

from __future__ import annotations

import re

from claimcheck.grammar.calendar import FIRST_YEAR, LAST_YEAR
from claimcheck.grammar.en.date_calendar import two_years
from claimcheck.grammar.en.date_draft import Draft, Phrase, token
from claimcheck.grammar.en.date_parts import (
    OPEN_ORDER,
    Made,
    Parts,
    called,
    day_draft,
    exists,
    first_of,
    number_of,
    year_of,
)
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain


def numeric(  # noqa: PLR0911 - a return for each shape
    phrase: Phrase, parts: Parts
) -> Made:
    """Read ISO dates, 4/8/2024, 8.11.2023, 20240804, 2024-08."""
    found = parts[0].value
    if not isinstance(found, re.Match):
        return None
    if found["iso"]:
        return _iso(parts, found)
    if found["compact"]:
        figures = found["compact"]
        draft = day_draft(figures[:4], int(figures[4:6]), int(figures[6:]))
        return [token("@", parts, draft, "compact date")] if not draft.note else None
    if found["yearmonth"]:
        return _year_month(parts, found["yearmonth"])
    if found["pair"]:
        return _pair(phrase, parts, found)
    if found["mark"] == "." and len(found["three"]) < 4 and not called(phrase, parts):
        return None
    return _three(parts, found)


def _iso(parts: Parts, found: re.Match[str]) -> Made:
    year, month, number = (int(piece) for piece in found["iso"].split("-"))
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):
        return None
    draft = day_draft(f"{year:04}", month, number)
    if found["isotime"]:
        zone = "Z" if found["isozone"] == "Z" else ""
        form = f"{draft.form}T{found['isotime'][:5]}{zone}"
        draft = draft._replace(type="TIME", form=form, grain=Grain.TIME)
    return [token("@", parts, draft, "iso date")]


def _year_month(parts: Parts, figures: str) -> Made:
    year, month = int(figures[:4]), int(figures[5:])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month == (year + 1) % 100:  # "the 2009-10 season"
        place = parts[0].start
        second = Token("d", month, place + 5, place + 7)
        return two_years(Token("y", year, place, place + 4), second, year + 1)
    return [token("@", parts, Draft("DATE", f"{year:04}-{month:02}", Grain.MONTH), "iso month")]


def _three(parts: Parts, found: re.Match[str]) -> Made:
    """Read three figures. Month first (US) unless that is impossible; day first with full stops."""
    one, two, three = found["one"], found["two"], found["three"]
    if len(one) == 4:
        if len(three) > 2 or not FIRST_YEAR <= int(one) <= LAST_YEAR or not 1 <= int(two) <= 12:
            return None
        return [token("@", parts, day_draft(one, int(two), int(three)), "numeric date")]
    if len(one) > 2 or (found["mark"] == "." and len(three) == 1):
        return None
    year = three if len(three) == 4 else year_of(Token("q", int(three), 0, 0))
    if not FIRST_YEAR <= int(year) <= LAST_YEAR or len(three) == 1:
        return None
    orders = [(int(one), int(two)), (int(two), int(one))]
    if found["mark"] == ".":
        orders.reverse()
    fits = [(month, number) for month, number in orders if exists(int(year), month, number)]
    if not fits:
        return _no_such(parts, year, orders)
    forms = list(dict.fromkeys(f"{year}-{month:02}-{number:02}" for month, number in fits))
    note = OPEN_ORDER if len(forms) > 1 else ""
    draft = Draft("DATE", forms[0], Grain.DAY, also=tuple(forms[1:]), note=note)
    return [token("@", parts, draft, "numeric date")]


def _no_such(parts: Parts, year: str, orders: list[tuple[int, int]]) -> Made:
    likely = [(month, number) for month, number in orders if 1 <= month <= 12 and number <= 31]
    if not likely:
        return None
    return [token("@", parts, day_draft(year, *likely[0]), "numeric date")]


def _pair(phrase: Phrase, parts: Parts, found: re.Match[str]) -> Made:
    """Read 2/2013 as a month, and 2/15 as a day only after a word that calls for one."""
    one, _, two = found["pair"].partition("/")
    if len(two) == 4:
        if not (1 <= int(one) <= 12 and FIRST_YEAR <= int(two) <= LAST_YEAR):
            return None
        draft = Draft("DATE", f"{two}-{int(one):02}", Grain.MONTH)
        return [token("@", parts, draft, "numeric month")]
    if (int(one), int(two)) == (9, 11):
        return [token("@", parts, Draft("DATE", "2001-09-11", Grain.DAY), "numeric date")]
    if len(two) > 2 or not called(phrase, parts) or not exists(2000, int(one), int(two)):
        return None
    also = (f"XXXX-{int(two):02}-{int(one):02}",) if exists(2000, int(two), int(one)) else ()
    draft = day_draft("XXXX", int(one), int(two))
    return [token("@", parts, draft._replace(also=also), "numeric date")]


def weekday_and_pair(phrase: Phrase, parts: Parts) -> Made:
    """Read "Friday 5/12", "Sat., 3/8/2014": figures with their weekday."""
    weekday, figures = first_of(parts, "Ww"), parts[-1]
    found = figures.value
    if weekday is None or not isinstance(found, re.Match):
        return None
    if found["pair"]:
        month, _, number = found["pair"].partition("/")
        if len(number) > 2 or not exists(2000, int(month), int(number)):
            return None
        draft = day_draft("XXXX", int(month), int(number), weekday)
    else:
        made = numeric(phrase, [figures])
        if made is None or not isinstance(made[0].value, Draft):
            return None
        draft = made[0].value._replace(weekday=number_of(weekday) - 1)
    return [token("@", parts, draft, "numeric date")]
