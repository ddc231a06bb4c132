"""What the tests of dates share: the compiled words and one way to read a text."""

from __future__ import annotations

from datetime import date
from functools import cache

from claimcheck.grammar.en.dates import DateTables, date_tables, date_words, recognise_dates
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.resolve import resolve_all
from claimcheck.grammar.scan import Scanner
from claimcheck.model.article import Anchor, AnchorHow
from claimcheck.model.mention import Timex
from claimcheck.rules.load import load_lexicon


@cache
def tables() -> DateTables:
    """Compile the words once."""
    return date_tables(load_lexicon())


@cache
def scanner() -> Scanner:
    """Build the automaton of date words once."""
    return Scanner((), date_words(tables()))


def on(day: date) -> Anchor:
    """Give the anchor of an article whose day is known."""
    return Anchor(day, day, day, AnchorHow.GIVEN)


def recognised(text: str) -> tuple[Reading, ...]:
    """Read the dates of a text in their underspecified form."""
    return tuple(recognise_dates(text, scanner().scan(text), tables()))


def resolved(text: str, anchor: Anchor) -> list[tuple[str, Timex]]:
    """Read and resolve the dates of a text: their words and values."""
    readings = resolve_all(recognised(text), anchor)
    return [
        (text[reading.span.start : reading.span.end], reading.timex)
        for reading in readings
        if reading.timex is not None
    ]


def values(text: str, anchor: Anchor) -> list[str]:
    """Give the values of the dates of a text."""
    return [timex.value for _, timex in resolved(text, anchor)]
