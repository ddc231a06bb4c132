"""Lists and facing bounds: what neighbouring amounts give one another."""

from __future__ import annotations

import re
from itertools import pairwise

from claimcheck.grammar.en.draft import Draft
from claimcheck.model.mention import Bound, Change, UnitKind

_LIST = re.compile(
    r"(?:[ ]?-)?,?[ ](?:and[ ]|or[ ]|&[ ]|by[ ]|x[ ])?|/|(?:[ ][A-Z][a-z]+){1,2}[ ](?:and|or)[ ]"
)
_FACING = re.compile(r",?[ ]?(?:and|but|,)?[ ]?(?:also[ ]|is[ ]|are[ ])?")
_LOWER = frozenset((Bound.ABOVE, Bound.AT_LEAST))
_UPPER = frozenset((Bound.BELOW, Bound.AT_MOST))
_FACED = _LOWER | _UPPER
_PART_OF = re.compile(
    r"[ ](?:out[ ])?of[ ](?:(?:the|its|their|his|her|these|those|some|all)[ ]){0,2}"
    r"(?:[A-Za-z]{2,20}['’]s?[ ])?"
)
_OF_THE = re.compile(r"\b[Oo]f[ ](?:(?:the|its|their|his|her|these|those|some|about)[ ]){0,2}$")
_NEAR = 24  # characters between the end of an amount and a pair that shares its words
_APART = 34  # characters between members of a list, adjectives included


def share_units(text: str, drafts: list[Draft]) -> None:
    """Give the members of a list the unit of its last: "two, three and five people"."""
    for left, right in pairwise(drafts):
        if right.start - left.tail <= _NEAR:
            _lend_forward(text, left, right)
    listed, follower = False, -1
    for index in range(len(drafts) - 2, -1, -1):
        left = drafts[index]
        if left.unit or left.dimension != "number":
            continue
        right = drafts[index + 1]
        if not right.unit or right.start - left.end > _APART or right.kind is UnitKind.CURRENCY:
            continue
        if _share_of(text, left, right):
            continue
        if right.dimension in ("ordinal", "score", "age") or right.bound is not Bound.EXACT:
            continue
        gap = text[left.end : right.start]
        last = "," not in gap or "and" in gap or "or" in gap
        listed = (listed and right.start == follower) or last
        if listed and gap.strip() and _LIST.fullmatch(gap):
            follower = left.start
            left.unit, left.kind, left.dimension = right.unit, right.kind, right.dimension


def _lend_forward(text: str, left: Draft, right: Draft) -> None:
    """Lend what a pair says once: "aged 6 and 9", "217 votes to 210", "up 45 points, or 0.6%"."""
    gap = text[left.tail : right.hedge[0] if right.hedge else right.start]
    bare = right.dimension == "number" and not right.unit
    listed = left.dimension == "age" and gap in (" and ", ", ", " or ")
    counts = left.dimension == "count" and (gap == " to " or _is_whole(text, left, gap))
    if bare and (listed or counts):
        right.unit, right.kind, right.dimension = left.unit, left.kind, left.dimension
    if gap == " to " and left.unit and right.unit.startswith(f"{left.unit}/"):
        left.unit, left.role = right.unit, right.role  # "from £1.20 to £1.50 an hour"
    if gap in (", or ", " or ") and right.change is Change.NONE:
        right.change, right.role = left.change, left.role


def _is_whole(text: str, left: Draft, gap: str) -> bool:
    """Tell the whole of "Of the 63 passengers, 41 were ..."."""
    return gap == ", " and _OF_THE.search(text[max(0, left.start - 20) : left.start]) is not None


def _share_of(text: str, left: Draft, right: Draft) -> bool:
    """Give a part the noun of its whole: "34 of 40 drones", "12 of the 50 states"."""
    if right.kind is not UnitKind.COUNTED or not _PART_OF.fullmatch(text, left.end, right.start):
        return False
    left.unit, left.kind, left.dimension = right.unit, right.kind, right.dimension
    return True


def pair_bounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join "more than 10 and less than 40" into a range."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.bound in _FACED and out and _paired(text, out[-1], draft):
            continue
        out.append(draft)
    return out


def _paired(text: str, left: Draft, right: Draft) -> bool:
    """Make `left` the range of two bounds that face each other."""
    lower, upper = (left, right) if left.bound in _LOWER else (right, left)
    if lower.bound not in _LOWER or upper.bound not in _UPPER or lower.low >= upper.low:
        return False
    begin, opening = right.hedge, left.hedge
    if begin is None or opening is None or not left.end <= begin[0] <= right.start:
        return False
    if left.unit and left.unit != right.unit:
        return False
    if not _FACING.fullmatch(text, left.tail, begin[0]):
        return False
    left.low, left.high, left.bound = lower.low, upper.high, Bound.RANGE
    left.unit, left.kind, left.dimension = right.unit, right.kind, right.dimension
    left.start, left.end, left.tail = min(left.start, opening[0]), right.end, right.tail
    left.hedge = None
    return True
