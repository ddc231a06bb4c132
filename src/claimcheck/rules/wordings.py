"""What the words around a figure say of it: others beside it, a share taken of it, its degree."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar, cast

from claimcheck.model.claim import Claim
from claimcheck.model.mention import Mention, Quantity, Role, UnitKind
from claimcheck.rules.sides import Side

_AFTER = 60  # characters behind a figure that still speak of it
_BEFORE = 24
_OWN_CLAUSE = re.compile(r"(?: [a-z]+){0,2} (?:it|they|he|she|we|that|which|who) [a-z]+")
_OF = re.compile(r"(?:\s+out)?\s+of(?:\s+(?:the|all|all the|its|their|some|these|those))?\s*")
_INDEFINITE = re.compile(r"\W{0,3}(?:an?|any|such|every)\b", re.IGNORECASE)
_AND = re.compile(r"(?:\s+\w+){1,2}\s+and\s+")
_LIST_REACH = 100
_HUNDRED = Decimal(100)


T = TypeVar("T")


def once(look: Callable[[Side], T]) -> Callable[[Side], T]:
    """Look at a side once and keep what was seen, for it stands in many links."""
    name = f"_{look.__name__}"

    def kept(side: Side) -> T:
        found = side.__dict__
        if name not in found:
            found[name] = look(side)
        return cast("T", found[name])

    return kept


def says(phrases: re.Pattern[str] | None, text: str) -> bool:
    """Whether a text holds one of some phrases; none where there are no phrases."""
    return phrases is not None and phrases.search(text) is not None


def includes_one(side: Side, cue: re.Pattern[str] | None) -> bool:
    """Whether the words soon after the figure count in (or out) a single one."""
    ones = side.setting.ones
    if cue is None or ones is None:
        return False
    after = _after(side, _LIST_REACH)
    found = cue.search(after)
    return found is not None and ones.match(after[found.end() :].lstrip()) is not None


@once
def counts_others(side: Side) -> bool:
    """Whether a figure counts the others beside someone named: "and 12 others", "the other 12"."""
    others = side.setting.phrases("others")
    if others is None:
        return False
    start = side.claim.mention.span.start
    before = side.article.text[max(side.sentence[0], start - _BEFORE) : start].rstrip()
    last = before.rpartition(" ")[2]
    unit = side.quantity is not None and others.fullmatch(side.quantity.unit)
    here = others.match(_after(side, _AFTER).lstrip()) or others.search(side.claim.mention.text)
    return bool(unit or here or others.fullmatch(last))


def adds_up(side: Side, wanted: Decimal) -> bool:
    """Whether a figure, with those its sentence joins to it or takes from it, comes to another.

    "12 were shot, five of them fatally" leaves seven; "19 men and 12 women" are 31.
    """
    quantity = side.quantity
    if quantity is None or quantity.low != quantity.high:
        return False
    others = [claim for claim in _claims(side) if claim.id != side.claim.id]
    parts = (each for each in others if each.measurand.role is Role.PART)
    joined = (each for each in others if _joined(side, each))
    left = any(quantity.low - _low(each) == wanted for each in parts)
    return left or any(quantity.low + _low(each) == wanted for each in joined)


def _joined(side: Side, other: Claim) -> bool:
    """Whether two counts of people stand side by side: "19 men and 12 women"."""
    first, last = sorted((side.claim, other), key=lambda claim: claim.mention.span)
    persons = side.setting.persons
    people = all(
        one.mention.quantity and one.mention.quantity.unit in persons for one in (first, last)
    )
    between = side.article.text[first.mention.span.end : last.mention.span.start]
    return people and _AND.fullmatch(between) is not None


def _low(claim: Claim) -> Decimal:
    return claim.mention.quantity.low if claim.mention.quantity else Decimal(0)


def _claims(side: Side) -> tuple[Claim, ...]:
    """Give the claims of the sentence a claim stands in."""
    every, number = side.extraction.claims, side.claim.sentence
    first = bisect_left(every, number, key=lambda claim: claim.sentence)
    return every[first : bisect_left(every, number + 1, key=lambda claim: claim.sentence)]


def beside(side: Side) -> frozenset[Decimal]:
    """Give the other figures of the sentence."""
    figures = (mention.quantity for mention in _mentions(side) if mention is not side.claim.mention)
    return frozenset(quantity.low for quantity in figures if quantity is not None)


@once
def share_taken(side: Side) -> Quantity | None:
    """Give what a share taken of the figure comes to: 600 for "half of the 1,200 homes".

    None where the figure has a clause of its own: "22 percent of the $860 million it needs" says
    that so much is needed.
    """
    base = side.quantity
    share = _share_before(side)
    if base is None or share is None or base.unit_kind is UnitKind.RATIO:
        return None
    if _OWN_CLAUSE.match(side.article.text, side.claim.mention.span.end):
        return None
    part = share.low / _HUNDRED if share.unit == "percent" else share.low
    return base._replace(low=base.low * part, high=base.high * part, bound=share.bound)


def _share_before(side: Side) -> Quantity | None:
    """Give the ratio that stands right before "of the" and the figure."""
    start = side.claim.mention.span.start
    for mention in reversed(_mentions(side)):
        quantity, gap = mention.quantity, side.article.text[mention.span.end : start]
        if mention.span.end <= start:
            is_share = quantity is not None and quantity.unit_kind is UnitKind.RATIO
            return quantity if is_share and _OF.fullmatch(gap) else None
    return None


@once
def degrees(side: Side) -> frozenset[str]:
    """Give the words near a figure that say how badly: "severely", "worst"."""
    words = side.setting.phrases("degrees")
    if words is None:
        return frozenset()
    clause = re.split(r"[,;:(]| and ", _after(side, _AFTER), maxsplit=1)[0]
    start = side.claim.mention.span.start
    before = side.article.text[max(side.sentence[0], start - _BEFORE) : start]
    near = re.split(r"[,;:)]| and ", before)[-1] + " " + clause
    return frozenset(found.group().lower() for found in words.finditer(near))


@once
def is_general(side: Side) -> bool:
    """Whether a sentence speaks of any such thing, not of one: "A quake of 6 can cause damage"."""
    if _INDEFINITE.match(side.text) is None:
        return False
    near = side.article.text[side.sentence[0] : side.claim.mention.span.end + _AFTER]
    return says(side.setting.phrases("generals"), near)


def _after(side: Side, reach: int) -> str:
    start = side.claim.mention.span.end
    return side.article.text[start : min(start + reach, side.sentence[1])]


def _mentions(side: Side) -> tuple[Mention, ...]:
    """Give the mentions of the sentence a claim stands in."""
    every, number = side.extraction.mentions, side.claim.sentence
    first = bisect_left(every, number, key=lambda mention: mention.sentence)
    last = bisect_left(every, number + 1, key=lambda mention: mention.sentence)
    return every[first:last]
