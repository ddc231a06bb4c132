"""Productions that count from a date: three weeks ago, a year earlier, two days after June 5."""

from __future__ import annotations

import re

from claimcheck.grammar.en.date_draft import GRAINS, UNIT_NAMES, Draft, Phrase, token
from claimcheck.grammar.en.date_parts import Made, Parts, first_of, number_of
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain


def body(part: Token) -> str:
    """Give a duration without its P."""
    return part.value.form[1:] if isinstance(part.value, Draft) else ""


def _is_combined(part: Token) -> bool:
    figures = "".join(letter if letter.isdigit() else " " for letter in body(part))
    return len(figures.split()) > 1


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


def stepped(phrase: Phrase, parts: Parts) -> Made:  # noqa: PLR0911 - a return for each shape
    """Read "three weeks ago", "a year earlier", "two days later", "a week hence"."""
    amount, word = first_of(parts, "%"), first_of(parts, "gjh")
    if amount is None or word is None or phrase.after(word.end) == "than":
        return None  # "a year later than planned" is a duration
    number, code = _amount(amount)
    sign = -1 if number_of(word) < 0 else 1
    if _is_combined(amount):
        base = "ref:day+0" if word.kind == "j" else "day+0"
        form = f"{base};{'-' if sign < 0 else '+'}{body(amount)}"
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
    elif code == "DE":
        form, grain = f"{base}year{sign * 10 * int(number):+d}", Grain.YEAR
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


def year_ago(_: Phrase, parts: Parts) -> Made:
    """Read "year-ago", "year-earlier", "the year-earlier quarter"."""
    unit = first_of(parts, "U")
    if unit is None or unit.value not in {"Y", "M", "W"}:
        return None
    name = UNIT_NAMES[str(unit.value)]
    if parts[-1].kind == "K":  # "the year-earlier quarter"
        draft = Draft("DATE", "ref:quarter-4", Grain.QUARTER)
    else:
        draft = Draft("DATE", f"ref:{name}-1", GRAINS[str(unit.value)])
    if parts[0].kind == "t" and parts[-1].kind not in "Kr":
        return [parts[0], token("@", parts[1:], draft, "year ago")]
    return [token("@", parts, draft, "year ago")]


def counted_from(phrase: Phrase, parts: Parts) -> Made:
    """Read "three weeks after January 15", "two days before Christmas", "3 days from Tuesday"."""
    amount, date = first_of(parts, "%"), first_of(parts, "@")
    way = first_of(parts, "bfl")
    if amount is None or date is None or way is None or not isinstance(date.value, Draft):
        return None
    if phrase.text.startswith(("'s", "’s"), date.end):
        return None  # "a week after Monday's quake" counts from the quake
    number, code = _amount(amount)
    if not number.isdigit() or code.startswith("T") or date.value.form.endswith("_REF"):
        return None
    if date.value.grain is not Grain.DAY:
        return None
    sign = "-" if way.kind == "b" and number_of(way) < 0 else "+"
    open_form = date.value.form
    if way.kind == "f" and code == "W" and _WEEKDAY.fullmatch(open_form):
        open_form += _COMING  # "a week from Tuesday" lies ahead of its article
    form = f"{open_form};{sign}{number}{code}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "counted date")]


def week_on(phrase: Phrase, parts: Parts) -> Made:
    """Read "a week on Monday", "a fortnight today": weeks after the coming day.

    "Shut for a week on Monday" and "adjourned a week on Monday" are a duration and its day.
    """
    amount, date = parts[0], parts[-1].value
    number, code = _amount(amount)
    if code != "W" or number not in _FEW_WEEKS or not isinstance(date, Draft):
        return None
    weekday = _WEEKDAY.fullmatch(date.form) is not None
    if weekday != (len(parts) == 3) or not (weekday or date.form in {"day+0", "day+1"}):
        return None
    if len(parts) == 3 and parts[1].value != "on":
        return None
    before = phrase.before(amount.start)
    if before in _MEASURING or before.endswith("ed"):
        return None
    form = f"{date.form}{_COMING if weekday else ''};+{number}W"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "week on")]


def weekday_week(phrase: Phrase, parts: Parts) -> Made:
    """Read "Monday week", "tomorrow week": the day a week after the coming one."""
    day, unit = parts
    if unit.value != "W" or phrase.text[day.end : unit.start] != " ":
        return None
    if (
        phrase.text[unit.end : unit.end + 1] in {"-", "'", "’"}
        or phrase.before(day.start) in _OWNED
    ):
        return None
    base = f"XXXX-WXX-{day.value}{_COMING}" if day.kind == "W" else str(day.value)
    if day.kind == "R" and base not in {"day+0", "day+1"}:
        return None
    return [token("@", parts, Draft("DATE", f"{base};+1W", Grain.DAY), "week on")]


_WEEKDAY = re.compile(r"XXXX-WXX-[1-7]")
_COMING = ">="
_OWNED = frozenset("a the this that his her its their our every each last next".split())
_FEW_WEEKS = frozenset("123")
_MEASURING = frozenset(
    "for by of in after within than last lasts lasting about another under over nearly almost "
    "took takes take spend spent every once twice".split()
)


def day_beside(_: Phrase, parts: Parts) -> Made:
    """Read "the day after Christmas", "the day before June 5"."""
    date, way = first_of(parts, "@"), first_of(parts, "bl")
    if date is None or way is None or not isinstance(date.value, Draft):
        return None
    unit = first_of(parts, "U")
    if unit is None or unit.value != "D" or date.value.grain is not Grain.DAY:
        return None
    form = f"{date.value.form};{number_of(way):+d}D"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "day beside")]


def day_next_to(phrase: Phrase, parts: Parts) -> Made:
    """Read "the day before" at the end of its clause; an event after it is not a date."""
    unit, way = parts[-2], parts[-1]
    code = str(unit.value)
    after = phrase.after(way.end).lower()
    if parts[0].kind != "t" or code not in _STEP_GRAINS or (after and after not in _CLAUSE_ENDS):
        return None
    form = f"ref:{UNIT_NAMES[code]}{number_of(way):+d}"
    return [token("@", parts, Draft("DATE", form, GRAINS[code]), "day before")]


def day_of_event(phrase: Phrase, parts: Parts) -> Made:
    """Read "the day" of "the day before the vote": the event is not dated, so nor is the day."""
    unit, way = parts[-2], parts[-1]
    after = phrase.after(way.end)
    if unit.value != "D" or not after or after in _CLAUSE_ENDS:
        return None
    draft = Draft("DATE", f"event:day{number_of(way):+d}", Grain.DAY)
    return [token("@", parts[:-1], draft, "day of an event"), way]


def ago_today(_: Phrase, parts: Parts) -> Made:
    """Read "three years ago today", "a year ago Tuesday": counted from that day."""
    amount, date = first_of(parts, "%"), parts[-1].value
    if amount is None or not isinstance(date, Draft) or date.grain is not Grain.DAY:
        return None
    number, code = _amount(amount)
    if (
        not number.isdigit()
        or code not in {"D", "W", "M", "Y"}
        or not date.form.startswith(("day", "XXXX-WXX"))
    ):
        return None
    form = f"{date.form};-{number}{code}"
    return [token("@", parts, Draft("DATE", form, Grain.DAY), "stepped date")]


_CLAUSE_ENDS = frozenset("in at and but when with by from on to as".split())
