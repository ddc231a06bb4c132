"""Figures held against each other digit by digit."""

from __future__ import annotations

from decimal import Decimal

_FEW = 3  # digits below which two in each other's place are too common to mean anything


def swapped(left: Decimal, right: Decimal) -> bool:
    """Tell whether one number is the other with two neighbouring digits in each other's place.

    >>> swapped(Decimal(675190), Decimal(657190)), swapped(Decimal(45), Decimal(54))
    (True, False)
    """
    if left.adjusted() != right.adjusted():
        return False
    first, second = (f"{value:f}".replace(".", "").strip("0") for value in (left, right))
    size = max(len(first), len(second))
    first, second = first.ljust(size, "0"), second.ljust(size, "0")
    at = next((i for i in range(size - 1) if first[i] != second[i]), None)
    if size < _FEW or at is None or first[at + 2 :] != second[at + 2 :]:
        return False
    return first[at] == second[at + 1] and first[at + 1] == second[at]
