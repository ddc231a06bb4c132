"""Which lines of files changed since a git revision, and which claims stand on them."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimcheck.gate.git import Repository
from claimcheck.model.report import Extraction

_HUNK = re.compile(
    rb"@@ -[0-9]+(?:,(?P<out>[0-9]+))? \+(?P<first>[0-9]+)(?:,(?P<count>[0-9]+))? @@"
)
_BINARY = b"Binary files "


class Lines(NamedTuple):
    """Changed lines of a file as stretches (first, last) in order, from 1; None is all of them."""

    stretches: tuple[tuple[int, int], ...] | None = None

    def hold(self, first: int, last: int) -> bool:
        """Tell whether one of these lines changed."""
        if self.stretches is None:
            return True
        at = bisect_right(self.stretches, last, key=lambda stretch: stretch[0]) - 1
        return at >= 0 and first <= self.stretches[at][1]


def changed_lines(paths: Iterable[str], since: str) -> dict[str, Lines]:
    """Give the changed lines of these files; a file that git does not know has changed wholly.

    Raises: GateError where git cannot answer.
    """
    repository = Repository()
    base = repository.base(since)
    tracked, changed = repository.tracked(), repository.changed(base)
    found: dict[str, Lines] = {}
    for path in dict.fromkeys(paths):
        name = os.path.relpath(os.path.realpath(path), repository.root).replace(os.sep, "/")
        if name not in tracked:
            found[path] = Lines()
        elif name in changed:
            found[path] = lines_of(repository.diff(base, changed[name], name))
        else:
            found[path] = Lines(())
    return found


def lines_of(diff: bytes) -> Lines:
    r"""Read a diff without context of one file.

    >>> lines_of(b"--- a/x\n+++ b/x\n@@ -3 +3,2 @@\n-old\n+++ new\n+new\n@@ -9 +9,0 @@\n-a\n")
    Lines(stretches=((3, 4),))
    """
    stretches = []
    skip = 0
    for line in diff.split(b"\n"):
        if skip:  # what is taken out and put in, which may look like anything
            skip -= line[:1] in (b"-", b"+")
            continue
        if line.startswith(_BINARY):
            return Lines()
        hunk = _HUNK.match(line)
        if hunk:
            first, count = int(hunk["first"]), int(hunk["count"] or 1)
            skip = int(hunk["out"] or 1) + count
            if count:
                stretches.append((first, first + count - 1))
    return Lines(tuple(stretches))


def on_changed_lines(
    extractions: Sequence[Extraction], changed: dict[str, Lines]
) -> frozenset[str]:
    """Give the ids of the claims whose sentence has a changed line."""
    found = set()
    for one in extractions:
        lines = changed.get(one.article.path, Lines())
        for claim in one.claims:
            start, end = one.sentences[claim.sentence]
            first, _ = one.article.source.position(start)
            last, _ = one.article.source.position(max(start, end - 1))
            if lines.hold(first, last):
                found.add(claim.id)
    return frozenset(found)
