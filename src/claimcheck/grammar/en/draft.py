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

    __slots__ = (
        "bound",
        "change",
        "converted",
        "dimension",
        "end",
        "hedge",
        "high",
        "hyphen",
        "kind",
        "low",
        "mantissa",
        "number_end",
        "role",
        "scale",
        "start",
        "tail",
        "ulp",
        "unit",
        "words",
    )

    def __init__(self, start: int, end: int, value: Decimal, ulp: Decimal) -> None:
        """Begin with a numeral."""
        self.start = start
        self.end = end
        self.number_end = end
        self.tail = end
        self.low = value
        self.high = value
        self.mantissa = value
        self.scale = ONE
        self.ulp = ulp
        self.unit = ""
        self.kind = UnitKind.NONE
        self.dimension = "number"
        self.bound = Bound.EXACT
        self.hedge: tuple[int, int] | None = None
        self.change = Change.NONE
        self.role = Role.UNKNOWN
        self.converted: Quantity | None = None
        self.words = False  # the numeral was spelled
        self.hyphen = False  # a hyphen joins it to what follows ("four-day")
