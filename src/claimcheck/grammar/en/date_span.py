"""Productions of the upper rungs: durations, dates counted from a date, parts of days, sets, edges."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.grammar.en.date_calendar import Made, Parts, _first, _int
from claimcheck.grammar.en.date_draft import GRAINS, UNIT_NAMES, Draft, Phrase, duration, token
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain, TimexMod

_UNITS = "UVKCP"


def _count(parts: Parts) -> str:
    """Give the number of a duration as TIMEX3 writes it: "X" where it is vague."""
    number = _first(parts, "dny")
    if number is not None:
        return str(number.value)
    vague = _first(parts, "F")
    if vague is not None:
        return "1" if vague.value == "another" else "X"
    return "1"


def plain_duration(phrase: Phrase, parts: Parts) -> Made:
    """Read "two years", "a few days", "nearly five months", "12-year", "another year"."""
    unit = _first(parts, _UNITS)
    number = _first(parts, "dnyF")
    if unit is None or (number is not None and number.kind == "y" and unit.kind != "V"):
        return None
    if parts[0].kind == "a" and number is None and unit.kind == "K":
        return None
    draft = Draft("DURATION", duration(_count(parts), str(unit.value)), Grain.NONE)
    return [token("%", parts, draft, "duration")]


def nth_second(phrase: Phrase, parts: Parts) -> Made:
    """Read "a 30-second clip": the unit is spelled like the ordinal."""
    unit = parts[-1]
    if phrase.text[unit.start : unit.end].lower() != "second":
        return None
    return [
        token("%", parts, Draft("DURATION", duration(_count(parts), "TS"), Grain.NONE), "duration")
    ]


def bare_units(phrase: Phrase, parts: Parts) -> Made:
    """Read "decades", "the weeks": some number of units."""
    unit = _first(parts, _UNITS)
    if unit is None or phrase.text[parts[0].start - 1 : parts[0].start] in {"-", "–", "'", "’"}:
        return None
    if unit.value == "WE":
        return [token("$", parts, Draft("SET", "XXXX-WXX-WE", Grain.NONE), "set")]
    draft = Draft("DURATION", duration("X", str(unit.value)), Grain.NONE)
    return [token("%", parts, draft, "duration")]


def half_unit(phrase: Phrase, parts: Parts) -> Made:
    """Read "half an hour", "two and a half years", "a year and a half", "half a century"."""
    unit = _first(parts, "UVC")
    if unit is None:
        return None
    fraction = _first(parts, "I")
    if fraction is not None and phrase.text[fraction.start : fraction.end] != "1/2":
        return None
    whole = _first(parts, "dn")
    extra = 0 if parts[0].kind == "x" else (_int(whole) if whole is not None else 1)
    code = str(unit.value)
    small = {"TH": ("30", "TM"), "DE": ("5", "Y"), "CE": ("50", "Y"), "Y": ("6", "M")}
    if extra == 0 and code in small:
        value = duration(*small[code])
    else:
        value = duration(f"{extra}.5", code)
    return [token("%", parts, Draft("DURATION", value, Grain.NONE), "duration")]


_PREPOSITIONS = frozenset({"over", "under", "around", "about"})


def span(phrase: Phrase, parts: Parts) -> Made:
    """Read "the past five years", "the next few weeks", "the first nine months": so many units."""
    if parts[0].value in _PREPOSITIONS and parts[1].kind == "t":
        made = span(phrase, parts[1:])
        return made and [parts[0], *made]
    unit = _first(parts, "UVKC")
    if unit is None or _first(parts, "dnyF") is None:
        return None
    draft = Draft("DURATION", duration(_count(parts), str(unit.value)), Grain.NONE)
    return [token("%", parts, draft, "span")]


def number_range(_: Phrase, parts: Parts) -> Made:
    """Read "two to three years" as a duration with both ends; the first is its value."""
    numbers = [part for part in parts if part.kind in "dn"]
    unit = str(parts[-1].value)
    values = [duration(str(number.value), unit) for number in numbers]
    draft = Draft("DURATION", values[0], Grain.NONE, also=tuple(values[1:]))
    return [token("%", parts, draft, "duration range")]


def one_word(_: Phrase, parts: Parts) -> Made:
    """Read "weeklong", "half-hour"."""
    return [token("%", parts, Draft("DURATION", str(parts[0].value), Grain.NONE), "duration")]


def day_next_to(phrase: Phrase, parts: Parts) -> Made:
    """Read "the day before", "a year before" at the end of its clause; an event after it is not a date."""
    unit, way = parts[-2], parts[-1]
    code = str(unit.value)
    after = phrase.after(way.end).lower()
    if parts[0].kind != "t" or code not in _STEP_GRAINS or (after and after not in _CLAUSE_ENDS):
        return None
    form = f"ref:{UNIT_NAMES[code]}{_int(way):+d}"
    return [token("@", parts, Draft("DATE", form, GRAINS[code]), "day before")]


_CLAUSE_ENDS = frozenset("in at and but when with by from on to as".split())


def age(_: Phrase, parts: Parts) -> Made:
    """Drop "12-year-old": an age is a number, not a date."""
    return [Token("#", None, parts[0].start, parts[-1].end)]


_SIZES = {"S": 0, "H": 2, "D": 3, "W": 4, "M": 5, "Q": 6, "Y": 7, "DE": 8}


def _body(part: Token) -> str:
    return part.value.form[1:] if isinstance(part.value, Draft) else ""


def _is_combined(part: Token) -> bool:
    return sum(letter.isdigit() != before.isdigit() for letter, before in pairwise(_body(part))) > 1


def combined(_: Phrase, parts: Parts) -> Made:
    """Read "two years and three months", "1 hour 30 minutes": units that grow smaller."""
    bodies = [_body(part) for part in parts if part.kind == "%"]
    if any("X" in body or "." in body or "E" in body for body in bodies):
        return None
    clock = [body.startswith("T") for body in bodies]
    sizes = [
        1 if body[-1] == "M" and body[0] == "T" else _SIZES.get(body[-1], -1) for body in bodies
    ]
    if sizes != sorted(sizes, reverse=True) or len(set(sizes)) != len(sizes) or -1 in sizes:
        return None
    if any(clock) != all(clock):
        return None
    form = "PT" + "".join(body[1:] for body in bodies) if all(clock) else "P" + "".join(bodies)
    return [token("%", parts, Draft("DURATION", form, Grain.NONE), "duration")]


_STEP_GRAINS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade"}


def _amount(part: Token) -> tuple[str, str]:
    """Split a duration into number and unit code: P2Y is ("2", "Y"), PT30M ("30", "TM")."""
    assert isinstance(part.value, Draft)  # noqa: S101 - a "%" token always holds a draft
    body = part.value.form[1:]
    clock = body.startswith("T")
    body = body[1:] if clock else body
    number = body.rstrip("ABCDEFGHIJKLMNOPQRSTUVWYZ") or body[:1]
    code = body[len(number) :]
    return number, f"T{code}" if clock else code


def stepped(phrase: Phrase, parts: Parts) -> Made:
    """Read "three weeks ago", "a year earlier", "two days later", "a week hence"."""
    amount, word = _first(parts, "%"), _first(parts, "gjh")
    if amount is None or word is None:
        return None
    number, code = _amount(amount)
    sign = -1 if _int(word) < 0 else 1
    if _is_combined(amount):
        base = "ref:day+0" if word.kind == "j" else "day+0"
        form = f"{base};{'-' if sign < 0 else '+'}{_body(amount)}"
        return [token("@", parts, Draft("DATE", form, Grain.DAY), "stepped date")]
    if number == "X" or code == "CE":
        form = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return [token("@", parts, Draft("DATE", form, Grain.NONE), "vague step")]
    base = "ref:" if word.kind == "j" else ""
    if code.startswith("T"):
        form = f"{base}day+0" if number.isdigit() else "PAST_REF"
        return [token("@", parts, Draft("DATE", form, Grain.DAY), "stepped hours")]
    if not number.isdigit():
        return _half_step(parts, base, number, code, sign)
    if code == "W":
        form, grain = f"{base}day{sign * 7 * int(number):+d}", Grain.DAY
    elif code in UNIT_NAMES:
        form, grain = f"{base}{UNIT_NAMES[code]}{sign * int(number):+d}", GRAINS[code]
    else:
        return None
    return [token("@", parts, Draft("DATE", form, grain), "stepped date")]


def _half_step(parts: Parts, base: str, number: str, code: str, sign: int) -> Made:
    """Step a unit and a half in the next smaller unit."""
    smaller = {
        "Y": ("month", 12, Grain.MONTH),
        "M": ("day", 30, Grain.DAY),
        "W": ("day", 7, Grain.DAY),
    }
    whole, _, rest = number.partition(".")
    if code not in smaller or not whole.isdigit():
        return None
    unit, factor, grain = smaller[code]
    steps = int(whole) * factor + (factor // 2 if rest else 0)
    draft = Draft("DATE", f"{base}{unit}{sign * steps:+d}", grain)
    return [token("@", parts, draft, "stepped date")]


def year_ago(phrase: Phrase, parts: Parts) -> Made:
    """Read "year-ago", "year-earlier", "the year-earlier quarter"."""
    unit = _first(parts, "U")
    if unit is None or unit.value not in {"Y", "M", "W"}:
        return None
    name = UNIT_NAMES[str(unit.value)]
    if parts[-1].kind == "K":
        draft = Draft("DATE", "ref:quarter-4", Grain.QUARTER)
    else:
        draft = Draft("DATE", f"ref:{name}-1", GRAINS[str(unit.value)])
    return [token("@", parts, draft, "year ago")]


def counted_from(_: Phrase, parts: Parts) -> Made:
    """Read "three weeks after January 15", "two days before Christmas", "3 days from Tuesday"."""
    amount, date = _first(parts, "%"), _first(parts, "@")
    way = _first(parts, "bfl")
    if amount is None or date is None or way is None or not isinstance(date.value, Draft):
        return None
    number, code = _amount(amount)
    if not number.isdigit() or code.startswith("T") or date.value.form.endswith("_REF"):
        return None
    if date.value.grain is not Grain.DAY:
        return None
    sign = "-" if way.kind == "b" and _int(way) < 0 else "+"
    form = f"{date.value.form};{sign}{number}{code}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "counted date")]


def day_beside(_: Phrase, parts: Parts) -> Made:
    """Read "the day after Christmas", "the day before June 5"."""
    date, way = _first(parts, "@"), _first(parts, "bl")
    if date is None or way is None or not isinstance(date.value, Draft):
        return None
    unit = _first(parts, "U")
    if unit is None or unit.value != "D" or date.value.grain is not Grain.DAY:
        return None
    form = f"{date.value.form};{_int(way):+d}D"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "day beside")]


_FINENESS = [
    Grain.TIME,
    Grain.DAY,
    Grain.WEEKEND,
    Grain.WEEK,
    Grain.MONTH,
    Grain.SEASON,
    Grain.QUARTER,
    Grain.HALF,
    Grain.YEAR,
    Grain.DECADE,
    Grain.CENTURY,
]
_RANK = {grain: index for index, grain in enumerate(_FINENESS)}
_OPEN = ("XXXX", "hol:")


def inside(_: Phrase, parts: Parts) -> Made:
    """Read "November of last year", "Tuesday last week", "last week's Sunday": a part inside a whole."""
    first, second = parts[0].value, parts[-1].value
    if not (isinstance(first, Draft) and isinstance(second, Draft)):
        return None
    if first.grain not in _RANK or second.grain not in _RANK:
        return None
    inner, outer = (first, second) if _RANK[first.grain] < _RANK[second.grain] else (second, first)
    if inner is second and any(part.kind == "," for part in parts):
        return None
    if _RANK[inner.grain] == _RANK[outer.grain] or not _fits_inside(inner, outer):
        return None
    way = inner.form.rstrip("<=>")
    draft = inner._replace(form=f"{outer.form}/{way}", mod=inner.mod)
    return [token("@", parts, draft, "part of a whole")]


def _fits_inside(inner: Draft, outer: Draft) -> bool:
    """Tell whether a whole completes an open part: a year a month, a week a weekday."""
    if not inner.form.startswith(_OPEN) or outer.grain is Grain.TIME or inner.type == "TIME":
        return False
    weekday = inner.form.startswith("XXXX-WXX")
    if weekday:
        return outer.grain in {Grain.WEEK, Grain.WEEKEND}
    if inner.form.startswith("XXXX-XX"):
        return outer.grain is Grain.MONTH
    return outer.grain is Grain.YEAR


def nth_inside(_: Phrase, parts: Parts) -> Made:
    """Read "the first half of last year", "20th of next month", "the first week of this year"."""
    number, outer = _first(parts, "dDL"), parts[-1].value
    if number is None or not isinstance(outer, Draft) or outer.grain not in _RANK:
        return None
    unit = _first(parts[:-1], "xKUVW")
    nth = _int(number)
    if unit is None:
        if outer.grain is not Grain.MONTH or not 1 <= nth <= 31:
            return None
        form, grain = f"{outer.form}/XXXX-XX-{nth:02}", Grain.DAY
    elif unit.kind == "x":
        form, grain = f"{outer.form}/nth:{nth}:H", Grain.HALF
    elif unit.kind == "W":
        form, grain = f"{outer.form}/nth:{nth}:W{_int(unit)}", Grain.DAY
    elif str(unit.value) in {"D", "W", "M", "Q", "WE"}:
        grain = GRAINS[str(unit.value)]
        form = f"{outer.form}/nth:{nth}:{unit.value}"
    else:
        return None
    if grain not in _RANK or _RANK[grain] >= _RANK[outer.grain] or nth == 0:
        return None
    return [token("@", parts, Draft("DATE", form, grain), "nth of a whole")]


def edge(phrase: Phrase, parts: Parts) -> Made:
    """Read "early March", "the end of 2023", "late last week", "later this year"."""
    word, date = _first(parts, "kj"), parts[-1].value
    if word is None or not isinstance(date, Draft) or date.grain is Grain.NONE:
        return None
    if word.kind == "j" and not date.form.startswith(
        ("ref:", "day", "week", "month", "year", "quarter")
    ):
        return None
    if parts[0].kind == "t" and not any(part.kind == "o" for part in parts):
        if date.grain not in {Grain.DECADE, Grain.CENTURY, Grain.YEAR, Grain.MONTH, Grain.SEASON}:
            return None
    if word.kind == "k" and not adjective(phrase, word, parts):
        return None
    mod = TimexMod(str(word.value)) if word.kind == "k" else TimexMod.NONE
    if date.mod is not TimexMod.NONE:
        return None
    return [token("@", parts, date._replace(mod=mod), "edge")]


def adjective(phrase: Phrase, word: Token, parts: Parts) -> bool:
    """Tell "end of the day" and "early March" from "to end the day"."""
    text = phrase.text[word.start : word.end].lower()
    return text in {"early", "late", "mid", "earliest"} or any(part.kind == "o" for part in parts)


def part_of_day(_: Phrase, parts: Parts) -> Made:
    """Read "Tuesday afternoon", "the night of June 3", "Friday at noon"."""
    date, part = _first(parts, "@"), _first(parts, "P")
    if date is None or part is None or not isinstance(date.value, Draft):
        return None
    draft = date.value
    if draft.grain is Grain.TIME and parts[-1] is part and ":" in draft.form:
        return [token("@", parts, draft, "part of day")]
    if draft.grain is not Grain.DAY:
        return None
    form = f"{draft.form}T{part.value}"
    return [
        token("@", parts, draft._replace(type="TIME", form=form, grain=Grain.TIME), "part of day")
    ]


def shifted_part(phrase: Phrase, parts: Parts) -> Made:
    """Read "last night", "this morning", "the next evening", "that afternoon"."""
    step, part = _first(parts, "LlJ"), _first(parts, "P")
    if step is None or part is None:
        return None
    word = phrase.text[step.start : step.end].lower()
    plural = phrase.text[part.end - 1] == "s"
    if plural:
        return None
    if step.kind in "lJ" or parts[0].kind == "t":
        base = f"ref:day{_int(step) if step.kind != 'J' else 0:+d}"
    else:
        base = f"day{-1 if word in {'last', 'this past'} else _int(step):+d}"
    return [token("@", parts, Draft("TIME", f"{base}T{part.value}", Grain.TIME), "part of day")]


def bare_part(phrase: Phrase, parts: Parts) -> Made:
    """Read "at noon", "overnight", "in the evening": on the day spoken of."""
    part = parts[-1]
    word = phrase.text[part.start : part.end].lower()
    before = phrase.before(parts[0].start)
    definite = parts[0].kind == "t" and before in {"in", "during", "through", "into", "for"}
    called = word in {"noon", "midnight", "dawn", "dusk"} and before in _TIME_HOSTS
    if not (definite or called or word == "overnight"):
        return None
    draft = Draft("TIME", f"ref:day+0T{part.value}", Grain.TIME)
    return [token("@", parts, draft, "part of day")]


_TIME_HOSTS = frozenset("at by until till before after around from since about to".split())


def clock(phrase: Phrase, parts: Parts) -> Made:
    """Read "10 p.m.", "12:00 UTC", "8:30 a.m. EST" and join the zone."""
    head = parts[0]
    if head.kind == "c":
        value = str(head.value)
    elif parts[-1].kind == "Z" and head.kind in "yn":
        figures = phrase.text[head.start : head.end]
        if len(figures) != 4 or figures > "2400" or figures[2] > "5":
            return None
        value = f"{figures[:2]}:{figures[2:]}"
    else:
        number = _int(head)
        if not 1 <= number <= 12:
            return None
        value = f"{number:02}:00"
    zone = _first(parts, "Z")
    form = value + ("Z" if zone is not None and zone.value in {"utc", "gmt"} else "")
    return [Token("c", form, parts[0].start, parts[-1].end)]


def clock_of_day(_: Phrase, parts: Parts) -> Made:
    """Read "10 p.m. Friday", "Friday at 10 p.m.": the time of a day."""
    date, time = _first(parts, "@"), _first(parts, "c")
    if date is None or time is None or not isinstance(date.value, Draft):
        return None
    draft = date.value
    if draft.grain is Grain.TIME:
        draft = draft._replace(form=draft.form.partition("T")[0])
    elif draft.grain is not Grain.DAY:
        return None
    form = f"{draft.form}T{time.value}"
    return [token("@", parts, draft._replace(type="TIME", form=form, grain=Grain.TIME), "clock")]


def bare_clock(phrase: Phrase, parts: Parts) -> Made:
    """Read a time of day alone; "3:45" without am or pm only after a word that calls for a time."""
    part = parts[0]
    text = phrase.text[part.start : part.end]
    marked = any(letter.isalpha() for letter in text)
    if not marked and phrase.before(part.start) not in _TIME_HOSTS:
        return None
    return [token("@", parts, Draft("TIME", f"ref:day+0T{part.value}", Grain.TIME), "clock")]


_SET_UNITS = {"TH": "PT1H", "TM": "PT1M", "TS": "PT1S"}


def every(_: Phrase, parts: Parts) -> Made:
    """Read "every year", "every two days", "each Tuesday", "every summer"."""
    head = parts[-1]
    number = _first(parts, "dnD")
    count = str(number.value) if number is not None else "1"
    if head.kind in "Wwv":
        form = f"XXXX-WXX-{_int(head)}"
    elif head.kind in "Mm":
        form = f"XXXX-{_int(head):02}"
    elif head.kind == "S":
        form = f"XXXX-{head.value}"
    elif head.kind == "P":
        form = f"XXXX-XX-XXT{head.value}"
    elif head.kind == "H":
        form = f"XXXX-{head.value}" if str(head.value)[0].isdigit() else "P1Y"
    else:
        form = duration(count, str(head.value))
    return [token("$", parts, Draft("SET", form, Grain.NONE), "set")]


def frequency(_: Phrase, parts: Parts) -> Made:
    """Read "annual", "twice a year", "per month", "weekly"."""
    unit = _first(parts, "UKC")
    form = str(parts[0].value) if unit is None else duration("1", str(unit.value))
    return [token("$", parts, Draft("SET", form, Grain.NONE), "set")]


def weekdays(phrase: Phrase, parts: Parts) -> Made:
    """Read "Mondays", "Sunday mornings"."""
    head, part = parts[0], _first(parts, "P")
    if part is not None and phrase.text[part.end - 1].lower() != "s":
        return None
    form = f"XXXX-WXX-{_int(head)}" + (f"T{part.value}" if part is not None else "")
    return [token("$", parts, Draft("SET", form, Grain.NONE), "set")]


def unit_rate(phrase: Phrase, parts: Parts) -> Made:
    """Read "a year" after a figure ("15 a year") as a set; else it is a duration."""
    before = phrase.before(parts[0].start)
    rate = bool(before) and (before[-1].isdigit() or before in _RATE_WORDS)
    unit = _first(parts, _UNITS)
    if unit is None or unit.kind == "K":
        return None
    if not rate:
        draft = Draft("DURATION", duration("1", str(unit.value)), Grain.NONE)
        return [token("%", parts, draft, "duration")]
    draft = Draft("SET", duration("1", str(unit.value)), Grain.NONE)
    return [token("$", parts, draft, "set")]


_RATE_WORDS = frozenset(
    "million billion thousand hundred dollars euros pounds percent times % cents".split()
)
