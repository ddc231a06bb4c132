"""As-of: which date of its sentence governs a quantity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcheck.claims.clause import Clause
from claimcheck.claims.words import ClaimWords
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
_BASES = frozenset(("compared", "versus", "than"))  # "up from" and "down from" as well
_WAYS = frozenset(("up", "down"))
_RECORDS = frozenset(("most", "least", "first", "worst", "best", "biggest", "lowest", "highest"))
_RECORD_REACH = 4
_SAYING_REACH = 6  # "told reporters in the capital on Wednesday"
_SKIPPED = frozenset("PDNXRJ")  # tags between a verb of saying and its day


def governing_date(
    mention: Mention,
    dates: Sequence[Mention],
    clause: Clause,
    written: date | None,
    words: ClaimWords,
) -> Mention | None:
    """Choose the date that says when a quantity holds: as-of first, then the nearest.

    `written` is the last day on which the article may have appeared: "by Wednesday" says when a
    figure held if that day is over, and is a deadline if not. The day on which something was said
    ("officials said on Wednesday") dates no figure, nor does the day of a record ("the highest
    since 1998"); the day of a comparison ("up from 2.1 million a year earlier") dates its base.
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
        there = clause.index_at(dated.span.start)
        base = _base(clause, there)
        if (base is not None and not base <= here) or _told(clause, there, words):
            continue
        if timex.mod is TimexMod.SINCE and _record(clause, there):
            continue
        rank = (_PREFERENCE.get(timex.mod, _LAST), clause.distance(here, there))
        if rank < best_rank:
            best, best_rank = dated, rank
    return best


def _ahead(timex: Timex, written: date | None) -> bool:
    """Tell whether a date is a deadline that was not over when the article was written."""
    if timex.role is not TimexRole.DEADLINE:
        return False
    return timex.last is None or written is None or timex.last > written


def _base(clause: Clause, there: int) -> int | None:
    """Give the beginning of the comparison in which a date stands, up to the next break."""
    for index in range(min(there, len(clause.tokens)) - 1, -1, -1):
        if clause.tags[index] in ",;":
            return None
        lower = clause.tokens[index].lower
        if lower in _BASES:
            return index
        if lower == "from" and index and clause.tokens[index - 1].lower in _WAYS:
            return index
    return None


def _told(clause: Clause, there: int, words: ClaimWords) -> bool:
    """Tell a day on which something was said: a verb of saying stands before it, or right after."""
    for index in range(there - 1, max(-1, there - 1 - _SAYING_REACH), -1):
        if clause.stems[index] in words.say_verbs:
            return True
        if clause.tags[index] not in _SKIPPED:
            return False
    return False


def _record(clause: Clause, there: int) -> bool:
    """Tell "since" after a superlative: "the highest turnout since 1998"."""
    before = clause.tokens[max(0, there - _RECORD_REACH) : there]
    return any(token.lower in _RECORDS or token.lower.endswith("est") for token in before)
