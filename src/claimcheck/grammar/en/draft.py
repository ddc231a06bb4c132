"""An amount under construction: the one mutable record of the number pass, gone when it returns."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.model.mention import Bound, Change, Quantity, Role, UnitKind

ONE = Decimal(1)


class Draft:
    """What the ladder knows of one amount so far.

    `start` and `end` cover numeral and unit. `mantissa` is the figure before its scale ("2" of "2
    million") and `scale` the product of its scale words, so that "$2-3m" can share them. `tail` is
    the end of the whole phrase with its noun or rate: hedges after a figure stand there.
    """

    # Defaults stand on the class: an ordinary number sets few of its own.
    scale = ONE
    unit = ""
    kind = UnitKind.NONE
    dimension = "number"
    bound = Bound.EXACT
    hedge: tuple[int, int] | None = None
    change = Change.NONE
    role = Role.UNKNOWN
    converted: Quantity | None = None
    words = False  # the numeral was spelled
    hyphen = False  # a hyphen joins it to what follows ("four-day")

    def __init__(self, start: int, end: int, value: Decimal, ulp: Decimal) -> None:
        """Begin with a numeral."""
        self.start = start
        self.end = end
        self.number_end = end
        self.tail = end
        self.low = value
        self.high = value
        self.mantissa = value
        self.ulp = ulp
