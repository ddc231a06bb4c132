"""Units and currencies: what may stand right after a figure, or a currency right before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from claimcheck.model.lexicon import Currencies, Units
from claimcheck.model.mention import UnitKind

GAP = r"(?:[ \u00a0\u2009\u202f]{0,2}|\n(?=[a-z])|[ ]?[-‐‑][ ]?)"
_TOKEN = re.compile(rf"(?P<gap>{GAP})(?P<token>[^\W\d_²³]+|[^\w\s.,;:!?()\-‐‑–—])")
_BRACKETED = re.compile(r"[ ]?[(\[{<][ ]?(?P<token>[^\W\d_]{1,4})[ ]?[)\]}>]")
_PER = re.compile(
    r"[ -](?P<how>per|an?|each|every)[ -](?:(?P<word>[A-Za-z]+)|(?P<base>[0-9][0-9,]*))"
)
_SLASH = re.compile(r"[ ]?/[ ]?(?P<word>[A-Za-z]+)")
_POWER = re.compile(r"(?:\^|\*\*)?(?P<power>[23²³])(?![0-9A-Za-z])|[ ](?P<word>squared|cubed)")
_INCH = re.compile(r"[ ]*(?:$|[).,;\n]|long|wide|tall|high|deep|thick|by\b|in diameter)")
_STONE = re.compile(r"[ ]?(?:$|[.,;:)(\n])|[ ](?:[0-9]|and|in|of|heavier|lighter|one|two|three)")
_AHEAD = {"in": _INCH, "in.": _INCH, "stone": _STONE}  # words that are units only before these
_KINDS = {
    "percent": UnitKind.RATIO,
    "percentage point": UnitKind.RATIO,
    "concentration": UnitKind.RATIO,
}
_EARLIER = re.compile(r"[ ](?:ago|earlier|later|before|after|prior|previous|since)\b")
_QUOTES = frozenset("\"”'’")


class Unit(NamedTuple):
    """A unit: its name, dimension and kind; `whole` is the currency a minor unit belongs to."""

    name: str
    dimension: str
    kind: UnitKind
    whole: str = ""


class Found(NamedTuple):
    """A unit at its place: where it starts and ends, and whether a hyphen joins it."""

    unit: Unit
    start: int
    end: int
    hyphen: bool


class _Form(NamedTuple):
    """One way to write a unit, in full."""

    text: str
    unit: Unit


_Index = dict[str, tuple[_Form, ...]]


def _index(forms: Iterable[_Form]) -> _Index:
    """Sort forms by their first token, longest first, so that "square miles" beats "square"."""
    table: dict[str, list[_Form]] = {}
    for form in forms:
        found = _TOKEN.match(form.text)
        table.setdefault(found["token"] if found else form.text, []).append(form)
    return {
        token: tuple(sorted(rows, key=lambda row: (-len(row.text), row.text)))
        for token, rows in table.items()
    }


class UnitIndex:
    """Every unit and currency, indexed by the first token of each form."""

    def __init__(self, units: Units, currencies: Currencies) -> None:
        """Index words (any case) and symbols (as written)."""
        words, symbols = _measures(units)
        for code, row in currencies["currencies"].items():
            unit = Unit(code, "money", UnitKind.CURRENCY)
            minor = row.get("minor") or []
            small = Unit(minor[0], "money", UnitKind.CURRENCY, code) if minor else unit
            words += [_Form(word, unit) for word in row["words"]]
            words += [_Form(word, small) for word in minor]
            symbols += [_Form(symbol, unit) for symbol in row["symbols"]]
        codes = [_Form(c, Unit(c, "money", UnitKind.CURRENCY)) for c in currencies["codes"]]
        cent = {name: Unit(name, "money", UnitKind.CURRENCY, "") for name in ("cent", "penny")}
        minors = [_Form(s, cent[name]) for s, name in currencies["minor_symbols"].items()]
        self._words = _index(words)
        self._symbols = _index([*symbols, *codes, *minors])
        money = [f for f in (*symbols, *codes) if f.unit.kind is UnitKind.CURRENCY]
        self._before = {form.text: form.unit for form in money}
        self._marks = frozenset(form.text[-1] for form in money if not form.text[-1].isalpha())
        names = {f.text: f.unit for f in words if f.unit.kind is UnitKind.CURRENCY}
        self._named = {name: names[name] for name in currencies["before"]}
        shapes = ("square", "sq", "cubic", "cu")
        self.first = frozenset((*self._words, *self._symbols, *shapes))
        self.per_words = frozenset(units["per"]["words"])
        self.per_symbols = frozenset(units["per"]["symbols"])
        self.after_a = frozenset(units["per"]["after_a"])

    @staticmethod
    def token(text: str, pos: int) -> str | None:
        """Give the token that follows a figure, as written; None where a bracket or an end does."""
        found = _TOKEN.match(text, pos)
        return found["token"] if found else None

    def after(self, text: str, pos: int) -> Found | None:
        """Find the unit that follows a figure ending at `pos`."""
        found = _TOKEN.match(text, pos)
        if found is None:
            return self._bracketed(text, pos)
        token, begin = found["token"], found.start("token")
        rows = self._symbols.get(token)
        unit = rows and self._longest(text, begin, rows, text)
        if not unit:
            lower = token.lower()
            rows = self._words.get(lower)
            if rows is None:
                return self._squared(text, begin, lower, found["gap"]) or self._bracketed(text, pos)
            unit = self._longest(text, begin, rows, None)
        if unit is None:
            return None
        return self._checked(text, pos, Found(unit[0], begin, unit[1], "-" in found["gap"]))

    @staticmethod
    def _longest(
        text: str, begin: int, rows: tuple[_Form, ...], exact: str | None
    ) -> tuple[Unit, int] | None:
        """Take the longest form that stands at `begin` and ends at a word's end."""
        for form, unit in rows:
            end = begin + len(form)
            there = text.startswith(form, begin) if exact else text[begin:end].lower() == form
            if there and not _runs_on(text, end, form):
                return unit, end
        return None

    def _checked(self, text: str, pos: int, found: Found) -> Found | None:
        """Refuse forms that are more often something else; read "km2", "km squared"."""
        symbol = text[found.start : found.end]
        if symbol in _QUOTES and not _is_mark(text, pos, found):
            return None
        ahead = _AHEAD.get(symbol.lower())
        if (ahead and not ahead.match(text, found.end)) or (symbol == "st" and found.start == pos):
            return None
        if symbol in _QUOTES:
            return found
        if found.unit.dimension == "length" and (power := _POWER.match(text, found.end)):
            square = (power["power"] or power["word"])[0] in "2²s"
            shape, dimension = ("square", "area") if square else ("cubic", "volume")
            unit = Unit(f"{shape} {found.unit.name}", dimension, UnitKind.MEASURE)
            return found._replace(unit=unit, end=power.end())
        return found

    def _squared(self, text: str, begin: int, token: str, gap: str) -> Found | None:
        """Read "square miles", "sq km", "sq. ft", "cubic metres", "cu ft"."""
        shape = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}.get(token)
        if shape is None:
            return None
        inner = begin + len(token) + text.startswith(".", begin + len(token))
        found = self.after(text, inner)
        if found is None or found.unit.dimension != "length":
            return None
        dimension = "area" if shape == "square" else "volume"
        unit = Unit(f"{shape} {found.unit.name}", dimension, UnitKind.MEASURE)
        return Found(unit, begin, found.end, "-" in gap)

    def _bracketed(self, text: str, pos: int) -> Found | None:
        """Read a unit in brackets, as in a table: "20 (kg)"."""
        found = _BRACKETED.match(text, pos)
        rows = found and self._symbols.get(found["token"])
        if not found or not rows or len(found["token"]) < 2:
            return None
        for form, unit in rows:
            if form == found["token"]:
                return Found(unit, found.start("token"), found.end(), hyphen=False)
        return None

    def before_space(self, text: str, start: int, word: str) -> tuple[Unit, int] | None:
        """Find the currency one space before a figure: "$ 2", "USD 3", "ringgit 42"."""
        if text[start - 2] in self._marks:
            return self.before(text, start)
        unit = self._before.get(word) or self._named.get(word.lower())
        return (unit, start - 1 - len(word)) if unit else None

    def before(self, text: str, start: int) -> tuple[Unit, int] | None:
        """Find the currency that ends before a figure at `start`: the unit and where it begins."""
        stop = start - (text[start - 1] == " ")
        for length in range(min(6, stop), 0, -1):
            begin = stop - length
            unit = self._before.get(text[begin:stop])
            if unit and not (begin and text[begin - 1].isalpha() and text[begin].isalpha()):
                return unit, begin
        return None

    def per(self, text: str, pos: int) -> tuple[str, int] | None:
        """Read what a rate is per: "a barrel", "per 100,000", "/hour"; its name and end."""
        if text.startswith(("/", " /"), pos):
            return self._per_slash(text, pos)
        found = _PER.match(text, pos)
        if found is None or (found["base"] and found["how"] != "per"):
            return None
        if found["base"]:
            return found["base"].replace(",", ""), found.end()
        return self._per_word(text, found["word"].lower(), found)

    def _per_word(self, text: str, word: str, found: re.Match[str]) -> tuple[str, int] | None:
        """Read "per share", "a barrel", "per square mile"; "a year earlier" is no rate."""
        if word in ("year", "month", "week", "day") and _EARLIER.match(text, found.end()):
            return None
        if word in ("square", "cubic", "sq") and found["how"] not in ("a", "an"):
            inner = self._squared(text, found.start("word"), word, "")
            return (inner.unit.name, inner.end) if inner else None
        allowed = self.after_a if found["how"] in ("a", "an") else self.per_words
        if word in allowed or (
            len(word) > 1 and word in self.per_symbols and found["how"] == "per"
        ):
            return self.singular(word), found.end()
        return None

    def _per_slash(self, text: str, pos: int) -> tuple[str, int] | None:
        """Read "/hour", "/km", "/l"."""
        found = _SLASH.match(text, pos)
        if found is None or found["word"] not in self.per_symbols:
            return None
        return self.singular(found["word"]), found.end()

    def singular(self, word: str) -> str:
        """Name the unit a rate is per: "hr" is hour, "share" stays."""
        for rows in (self._symbols.get(word), self._words.get(word)):
            for form, unit in rows or ():
                if form == word and unit.kind is not UnitKind.CURRENCY:
                    return unit.name
        return word


def _measures(units: Units) -> tuple[list[_Form], list[_Form]]:
    """List the forms of every measure, prefixes applied."""
    words: list[_Form] = []
    symbols: list[_Form] = []
    for name, row in units["units"].items():
        dimension = row["dimension"]
        unit = Unit(name, dimension, _KINDS.get(dimension, UnitKind.MEASURE))
        words += [_Form(word, unit) for word in row["words"]]
        symbols += [_Form(symbol, unit) for symbol in row.get("symbols", ())]
        if row.get("prefixed"):
            for prefix, mark in units["prefixes"].items():
                letter = mark["symbol"]
                bigger = unit._replace(name=prefix + name)
                words += [_Form(prefix + word, bigger) for word in row["words"]]
                symbols += [
                    _Form(f"{letter}{symbol}", bigger)
                    for symbol in row.get("symbols", ())
                    if len(symbol) <= 2 and f"{letter}{symbol}" not in ("Pm", "ps", "Gs", "hm")
                ]
    known = {form.text: form for form in reversed(symbols)}
    return words, list(known.values())


def _runs_on(text: str, end: int, form: str) -> bool:
    """Tell a form that is only the beginning of a longer word: "F-Series", "mm2"."""
    if not form[-1].isalpha():
        return False
    after = text[end : end + 2]
    if after[:1].isdigit():
        return after[0] not in "23²³" or after[1:].isalnum()
    return after[:1].isalpha() or (len(form) == 1 and after[:1] == "-" and after[1:].isalpha())


def _is_mark(text: str, pos: int, found: Found) -> bool:
    """Tell the mark of feet and inches from the quotation mark that closes a quotation."""
    if found.start != pos:
        return False
    mark = text[found.start]
    if mark in "'’":
        return text[found.end : found.end + 1].isdigit()
    opened = text.rfind("\n", 0, pos) + 1
    before = text[max(opened, pos - 400) : pos]
    return before.count('"') % 2 == 0 and "“" not in before
