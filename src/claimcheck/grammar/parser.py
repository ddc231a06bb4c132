"""The grammar's door: compile the words once, then read any number of texts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from claimcheck.grammar.en.beside import with_days_beside
from claimcheck.grammar.en.dates import DateTables, date_tables, date_words, recognise_dates
from claimcheck.grammar.en.figures import LONGEST
from claimcheck.grammar.en.quantities import NumberTables, hedged, quantities
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scan, Scanner
from claimcheck.model.article import Span
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Quantity, Step, UnitKind

_SLASHED = re.compile(r"(?P<over>[0-9]{1,2})/(?P<under>[0-9]{1,4})")
_PERIOD = re.compile(r"P(?P<count>[0-9]{1,4}(?:\.5)?)(?P<unit>[YMWD])")
_ONE = re.compile(r"\ban?[ ](?P<unit>minute|hour|day|week|fortnight|month|year|decade|century)$")
_PERIODS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
MOST_UNREADABLE = 100  # notes of one kind a text may carry
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
    """Read every date and quantity in text order, one reading for each dimension of a span.

    A figure that cannot be read has a reading without a value; its trace says why.
    """
    scan = grammar.scanner.scan(text)
    text = scan.text
    dates = with_days_beside(
        text,
        [
            reading
            for reading in recognise_dates(text, scan, grammar.dates)
            if not _is_share(text, reading, grammar)
        ],
    )
    taken = [r.span for r in dates if r.timex is None or r.timex.type not in _AMOUNTS]
    numbers = quantities(text, scan, grammar.numbers, taken)
    read = tuple(_counted(text, reading, grammar) for reading in _merged(dates, numbers))
    unread = _unreadable(scan)
    return tuple(sorted((*read, *unread), key=lambda one: one.span)) if unread else read


def _unreadable(scan: Scan) -> list[Reading]:
    """Note the figures that nothing reads: digits of several scripts, and runs beyond all news."""
    long = [run for run in scan.digits if run[1] - run[0] > LONGEST]
    notes = (("mixed scripts", scan.mixed), ("too many digits", long))
    return [
        Reading(Span(*span), "unreadable", None, None, (Step(why, Span(*span)),))
        for why, spans in notes
        for span in spans[:MOST_UNREADABLE]
    ]


def _counted(text: str, reading: Reading, grammar: Grammar) -> Reading:
    """Give "another year", "a year and a half", "under an hour" the amount their duration says."""
    timex = reading.timex
    if timex is None or reading.quantity is not None or timex.type != "DURATION":
        return reading
    found = _PERIOD.fullmatch(timex.value)
    words = text[reading.span.start : reading.span.end].lower()
    if one := _ONE.search(words):
        amount = hedged(text, reading.span.start + one.start(), one["unit"], grammar.numbers)
        return reading._replace(quantity=amount) if amount else reading
    if found is None or not (words.startswith("another") or words.endswith("and a half")):
        return reading
    value = Decimal(found["count"])
    quantity = Quantity(value, value, Decimal(1), _PERIODS[found["unit"]], UnitKind.MEASURE)
    return reading._replace(quantity=quantity)


def _is_share(text: str, reading: Reading, grammar: Grammar) -> bool:
    """Tell "3/4 cup" and a bare "4/5" from a day of a month."""
    start, end = reading.span
    if not 3 <= end - start <= 7 or text[start + 1 : start + 3].count("/") != 1:
        return False
    found = _SLASHED.fullmatch(text, start, end)
    if found is None or reading.timex is None or reading.timex.relation is not None:
        return False
    under = int(found["under"])
    if not 0 < int(found["over"]) < under or text[max(0, start - 3) : start].lower() == "on ":
        return False
    measured = grammar.numbers.amounts.units.after(text, end) is not None
    return measured or text.startswith(" of ", end) or under in (2, 3, 4, 5, 8, 10)


def _merged(dates: Sequence[Reading], numbers: Sequence[Reading]) -> tuple[Reading, ...]:
    """Put both passes in text order; a duration read by both becomes one reading."""
    out: list[Reading] = []
    for reading in sorted((*_apart(dates, numbers), *numbers), key=lambda found: found.span):
        if out and reading.span.start < out[-1].span.end and _complement(out[-1], reading):
            out[-1] = _both(out[-1], reading)
        else:
            out.append(reading)
    return tuple(out)


def _apart(dates: Sequence[Reading], numbers: Sequence[Reading]) -> list[Reading]:
    """Leave a duration that names two amounts the last of them: "three and five years"."""
    starts = [number.span.start for number in numbers]
    out: list[Reading] = []
    for date in dates:
        last = bisect_left(starts, date.span.end) - 1
        if last > 0 and numbers[last - 1].span.end > date.span.start:
            begin = max(date.span.start, starts[last])
            date = date._replace(span=Span(begin, date.span.end))  # noqa: PLW2901 the same duration
        out.append(date)
    return out


def _complement(left: Reading, right: Reading) -> bool:
    """Tell whether one of two overlapping readings is the amount of the other's duration."""
    return (left.quantity is None) != (right.quantity is None)


def _both(left: Reading, right: Reading) -> Reading:
    """Join a duration and its amount into one reading over both spans."""
    number, date = (left, right) if left.quantity else (right, left)
    span = Span(min(left.span.start, right.span.start), max(left.span.end, right.span.end))
    return Reading(span, number.dimension, number.quantity, date.timex, number.trace + date.trace)
