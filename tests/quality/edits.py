"""Edits of one figure or date in a text, each known to contradict the original or to be harmless.

An editor takes the words of a claim and what stands around them, and gives other words, or None
where the edit does not apply. None of them knows the grammar: they work on the letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.mention import Bound, Grain, Quantity, UnitKind

_FIGURE = re.compile(
    r"(?<![\w.,])(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<part>\.[0-9]+)?(?![\w])"
)
_SCALE = re.compile(r"\b(?P<scale>thousand|million|billion)\b")
_SPELLED = re.compile(
    r"\b(?P<word>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)\b",
    re.IGNORECASE,
)
_WORDS = (
    *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)}) (?P<day>[0-9]{{1,2}})\b(?!,?[0-9])")
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(_MONTHS)})\b")
_YEAR = re.compile(r"\b(?P<year>(?:19|20)[0-9]{2})\b")
_WEEKDAY = re.compile(rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b")
_FULL = re.compile(
    rf"(?P<month>{'|'.join(_MONTHS)}) (?P<day>[0-9]{{1,2}}), (?P<year>(?:19|20)[0-9]{{2}})"
)
_HEDGES = re.compile(
    r"(?P<hedge>up to|as many as|at least|no fewer than|more than|over|fewer than|less than|under|"
    r"nearly|almost|about|around|some|approximately)\s+(?=[$£€0-9a-z])",
    re.IGNORECASE,
)
_REVERSED = {
    **dict.fromkeys(("up to", "as many as"), "at least"),
    **dict.fromkeys(("at least", "no fewer than"), "up to"),
}
_UNITS = {
    **dict.fromkeys(("kilometers", "kilometres", "km"), "miles"),
    **dict.fromkeys(("metres", "meters"), "feet"),
    "miles": "kilometres",
    "feet": "metres",
    "pounds": "kilograms",
    "acres": "hectares",
    "hectares": "acres",
}
_PER_KM = "1.609344"
_SLIP = {"thousand": "million", "million": "billion", "billion": "million"}
_CURRENCIES = {"$": "£", "£": "$", "€": "$"}


class Target(NamedTuple):
    """A claim to edit: its words with their hedge, where they stand, and the claim itself."""

    start: int
    end: int
    words: str
    claim: Claim

    @property
    def quantity(self) -> Quantity | None:
        """The figures of the claim."""
        return self.claim.mention.quantity


def target(text: str, claim: Claim) -> Target:
    """Take the words of a claim, its hedge included where it stands right before them."""
    start, end = claim.mention.span
    for one in _HEDGES.finditer(text, max(0, start - 20), start + 24):
        if one.start() <= start <= one.end() + 1:
            start = min(start, one.start())
    return Target(start, end, text[start:end], claim)


Editor = Callable[[Target, Random], str | None]


def _one(pattern: re.Pattern[str], words: str) -> re.Match[str] | None:
    """Give the only match: an edit of one of several figures would be another edit."""
    found = list(pattern.finditer(words))
    return found[0] if len(found) == 1 else None


def _put(words: str, found: re.Match[str], new: str) -> str:
    return words[: found.start()] + new + words[found.end() :]


def _is_amount(aim: Target) -> bool:
    """Whether the claim is a figure that counts or measures: no age, no rank, no score."""
    kinds = {UnitKind.COUNTED, UnitKind.NONE, UnitKind.CURRENCY, UnitKind.MEASURE, UnitKind.RATIO}
    quantity = aim.quantity
    return (
        quantity is not None and quantity.unit_kind in kinds and quantity.bound is not Bound.VAGUE
    )


def _grouped(value: int) -> str:
    return f"{value:,}"


def _number(found: re.Match[str]) -> int:
    return int(found["whole"].replace(",", ""))


def _is_point(aim: Target) -> bool:
    """Whether a figure is no floor and no ceiling: two floors never contradict each other."""
    quantity = aim.quantity
    points = {Bound.EXACT, Bound.ABOUT, Bound.NEARLY}
    return _is_amount(aim) and quantity is not None and quantity.bound in points


def first_digit(aim: Target, rng: Random) -> str | None:
    """675,190 for 575,190."""
    found = _one(_FIGURE, aim.words) if _is_point(aim) else None
    if found is None:
        return None
    old = found["whole"][0]
    new = rng.choice([digit for digit in "123456789" if digit != old])
    return _put(aim.words, found, new + found[0][1:])


def tenfold(aim: Target, _: Random) -> str | None:
    """12 for 1.2, 1,200 for 120."""
    found = _one(_FIGURE, aim.words) if _is_amount(aim) else None
    if found is None:
        return None
    if found["part"] and len(found["part"]) == 2:
        return _put(aim.words, found, found["whole"] + found["part"][1:])
    return None if found["part"] else _put(aim.words, found, _grouped(_number(found) * 10))


def swapped(aim: Target, _: Random) -> str | None:
    """657,190 for 675,190: one of the first two digits changes places with its neighbour."""
    found = _one(_FIGURE, aim.words) if _is_amount(aim) else None
    digits = found["whole"].replace(",", "") if found else ""
    if found is None or found["part"] or len(digits) < 3:
        return None
    at = 0 if digits[0] != digits[1] and digits[1] != "0" else 1
    if digits[at] == digits[at + 1]:
        return None
    turned = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    new = _grouped(int(turned)) if "," in found["whole"] else turned
    return _put(aim.words, found, new)


def scale(aim: Target, _: Random) -> str | None:
    """Billion for million."""
    found = _one(_SCALE, aim.words)
    return None if found is None else _put(aim.words, found, _SLIP[found["scale"]])


def spelled_other(aim: Target, rng: Random) -> str | None:
    """Eight for five."""
    found = _one(_SPELLED, aim.words) if _is_point(aim) else None
    if found is None:
        return None
    others = [word for word in _WORDS[:9] if word != found["word"].lower()]
    return _put(aim.words, found, rng.choice(others))


def hedge_turned(aim: Target, _: Random) -> str | None:
    """At least for up to."""
    found = _HEDGES.match(aim.words)
    new = _REVERSED.get(found["hedge"].lower()) if found else None
    return None if found is None or new is None else f"{new} {aim.words[found.end() :]}"


def unit_other(aim: Target, _: Random) -> str | None:
    """Miles for kilometres, the figure kept."""
    for old, new in _UNITS.items():
        changed, count = re.subn(rf"\b{old}\b", new, aim.words)
        if count == 1:
            return changed
    return None


def points(aim: Target, _: Random) -> str | None:
    """Percentage points for per cent."""
    changed, count = re.subn(r"\s?%|\s+per ?cent\b", " percentage points", aim.words)
    return changed if count == 1 and "point" not in aim.words else None


def currency(aim: Target, _: Random) -> str | None:
    """Pounds for dollars, the figure kept."""
    found = _one(re.compile(r"(?<![A-Z])[$£€](?=[0-9])"), aim.words)
    return None if found is None else _put(aim.words, found, _CURRENCIES[found[0]])


def _is_day(aim: Target) -> bool:
    timex = aim.claim.mention.timex
    return timex is not None and timex.type == "DATE" and aim.quantity is None


def day_other(aim: Target, rng: Random) -> str | None:
    """June 20 for June 30."""
    found = _one(_DAY, aim.words) if _is_day(aim) else None
    if found is None:
        return None
    days = [day for day in range(1, 29) if abs(day - int(found["day"])) > 1]
    return _put(aim.words, found, f"{found['month']} {rng.choice(days)}")


def month_other(aim: Target, rng: Random) -> str | None:
    """July for June."""
    found = _one(_MONTH, aim.words) if _is_day(aim) else None
    if found is None:
        return None
    return _put(aim.words, found, rng.choice([m for m in _MONTHS if m != found["month"]]))


def year_other(aim: Target, rng: Random) -> str | None:
    """2023 for 2021."""
    found = _one(_YEAR, aim.words) if _is_day(aim) else None
    if found is None:
        return None
    return _put(aim.words, found, str(int(found["year"]) + rng.choice((-3, -2, -1, 1, 2))))


def weekday_other(aim: Target, rng: Random) -> str | None:
    """Friday for Tuesday."""
    found = _one(_WEEKDAY, aim.words) if _is_day(aim) else None
    if found is None:
        return None
    return _put(aim.words, found, rng.choice([d for d in _WEEKDAYS if d != found["weekday"]]))


def rounded(aim: Target, _: Random) -> str | None:
    """675,000 for 675,190."""
    found = _plain_figure(aim)
    if found is None or _number(found) < 10_000:
        return None
    value = _number(found)
    place = int(10 ** (len(str(value)) - 3))
    return _put(aim.words, found, _grouped((value + place // 2) // place * place))


def _plain_figure(aim: Target) -> re.Match[str] | None:
    """Give the only figure of an exact amount that has no scale word."""
    quantity = aim.quantity
    if quantity is None or quantity.bound is not Bound.EXACT or not _is_amount(aim):
        return None
    if _SCALE.search(aim.words) or _HEDGES.match(aim.words):
        return None
    found = _one(_FIGURE, aim.words)
    return found if found and not found["part"] else None


def _hedged(word: str, figure: Callable[[int], int | None]) -> Editor:
    def edit(aim: Target, _: Random) -> str | None:
        found = _plain_figure(aim)
        value = figure(_number(found)) if found else None
        if found is None or value is None:
            return None
        grouped = _grouped(value) if value >= 1000 else str(value)
        return f"{word} {_put(aim.words, found, grouped)}"

    return edit


def _place(value: int) -> int:
    return int(10 ** max(0, len(str(value)) - 2))


def _up(value: int) -> int | None:
    place = _place(value)
    top = -(-(value + 1) // place) * place
    return top if value >= 100 else None


def _down(value: int) -> int | None:
    place = _place(value)
    return (value - 1) // place * place if value >= 100 else None


def spelled_out(aim: Target, _: Random) -> str | None:
    """Five for 5."""
    found = _plain_figure(aim)
    if found is None or not 2 <= _number(found) <= 20 or "%" in aim.words or "$" in aim.words:
        return None
    return _put(aim.words, found, _WORDS[_number(found) - 2])


def in_digits(aim: Target, _: Random) -> str | None:
    """5 for five."""
    found = _one(_SPELLED, aim.words) if _is_amount(aim) else None
    if found is None or len(aim.words.split()) > 3:
        return None
    return _put(aim.words, found, str(_WORDS.index(found["word"].lower()) + 2))


def written_out(aim: Target, _: Random) -> str | None:
    """2,500,000 for 2.5 million."""
    found, word = _one(_FIGURE, aim.words), _one(_SCALE, aim.words)
    if found is None or word is None or word["scale"] != "million":
        return None
    if aim.words[found.end() : word.start()].strip():
        return None
    part = (found["part"] or ".")[1:]
    value = int(found["whole"].replace(",", "") + part) * 10 ** (6 - len(part))
    return aim.words[: found.start()] + _grouped(value) + aim.words[word.end() :]


def commas(aim: Target, _: Random) -> str | None:
    """1500 for 1,500, and the other way round."""
    found = _plain_figure(aim)
    if found is None or _number(found) < 1000:
        return None
    new = str(_number(found)) if "," in found["whole"] else _grouped(_number(found))
    return _put(aim.words, found, new)


def percent_sign(aim: Target, _: Random) -> str | None:
    """3 percent for 3%, and the other way round."""
    if "point" in aim.words:
        return None
    changed, count = re.subn(r"\s?%", " percent", aim.words)
    if not count:
        changed, count = re.subn(r"(?<=[0-9])\s+per ?cent\b", "%", aim.words)
    return changed if count == 1 else None


def converted(aim: Target, _: Random) -> str | None:
    """6.2 miles for 10 kilometres."""
    found = _one(_FIGURE, aim.words)
    unit = re.search(r"\b(?P<unit>kilometers|kilometres|km|miles)$", aim.words)
    if found is None or unit is None or _SCALE.search(aim.words):
        return None
    if aim.words[found.end() : unit.start()].strip(" -"):
        return None
    value = float(found[0].replace(",", ""))
    there = value * float(_PER_KM) if unit["unit"] == "miles" else value / float(_PER_KM)
    other = "kilometres" if unit["unit"] == "miles" else "miles"
    size = f"{there:.2g}" if there < 100 else f"{there:.0f}"
    return f"{aim.words[: found.start()]}{float(size):g} {other}"


def day_first(aim: Target, _: Random) -> str | None:
    """30 June 2024 for June 30, 2024."""
    found = _one(_FULL, aim.words) if _is_day(aim) else None
    if found is None:
        return None
    return _put(aim.words, found, f"{found['day']} {found['month']} {found['year']}")


def wider(aim: Target, _: Random) -> str | None:
    """June 2024 for June 30, 2024."""
    found = _one(_FULL, aim.words) if _is_day(aim) else None
    if found is None or found[0] != aim.words:
        return None
    return f"{found['month']} {found['year']}"


def weekday_dated(aim: Target, _: Random) -> str | None:
    """Monday, June 3 for a June 3 that is one."""
    timex = aim.claim.mention.timex
    found = _one(_FULL, aim.words) if _is_day(aim) else None
    if found is None or found[0] != aim.words or timex is None or timex.first is None:
        return None
    return f"{_WEEKDAYS[timex.first.weekday()]}, {aim.words}"


def a_day_off(aim: Target, _: Random) -> str | None:
    """July 1, 2025 for June 30, 2025."""
    timex = aim.claim.mention.timex
    found = _one(_FULL, aim.words) if _is_day(aim) else None
    if found is None or timex is None or timex.first is None or timex.grain is not Grain.DAY:
        return None
    later: date = timex.first + timedelta(days=1)
    return _put(aim.words, found, f"{_MONTHS[later.month - 1]} {later.day}, {later.year}")


CONTRADICTIONS: Mapping[str, Editor] = {
    "first digit": first_digit,
    "tenfold": tenfold,
    "swapped digits": swapped,
    "scale": scale,
    "another word": spelled_other,
    "hedge turned": hedge_turned,
    "another unit": unit_other,
    "points for percent": points,
    "another currency": currency,
    "another day": day_other,
    "a day off": a_day_off,
    "another month": month_other,
    "another year": year_other,
    "another weekday": weekday_other,
}
HARMLESS: Mapping[str, Editor] = {
    "rounded": rounded,
    "about": _hedged("about", lambda value: value),
    "about, rounded": _hedged(
        "about", lambda v: (v + _place(v) // 2) // _place(v) * _place(v) if v >= 100 else None
    ),
    "nearly": _hedged("nearly", _up),
    "more than": _hedged("more than", _down),
    "at least": _hedged("at least", lambda value: value),
    "up to": _hedged("up to", lambda value: value),
    "spelled out": spelled_out,
    "in digits": in_digits,
    "written out": written_out,
    "commas": commas,
    "percent sign": percent_sign,
    "converted": converted,
    "day first": day_first,
    "wider": wider,
    "weekday added": weekday_dated,
}
