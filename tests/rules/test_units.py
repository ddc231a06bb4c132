"""Our unit table against pint, which nobody here wrote."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.rules.load import load_lexicon
from claimcheck.rules.units import Units

pint = pytest.importorskip("pint")
UNITS = Units(load_lexicon())
NAMES = {
    "metre": "meter",
    "kilometre": "kilometer",
    "mile": "mile",
    "foot": "foot",
    "inch": "inch",
    "nautical mile": "nautical_mile",
    "hectare": "hectare",
    "acre": "acre",
    "square kilometre": "kilometer ** 2",
    "square mile": "mile ** 2",
    "cubic metre": "meter ** 3",
    "litre": "liter",
    "gallon": "gallon",
    "kilogram": "kilogram",
    "pound": "pound",
    "tonne": "metric_ton",
    "ton": "ton",
    "celsius": "degC",
    "fahrenheit": "degF",
    "kelvin": "kelvin",
    "mile/hour": "mile / hour",
    "kilometre/hour": "kilometer / hour",
    "knot": "knot",
    "day": "day",
    "week": "week",
    "megawatt": "megawatt",
    "horsepower": "horsepower",
}


@pytest.mark.parametrize("unit", NAMES)
def test_conversion_agrees_with_pint(unit: str) -> None:
    registry = pint.UnitRegistry(non_int_type=Decimal, autoconvert_offset_to_baseunit=True)
    scale = UNITS.scale(unit)
    assert scale is not None, unit
    for other, name in NAMES.items():
        ours = UNITS.convert(Decimal(7), unit, other)
        if ours is None:
            continue
        theirs = registry.Quantity(Decimal(7), NAMES[unit]).to(name).magnitude
        assert abs(ours - theirs) <= abs(theirs) * Decimal("0.00001"), (unit, other)


@pytest.mark.parametrize(("one", "other"), [("USD", "EUR"), ("mile", "hour"), ("person", "mile")])
def test_what_measures_other_things_does_not_convert(one: str, other: str) -> None:
    assert UNITS.convert(Decimal(7), one, other) is None
