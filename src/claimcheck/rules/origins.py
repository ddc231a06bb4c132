"""Witnesses: claims that go back to one article, one named source or one copied text count once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.rules.sides import Side


class Groups:
    """Sets of things that are joined pair by pair (union-find); the first member names a set."""

    def __init__(self, members: Sequence[str]) -> None:
        """Put each member in a set of its own."""
        self._parent = {member: member for member in members}

    def root(self, member: str) -> str:
        """Name the set of a member."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Join two sets."""
        roots = sorted((self.root(one), self.root(other)))
        self._parent[roots[1]] = roots[0]

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Give the sets, each sorted, in order of their first members."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.root(member), []).append(member)
        return tuple(tuple(members) for members in found.values())


def origins(sides: Mapping[str, Side]) -> int:
    """Count the independent witnesses among claims."""
    groups = Groups(sorted(sides))
    owner: dict[object, str] = {}
    for key, side in sorted(sides.items()):
        for mark in _marks(side):
            first = owner.setdefault(mark, key)
            if first != key:
                groups.join(first, key)
    return len(groups.sets())


def _marks(side: Side) -> set[object]:
    """Give what makes two claims one witness: article, publisher, named source, a run of words."""
    marks: set[object] = {("article", side.article.id)}
    if side.article.publisher:
        marks.add(("publisher", side.article.publisher.casefold()))
    if side.source:
        marks.add(("source", side.source))
    marks.update(side.runs)
    return marks
