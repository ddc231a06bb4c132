"""Productions that point: today, now, last week, this summer, that day, since then."""

from __future__ import annotations

from claimcheck.grammar.en.date_draft import GRAINS, UNIT_NAMES, Draft, Phrase, token
from claimcheck.grammar.en.date_parts import Made, Parts, day_draft, first_of, number_of
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain


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
    joined = phrase.text[parts[0].end : parts[0].end + 1] == "-"
    if joined or any(letter.isupper() for letter in inner):
        return None
    if inner == "ecently" and phrase.after(parts[0].end) == "as":
        return None
    if inner == "oon" and phrase.before(parts[0].start) in {"as", "so", "too", "how"}:
        return None
    return [token("@", parts, Draft("DATE", str(parts[0].value), Grain.NONE), "reference")]


def shifted(phrase: Phrase, parts: Parts) -> Made:
    """Read "last week", "next month", "the previous year", "the past year" (a duration)."""
    step, unit = first_of(parts, "Ll"), first_of(parts, "UKC")
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
    form = f"{base}{UNIT_NAMES[code]}{number_of(step):+d}"
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
    step, head = first_of(parts, "LlJ"), first_of(parts, "WwMmSHv")
    if step is None or head is None:
        return None
    way = "=" if step.kind == "J" else {-1: "<", 0: "=", 1: ">"}.get(number_of(step), "=")
    if step.kind in "lJ":
        way = {"<": "ref<", ">": "ref>"}.get(way, "ref=")
    form, grain = _named(head)
    return [token("@", parts, Draft("DATE", f"{form}{way}", grain), "shifted name")]


def _named(head: Token) -> tuple[str, Grain]:
    if head.kind in "Wwv":
        return f"XXXX-WXX-{number_of(head)}", Grain.DAY
    if head.kind in "Mm":
        return f"XXXX-{number_of(head):02}", Grain.MONTH
    if head.kind == "S":
        return f"XXXX-{head.value}", Grain.SEASON
    return f"hol:{head.value}", Grain.DAY


def shifted_date(_: Phrase, parts: Parts) -> Made:
    """Read "this November 24", "next May 5": the step picks the year."""
    month, number, step = first_of(parts, "Mm"), first_of(parts, "dD"), first_of(parts, "L")
    if month is None or number is None or step is None:
        return None
    way = {-1: "<", 0: "=", 1: ">"}.get(number_of(step), "=")
    draft = day_draft("XXXX", number_of(month), number_of(number))
    return [token("@", parts, draft._replace(form=draft.form + way), "shifted date")]


def same(phrase: Phrase, parts: Parts) -> Made:
    """Read "that day", "the same week", "the year": the unit last spoken of."""
    unit = first_of(parts, "UKC")
    if unit is None:
        return None
    code = str(unit.value)
    if code not in GRAINS or GRAINS[code] is Grain.TIME:
        return None
    pointed = any(part.kind == "J" for part in parts)
    if code == "Y" and not pointed and phrase.after(unit.end) in _RUNS:
        return [token("%", parts, Draft("DURATION", "P1Y", Grain.NONE), "span")]
    if code == "WE" and not pointed and parts[0].kind == "t":
        return [token("@", parts, Draft("DATE", "XXXX-WXX-WE", Grain.WEEKEND), "weekend")]
    if not pointed and not _bare_unit(phrase, parts, unit):
        return None
    draft = Draft("DATE", f"ref:{UNIT_NAMES[code]}+0", GRAINS[code])
    return [token("@", parts, draft, "same unit")]


_RUNS = frozenset("ended ending to through".split())  # "the year ended 31 March" is twelve months


def _bare_unit(phrase: Phrase, parts: Parts, unit: Token) -> bool:
    """Tell "ended the year at" from "the year of the rat", "the day after", "the day when"."""
    if parts[0].kind != "t":
        return False
    if unit.value in {"DE", "CE"} and phrase.before(parts[0].start) != "of":
        return False
    after = phrase.after(unit.end).lower()
    return after not in _OPENERS and phrase.text[unit.end : unit.end + 1] not in {"-", "'", "’"}


_OPENERS = frozenset(
    "following preceding of when that after before in a i we he she they it to the was is "
    "who which".split()
)
