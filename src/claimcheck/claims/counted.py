"""Heads of figures: what a number counts or measures, by name.

A counted noun, a noun left out, a property ("30 metres deep") or the noun an amount is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.claims.clause import Clause
from claimcheck.claims.elided import Elided, elided, taken_from
from claimcheck.claims.heads import Amount, amount_head, of_these
from claimcheck.claims.names import is_name
from claimcheck.claims.phrases import acted_on, passive, verb_before
from claimcheck.claims.words import ClaimWords
from claimcheck.model.claim import Measurand
from claimcheck.model.mention import Mention, Quantity, UnitKind
from claimcheck.text.stems import singular

_HEAD_REACH = 8
_PROPERTY_REACH = 14
_WIDE = 200  # tokens: more than a sentence of prose has


class Place(NamedTuple):
    """Token indices of a mention: first, one past the last, and its head noun (None if elided)."""

    first: int
    last: int
    head: int | None


class Beside(NamedTuple):
    """What a sentence has told before: its mentions, and the heads found so far.

    `heads` maps the token after an amount, or after its noun, to the token of its head, `counts`
    the first token of a count to what it counts; each measurand adds its own. `earlier` is what the
    last count of the sentences before counts.
    """

    mentions: Sequence[Mention]
    heads: dict[int, int]
    counts: dict[int, str]
    earlier: Measurand | None = None
    withdrawn: bool = False  # the sentence takes its figures back
    names: tuple[str, ...] = ()  # those of the sentence before, where "they" goes back to it


def locate(mention: Mention, clause: Clause, words: ClaimWords) -> Place:
    """Find the tokens of a mention, and of the noun it counts."""
    first = min(clause.index_at(mention.span.start), max(len(clause.tokens) - 1, 0))
    last = first
    while last < len(clause.tokens) and clause.tokens[last].start < mention.span.end:
        last += 1
    unit = mention.quantity.unit if mention.quantity else ""
    if not unit or (mention.quantity and mention.quantity.unit_kind != UnitKind.COUNTED):
        return Place(first, last, None)
    target = words.stemmer.stem(unit.split()[-1].lower())
    for index in range(first, min(last + _HEAD_REACH, len(clause.tokens))):
        if target in (clause.stems[index], words.stemmer.stem(clause.tokens[index].lower)):
            return Place(first, last, index)
    return Place(first, last, None)


def _known_counts(beside: Beside, clause: Clause) -> list[tuple[int, str]]:
    """Give what the counts around a number count, by the token each begins at."""
    named = {
        clause.index_at(one.span.start): one.quantity.unit.lower()
        for one in beside.mentions
        if one.quantity is not None and one.quantity.unit_kind is UnitKind.COUNTED
    }
    return sorted((named | dict(islice(reversed(beside.counts.items()), _WIDE))).items())


def _left_out(
    mention: Mention, beside: Beside, place: Place, clause: Clause, words: ClaimWords
) -> Elided:
    """Find what a number without a noun of its own counts."""
    first = _hedged(mention, place, clause)
    return elided(first, place.last, _known_counts(beside, clause), clause, words)


def _hedged(mention: Mention, place: Place, clause: Clause) -> int:
    """Give the first token of a number with its hedge ("an estimated"): that governs nothing."""
    hedge = mention.quantity.hedge if mention.quantity else None
    return place.first if hedge is None else min(place.first, clause.index_at(hedge.start))


class Head(NamedTuple):
    """A head as written, its token, names it brings along, its kind, and its whole."""

    word: str = ""
    at: int | None = None
    names: tuple[str, ...] = ()
    kind: str = ""
    whole: str | None = None


def head_of(
    mention: Mention, beside: Beside, place: Place, clause: Clause, words: ClaimWords
) -> Head:
    """Name what a number counts or measures, and keep it for the amounts that follow."""
    quantity = mention.quantity
    if quantity is None:
        return Head()
    if quantity.unit_kind is UnitKind.COUNTED and quantity.unit:
        found = _counted(quantity, place, beside, clause, words)
        if place.head is None and quantity.unit == "people":  # "a crowd of 54,000"
            named = _bare(mention, beside, place, clause, words)
            found = named if named.kind == "people" else found
    elif quantity.unit_kind is UnitKind.NONE and mention.dimension != "fraction":
        found = _bare(mention, beside, place, clause, words)
    else:
        found = _of_amount(mention, beside, place, clause, words)
    if mention.dimension in _COUNTS and found.word:
        beside.counts[place.first] = found.word
    if found.at is not None:
        beside.heads[place.last] = beside.heads[found.at + 1] = found.at
    return found


_COUNTS = frozenset(("count", "number"))


def _counted(
    quantity: Quantity, place: Place, beside: Beside, clause: Clause, words: ClaimWords
) -> Head:
    """Name a counted noun; the points of an index count the index."""
    unit, index = quantity.unit.split("/")[0], place.head
    if unit in _POINTS:
        last = place.last if index is None else index + 1
        at = amount_head(Amount(place.first, last, "points"), beside.heads, clause, words)
        verb = verb_before(place.first, clause.tags)
        scored = verb is not None and _in_frame(verb, "score", clause)
        if at is not None and not scored and clause.tags[at] != "I":
            return Head(_singular(at, clause, words), at)
    counts = _known_counts(beside, clause)
    whole = taken_from(place.first, place.last, counts, clause)
    if whole is not None:
        return Head(unit.lower(), index, whole=dict(counts)[whole])
    if index is not None and is_name(clause, index) and index != 0:
        return Head(_singular(index, clause, words), index, (clause.stems[index],), "people")
    return _told(unit.lower(), index, clause, words)


_POINTS = frozenset(("point", "basis point", "percentage point"))


def _bare(  # noqa: PLR0911 - a ladder: the first rung holds
    mention: Mention, beside: Beside, place: Place, clause: Clause, words: ClaimWords
) -> Head:
    """Name what a number without a noun of its own counts."""
    if place.last < len(clause.stems) and _of_people(place.last, clause, words):
        return Head(_alike(beside) or "people")  # "63 hurt", "12 dead"
    left_out = _left_out(mention, beside, place, clause, words)
    back = None if left_out.head else _gone_before(place, beside, clause)
    if back is not None:
        return back
    if left_out.head:
        whole = None if left_out.whole is None else left_out.head
        return Head(left_out.head, None, left_out.names, whole=whole)
    if _takes_people(_hedged(mention, place, clause), clause, words):
        return _PEOPLE
    alike = _gapped(_hedged(mention, place, clause), beside, clause)
    if alike:
        return Head(alike)
    at = amount_head(Amount(place.first, place.last, "count"), beside.heads, clause, words)
    if at is None:
        return _PEOPLE if clause.tags[place.last : place.last + 1] == "V" else Head()
    if clause.tags[at] == "I":
        return Head()
    return _told(_singular(at, clause, words), at, clause, words)


def _told(word: str, at: int | None, clause: Clause, words: ClaimWords) -> Head:
    """Give a head; a toll, a crowd or deaths stand for people."""
    if at is None or clause.stems[at] not in words.folk:
        return Head(word, at)
    return Head(word, at, (clause.stems[at],), "people")


_PEOPLE = Head("people")


def _alike(beside: Beside) -> str:
    """Give what the count before counts ("seven workers dead and four trapped")."""
    return next(reversed(beside.counts.values()), "")


def _gone_before(place: Place, beside: Beside, clause: Clause) -> Head | None:
    """Give what "of them" goes back to in an earlier sentence."""
    if beside.earlier is None or not of_these(Amount(place.first, place.last, "count"), clause):
        return None
    known = beside.earlier
    return Head(known.head, None, known.modifiers[:2], known.kind, whole=known.counted)


def _gapped(first: int, beside: Beside, clause: Clause) -> str:
    """Name what a bare number right after a verb shares with the count before it.

    "Factories added 21,000 jobs, and retailers shed 9,000".
    """
    straight = first > 0 and clause.tags[first - 1] == "V"
    last = next(reversed(beside.counts), first)
    joined = any(tag in "C;" for tag in clause.tags[max(last, first - _WIDE) : first])
    return _alike(beside) if straight and joined else ""


def _takes_people(first: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell a bare number that a verb such as "kill" takes."""
    verb = verb_before(first, clause.tags)
    if verb is None or clause.tags[verb] != "V" or passive(verb, clause):
        return False
    straight = acted_on(verb, first, clause.tags) is None
    return straight and "P" not in clause.tags[verb + 1 : first] and _of_people(verb, clause, words)


def _in_frame(at: int, frame: str, clause: Clause) -> bool:
    """Tell whether a token names a frame."""
    return any(one.frame == frame for one in clause.triggers_within(at, at + 1))


def _of_people(at: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell whether a token names a frame whose bare numbers count people."""
    return any(one.frame in words.of_people for one in clause.triggers_within(at, at + 1))


def _of_amount(
    mention: Mention, beside: Beside, place: Place, clause: Clause, words: ClaimWords
) -> Head:
    """Name what a sum, a share or a measure is about, and the property it is the value of."""
    amount = Amount(place.first, place.last, mention.dimension)
    at = amount_head(amount, beside.heads, clause, words)
    near = _property(place, clause, words, bare=mention.dimension in _SUMS)
    kind = words.properties[clause.stems[near]] if near is not None else ""
    if at is None and of_these(amount, clause) and beside.counts:
        return Head(_alike(beside))
    if at is None and of_these(amount, clause):
        return _gone_before(place, beside, clause) or Head()
    if at is None or clause.tags[at] == "I":
        return Head(kind, near, kind=kind)
    kind = kind or words.properties.get(clause.stems[at], "")
    word = _singular(at, clause, words)
    return Head(word, at, (clause.stems[at],) if kind and kind != word else (), kind)


def _singular(at: int, clause: Clause, words: ClaimWords) -> str:
    """Give a noun of the sentence in lower case, singular, without the mark of a genitive."""
    lower = clause.tokens[at].lower.removesuffix("'s").removesuffix("’s")
    return words.plurals.get(lower) or singular(lower)


def _around_number(place: Place, reach: int, clause: Clause) -> range:
    """Give the tokens within reach of a mention."""
    return range(max(0, place.first - reach), min(len(clause.tokens), place.last + reach + 1))


_SUMS = frozenset(("money", "percent"))
_BODILY = frozenset(
    "depth height length width distance size weight speed temperature rainfall duration age".split()
)


def _property(place: Place, clause: Clause, words: ClaimWords, *, bare: bool) -> int | None:
    """Find what a measure measures: the token of the nearest property.

    A bare sum or share has none of a body's: depth, weight, duration.
    """
    if place.last < len(clause.stems) and clause.stems[place.last] in words.properties:
        return place.last  # "30 metres wide"
    best, best_cost = None, _PROPERTY_REACH
    for index in _around_number(place, _PROPERTY_REACH, clause):
        stem = clause.stems[index]
        if stem not in words.properties or index in clause.numbers:
            continue
        if bare and words.properties[stem] in _BODILY:
            continue
        cost = clause.distance(index, place.first) + 3 * clause.crossed(
            min(index, place.last), max(index, place.first)
        )
        if cost + (3 if index > place.first else 0) < best_cost:
            best, best_cost = index, cost
    return best
