"""Productions of named dates: days, months, quarters, seasons, holidays, the nth of a month."""

from __future__ import annotations

from claimcheck.grammar.calendar import FIRST_YEAR, LAST_YEAR
from claimcheck.grammar.en.date_draft import GRAINS, Draft, Phrase, token
from claimcheck.grammar.en.date_parts import (
    DAY_HOSTS,
    Made,
    Parts,
    day_draft,
    first_of,
    number_of,
    year_of,
)
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain


def full_date(phrase: Phrase, parts: Parts) -> Made:
    """Read a month and a day, with or without weekday and year, in any order."""
    month, number = first_of(parts, "Mm"), first_of(parts, "dD")
    unit = first_of(parts, "U")
    if month is None or number is None or not 1 <= number_of(number) <= 31:
        return None
    if unit is not None and unit.value != "D":
        return None
    year = first_of(parts, "yq")
    if parts[-1].kind == "d" and len([part for part in parts if part.kind in "dD"]) > 1:
        year = _short_year(phrase, month, parts[-1])
        made = full_date(phrase, parts[:-1] if year is None else [*parts[:-1], year])
        return made if year is not None or made is None else [*made, parts[-1]]
    if year is None and number.kind == "d" and _is_amount(phrase, month, number, parts):
        return None
    draft = day_draft(year_of(year), number_of(month), number_of(number), first_of(parts, "Ww"))
    return [token("@", parts, draft, "date")]


def _short_year(phrase: Phrase, month: Token, part: Token) -> Token | None:
    """Take the last figures of "12 Jul 23" for a year where nothing follows that they count."""
    two = part.end - part.start == 2
    first = month.start - 3  # a day in figures before the month
    alone = month.kind == "m" or not phrase.before(max(0, first))
    if not two or not alone or phrase.after(part.end):
        return None
    return part._replace(kind="q")


def _is_amount(phrase: Phrase, month: Token, number: Token, parts: Parts) -> bool:
    """Tell "may 25 people" and "in May 25 soldiers" from a day of May."""
    if parts[-1] is not number:
        return False
    if (
        phrase.text[month.start].islower()
        and phrase.text[month.start : month.end] in phrase.tables.shy
    ):
        return True
    after = phrase.after(number.end)
    return after in phrase.tables.counted or phrase.text[number.end : number.end + 1] == "%"


def day_range(phrase: Phrase, parts: Parts) -> Made:
    """Read "November 19-20, 2011" and "24-28 September" as two days of one month."""
    month = first_of(parts, "Mm")
    numbers = [part for part in parts if part.kind in "dD"]
    if (
        month is None
        or len(numbers) != 2
        or not number_of(numbers[0]) < number_of(numbers[1]) <= 31
    ):
        return full_date_before_range(phrase, parts)
    year = year_of(first_of(parts, "yq"))
    split = parts.index(numbers[0]) + 1
    left, right = parts[:split], parts[parts.index(numbers[1]) :]
    made = [token("@", left, day_draft(year, number_of(month), number_of(numbers[0])), "date")]
    made.append(Token("T", "to", left[-1].end, right[0].start))
    made.append(token("@", right, day_draft(year, number_of(month), number_of(numbers[1])), "date"))
    return made


def full_date_before_range(phrase: Phrase, parts: Parts) -> Made:
    """Fall back to the one date a failed range begins with ("March 20 to 3")."""
    if parts[0].kind not in "Mm":
        return None
    stop = next(index for index, part in enumerate(parts) if part.kind in "dD") + 1
    made = full_date(phrase, parts[:stop])
    return None if made is None else [*made, *parts[stop:]]


def month_range(_: Phrase, parts: Parts) -> Made:
    """Read "from January to April 2015", "May 28 to June 3, 2011": one year for both ends."""
    split = next(index for index, part in enumerate(parts) if part.kind in "-~T")
    left, right = parts[:split], parts[split + 1 :]
    first, last = first_of(left, "Mm"), first_of(right, "Mm")
    year = first_of(right, "yq")
    if first is None or last is None or year is None:
        return None
    began = int(year_of(year)) - (number_of(first) > number_of(last))
    made = []
    for side, month, figures in ((left, first, f"{began:04}"), (right, last, year_of(year))):
        number = first_of(side, "dD")
        if number is None:
            draft = Draft("DATE", f"{figures}-{number_of(month):02}", Grain.MONTH)
        else:
            draft = day_draft(figures, number_of(month), number_of(number))
        made.append(token("@", side, draft, "date"))
    return [made[0], Token("T", "to", left[-1].end, right[0].start), made[1]]


def day_of_month(phrase: Phrase, parts: Parts) -> Made:
    """Read "on the 4th" as a day of some month, where nothing follows that it could count."""
    number = parts[-1]
    after = phrase.after(number.end).lower()
    if phrase.before(parts[0].start) not in DAY_HOSTS or after not in _DAY_ENDS:
        return None
    spelled = not phrase.text[number.start].isdigit()
    if not 1 <= number_of(number) <= 31 or (spelled and after):
        return None
    draft = Draft("DATE", f"XXXX-XX-{number_of(number):02}", Grain.DAY)
    return [token("@", parts, draft, "day of month")]


_DAY_ENDS = frozenset(
    {"", "and", "at", "to", "through", "but", "after", "when", "with", "in", "it", "he", "she"}
    | {"they", "we", "will", "was"}
)


def month_year(_: Phrase, parts: Parts) -> Made:
    """Read a month with its year."""
    month, year = first_of(parts, "Mm"), first_of(parts, "yqd")
    if month is None or year is None or (year.kind == "d" and number_of(year) < 32):
        return None
    if year.kind == "d":
        year = year._replace(kind="q")
    draft = Draft("DATE", f"{year_of(year)}-{number_of(month):02}", Grain.MONTH)
    return [token("@", parts, draft, "month")]


def weekday_of_month(phrase: Phrase, parts: Parts) -> Made:
    """Read "Thursday the 14th": a day of some month, with its weekday."""
    weekday, number = first_of(parts, "Ww"), first_of(parts, "dD")
    if (
        weekday is None
        or (weekday.kind == "w" and phrase.text[weekday.start].islower())
        or number is None
        or not 1 <= number_of(number) <= 31
    ):
        return None
    draft = Draft(
        "DATE", f"XXXX-XX-{number_of(number):02}", Grain.DAY, weekday=number_of(weekday) - 1
    )
    return [token("@", parts, draft, "date")]


def quarter(phrase: Phrase, parts: Parts) -> Made:
    """Read "the fourth quarter of 2005", "Q3 2024", "2019-H1"."""
    number = first_of(parts, "DdQ")
    year = first_of(parts, "yq")
    if number is None or not 1 <= number_of(number) <= 6:
        return None
    if parts[0].kind == "X" and not _fiscal(phrase, parts[:1]):
        return None
    half = number_of(number) > 4
    if half and number.kind != "Q":
        return None
    code = f"H{number_of(number) - 4}" if half else f"Q{number_of(number)}"
    grain = Grain.HALF if half else Grain.QUARTER
    return [token("@", parts, Draft("DATE", f"{year_of(year)}-{code}", grain), "quarter")]


def half(_: Phrase, parts: Parts) -> Made:
    """Read "the first half of 2023"."""
    number, year = first_of(parts, "D"), first_of(parts, "yq")
    if number is None or not 1 <= number_of(number) <= 2:
        return None
    draft = Draft("DATE", f"{year_of(year)}-H{number_of(number)}", Grain.HALF)
    return [token("@", parts, draft, "half")]


def century(_: Phrase, parts: Parts) -> Made:
    """Read "the 19th century" as 18."""
    number = first_of(parts, "D")
    if number is None or not 11 <= number_of(number) <= 22:
        return None
    return [
        token("@", parts, Draft("DATE", f"{number_of(number) - 1:02}", Grain.CENTURY), "century")
    ]


def decade(_: Phrase, parts: Parts) -> Made:
    """Read "the 1990s", "the '80s", "the nineties" as three figures."""
    part = first_of(parts, "e")
    if part is None:
        return None
    number = number_of(part)
    if number >= 1000:
        number -= 1000
        if number % 10 == 0 and number < 200:  # "the 1800s"
            draft = Draft("DATE", f"{number // 10:02}", Grain.CENTURY)
            return [token("@", parts, draft, "century")]
    else:
        number += 190
    if not FIRST_YEAR <= number * 10 <= LAST_YEAR:
        return None
    return [token("@", parts, Draft("DATE", f"{number:03}", Grain.DECADE), "decade")]


def season(phrase: Phrase, parts: Parts) -> Made:
    """Read "spring 2024", "the summer", "in autumn"; "the fall of Kabul" is no season."""
    part = first_of(parts, "S")
    if part is None:
        return None
    year = first_of(parts, "yq")
    if year is None and not _seasonal(phrase, parts, part):
        return None
    return [
        token("@", parts, Draft("DATE", f"{year_of(year)}-{part.value}", Grain.SEASON), "season")
    ]


def _seasonal(phrase: Phrase, parts: Parts, part: Token) -> bool:
    following = phrase.text[part.end : part.end + 4]
    before = phrase.before(parts[0].start if parts[0].kind == "t" else part.start)
    if following == " of " or (phrase.text[part.start].isupper() and before not in _SEASON_HOSTS):
        return False
    return (parts[0].kind == "t" and part.value != "SP") or before in _SEASON_HOSTS


_SEASON_HOSTS = frozenset(
    "in this last next by since until early late mid during that every each previous "
    "following".split()
)


def holiday(_: Phrase, parts: Parts) -> Made:
    """Read a holiday whose day can be computed."""
    part, year = first_of(parts, "H"), first_of(parts, "yq")
    if part is None:
        return None
    rule = f"hol:{part.value}"
    form = rule if year is None else f"{year_of(year)}/{rule}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "holiday")]


def holiday_weekend(_: Phrase, parts: Parts) -> Made:
    """Read "Labor Day weekend": the two days before a Monday or Tuesday, else those after."""
    made = holiday(_, [part for part in parts if part.kind != "U"])
    if made is None or not isinstance(made[0].value, Draft) or parts[1].value != "WE":
        return None
    draft = made[0].value
    form = f"{draft.form}/WE"
    return [token("@", parts, draft._replace(form=form, grain=Grain.WEEKEND), "holiday weekend")]


def nth_weekday(_: Phrase, parts: Parts) -> Made:
    """Read "the first Tuesday of October", "last Friday in May 2014"."""
    weekday, month = first_of(parts, "W"), first_of(parts, "Mm")
    number = first_of(parts, "DL")
    if weekday is None or month is None or number is None or not -1 <= number_of(number) <= 5:
        return None
    if number_of(number) == 0 or (number.kind == "L" and number_of(number) > 0):
        return None
    outer = f"{year_of(first_of(parts, 'yq'))}-{number_of(month):02}"
    form = f"{outer}/nth:{number_of(number)}:W{number_of(weekday)}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "nth weekday")]


def nth_unit(_: Phrase, parts: Parts) -> Made:
    """Read "the last week of July", "the third month of 2021", "the 3rd last week of 2018"."""
    number, unit = first_of(parts, "DL"), first_of(parts, "UV")
    month, year = first_of(parts, "Mm"), first_of(parts, "yq")
    if number is None or unit is None or unit.value not in {"D", "W", "M", "WE"}:
        return None
    last = any(part.kind == "L" and part.value == -1 for part in parts)
    nth = -max(number_of(number), 1) if last else number_of(number)
    if not -31 <= nth <= 53 or nth == 0:
        return None
    outer = year_of(year) if month is None else f"{year_of(year)}-{number_of(month):02}"
    form = f"{outer}/nth:{nth}:{unit.value}"
    return [token("@", parts, Draft("DATE", form, GRAINS[str(unit.value)]), "nth unit")]


def numbered_week(_: Phrase, parts: Parts) -> Made:
    """Read "week 23", "week 3 of 2027"."""
    number = first_of(parts, "d")
    unit = first_of(parts, "U")
    if number is None or unit is None or unit.value != "W" or not 1 <= number_of(number) <= 53:
        return None
    form = f"{year_of(first_of(parts, 'y'))}-W{number_of(number):02}"
    return [token("@", parts, Draft("DATE", form, Grain.WEEK), "numbered week")]


def fiscal_year(phrase: Phrase, parts: Parts) -> Made:
    """Read "fiscal 1990", "FY24", "financial year 2022-23" as the year it ends in."""
    if not _fiscal(phrase, parts):
        return None
    ends = [part for part in parts if part.kind in "dyq"]
    year = second_year(ends[0], ends[1]) if len(ends) > 1 else _named_year(ends[0])
    if year is None:
        return None
    number = first_of(parts, "Q")
    if number is None:
        return [token("@", parts, Draft("DATE", f"FY{year:04}", Grain.YEAR), "fiscal year")]
    form = f"FY{year:04}-Q{number_of(number)}"
    return [token("@", parts, Draft("DATE", form, Grain.QUARTER), "fiscal quarter")]


def _fiscal(phrase: Phrase, parts: Parts) -> bool:
    """Tell fiscal years by their word."""
    words = phrase.text[parts[0].start : parts[-1].end].lower()
    return any(word in words for word in ("fiscal", "financial", "fy"))


def _named_year(part: Token) -> int | None:
    """Give the year of "2024", "'24" and the "24" of FY24."""
    if part.kind == "d":
        return 2000 + number_of(part) if part.end - part.start == 2 else None
    return int(year_of(part))


def second_year(first: Token, second: Token) -> int | None:
    """Give the year at the end of "2022-23" or "1999-00", None where it does not follow."""
    began = _named_year(first)
    if began is None or second.end - second.start != 2:
        return None
    ended = began - began % 100 + number_of(second)
    ended += 100 if ended < began else 0
    return ended if 0 < ended - began <= _LONGEST_RUN else None


_LONGEST_RUN = 30


def year_range(phrase: Phrase, parts: Parts) -> Made:
    """Read "1992-93 school year", "in 2009-10" as two years; a fiscal one as the second."""
    article, (first, _, second, *rest) = _led(parts)
    ended = second_year(first, second)
    if ended is None or second.start - first.end > 1:
        return None
    if rest and _fiscal(phrase, rest):
        return [token("@", parts, Draft("DATE", f"FY{ended:04}", Grain.YEAR), "fiscal year")]
    return [*article, *two_years(first, second, ended), *_dropped(rest)]


def _led(parts: Parts) -> tuple[Parts, Parts]:
    """Part the article from what it leads."""
    return (parts[:1], parts[1:]) if parts[0].kind == "t" else ([], parts)


def two_years(first: Token, second: Token, ended: int) -> list[Token]:
    """Make the two years of "1992-93", a range."""
    years = (year_of(first), f"{ended:04}")
    left, right = (
        token("@", [part], Draft("DATE", year, Grain.YEAR), "year")
        for part, year in zip((first, second), years, strict=True)
    )
    return [left, Token("T", "to", first.end, second.start), right]


def _dropped(parts: Parts) -> list[Token]:
    """Leave out "school year" after its years: it is no duration of its own."""
    return [Token("#", None, parts[0].start, parts[-1].end)] if parts else []


def year_by_name(_: Phrase, parts: Parts) -> Made:
    """Read "the year 2000"."""
    if first_of(parts, "U") is None or parts[-2].value != "Y":
        return None
    return [token("@", parts, Draft("DATE", year_of(parts[-1]), Grain.YEAR), "year")]


def month_by_name(_: Phrase, parts: Parts) -> Made:
    """Read "the month of May"."""
    if parts[1].value != "M":
        return None
    year, month = first_of(parts, "y"), first_of(parts, "Mm")
    if month is None:
        return None
    draft = Draft("DATE", f"{year_of(year)}-{number_of(month):02}", Grain.MONTH)
    return [token("@", parts, draft, "month")]
