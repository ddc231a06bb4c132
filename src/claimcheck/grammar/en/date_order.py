"""Day and month in figures: one date of a text that can be read in one order settles the others."""

from __future__ import annotations

import re

from claimcheck.grammar.en.date_parts import OPEN_ORDER
from claimcheck.grammar.reading import Reading

_FIGURES = re.compile(r"(?P<one>[0-9]{1,2})[ ]?[/-][ ]?(?P<two>[0-9]{1,2})[ ]?[/-][ ]?[0-9]{2}")


def settle_orders(text: str, readings: list[Reading]) -> list[Reading]:
    """Read open dates day first where the text writes 13/4/2015 and nowhere 4/13/2015."""
    if not any(_is_open(reading) for reading in readings):
        return readings
    first = {order for reading in readings if (order := _order(text, reading))}
    if len(first) != 1:
        return readings
    return [_settled(reading, first) if _is_open(reading) else reading for reading in readings]


def _is_open(reading: Reading) -> bool:
    return reading.timex is not None and reading.timex.note == OPEN_ORDER


def _order(text: str, reading: Reading) -> str:
    """Say what a date in figures must have first, "" where both fit or it has none."""
    found = _FIGURES.match(text, reading.span.start)
    if found is None or reading.timex is None or reading.timex.note:
        return ""
    if int(found["one"]) > 12:
        return "day"
    return "month" if int(found["two"]) > 12 else ""


def _settled(reading: Reading, first: set[str]) -> Reading:
    """Give an open date the one reading of that order; it was read month first."""
    timex = reading.timex
    if timex is None or not timex.orders:
        return reading
    form = timex.orders[0] if first == {"day"} else timex.underspecified
    settled = timex._replace(underspecified=form, value=form, also=(), orders=(), note="")
    return reading._replace(timex=settled)
