"""Clusters: claims that answer one question, as the transitive closure of their links.

A declared contrast cuts: two groups of which some claims are known to answer different questions
are not joined by a link between two others.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claimcheck.linking.naming import name_of
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.link import Cluster, Link, Relation

_PARTS = {Relation.PART_OF: ("left", "right"), Relation.HAS_PART: ("right", "left")}


def clusters(
    links: Sequence[Link], claims: Sequence[Claim], articles: Mapping[str, Article]
) -> tuple[Cluster, ...]:
    """Give the clusters of linked claims, in the order of their first claims."""
    order = {claim.id: index for index, claim in enumerate(claims)}
    groups = _closure(links, order)
    owner: dict[str, str] = {}
    for group in groups:
        owner.update(dict.fromkeys(group, _identity(group)))
    wholes = _wholes(links, owner)
    by_id = {claim.id: claim for claim in claims}
    return tuple(
        Cluster(
            id=owner[group[0]],
            name=name_of([by_id[key] for key in group], articles),
            claims=tuple(group),
            part_of=tuple(sorted(wholes[owner[group[0]]])),
        )
        for group in groups
    )


def _closure(links: Iterable[Link], order: Mapping[str, int]) -> list[list[str]]:
    """Join claims by their links, the strongest first, unless a contrast stands between."""
    same = [one for one in links if one.relation is Relation.SAME]
    group = {key: {key} for one in same for key in (one.left, one.right)}
    apart = _contrasted(links)
    for one in sorted(same, key=lambda one: (-one.match_weight, order[one.left], order[one.right])):
        left, right = group[one.left], group[one.right]
        if left is right or _cut(left, right, apart):
            continue
        small, large = sorted((left, right), key=len)
        large |= small
        group.update(dict.fromkeys(small, large))
    each = {id(members): members for members in group.values()}
    found = [
        sorted(members, key=order.__getitem__) for members in each.values() if len(members) > 1
    ]
    return sorted(found, key=lambda members: order[members[0]])


def _contrasted(links: Iterable[Link]) -> Mapping[str, set[str]]:
    """Give, for a claim, those that a declared contrast sets apart from it."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in links:
        if any(each.slot == "contrast" for each in one.comparisons):
            found[one.left].add(one.right)
            found[one.right].add(one.left)
    return found


def _cut(left: set[str], right: set[str], apart: Mapping[str, set[str]]) -> bool:
    small, large = sorted((left, right), key=len)
    return any(not large.isdisjoint(apart[key]) for key in small if key in apart)


def _wholes(links: Iterable[Link], owner: Mapping[str, str]) -> Mapping[str, set[str]]:
    """Give, for a cluster, those it counts a part of."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in links:
        if one.relation in _PARTS:
            part, whole = (owner.get(getattr(one, side)) for side in _PARTS[one.relation])
            if part is not None and whole is not None and part != whole:
                found[part].add(whole)
    return found


def _identity(group: Sequence[str]) -> str:
    return hashlib.sha256("|".join(sorted(group)).encode()).hexdigest()[:8]
