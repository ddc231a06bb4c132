"""Elapsed times in short: "2h 15m", "3hrs 40min 12s", "3m 25.6s" are one duration."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.grammar.en.draft import ONE, Draft
from claimcheck.model.mention import UnitKind

_MINUTES = r"(?P<minutes>[0-5]?[0-9])[ ]?(?:m|mins?|minutes?)\b"
_SECONDS = r"(?P<seconds>[0-5]?[0-9](?:\.[0-9]{1,3})?)[ ]?(?:s|secs?|seconds?)\b"
_AFTER_HOURS = re.compile(
    rf"[ ]?(?:h|hrs?|hours?)\.?[ ]?{_MINUTES}(?:[ ]?{_SECONDS})?", re.IGNORECASE
)
_AFTER_MINUTES = re.compile(rf"[ ]?(?:m|mins?)[ ]?{_SECONDS}", re.IGNORECASE)

_JOINED = frozenset(".,:/-–$£€₹")  # before a figure that is the end of another, or a sum of money


def elapsed(text: str, start: int, end: int) -> Draft | None:
    """Read the elapsed time whose first figure is `start` to `end`, in its smallest unit.

    After hours an "m" is minutes, before seconds too; elsewhere it is metres or millions.
    """
    if start and (text[start - 1].isalnum() or text[start - 1] in _JOINED):
        return None
    if end - start > 3 or text[end : end + 2].strip()[:1] not in ("h", "H", "m", "M"):
        return None
    figure = Decimal(text[start:end])
    if found := _AFTER_HOURS.match(text, end):
        minutes, seconds = figure * 60 + int(found["minutes"]), found["seconds"]
    elif found := _AFTER_MINUTES.match(text, end):
        minutes, seconds = figure, found["seconds"]
    else:
        return None
    value = minutes * 60 + Decimal(seconds) if seconds else minutes
    draft = Draft(start, found.end(), value, ONE)
    if seconds and "." in seconds:
        draft.ulp = ONE.scaleb(-len(seconds.partition(".")[2]))
    draft.unit, draft.kind, draft.dimension = (
        "second" if seconds else "minute",
        UnitKind.MEASURE,
        "duration",
    )
    return draft
