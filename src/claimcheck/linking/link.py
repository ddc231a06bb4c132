"""Links: candidate pairs weighed, and the relation their evidence allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from claimcheck.linking.answers import answered_once
from claimcheck.linking.background import NOTHING_ELSE, Background
from claimcheck.linking.blocking import candidates, comparable, stems, unit_class
from claimcheck.linking.comparisons import Scale, compare
from claimcheck.linking.contrasts import beside, contrast, question, shown
from claimcheck.linking.crowd import Crowds
from claimcheck.linking.profile import Profile
from claimcheck.linking.rarity import Rarity
from claimcheck.linking.stories import Tales
from claimcheck.linking.words import LinkWords
from claimcheck.model.claim import Claim
from claimcheck.model.link import Comparison, Link, Relation, Story
from claimcheck.model.mention import Bound, Change, Role


class Linked(NamedTuple):
    """All links of a set of claims, the stories behind them, and too common blocking keys."""

    links: tuple[Link, ...]
    stories: tuple[Story, ...]
    skewed: tuple[str, ...]


def link(
    profiles: Sequence[Profile],
    claims: Sequence[Claim],
    words: LinkWords,
    *,
    background: Background | None = None,
    focus: AbstractSet[str] | None = None,
) -> Linked:
    """Link claims; `claims` are in report order, and so are the links.

    `background` counts articles that are known but not at hand. With a `focus` (article ids), only
    links and stories that touch one of its articles are made, at a cost that grows with theirs.
    """
    tales = Tales(profiles, words, background, focus)
    rarity = rarity_of(claims, words, background or NOTHING_ELSE)
    scale = Scale(words, rarity, tales, Crowds(claims, words), beside(claims, words))
    elsewhere = (background or NOTHING_ELSE).blocks
    pairs, skewed = candidates(claims, words, tales, focus, elsewhere)
    near = claims if focus is None else [one for one in claims if one.article_id in focus]
    weighed = [made for i, j in pairs if (made := _link(claims[i], claims[j], scale)) is not None]
    found = answered_once(weighed, {claim.id: claim for claim in claims})
    found.extend(_repeats(near))
    found.extend(_parts(near, words))
    order = {claim.id: index for index, claim in enumerate(claims)}
    found.sort(key=lambda one: (order[one.left], order[one.right]))
    return Linked(tuple(found), tales.stories, skewed)


def rarity_of(claims: Sequence[Claim], words: LinkWords, background: Background) -> Rarity:
    """Count in how many articles each word of the claims stands, here and in the background."""
    held: dict[str, set[str]] = {}
    for claim in claims:
        held.setdefault(claim.article_id, set()).update(stems(claim, words))
    limits = words.thresholds
    return Rarity(held.values(), limits["rarity_prior"], limits["rarity_most"], background.stems)


def _repeats(claims: Sequence[Claim]) -> Iterator[Link]:
    """Link each repeat to the claim it prints again."""
    by_id = {claim.id: index for index, claim in enumerate(claims)}
    for index, claim in enumerate(claims):
        if claim.repeats is not None:
            left, right = sorted((index, by_id[claim.repeats]))
            again = Comparison("repeat", "same_sentence", claim.mention.text, 1000)
            yield Link(claims[left].id, claims[right].id, Relation.SAME, 1000, (again,))


def _parts(claims: Sequence[Claim], words: LinkWords) -> Iterator[Link]:
    """Link a part to the whole its sentence names beside it ("over 50, including 12 guards")."""
    for left, right in pairwise(claim for claim in claims if claim.mention.quantity is not None):
        if (left.article_id, left.sentence) != (right.article_id, right.sentence):
            continue
        if _leads(left, right):
            yield from _part_link(left, right, right, words)
        elif right.measurand.role is Role.PART and not left.measurand.whole:
            yield from _part_link(left, right, left, words)


def _leads(part: Claim, whole: Claim) -> bool:
    """Tell whether a part stands right before its whole ("9 of the 14 bridges")."""
    gap = whole.mention.span.start - part.mention.span.end
    return part.measurand.whole == whole.measurand.counted != "" and gap <= _OF_THE


def _part_link(left: Claim, right: Claim, whole: Claim, words: LinkWords) -> Iterator[Link]:
    if comparable(whole) and unit_class(left, words) == unit_class(right, words):
        part, relation = (right, Relation.HAS_PART) if whole is left else (left, Relation.PART_OF)
        weight = words.weights["part"]["including"]
        shown = Comparison(
            "part", "including", f"{part.mention.text} of {whole.mention.text}", weight
        )
        yield Link(left.id, right.id, relation, weight, (shown,))


def _link(left: Claim, right: Claim, scale: Scale) -> Link | None:
    """Weigh one pair; None when the evidence does not even make it possible."""
    comparisons = compare(left, right, scale)
    weight = sum(comparison.weight for comparison in comparisons)
    least = "unknown_date" if left.mention.quantity is None else "unknown"
    if weight < scale.words.thresholds[least]:
        return None
    apart = contrast(left, right, scale.words, scale.beside)
    if apart is not None:
        evidence = (*comparisons, shown(apart))
        return Link(left.id, right.id, Relation.OTHER_SCOPE, weight, evidence)
    relation = _relation(left, right, comparisons, weight, scale.words)
    return Link(left.id, right.id, relation, weight, comparisons)


def _relation(
    left: Claim, right: Claim, comparisons: Sequence[Comparison], weight: int, words: LinkWords
) -> Relation:
    if _one_is_a_change(left, right) or _opposed(left, right):
        return Relation.OTHER_SCOPE
    if weight < _threshold(comparisons, words):
        return Relation.UNKNOWN
    return _part(left, right, words)


def _one_is_a_change(left: Claim, right: Claim) -> bool:
    roles = (left.measurand.role, right.measurand.role)
    return roles[0] is not roles[1] and Role.CHANGE in roles


def _opposed(left: Claim, right: Claim) -> bool:
    """Tell a rise from a fall."""
    a, b = left.mention.quantity, right.mention.quantity
    return a is not None and b is not None and {a.change, b.change} == {Change.UP, Change.DOWN}


_OF_THE = 14  # characters between a part and its whole
_APART = frozenset(("disjoint", "far", "slip", "swapped", "reversed"))


def _threshold(comparisons: Sequence[Comparison], words: LinkWords) -> int:
    levels = {comparison.slot: comparison.level for comparison in comparisons}
    if "date" in levels:
        return words.thresholds["same_date_differ" if levels["date"] == "disjoint" else "same_date"]
    return words.thresholds["same_differ" if levels["value"] in _APART else "same"]


def _part(left: Claim, right: Claim, words: LinkWords) -> Relation:
    """Tell a part from the same: one restricting word more makes a part ("900 undocumented").

    Only a smaller figure can be the part; a larger one under a restriction is another scope.
    """
    a, b = left.mention.quantity, right.mention.quantity
    if a is None or b is None or (a.low <= b.high and b.low <= a.high):
        return Relation.SAME
    if Bound.VAGUE in (a.bound, b.bound):
        return Relation.SAME
    here, there = _restrictions(left, words), _restrictions(right, words)
    if here == there:
        return Relation.SAME
    if here - there and not there - here:
        return Relation.PART_OF if a.high <= b.low else Relation.OTHER_SCOPE
    if there - here and not here - there:
        return Relation.HAS_PART if b.high <= a.low else Relation.OTHER_SCOPE
    return Relation.OTHER_SCOPE


def _restrictions(claim: Claim, words: LinkWords) -> frozenset[str]:
    narrowing = words.narrowing["any"]
    if unit_class(claim, words) == "people":
        narrowing |= words.narrowing["people"]
    return question(claim, words) & narrowing
