"""The grammar's door: compile the words once, then read any number of texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.grammar.en.dates import DateTables, date_tables, date_words, recognise_dates
from claimcheck.grammar.en.quantities import NumberTables, quantities
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scanner
from claimcheck.model.article import Span
from claimcheck.model.lexicon import Lexicon

_AMOUNTS = frozenset(("DURATION", "SET"))  # types whose numbers are amounts as well


class Grammar(NamedTuple):
    """The compiled words of both passes; holds no state between texts."""

    scanner: Scanner
    numbers: NumberTables
    dates: DateTables


def compile_grammar(lexicon: Lexicon) -> Grammar:
    """Index the lexicon for reading; costs milliseconds, so keep the result."""
    numbers = NumberTables(lexicon)
    dates = date_tables(lexicon)
    return Grammar(Scanner(numbers.triggers, date_words(dates)), numbers, dates)


def recognise(text: str, grammar: Grammar) -> tuple[Reading, ...]:
    """Read every date and quantity in text order, one reading for each dimension of a span."""
    scan = grammar.scanner.scan(text)
    dates = recognise_dates(text, scan, grammar.dates)
    taken = [r.span for r in dates if r.timex is None or r.timex.type not in _AMOUNTS]
    numbers = quantities(text, scan, grammar.numbers, taken)
    return _merged(dates, numbers)


def _merged(dates: Sequence[Reading], numbers: Sequence[Reading]) -> tuple[Reading, ...]:
    """Put both passes in text order; a duration read by both becomes one reading."""
    out: list[Reading] = []
    for reading in sorted((*dates, *numbers), key=lambda found: found.span):
        if out and reading.span.start < out[-1].span.end and _complement(out[-1], reading):
            out[-1] = _both(out[-1], reading)
        else:
            out.append(reading)
    return tuple(out)


def _complement(left: Reading, right: Reading) -> bool:
    """Tell whether one of two overlapping readings is the amount of the other's duration."""
    return (left.quantity is None) != (right.quantity is None)


def _both(left: Reading, right: Reading) -> Reading:
    """Join a duration and its amount; words of the date before the amount stay outside."""
    number, date = (left, right) if left.quantity else (right, left)
    span = Span(number.span.start, max(left.span.end, right.span.end))
    return Reading(span, number.dimension, number.quantity, date.timex, number.trace + date.trace)
