"""Productions that join dates: November of last year, early March, 10 p.m. Friday."""

from __future__ import annotations

import re

from claimcheck.grammar.en.date_draft import GRAINS, Draft, Phrase, token
from claimcheck.grammar.en.date_parts import Made, Parts, first_of, number_of
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain, TimexMod

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
    """Read "November of last year", "last week's Sunday": a part inside a whole."""
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
    number, outer = first_of(parts, "dDL"), parts[-1].value
    if number is None or not isinstance(outer, Draft) or outer.grain not in _RANK:
        return None
    unit = first_of(parts[:-1], "xKUVW")
    nth = number_of(number)
    if unit is None:
        if outer.grain is not Grain.MONTH or not 1 <= nth <= 31:
            return None
        form, grain = f"{outer.form}/XXXX-XX-{nth:02}", Grain.DAY
    elif unit.kind == "x":
        form, grain = f"{outer.form}/nth:{nth}:H", Grain.HALF
    elif unit.kind == "W":
        form, grain = f"{outer.form}/nth:{nth}:W{number_of(unit)}", Grain.DAY
    elif str(unit.value) in {"D", "W", "M", "Q", "WE"}:
        grain = GRAINS[str(unit.value)]
        form = f"{outer.form}/nth:{nth}:{unit.value}"
    else:
        return None
    if grain not in _RANK or _RANK[grain] >= _RANK[outer.grain] or nth == 0:
        return None
    return [token("@", parts, Draft("DATE", form, grain), "nth of a whole")]


_EDGED = frozenset({Grain.DECADE, Grain.CENTURY, Grain.YEAR, Grain.MONTH, Grain.SEASON})


def edge(phrase: Phrase, parts: Parts) -> Made:
    """Read "early March", "the end of 2023", "late last week", "later this year"."""
    word, date = first_of(parts, "kj"), parts[-1].value
    if word is None or not isinstance(date, Draft) or date.grain is Grain.NONE:
        return None
    if word.kind == "j" and not date.form.startswith(
        ("ref:", "day", "week", "month", "year", "quarter", "XXXX-WXX")
    ):
        return None
    direct = parts[0].kind == "t" and not any(part.kind == "o" for part in parts)
    if direct and date.grain not in _EDGED:
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
    date, part = first_of(parts, "@"), first_of(parts, "P")
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
    step, part = first_of(parts, "LlJ"), first_of(parts, "P")
    if step is None or part is None:
        return None
    word = phrase.text[step.start : step.end].lower()
    plural = phrase.text[part.end - 1] == "s"
    if plural:
        return None
    if step.kind in "lJ" or parts[0].kind == "t":
        base = f"ref:day{number_of(step) if step.kind != 'J' else 0:+d}"
    else:
        base = f"day{-1 if word in {'last', 'this past'} else number_of(step):+d}"
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
        number = number_of(head)
        if not 1 <= number <= 12:
            return None
        value = f"{number:02}:00"
    zone = first_of(parts, "Z")
    form = value + ("Z" if zone is not None and zone.value in {"utc", "gmt"} else "")
    return [Token("c", form, parts[0].start, parts[-1].end)]


def pointed_clock(phrase: Phrase, parts: Parts) -> Made:
    """Read "at 17.00", "at 9.30 on Friday"; a share that closed at 17.00 has a price."""
    part = parts[0]
    found = _POINTED.fullmatch(phrase.text, part.start, part.end)
    if found is None or phrase.before(part.start) != "at" or not _free(phrase, part.end):
        return None
    sentence = phrase.text[max(0, part.start - _SENTENCE) : part.start].lower()
    if not phrase.tables.rates.isdisjoint(_LETTERS.findall(sentence.rsplit(". ", 1)[-1])):
        return None
    value = f"{int(found['hour']):02}:{found['minute']}"
    return [Token("c", value, part.start, part.end)]


def _free(phrase: Phrase, place: int) -> bool:
    """Tell figures that stand alone from those with a unit ("17.00 dollars") or a move (", up")."""
    found = _AFTER_CLOCK.match(phrase.text, place)
    if found is None:
        return False
    return not found["word"] or found["word"] in _BESIDE_CLOCK


_POINTED = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])\.(?P<minute>[0-5][0-9])")
_AFTER_CLOCK = re.compile(
    r"(?:[.;!?)\"”’]|,)?+(?:$|\n|[ ](?P<word>[a-z]*)(?![A-Za-z]|[0-9]|[$£€]))"
)
_BESIDE_CLOCK = frozenset(
    "and on in but as with when sharp today tomorrow yesterday tonight this local while where who "
    "which before after because so the he she it they we hours hrs daily was were had".split()
)
_SENTENCE = 120  # characters before a figure in which a rate or price may be named
_LETTERS = re.compile(r"[a-z]+")


def clock_in_part(_: Phrase, parts: Parts) -> Made:
    """Read "10:30 in the morning": the part of the day says which half of it."""
    hour, _colon, minute = str(parts[0].value).partition(":")
    part = str(parts[-1].value)
    if not part.isalpha():
        return None
    late = part in {"AF", "EV"} or (part == "NI" and int(hour) > 5)
    value = f"{int(hour) % 12 + 12:02}:{minute}" if late and int(hour) <= 12 else parts[0].value
    return [Token("c", value, parts[0].start, parts[-1].end)]


def clock_of_day(_: Phrase, parts: Parts) -> Made:
    """Read "10 p.m. Friday", "Friday at 10 p.m.": the time of a day."""
    date, time = first_of(parts, "@"), first_of(parts, "c")
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
