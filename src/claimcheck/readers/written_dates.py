"""Days as pages write them beside a byline: ISO, figures, and month names in many languages.

Not the grammar of article text: only full days, found in short strings that are known to hold one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Final, NamedTuple

_NAMES: Final = """
january jan januar jänner janvier janv enero ene gennaio gen januari janeiro styczeń stycznia sty
ocak oca января янв січня leden ledna januára ianuarie tammikuu tammikuuta január siječnja gener
ιανουαρίου يناير

february feb februar februari février févr fév fevrier febrero febbraio febbr febr fevereiro fev
luty lutego lut şubat subat şub февраля фев лютого únor února februára februarie helmikuu
helmikuuta február veljače febrer φεβρουαρίου فبراير

march mar märz maerz mrz mars marzo maart mrt março marco marzec marca mart marts maret марта мар
березня březen března martie maaliskuu maaliskuuta március ožujka març μαρτίου مارس

april apr avril avr abril abr aprile kwiecień kwietnia kwi nisan nis апреля апр квітня duben dubna
apríla aprilie huhtikuu huhtikuuta április travnja απριλίου أبريل

may mai mayo maggio mag mei maio maj maja mayıs мая май травня květen května máj toukokuu
toukokuuta május svibnja maig μαΐου مايو

june jun juni juin junio giugno giu junho czerwiec czerwca cze haziran haz июня июн червня červen
června iunie kesäkuu kesäkuuta június lipnja juny ιουνίου يونيو

july jul juli juillet juil julio luglio lug julho lipiec lipca lip temmuz tem июля июл липня
červenec července iulie heinäkuu heinäkuuta július srpnja juliol ιουλίου يوليو

august aug août aout agosto ago augustus augusti sierpień sierpnia sie ağustos ağu августа авг
серпня srpen srpna elokuu elokuuta augusztus kolovoza agost agustus αυγούστου أغسطس

september sep sept septembre septiembre settembre sett set setembro wrzesień września wrz eylül
eyl сентября сен сент вересня září septembrie syyskuu syyskuuta szeptember rujna setembre
σεπτεμβρίου سبتمبر

october oct oktober okt octobre octubre ottobre ott outubro out październik października paź ekim
eki октября окт жовтня říjen října octombrie lokakuu lokakuuta október οκτωβρίου أكتوبر

november nov novembre noviembre novembro listopad listopada lis kasım kas ноября ноя noiembrie
marraskuu marraskuuta studenoga nopember νοεμβρίου نوفمبر

december dec dezember dez décembre déc decembre diciembre dic dicembre dezembro grudzień
grudnia gru aralık ara декабря дек грудня prosinec prosince decembrie joulukuu joulukuuta
prosinca desember desembre δεκεμβρίου ديسمبر
"""
_MONTHS: Final = {
    name: number for number, names in enumerate(_NAMES.split("\n\n"), 1) for name in names.split()
}
_MAYBE = re.compile(
    r"(?:19|20)[0-9]{2}|[0-9]\s?[./\-]\s?[0-9]{1,2}\s?[./\-]\s?[0-9]{2}|[^\W\d_][.,]?[\s\-]['’]?[0-9]{2}\b"
)
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
_WORD: Final = r"(?P<n>[^\W\d_]{3,13})"  # a month or not: looked up, which beats 250 alternatives
_DAY_FIRST = re.compile(
    rf"""
    (?<![0-9]) (?P<d> [0-9]{{1,2}} ) (?: st | nd | rd | th | er | º | ° | ª | \. )? [\s\-/]{{0,3}}
    (?: (?: of | de | den | del ) \s | d['’] )?+ {_WORD} [.,]? [\s\-/]{{0,3}}
    (?: (?: de | del | of ) \s )?
    (?P<y> (?:19|20)[0-9]{{2}} | ['’]?[0-9]{{2}} (?= [,\s] | \Z) ) (?! [0-9:] )
    """,
    re.VERBOSE,
)
_MONTH_FIRST = re.compile(
    rf"""
    (?<![^\W\d_]) {_WORD} [.,]? [\s\-/]{{0,3}} (?P<d> [0-9]{{1,2}} ) (?: st | nd | rd | th )?
    (?: (?: \s? , \s? | \s | - | / ) {{0,2}}
      | \s [0-9]{{1,2}}:[0-9]{{2}} (?: :[0-9]{{2}} )? \s
        (?: [A-Z]{{3,4}} \s | [+\-][0-9]{{4}} \s )? )
    (?P<y> (?:19|20)[0-9]{{2}} ) (?! [0-9] )
    """,
    re.VERBOSE,
)
_EAST = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})\s?[年년]\s?(?P<m>[0-9]{1,2})\s?[月월]\s?(?P<d>[0-9]{1,2})\s?[日일]"
)
_YEAR_FIRST = re.compile(
    rf"(?<![0-9])(?P<y>(?:19|20)[0-9]{{2}})[.,]?\s{_WORD}\.?\s(?P<d>[0-9]{{1,2}})(?![0-9])"
)
_MONTH_ONLY = re.compile(
    rf"(?<![^\W\d_]){_WORD}[.,]?\s(?:de\s)?(?P<y>(?:19|20)[0-9]{{2}})(?![0-9])"
)
_CLOCK = re.compile(r"[0-9]\s?(?:[AaPp]\.?[Mm]\b|(?:E|C|M|P)[SD]?T\b)")
_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2099
_EPOCH: Final = date(1970, 1, 1)
_SECONDS_A_DAY: Final = 86_400


class Order(Enum):
    """Which of two figures is the day, where both could be; a clock of twelve hours says month."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


class Day(NamedTuple):
    """A day and where it is written in the string."""

    start: int
    end: int
    day: date


def days(text: str, order: Order = Order.DAY_FIRST) -> list[Day]:
    """Find the full days of a short string, in order; none that overlap, the surest form first."""
    if _MAYBE.search(text) is None:
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


def iso_day(value: str, order: Order = Order.MONTH_FIRST) -> date | None:
    """Read the value of a date attribute: ISO first, then as it may be written for people."""
    value = value.strip()[:80]
    found = _ISO.match(value) or _COMPACT.match(value)
    if found is not None:
        return day_of(int(found["y"]), int(found["m"]), int(found["d"]))
    return first_day(value, order)


def day_of_seconds(value: str) -> date | None:
    """Read seconds, or thousandths of them, since 1970 as the day in Greenwich."""
    if not value.isascii() or not value.isdecimal() or len(value) not in {9, 10, 12, 13}:
        return None
    seconds = int(value) // (1 if len(value) < 11 else 1_000)
    day = _EPOCH + timedelta(days=seconds // _SECONDS_A_DAY)
    return day if day.year >= _FIRST_YEAR else None


class Month(NamedTuple):
    """A month of a year."""

    year: int
    month: int


def first_month(text: str) -> Month | None:
    """Give the first month of a year that a short string names without a day."""
    for found in _MONTH_ONLY.finditer(text):
        month = _month(found)
        if month:
            return Month(int(found["y"]), month)
    return None


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
            month = _month(found)
            day = day_of(_year(found["y"]), month, int(found["d"])) if month else None
            if day is not None:
                yield Day(*found.span(), day)
    for found in _FIGURES.finditer(text):
        day = _figures(found, order)
        if day is not None:
            yield Day(*found.span(), day)


def _figures(found: re.Match[str], order: Order) -> date | None:
    """Read 05.03.2020 or 3/5/2020: a stop means day first, else what fits, else the order."""
    first, second, year = int(found["a"]), int(found["b"]), _year(found["y"])
    clock = _CLOCK.search(found.string, found.end(), found.end() + 16) is not None
    if found["s"] == "." or (order is Order.DAY_FIRST and not clock):
        return day_of(year, second, first) or (
            None if found["s"] == "." else day_of(year, first, second)
        )
    return day_of(year, first, second) or day_of(year, second, first)


def _month(found: re.Match[str]) -> int:
    """Look up the word that stands where a month may; 0 if it is none."""
    return _MONTHS.get(found["n"].lower().replace("i\u0307", "i"), 0)


def _year(written: str) -> int:
    """Read a year of four or two figures."""
    year = int(written.strip("'’"))
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year
