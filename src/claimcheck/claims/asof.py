"""As-of: which date of its sentence governs a quantity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.claims.clause import Clause
from claimcheck.model.mention import Mention, Timex, TimexMod, TimexRole

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
        TimexRole.END,
        TimexRole.FUTURE_EVENT,
    )
)


def governing_date(
    mention: Mention, dates: Sequence[Mention], clause: Clause, written: date | None
) -> Mention | None:
    """Choose the date that says when a quantity holds: as-of first, then the nearest.

    `written` is the last day on which the article may have appeared: "by Wednesday" says when a
    figure held if that day is over, and is a deadline if not.
    """
    here = clause.index_at(mention.span.start)
    best, best_rank = None, (99, 0)
    for dated in dates:
        timex = dated.timex
        if timex is None or timex.type in ("DURATION", "SET"):
            continue
        if timex.role in _IGNORED or timex.mod is TimexMod.UNTIL or _ahead(timex, written):
            continue
        if dated.span == mention.span:
            continue
        rank = (
            _PREFERENCE.get(timex.mod, _LAST),
            clause.distance(here, clause.index_at(dated.span.start)),
        )
        if rank < best_rank:
            best, best_rank = dated, rank
    return best


def _ahead(timex: Timex, written: date | None) -> bool:
    """Tell whether a date is a deadline that was not over when the article was written."""
    if timex.role is not TimexRole.DEADLINE:
        return False
    return timex.last is None or written is None or timex.last > written
