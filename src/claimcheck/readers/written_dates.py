"""Days as pages write them beside a byline: ISO, figures, and month names in many languages.

Not the grammar of article text: only full days, found in short strings that are known to hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Final, NamedTuple

_NAMES: Final = """
january jan januar jänner janvier janv enero ene gennaio gen januari janeiro styczeń stycznia
ocak января янв leden ledna januára ianuarie tammikuu tammikuuta január

february feb februar février févr fév fevrier febrero febbraio febbr februari fevereiro fev
luty lutego şubat subat февраля фев únor února februarie helmikuu helmikuuta február

march mar märz maerz mrz mars marzo maart mrt março marco marzec marca mart марта мар březen
března martie maaliskuu maaliskuuta március

april apr avril avr abril abr aprile kwiecień kwietnia nisan апреля апр duben dubna aprilie
huhtikuu huhtikuuta április

may mai mayo maggio mag mei maio maj maja mayıs мая květen května máj toukokuu toukokuuta
május

june jun juni juin junio giugno giu junho czerwiec czerwca haziran июня июн červen června
iunie kesäkuu kesäkuuta június

july jul juli juillet juil julio luglio lug julho lipiec lipca temmuz июля июл červenec
července iulie heinäkuu heinäkuuta július

august aug août aout agosto ago augustus sierpień sierpnia ağustos августа авг srpen srpna
augusti elokuu elokuuta augusztus

september sep sept septembre septiembre settembre sett set setembro wrzesień września eylül
сентября сен сент září septembrie syyskuu syyskuuta szeptember

october oct oktober okt octobre octubre ottobre ott outubro out październik października ekim
октября окт říjen října octombrie lokakuu lokakuuta október

november nov novembre noviembre novembro listopad listopada kasım ноября ноя noiembrie
marraskuu marraskuuta

december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudzień
grudnia aralık декабря дек prosinec prosince decembrie joulukuu joulukuuta
"""
_MONTHS: Final = {
    name: number for number, names in enumerate(_NAMES.split("\n\n"), 1) for name in names.split()
}
_NAME: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<s>[-/.])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})(?![0-9])"
)
_COMPACT = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12][0-9]|3[01])(?![0-9]{1,3}(?![0-9]))"
)
_FIGURES = re.compile(
    r"""
    (?<![0-9.,/\-]) (?P<a> [0-9]{1,2} ) \s? (?P<s> [./\-] ) \s? (?P<b> [0-9]{1,2} ) \s? (?P=s) \s?
    (?P<y> (?:19|20)[0-9]{2} | [0-9]{2} ) (?! [0-9] | [./\-:][0-9] )
    """,
    re.VERBOSE,
)
_DAY_FIRST = re.compile(
    rf"""
    (?<![0-9]) (?P<d> [0-9]{{1,2}} ) (?: st | nd | rd | th | er | º | ° | ª | \. )? [\s\-/]{{0,3}}
    (?: (?: of | de | den | del ) \s )? (?P<n> {_NAME} ) (?![^\W\d_]) [.,]? [\s\-/]{{0,3}}
    (?: (?: de | del | of ) \s )?
    (?P<y> (?:19|20)[0-9]{{2}} | ['’]?[0-9]{{2}} (?= [,\s] | \Z) ) (?! [0-9:] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"""
    (?<![^\W\d_]) (?P<n> {_NAME} ) (?![^\W\d_]) [.,]? [\s\-/]{{0,3}}
    (?P<d> [0-9]{{1,2}} ) (?: st | nd | rd | th )?
    (?: \s? , \s? | \s | - | / ) {{0,2}} (?P<y> (?:19|20)[0-9]{{2}} ) (?! [0-9] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_EAST = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})\s?[年년]\s?(?P<m>[0-9]{1,2})\s?[月월]\s?(?P<d>[0-9]{1,2})\s?[日일]"
)
_YEAR_FIRST = re.compile(
    rf"(?<![0-9])(?P<y>(?:19|20)[0-9]{{2}})[.,]?\s(?P<n>{_NAME})\.?\s(?P<d>[0-9]{{1,2}})(?![0-9])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2099


class Order(Enum):
    """Which of two figures is the day, where both could be."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Day(NamedTuple):
    """A day and where it is written in the string."""

    start: int
    end: int
    day: date


def days(text: str, order: Order = Order.DAY_FIRST) -> list[Day]:
    """Find the full days of a short string, in order; none that overlap, the surest form first."""
    if _DIGIT.search(text) is None:
        return []
    found: list[Day] = []
    for one in _candidates(text, order):
        if all(one.end <= other.start or one.start >= other.end for other in found):
            found.append(one)
    return sorted(found)


def first_day(text: str, order: Order = Order.DAY_FIRST) -> date | None:
    """Give the first full day of a short string."""
    found = days(text, order)
    return found[0].day if found else None


def iso_day(value: str) -> date | None:
    """Read the value of a date attribute: ISO first, then as it may be written for people."""
    value = value.strip()[:80]
    found = _ISO.match(value) or _COMPACT.match(value)
    if found is not None:
        return day_of(int(found["y"]), int(found["m"]), int(found["d"]))
    return first_day(value, Order.MONTH_FIRST)


def day_of(year: int, month: int, day: int) -> date | None:
    """Give a day of the calendar, if it can be the day of a web page."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _candidates(text: str, order: Order) -> Iterator[Day]:
    """Give every reading of every form."""
    for form in (_ISO, _EAST, _COMPACT):
        for found in form.finditer(text):
            day = day_of(int(found["y"]), int(found["m"]), int(found["d"]))
            if day is not None:
                yield Day(*found.span(), day)
    for form in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST):
        for found in form.finditer(text):
            day = day_of(_year(found["y"]), _MONTHS[found["n"].lower()], int(found["d"]))
            if day is not None:
                yield Day(*found.span(), day)
    for found in _FIGURES.finditer(text):
        day = _figures(found, order)
        if day is not None:
            yield Day(*found.span(), day)


def _figures(found: re.Match[str], order: Order) -> date | None:
    """Read 05.03.2020 or 3/5/2020: a stop means day first, else what fits, else the order."""
    first, second, year = int(found["a"]), int(found["b"]), _year(found["y"])
    if found["s"] == "." or order is Order.DAY_FIRST:
        return day_of(year, second, first) or (
            None if found["s"] == "." else day_of(year, first, second)
        )
    return day_of(year, first, second) or day_of(year, second, first)


def _year(written: str) -> int:
    """Read a year of four or two figures."""
    year = int(written.strip("'’"))
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year
