"""Productions of durations and sets: two years, half an hour, every Tuesday, twice a year."""

from __future__ import annotations

import re

from claimcheck.grammar.en.date_counted import body
from claimcheck.grammar.en.date_draft import Draft, Phrase, duration, token
from claimcheck.grammar.en.date_parts import Made, Parts, first_of, number_of
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain

_UNITS = "UVKCP"


def _count(parts: Parts) -> str:
    """Give the number of a duration as TIMEX3 writes it: "X" where it is vague."""
    number = first_of(parts, "dny")
    if number is not None:
        return str(number.value)
    vague = first_of(parts, "F")
    if vague is not None:
        return "1" if vague.value == "another" else "X"
    return "1"


def plain_duration(phrase: Phrase, parts: Parts) -> Made:
    """Read "two years", "a few days", "nearly five months", "12-year", "another year"."""
    unit = first_of(parts, _UNITS)
    number = first_of(parts, "dnyF")
    if unit is None or (number is not None and number.kind == "y" and unit.kind != "V"):
        return None
    if parts[0].kind == "a" and number is None and unit.kind == "K":
        return None
    if unit.value == "Q" and _SHARE.match(phrase.text, unit.end):
        return None
    draft = Draft("DURATION", duration(_count(parts), str(unit.value)), Grain.NONE)
    if parts[0].kind == "t" and phrase.text[unit.start - 1] == "-":
        return [parts[0], token("%", parts[1:], draft, "duration")]  # "the 10-year bond"
    focus = next((index for index, part in enumerate(parts) if part.value not in _FOCUS), 0)
    return [*parts[:focus], token("%", parts[focus:], draft, "duration")]


# "three quarters of a million", "a quarter of the vote"; "three quarters of growth" is a duration
_SHARE = re.compile(r"[ -]of[ -](?:an?|the|all|its|their|his|her|our|those|these|one)\b")
_FOCUS = frozenset({"only", "just"})  # words that stress a duration and are no part of it


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
    unit = first_of(parts, _UNITS)
    if unit is None or phrase.text[parts[0].start - 1 : parts[0].start] in {"-", "–", "'", "’"}:
        return None
    if unit.value == "Q":
        return None
    if unit.value == "WE":
        return [token("$", parts, Draft("SET", "XXXX-WXX-WE", Grain.NONE), "set")]
    draft = Draft("DURATION", duration("X", str(unit.value)), Grain.NONE)
    return [token("%", parts, draft, "duration")]


def half_unit(phrase: Phrase, parts: Parts) -> Made:
    """Read "half an hour", "two and a half years", "a year and a half", "half a century"."""
    unit = first_of(parts, "UVC")
    if unit is None:
        return None
    fraction = first_of(parts, "I")
    if fraction is not None and phrase.text[fraction.start : fraction.end] != "1/2":
        return None
    whole = first_of(parts, "dn")
    lead = next(part for part in parts if part.kind != "z")
    extra = 0 if lead.kind == "x" else (number_of(whole) if whole is not None else 1)
    code = str(unit.value)
    small = {"TH": ("30", "TM"), "DE": ("5", "Y"), "CE": ("50", "Y"), "Y": ("6", "M")}
    value = duration(*small[code]) if extra == 0 and code in small else duration(f"{extra}.5", code)
    return [token("%", parts, Draft("DURATION", value, Grain.NONE), "duration")]


_PREPOSITIONS = frozenset({"over", "under", "around", "about"})


def span(phrase: Phrase, parts: Parts) -> Made:
    """Read "the past five years", "the next few weeks", "the first nine months": so many units."""
    if parts[0].value in _PREPOSITIONS and parts[1].kind == "t":
        made = span(phrase, parts[1:])
        return made and [parts[0], *made]
    unit = first_of(parts, "UVKC")
    if unit is None or first_of(parts, "dnyF") is None:
        return None
    if _is_verb(phrase, parts[0]):
        made = plain_duration(phrase, parts[1:])
        return made and [parts[0], *made]
    draft = Draft("DURATION", duration(_count(parts), str(unit.value)), Grain.NONE)
    return [token("%", parts, draft, "span")]


def _is_verb(phrase: Phrase, part: Token) -> bool:
    """Tell "to last two years" from "the last two years"."""
    word = phrase.text[part.start : part.end]
    before = phrase.before(part.start)
    return word == "last" and (before in _BEFORE_VERBS or before.endswith(("n't", "n’t")))


_BEFORE_VERBS = frozenset(
    "to not will would could can may might should must shall did does do they usually".split()
)


def number_range(_: Phrase, parts: Parts) -> Made:
    """Read "two to three years" as a duration with both ends; the first is its value."""
    numbers = [part for part in parts if part.kind in "dn"]
    unit = str(parts[-1].value)
    values = [duration(str(number.value), unit) for number in numbers]
    draft = Draft("DURATION", values[0], Grain.NONE, also=tuple(values[1:]))
    return [token("%", parts, draft, "duration range")]


def unit_long(phrase: Phrase, parts: Parts) -> Made:
    """Read "month-long": one unit."""
    unit, word = parts
    if word.value != "long" or phrase.text[unit.end] != "-":
        return None
    draft = Draft("DURATION", duration("1", str(unit.value)), Grain.NONE)
    return [token("%", parts, draft, "duration")]


def one_word(_: Phrase, parts: Parts) -> Made:
    """Read "weeklong", "half-hour"."""
    return [token("%", parts, Draft("DURATION", str(parts[0].value), Grain.NONE), "duration")]


def age(_: Phrase, parts: Parts) -> Made:
    """Drop "12-year-old": an age is a number, not a date."""
    return [Token("#", None, parts[0].start, parts[-1].end)]


_SIZES = {"S": 0, "H": 2, "D": 3, "W": 4, "M": 5, "Q": 6, "Y": 7, "DE": 8}


def combined(_: Phrase, parts: Parts) -> Made:
    """Read "two years and three months", "1 hour 30 minutes": units that grow smaller."""
    bodies = [body(part) for part in parts if part.kind == "%"]
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


def every(_: Phrase, parts: Parts) -> Made:
    """Read "every year", "every two days", "each Tuesday", "every summer"."""
    head = parts[-1]
    number = first_of(parts, "dnD")
    count = str(number.value) if number is not None else "1"
    if head.kind in "Wwv":
        form = f"XXXX-WXX-{number_of(head)}"
    elif head.kind in "Mm":
        form = f"XXXX-{number_of(head):02}"
    elif head.kind == "S":
        form = f"XXXX-{head.value}"
    elif head.kind == "P":
        form = f"XXXX-XX-XXT{head.value}"
    elif head.kind == "H":
        form = f"XXXX-{head.value}" if str(head.value)[0].isdigit() else "P1Y"
    else:
        form = duration(count, str(head.value))
    return [token("$", parts, Draft("SET", form, Grain.NONE), "set")]


def frequency(phrase: Phrase, parts: Parts) -> Made:
    """Read "annual", "twice a year", "per month", "weekly"; no paper's name."""
    unit = first_of(parts, "UKC")
    capital = phrase.text[parts[0].start].isupper()
    if capital and phrase.after(parts[-1].end) in phrase.tables.papers:
        return None
    form = str(parts[0].value) if unit is None else duration("1", str(unit.value))
    return [token("$", parts, Draft("SET", form, Grain.NONE), "set")]


def weekdays(phrase: Phrase, parts: Parts) -> Made:
    """Read "Mondays", "Sunday mornings"."""
    head, part = parts[0], first_of(parts, "P")
    if part is not None and phrase.text[part.end - 1].lower() != "s":
        return None
    form = f"XXXX-WXX-{number_of(head)}" + (f"T{part.value}" if part is not None else "")
    return [token("$", parts, Draft("SET", form, Grain.NONE), "set")]


def unit_rate(phrase: Phrase, parts: Parts) -> Made:
    """Read "a year" after a figure ("15 a year") as a set; else it is a duration."""
    unit = first_of(parts, _UNITS)
    if unit is None or unit.kind == "K":
        return None
    rate = _is_rate(phrase, parts[0].start)
    if not rate and parts[-1].value == "long" and phrase.text[unit.end] == "-":
        parts = parts[1:]  # "a month-long strike"
    if not rate:
        draft = Draft("DURATION", duration("1", str(unit.value)), Grain.NONE)
        return [token("%", parts, draft, "duration")]
    draft = Draft("SET", duration("1", str(unit.value)), Grain.NONE)
    return [token("$", parts, draft, "set")]


def _is_rate(phrase: Phrase, place: int) -> bool:
    """Tell "$15 a year" and "three meals a day" from "lasts a year"."""
    words = phrase.words_before(place)
    if not words:
        return False
    last = words[-1].strip("(\"“‘'’-")
    if last[-1:].isdigit() or last in _RATE_WORDS:
        return True
    counted = words[-2] if len(words) > 1 and last.endswith("s") and last.isalpha() else ""
    if counted[:1].isdigit() or counted in _RATE_WORDS:
        return True
    found = phrase.tables.words.get(counted)
    return found is not None and found.kind == "n"


_RATE_WORDS = frozenset(
    "million billion thousand hundred dollars euros pounds percent times % cents".split()
)
