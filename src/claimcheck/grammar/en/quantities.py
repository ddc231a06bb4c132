"""The number pass: from the hits of the scan up the ladder, numeral to range."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scan
from claimcheck.model.article import Span
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Quantity


class NumberTables:
    """Every word table of the number side, indexed once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the tables."""
        self.lexicon = lexicon


def quantities(text: str, scan: Scan, tables: NumberTables, taken: Sequence[Span]) -> list[Reading]:
    """Read every quantity of a text, in text order, outside the spans that dates have taken."""
    out: list[Reading] = []
    for start, end in scan.digits:
        if any(span.start < end and start < span.end for span in taken) or end - start > 40:
            continue
        value = Decimal(text[start:end])
        out.append(Reading(Span(start, end), "number", Quantity(value, value, Decimal(1)), None))
    return out
