"""Groups of articles that tell one event, from how alike each two of them are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


class Groups:
    """Sets of articles, joined pair by pair; each knows how alike it is to the others in all."""

    def __init__(self, keys: Sequence[str], alike: Mapping[Pair, int]) -> None:
        """Put every article into a group of its own; `alike` holds cosines in hundredths."""
        self._members = {key: [key] for key in keys}
        self._root = {key: key for key in keys}
        self._sums: dict[str, dict[str, int]] = {key: defaultdict(int) for key in keys}
        for (left, right), cosine in alike.items():
            self._sums[left][right] += cosine
            self._sums[right][left] += cosine

    def join(self, left: str, right: str) -> None:
        """Join the groups of two articles; the larger one takes in the other."""
        a, b = self._root[left], self._root[right]
        if a == b:
            return
        kept, gone = sorted((a, b), key=lambda root: (-len(self._members[root]), root))
        for member in self._members[gone]:
            self._root[member] = kept
        self._members[kept].extend(self._members.pop(gone))
        for other, total in self._sums.pop(gone).items():
            self._sums[other].pop(gone, None)
            if other != kept:
                self._sums[kept][other] += total
                self._sums[other][kept] += total

    def mean(self, left: str, right: str) -> int:
        """Give how alike the groups of two articles are on average, in hundredths."""
        a, b = self._root[left], self._root[right]
        pairs = len(self._members[a]) * len(self._members[b])
        return self._sums[a].get(b, 0) // pairs

    def joined(self, left: str, right: str) -> bool:
        """Tell whether two articles are in one group."""
        return self._root[left] == self._root[right]

    def sets(self) -> list[list[str]]:
        """Give the groups, each sorted, in order of their first articles."""
        return sorted(sorted(group) for group in self._members.values())


def grouped(
    keys: Sequence[str],
    alike: Mapping[Pair, int],
    known: Iterable[Pair],
    least: int,
    mean: int,
) -> list[list[str]]:
    """Group articles, the most alike first: a pair joins its groups from `least` on.

    The two groups must also be alike on average (`mean`), so that one article between two events
    does not make them one. `known` pairs are of one group whatever they look like.
    """
    groups = Groups(keys, alike)
    for left, right in known:
        groups.join(left, right)
    near = [pair for pair, cosine in alike.items() if cosine >= least]
    for left, right in sorted(near, key=lambda pair: (-alike[pair], pair)):
        if not groups.joined(left, right) and groups.mean(left, right) >= mean:
            groups.join(left, right)
    return groups.sets()
