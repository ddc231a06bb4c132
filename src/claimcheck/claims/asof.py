"""As-of: which date of its sentence governs a quantity."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.clause import Clause
from claimcheck.model.mention import Mention, TimexMod, TimexRole

_PREFERENCE = {
    TimexMod.AS_OF: 0,
    TimexMod.ON: 2,
    TimexMod.NONE: 3,
    TimexMod.DURING: 3,
    TimexMod.BY: 1,
    TimexMod.BEFORE: 4,
    TimexMod.AFTER: 6,
    TimexMod.SINCE: 5,
}
_LAST = 7
# Dates that say nothing of when a figure holds: the page's own, and the end of what it counts.
_IGNORED = frozenset(
    (
        TimexRole.PUBLICATION,
        TimexRole.CRAWL,
        TimexRole.FOREIGN,
        TimexRole.DEADLINE,
        TimexRole.END,
    )
)


def governing_date(mention: Mention, dates: Sequence[Mention], clause: Clause) -> Mention | None:
    """Choose the date that says when a quantity holds: as-of first, then the nearest."""
    here = clause.index_at(mention.span.start)
    best, best_rank = None, (99, 0)
    for date in dates:
        timex = date.timex
        if timex is None or timex.type in ("DURATION", "SET"):
            continue
        if timex.role in _IGNORED or timex.mod is TimexMod.UNTIL:
            continue
        if date.span == mention.span:
            continue
        rank = (
            _PREFERENCE.get(timex.mod, _LAST),
            clause.distance(here, clause.index_at(date.span.start)),
        )
        if rank < best_rank:
            best, best_rank = date, rank
    return best
