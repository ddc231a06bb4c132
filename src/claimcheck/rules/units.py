"""Conversion between units of one dimension; currencies are never converted."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, cast

_POWERS = {"square ": 2, "cubic ": 3}


class Scale(NamedTuple):
    """How a unit turns into the base of its dimension: (value + offset) * factor."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)


class Units:
    """Scales by singular name; prefixed, square, cubic and per-units are worked out."""

    def __init__(self, lexicon: Mapping[str, object]) -> None:
        """Read rules/lexicon/units.yaml; without it nothing converts."""
        table = cast("Mapping[str, Mapping[str, Mapping[str, str]]]", lexicon.get("units") or {})
        prefixes = table.get("prefixes") or {}
        self._scales: dict[str, Scale | None] = {}
        for name, row in (table.get("units") or {}).items():
            if "factor" not in row:
                continue
            scale = Scale(row["dimension"], Decimal(row["factor"]), Decimal(row.get("offset", "0")))
            self._scales[name] = scale
            if row.get("prefixed"):
                for prefix, entry in prefixes.items():
                    larger = scale._replace(factor=scale.factor.scaleb(int(entry["power"])))
                    self._scales.setdefault(prefix + name, larger)

    def scale(self, unit: str) -> Scale | None:
        """Give the scale of a unit, None where nothing is known of it.

        "kilometre", "square mile", "kilometre/hour" and "tonne/year" are known, "USD" is not.
        """
        if unit not in self._scales:
            self._scales[unit] = self._power(unit) or self._rate(unit)
        return self._scales[unit]

    def _power(self, unit: str) -> Scale | None:
        for word, power in _POWERS.items():
            base = self._scales.get(unit.removeprefix(word)) if unit.startswith(word) else None
            if base and base.dimension == "length":
                if power == 2:
                    return Scale("area", base.factor**2)
                return Scale("volume", base.factor**3 * 1000)  # the base of volume is the litre
        return None

    def _rate(self, unit: str) -> Scale | None:
        upper, slash, lower = unit.partition("/")
        if not slash or "/" in lower:
            return None
        above, below = self.scale(upper), self.scale(lower)
        if above is None or below is None or above.offset or below.offset:
            return None
        dimension = f"{above.dimension}/{below.dimension}"
        if dimension == "length/duration":
            dimension = "speed"
        return Scale(dimension, above.factor / below.factor)

    def convert(self, value: Decimal, unit: str, other: str) -> Decimal | None:
        """Give a value in another unit, None where the units do not measure the same.

        >>> Units({}).convert(Decimal(5), "mile", "kilometre") is None
        True
        """
        here, there = self.scale(unit), self.scale(other)
        if here is None or there is None or here.dimension != there.dimension:
            return None
        return (value + here.offset) * here.factor / there.factor - there.offset
