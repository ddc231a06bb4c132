"""Days named beside a date: "on 27 September, the day after the vote" dates the vote as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.grammar.reading import Reading
from claimcheck.grammar.underspecified import open_value
from claimcheck.model.article import Span
from claimcheck.model.mention import Grain, Step, Timex, TimexRole

_BESIDE = re.compile(
    r"""
    (?: , | [ ][—–-] ) [ ]?
    (?P<phrase> (?:the|a|one) [ ] day [ ] (?P<way> following | after | before | preceding ) )
    (?= [ ] (?!that\b|tomorrow\b|yesterday\b) (?P<event> \w[^.;:!?\n]{2,80} ) )
    """,
    re.VERBOSE,
)
_OTHER_WAY = {"following": "ref:day-1", "after": "ref:day-1"}


def with_days_beside(text: str, dates: list[Reading]) -> list[Reading]:
    """Add the days named beside dates, in place of what was read inside them ("a day")."""
    found = list(_days_beside(text, dates))
    if not found:
        return dates
    kept = [
        one
        for one in dates
        if not any(f.span.start < one.span.end and one.span.start < f.span.end for f in found)
    ]
    return sorted([*kept, *found], key=lambda reading: reading.span)


def _days_beside(text: str, dates: Sequence[Reading]) -> Iterator[Reading]:
    """Read the day of an event that stands one day from the date before it.

    The vote of "27 September, the day after the vote" was on the 26th: the reading is relative to
    the date spoken of, one day the other way, and keeps the event.
    """
    for reading in dates:
        if reading.timex is None or reading.timex.grain is not Grain.DAY:
            continue
        found = _BESIDE.match(text, reading.span.end)
        if found is None:
            continue
        form = _OTHER_WAY.get(found["way"], "ref:day+1")
        span = Span(*found.span("phrase"))
        timex = Timex(
            type="DATE",
            value=open_value(form, Grain.DAY),
            underspecified=form,
            grain=Grain.DAY,
            role=TimexRole.EVENT,
            event=Span(*found.span("event")),
        )
        yield Reading(span, "date", None, timex, (Step("day beside a date", span),))
