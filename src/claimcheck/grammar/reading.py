"""A reading: what the grammar says of a span before it has an article and a sentence."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.article import Span
from claimcheck.model.mention import Quantity, Step, Timex


class Reading(NamedTuple):
    """A span, the dimension it was read in, its value, and the productions that read it."""

    span: Span
    dimension: str
    quantity: Quantity | None
    timex: Timex | None
    trace: tuple[Step, ...] = ()
