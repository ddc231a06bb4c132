"""Pairs of a group, all of them or those that touch a focus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import TypeVar

Member = TypeVar("Member", int, str)


def pairs_of(
    group: Sequence[Member], focus: AbstractSet[Member] | None
) -> Iterator[tuple[Member, Member]]:
    """Give the pairs (smaller first) of a sorted group; with a focus, those it is part of."""
    if focus is None:
        yield from combinations(group, 2)
        return
    for one in group:
        if one in focus:
            yield from ((min(one, other), max(one, other)) for other in group if other != one)
