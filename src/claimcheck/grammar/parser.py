"""The grammar's door: compile the words once, then read any number of texts."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.grammar.en.quantities import NumberTables, quantities
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scanner
from claimcheck.model.article import Span
from claimcheck.model.lexicon import Lexicon


class Grammar(NamedTuple):
    """The compiled words of both passes; holds no state between texts."""

    scanner: Scanner
    numbers: NumberTables


def compile_grammar(lexicon: Lexicon) -> Grammar:
    """Index the lexicon for reading; costs milliseconds, so keep the result."""
    numbers = NumberTables(lexicon)
    return Grammar(Scanner(numbers.triggers, ()), numbers)


def recognise(text: str, grammar: Grammar) -> tuple[Reading, ...]:
    """Read every date and quantity in text order, one reading for each dimension of a span."""
    scan = grammar.scanner.scan(text)
    dates: list[Reading] = []
    taken = [Span(0, 0) for _ in dates]
    numbers = quantities(text, scan, grammar.numbers, taken)
    return tuple(sorted(dates + numbers, key=lambda reading: reading.span))
