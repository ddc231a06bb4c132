"""Answers: a figure that one article confirms is no rival of that article's other figures.

"The film earned $354 million abroad, $512 million in all" beside "more than $354 million": both of
the first are alike enough for the question, but one of them is its answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from claimcheck.model.claim import Claim
from claimcheck.model.link import Comparison, Link, Relation
from claimcheck.model.mention import Bound, Quantity

_LEVELS_MET = frozenset(("equal", "overlap"))
_LEVELS_APART = frozenset(("disjoint", "far", "slip", "swapped", "reversed"))
_OVER = frozenset((Bound.ABOVE, Bound.AT_LEAST))
_UNDER = frozenset((Bound.BELOW, Bound.AT_MOST, Bound.NEARLY))
_CLOSE = 10  # a bound is given for figures at most a tenth away

Answers = Mapping[tuple[str, str], set[str]]


def answered_once(links: Iterable[Link], claims: Mapping[str, Claim]) -> list[Link]:
    """Leave open whether two figures that differ are rivals where one has its answer beside."""
    kept = list(links)
    answers = _answers(kept, claims)
    return [_left_open(one, answers, claims) for one in kept]


def _answers(links: Iterable[Link], claims: Mapping[str, Claim]) -> Answers:
    """Give, for a claim and another article, the claims there whose figures meet it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in links:
        left, right = claims[one.left], claims[one.right]
        if one.relation is Relation.SAME and _meet(one, left, right):
            found[left.id, right.article_id].add(right.id)
            found[right.id, left.article_id].add(left.id)
    return found


def _left_open(one: Link, answers: Answers, claims: Mapping[str, Claim]) -> Link:
    left, right = claims[one.left], claims[one.right]
    rivals = left.article_id != right.article_id and _level(one) in _LEVELS_APART
    if one.relation is not Relation.SAME or not rivals or _meet(one, left, right):
        return one
    beside = answers.get((left.id, right.article_id), set()) | answers.get(
        (right.id, left.article_id), set()
    )
    if not beside:
        return one
    shown = Comparison("answer", "beside", claims[min(beside)].mention.text, 0)
    return one._replace(relation=Relation.UNKNOWN, comparisons=(*one.comparisons, shown))


def _meet(one: Link, left: Claim, right: Claim) -> bool:
    """Tell whether two linked figures are equal, overlap, or one lies just past the other's end."""
    a, b = left.mention.quantity, right.mention.quantity
    if a is None or b is None:
        return False
    return _level(one) in _LEVELS_MET or _just_past(a, b) or _just_past(b, a)


def _level(one: Link) -> str:
    return next((each.level for each in one.comparisons if each.slot == "value"), "")


def _just_past(bound: Quantity, other: Quantity) -> bool:
    """Tell whether a figure lies just above "more than 20", or just below "under 23"."""
    gap = other.low - bound.low
    if bound.bound in _OVER:
        return 0 <= gap * _CLOSE <= abs(bound.low)
    return bound.bound in _UNDER and 0 <= -gap * _CLOSE <= abs(bound.low)
