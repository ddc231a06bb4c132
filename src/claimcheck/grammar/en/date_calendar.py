"""Productions of the first rung: calendar dates, numeric dates, years, holidays, today and last week."""

from __future__ import annotations

import re

from claimcheck.grammar.calendar import FIRST_YEAR, LAST_YEAR, days_in_month
from claimcheck.grammar.en.date_draft import GRAINS, UNIT_NAMES, Draft, Phrase, token
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain, TimexMod

Parts = list[Token]
Made = list[Token] | None

NO_SUCH_DAY = "no such day"
OPEN_ORDER = "day and month open"


def _int(part: Token) -> int:
    return part.value if isinstance(part.value, int) else 0


def _first(parts: Parts, kinds: str) -> Token | None:
    return next((part for part in parts if part.kind in kinds), None)


def year_of(part: Token | None) -> str:
    """Give the four figures of a year token; '24 is 2024, '31 and up is 1931 (the window is 1930 to 2029)."""
    if part is None:
        return "XXXX"
    year = _int(part)
    if part.kind == "q":
        year += 2000 if year < 30 else 1900
    return f"{year:04}"


def day_draft(year: str, month: int, number: int, weekday: Token | None = None) -> Draft:
    """Make a day, noting one that the calendar does not have."""
    longest = 31 if month < 1 else days_in_month(int(year) if year != "XXXX" else 2000, month)
    note = "" if 1 <= number <= longest else NO_SUCH_DAY
    named = None if weekday is None else _int(weekday) - 1
    return Draft("DATE", f"{year}-{month:02}-{number:02}", Grain.DAY, weekday=named, note=note)


def full_date(phrase: Phrase, parts: Parts) -> Made:
    """Read a month and a day, with or without weekday and year, in any order."""
    month, number = _first(parts, "Mm"), _first(parts, "dD")
    unit = _first(parts, "U")
    if month is None or number is None or not 1 <= _int(number) <= 31:
        return None
    if unit is not None and unit.value != "D":
        return None
    year = _first(parts, "yq")
    if year is None and number.kind == "d" and _is_amount(phrase, month, number, parts):
        return None
    draft = day_draft(year_of(year), _int(month), _int(number), _first(parts, "Ww"))
    return [token("@", parts, draft, "date")]


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
    month = _first(parts, "Mm")
    numbers = [part for part in parts if part.kind in "dD"]
    if month is None or len(numbers) != 2 or not _int(numbers[0]) < _int(numbers[1]) <= 31:
        return full_date_before_range(phrase, parts)
    year = year_of(_first(parts, "yq"))
    split = parts.index(numbers[0]) + 1
    left, right = parts[:split], parts[parts.index(numbers[1]) :]
    made = [token("@", left, day_draft(year, _int(month), _int(numbers[0])), "date")]
    made.append(Token("T", "to", left[-1].end, right[0].start))
    made.append(token("@", right, day_draft(year, _int(month), _int(numbers[1])), "date"))
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
    first, last = _first(left, "Mm"), _first(right, "Mm")
    year = _first(right, "yq")
    if first is None or last is None or year is None:
        return None
    began = int(year_of(year)) - (_int(first) > _int(last))
    made = []
    for side, month, figures in ((left, first, f"{began:04}"), (right, last, year_of(year))):
        number = _first(side, "dD")
        if number is None:
            draft = Draft("DATE", f"{figures}-{_int(month):02}", Grain.MONTH)
        else:
            draft = day_draft(figures, _int(month), _int(number))
        made.append(token("@", side, draft, "date"))
    return [made[0], Token("T", "to", left[-1].end, right[0].start), made[1]]


def day_of_month(phrase: Phrase, parts: Parts) -> Made:
    """Read "on the 4th" as a day of some month, where nothing follows that it could count."""
    number = parts[-1]
    after = phrase.after(number.end).lower()
    if phrase.before(parts[0].start) not in _DAY_HOSTS or after not in _DAY_ENDS:
        return None
    if not 1 <= _int(number) <= 31 or not phrase.text[number.start].isdigit():
        return None
    draft = Draft("DATE", f"XXXX-XX-{_int(number):02}", Grain.DAY)
    return [token("@", parts, draft, "day of month")]


_DAY_ENDS = frozenset({"", "and", "at", "to", "through", "but", "after", "when", "with", "in"})


def month_year(_: Phrase, parts: Parts) -> Made:
    """Read a month with its year."""
    month, year = _first(parts, "Mm"), _first(parts, "yqd")
    if month is None or year is None or (year.kind == "d" and _int(year) < 32):
        return None
    if year.kind == "d":
        year = year._replace(kind="q")
    draft = Draft("DATE", f"{year_of(year)}-{_int(month):02}", Grain.MONTH)
    return [token("@", parts, draft, "month")]


def weekday_of_month(phrase: Phrase, parts: Parts) -> Made:
    """Read "Thursday the 14th": a day of some month, with its weekday."""
    weekday, number = _first(parts, "Ww"), _first(parts, "dD")
    if (
        weekday is None
        or (weekday.kind == "w" and phrase.text[weekday.start].islower())
        or number is None
        or not 1 <= _int(number) <= 31
    ):
        return None
    draft = Draft("DATE", f"XXXX-XX-{_int(number):02}", Grain.DAY, weekday=_int(weekday) - 1)
    return [token("@", parts, draft, "date")]


def weekday_and_pair(phrase: Phrase, parts: Parts) -> Made:
    """Read "Friday 5/12", "Sat., 3/8/2014": figures with their weekday."""
    weekday, figures = _first(parts, "Ww"), parts[-1]
    found = figures.value
    if weekday is None or not isinstance(found, re.Match):
        return None
    if found["pair"]:
        month, _, number = found["pair"].partition("/")
        if len(number) > 2 or not _exists(2000, int(month), int(number)):
            return None
        draft = day_draft("XXXX", int(month), int(number), weekday)
    else:
        made = numeric(phrase, [figures])
        if made is None or not isinstance(made[0].value, Draft):
            return None
        draft = made[0].value._replace(weekday=_int(weekday) - 1)
    return [token("@", parts, draft, "numeric date")]


def quarter(_: Phrase, parts: Parts) -> Made:
    """Read "the fourth quarter of 2005", "Q3 2024", "2019-H1"."""
    number = _first(parts, "DdQ")
    year = _first(parts, "yq")
    if number is None or not 1 <= _int(number) <= 6:
        return None
    half = _int(number) > 4
    if half and number.kind != "Q":
        return None
    code = f"H{_int(number) - 4}" if half else f"Q{_int(number)}"
    grain = Grain.HALF if half else Grain.QUARTER
    return [token("@", parts, Draft("DATE", f"{year_of(year)}-{code}", grain), "quarter")]


def half(_: Phrase, parts: Parts) -> Made:
    """Read "the first half of 2023"."""
    number, year = _first(parts, "D"), _first(parts, "yq")
    if number is None or not 1 <= _int(number) <= 2:
        return None
    draft = Draft("DATE", f"{year_of(year)}-H{_int(number)}", Grain.HALF)
    return [token("@", parts, draft, "half")]


def century(_: Phrase, parts: Parts) -> Made:
    """Read "the 19th century" as 18."""
    number = _first(parts, "D")
    if number is None or not 11 <= _int(number) <= 22:
        return None
    return [token("@", parts, Draft("DATE", f"{_int(number) - 1:02}", Grain.CENTURY), "century")]


def decade(_: Phrase, parts: Parts) -> Made:
    """Read "the 1990s", "the '80s", "the nineties" as three figures."""
    part = _first(parts, "e")
    if part is None:
        return None
    number = _int(part)
    if number >= 1000:
        number -= 1000
    else:
        number += 190
    if not FIRST_YEAR <= number * 10 <= LAST_YEAR:
        return None
    return [token("@", parts, Draft("DATE", f"{number:03}", Grain.DECADE), "decade")]


def season(phrase: Phrase, parts: Parts) -> Made:
    """Read "spring 2024", "the summer", "in autumn"; "the fall of Kabul" is no season."""
    part = _first(parts, "S")
    if part is None:
        return None
    year = _first(parts, "yq")
    if year is None and not _seasonal(phrase, parts, part):
        return None
    return [
        token("@", parts, Draft("DATE", f"{year_of(year)}-{part.value}", Grain.SEASON), "season")
    ]


def _seasonal(phrase: Phrase, parts: Parts, part: Token) -> bool:
    following = phrase.text[part.end : part.end + 4]
    before = phrase.before(part.start)
    if following == " of " or phrase.text[part.start].isupper() and before not in _SEASON_HOSTS:
        return False
    return parts[0].kind == "t" and part.value != "SP" or before in _SEASON_HOSTS


_SEASON_HOSTS = frozenset(
    "in this last next by since until early late mid during that every each previous following".split()
)


def holiday(_: Phrase, parts: Parts) -> Made:
    """Read a holiday whose day can be computed."""
    part, year = _first(parts, "H"), _first(parts, "yq")
    if part is None:
        return None
    rule = f"hol:{part.value}"
    form = rule if year is None else f"{year_of(year)}/{rule}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "holiday")]


def nth_weekday(_: Phrase, parts: Parts) -> Made:
    """Read "the first Tuesday of October", "last Friday in May 2014"."""
    weekday, month = _first(parts, "W"), _first(parts, "Mm")
    number = _first(parts, "DL")
    if weekday is None or month is None or number is None or not -1 <= _int(number) <= 5:
        return None
    if _int(number) == 0 or (number.kind == "L" and _int(number) > 0):
        return None
    outer = f"{year_of(_first(parts, 'yq'))}-{_int(month):02}"
    form = f"{outer}/nth:{_int(number)}:W{_int(weekday)}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "nth weekday")]


def nth_unit(_: Phrase, parts: Parts) -> Made:
    """Read "the last week of July", "the third month of 2021", "the 3rd last week of 2018"."""
    number, unit = _first(parts, "DL"), _first(parts, "UV")
    month, year = _first(parts, "Mm"), _first(parts, "yq")
    if number is None or unit is None or unit.value not in {"D", "W", "M", "WE"}:
        return None
    last = any(part.kind == "L" and part.value == -1 for part in parts)
    nth = -max(_int(number), 1) if last else _int(number)
    if not -31 <= nth <= 53 or nth == 0:
        return None
    outer = year_of(year) if month is None else f"{year_of(year)}-{_int(month):02}"
    form = f"{outer}/nth:{nth}:{unit.value}"
    return [token("@", parts, Draft("DATE", form, GRAINS[str(unit.value)]), "nth unit")]


def numbered_week(_: Phrase, parts: Parts) -> Made:
    """Read "week 23", "week 3 of 2027"."""
    number = _first(parts, "d")
    unit = _first(parts, "U")
    if number is None or unit is None or unit.value != "W" or not 1 <= _int(number) <= 53:
        return None
    form = f"{year_of(_first(parts, 'y'))}-W{_int(number):02}"
    return [token("@", parts, Draft("DATE", form, Grain.WEEK), "numbered week")]


def fiscal_year(phrase: Phrase, parts: Parts) -> Made:
    """Read "fiscal 1990" and "fiscal year 2024" as FY2024."""
    year = _first(parts, "yq")
    word = phrase.text[parts[0].start : parts[-1].end].lower()
    if year is None or not ("fiscal" in word or "financial" in word):
        return None
    return [token("@", parts, Draft("DATE", f"FY{year_of(year)}", Grain.YEAR), "fiscal year")]


def year_by_name(_: Phrase, parts: Parts) -> Made:
    """Read "the year 2000"."""
    if _first(parts, "U") is None or parts[-2].value != "Y":
        return None
    return [token("@", parts, Draft("DATE", year_of(parts[-1]), Grain.YEAR), "year")]


def month_by_name(phrase: Phrase, parts: Parts) -> Made:
    """Read "the month of May"."""
    if parts[1].value != "M":
        return None
    year, month = _first(parts, "y"), _first(parts, "Mm")
    if month is None:
        return None
    draft = Draft("DATE", f"{year_of(year)}-{_int(month):02}", Grain.MONTH)
    return [token("@", parts, draft, "month")]


def same_time(phrase: Phrase, parts: Parts) -> Made:
    """Read "since then", "at the time": the date last spoken of; the preposition stays outside."""
    part = parts[0]
    if phrase.after(part.end).lower() in {"of", "when", "that"}:
        return None
    start = part.start + len(str(part.value)) + 1
    moved = [Token("G", part.value, start, part.end)]
    return [token("@", moved, Draft("DATE", "ref:same+0", Grain.DAY), "same time")]


def deictic(_: Phrase, parts: Parts) -> Made:
    """Read today, yesterday, tomorrow, tonight."""
    form = str(parts[0].value)
    kind = "TIME" if "T" in form else "DATE"
    unit = form.rstrip("+-0123456789")
    grain = Grain.TIME if kind == "TIME" else Grain(unit)
    return [token("@", parts, Draft(kind, form, grain), "deictic day")]


def reference(phrase: Phrase, parts: Parts) -> Made:
    """Read now, recently, soon; a capital inside is a name ("Summit of the Future")."""
    inner = phrase.text[parts[0].start + 1 : parts[0].end]
    if any(letter.isupper() for letter in inner):
        return None
    return [token("@", parts, Draft("DATE", str(parts[0].value), Grain.NONE), "reference")]


def shifted(phrase: Phrase, parts: Parts) -> Made:
    """Read "last week", "next month", "the previous year", "the past year" (a duration)."""
    step, unit = _first(parts, "Ll"), _first(parts, "UKC")
    if step is None or unit is None:
        return None
    code = str(unit.value)
    if code not in GRAINS or GRAINS[code] is Grain.TIME:
        return None
    definite = parts[0].kind == "t"
    word = phrase.text[step.start : step.end].lower()
    spanning = (
        definite
        and code != "Q"
        and phrase.before(parts[0].start) in _SPANNING
        and word in {"last", "next"}
    )
    if code == "WE" and "past" in word:
        form = "XXXX-WXX-WE<"
        return [token("@", parts, Draft("DATE", form, Grain.WEEKEND), "shifted unit")]
    if word == "past" or (spanning and code != "D"):
        draft = Draft("DURATION", f"P1{code}", Grain.NONE)
        return [token("%", parts, draft, "span")]
    base = "ref:" if step.kind == "l" or (definite and word == "next") else ""
    form = f"{base}{UNIT_NAMES[code]}{_int(step):+d}"
    if form == "weekend+0":
        form = "XXXX-WXX-WE="
    return [token("@", parts, Draft("DATE", form, GRAINS[code]), "shifted unit")]


_SPANNING = frozenset("in over within during for throughout".split())


def the_past(phrase: Phrase, parts: Parts) -> Made:
    """Read "in the past" where it ends its phrase."""
    word = phrase.text[parts[1].start : parts[1].end]
    after = phrase.after(parts[1].end)
    if word != "past" or (after and after not in _FUNCTION):
        return None
    return [token("@", parts, Draft("DATE", "PAST_REF", Grain.NONE), "reference")]


_FUNCTION = frozenset("and but by to with or as for that than is was have has had".split())


def shifted_name(_: Phrase, parts: Parts) -> Made:
    """Read "last Tuesday", "next March", "this summer", "last Christmas"."""
    step, head = _first(parts, "LlJ"), _first(parts, "WwMmSHv")
    if step is None or head is None:
        return None
    way = "=" if step.kind == "J" else {-1: "<", 0: "=", 1: ">"}.get(_int(step), "=")
    if step.kind in "lJ":
        way = {"<": "ref<", ">": "ref>"}.get(way, "ref=")
    form, grain = _named(head)
    return [token("@", parts, Draft("DATE", f"{form}{way}", grain), "shifted name")]


def _named(head: Token) -> tuple[str, Grain]:
    if head.kind in "Wwv":
        return f"XXXX-WXX-{_int(head)}", Grain.DAY
    if head.kind in "Mm":
        return f"XXXX-{_int(head):02}", Grain.MONTH
    if head.kind == "S":
        return f"XXXX-{head.value}", Grain.SEASON
    return f"hol:{head.value}", Grain.DAY


def shifted_date(_: Phrase, parts: Parts) -> Made:
    """Read "this November 24", "next May 5": the step picks the year."""
    month, number, step = _first(parts, "Mm"), _first(parts, "dD"), _first(parts, "L")
    if month is None or number is None or step is None:
        return None
    way = {-1: "<", 0: "=", 1: ">"}.get(_int(step), "=")
    draft = day_draft("XXXX", _int(month), _int(number))
    return [token("@", parts, draft._replace(form=draft.form + way), "shifted date")]


def same(phrase: Phrase, parts: Parts) -> Made:
    """Read "that day", "the same week", "the year": the unit last spoken of."""
    unit = _first(parts, "UKC")
    if unit is None:
        return None
    code = str(unit.value)
    if code not in GRAINS or GRAINS[code] is Grain.TIME:
        return None
    pointed = any(part.kind == "J" for part in parts)
    if code == "WE" and not pointed and parts[0].kind == "t":
        return [token("@", parts, Draft("DATE", "XXXX-WXX-WE", Grain.WEEKEND), "weekend")]
    if not pointed and not _bare_unit(phrase, parts, unit):
        return None
    draft = Draft("DATE", f"ref:{UNIT_NAMES[code]}+0", GRAINS[code])
    return [token("@", parts, draft, "same unit")]


def _bare_unit(phrase: Phrase, parts: Parts, unit: Token) -> bool:
    """Tell "ended the year at" from "the year of the rat", "the day after", "the day when"."""
    if parts[0].kind != "t":
        return False
    if unit.value in {"DE", "CE"} and phrase.before(parts[0].start) != "of":
        return False
    after = phrase.after(unit.end).lower()
    return after not in _OPENERS and phrase.text[unit.end : unit.end + 1] not in {"-", "'", "’"}


_OPENERS = frozenset(
    "following preceding of when that after before in a i we he she they it to the was is who which".split()
)


def numeric(phrase: Phrase, parts: Parts) -> Made:
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
        return _year_month(phrase, parts, found["yearmonth"])
    if found["pair"]:
        return _pair(phrase, parts, found)
    if found["mark"] == "." and len(found["three"]) < 4 and not _called(phrase, parts):
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


def _year_month(phrase: Phrase, parts: Parts, figures: str) -> Made:
    year, month = int(figures[:4]), int(figures[5:])
    if not FIRST_YEAR <= year <= LAST_YEAR or month == (year + 1) % 100:
        return None
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
    fits = [(month, number) for month, number in orders if _exists(int(year), month, number)]
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


def _exists(year: int, month: int, number: int) -> bool:
    return 1 <= month <= 12 and 1 <= number <= days_in_month(year, month)


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
    if len(two) > 2 or not _called(phrase, parts) or not _exists(2000, int(one), int(two)):
        return None
    also = (f"XXXX-{int(two):02}-{int(one):02}",) if _exists(2000, int(two), int(one)) else ()
    draft = day_draft("XXXX", int(one), int(two))
    return [token("@", parts, draft._replace(also=also), "numeric date")]


def _called(phrase: Phrase, parts: Parts) -> bool:
    """Tell whether a word before some figures calls for a day, or they are the whole text."""
    alone = parts[0].start == 0 and parts[-1].end == len(phrase.text)
    return alone or phrase.before(parts[0].start) in _DAY_HOSTS


_DAY_HOSTS = frozenset("on since until till by before after from through dated".split())


def bare_weekday(phrase: Phrase, parts: Parts) -> Made:
    """Read a weekday alone; a short one only with its stop, and no newspaper's name."""
    part = parts[-1]
    if part.kind == "w" and not (
        phrase.text[part.end - 1] == "." and phrase.text[part.start].isupper()
    ):
        return None
    if phrase.after(part.end) in _PAPERS:
        return None
    draft = Draft("DATE", f"XXXX-WXX-{_int(part)}", Grain.DAY)
    return [token("@", [part], draft, "weekday")]


_PAPERS = frozenset("Times Telegraph Mirror Mail Express Herald Independent Tribune School".split())


def bare_month(phrase: Phrase, parts: Parts) -> Made:
    """Read a month alone: capital, and after a preposition where the word is also a verb or a name."""
    part = parts[-1]
    text = phrase.text[part.start : part.end]
    before = phrase.before(part.start)
    shy = text.lower() in phrase.tables.shy
    if text[0].islower() and (shy or text == "august") and before not in {"in", "of", "since"}:
        return None
    if part.kind == "m" and not (text.endswith(".") and before in _MONTH_HOSTS):
        return None
    following = phrase.after(part.end)
    named = following[:1].isupper() and following.isalpha() and not following.isupper()
    if (shy or named) and before not in _MONTH_HOSTS:
        return None
    draft = Draft("DATE", f"XXXX-{_int(part):02}", Grain.MONTH)
    return [token("@", [part], draft, "month")]


_MONTH_HOSTS = frozenset(
    "in of by since until till last next this early late mid from through to between and during before "
    "after for mid-late the every each around earlier".split()
)


def bare_year(phrase: Phrase, parts: Parts) -> Made:
    """Read four figures as a year where the words around them allow it."""
    part = parts[-1]
    if not _year_like(phrase, part):
        return None
    return [token("@", parts, Draft("DATE", year_of(part), Grain.YEAR), "year")]


def _year_like(phrase: Phrase, part: Token) -> bool:
    text, tables = phrase.text, phrase.tables
    left = text[part.start - 1 : part.start] if part.start else ""
    if left in _MONEY or text[part.end : part.end + 1] in {"%", "°", "€"}:
        return False
    before = phrase.before(part.start)
    after = phrase.after(part.end)
    if after.lower() in tables.counted or after[:1].isdigit():
        return False
    year = _int(part)
    sure = before in tables.year_prepositions
    if _plural(after) and not sure and before != "the":
        return False
    if year % 100 == 0 or not 1500 <= year <= 2050:
        return sure or (before in {"of", "from", "by", "the", "to", "and"} and not _plural(after))
    if before in tables.year_hosts or left in {"(", "-", "–", "/"} or not before:
        return True
    return 1700 <= year <= 2050 and not (left.isalnum() or before[-1:].isdigit())


_MONEY = frozenset("$£€¥₹#.,@&_")
_NOT_PLURAL = frozenset(
    "was has is its this as plus versus less across does us thus years series".split()
)


def _plural(word: str) -> bool:
    return len(word) > 3 and word[0].islower() and word.endswith("s") and word not in _NOT_PLURAL


def mod_of(edge: str) -> TimexMod:
    """Give the modifier of an edge word."""
    return TimexMod(edge)
