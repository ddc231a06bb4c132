"""A figure that is changed conflicts; one that is only put differently does not."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claimcheck.model.finding import Judgement, Verdict

Judged = Callable[..., Judgement]
Row = dict[str, Any]
HARMLESS, CONTRADICTION = "harmless", "contradiction"
PARTS = 400


def _ulp(value: int) -> int:
    digits = str(value)
    return int(10 ** (len(digits) - len(digits.rstrip("0"))))


def _row(value: int, bound: str = "exact") -> Row:
    return {"value": value, "ulp": _ulp(value), "bound": bound, "frame": "reside"}


def _place(value: int) -> int:
    return int(10 ** (len(str(value)) - 2))


def _rounded(value: int) -> int:
    place = _place(value)
    return (value + place // 2) // place * place


def _another_digit(value: int, rng: random.Random) -> int:
    digits = list(str(value))
    place = rng.randrange(min(2, len(digits)))
    digits[place] = rng.choice([d for d in "123456789" if d != digits[place]])
    return int("".join(digits))


CONTRADICTIONS: dict[str, Callable[[int, random.Random], tuple[Row, Row]]] = {
    "another digit": lambda v, rng: (_row(v), _row(_another_digit(v, rng))),
    "thousandfold": lambda v, _: (_row(v), _row(v * 1000)),
    "tenfold": lambda v, _: (_row(v), _row(v * 10)),
    "floor for ceiling": lambda v, _: (_row(v, "at_most"), _row(v, "at_least")),
    "over twice": lambda v, _: (_row(v), _row(v * 2, "above")),
    "miles for kilometres": lambda v, _: (
        {**_row(v), "unit": "kilometre", "unit_kind": "measure"},
        {**_row(v), "unit": "mile", "unit_kind": "measure"},
    ),
    "points for per cent": lambda v, _: (
        {**_row(v % 90 + 1), "unit": "percent", "unit_kind": "ratio"},
        {**_row(v % 90 + 1), "unit": "percentage point", "unit_kind": "ratio"},
    ),
    "euros for dollars": lambda v, _: (
        {**_row(v), "unit": "USD", "unit_kind": "currency"},
        {**_row(v), "unit": "EUR", "unit_kind": "currency"},
    ),
}
HARMLESS_CHANGES: dict[str, Callable[[int, random.Random], tuple[Row, Row]]] = {
    "spelled alike": lambda v, _: (_row(v), _row(v)),
    "about": lambda v, _: (_row(v), _row(_rounded(v), "about")),
    "nearly": lambda v, _: (_row(v), _row(v // _place(v) * _place(v) + _place(v), "nearly")),
    "over": lambda v, _: (_row(v), _row((v - 1) // _place(v) * _place(v), "above")),
    "at least": lambda v, _: (_row(v), _row(v, "at_least")),
    "up to": lambda v, _: (_row(v), _row(v, "at_most")),
    "rounded": lambda v, _: (_row(v), _row(_rounded(v) if v >= 1000 else v)),
    "a later toll": lambda v, rng: (
        {**_row(v), "frame": "die", "published": "2024-03-01"},
        {**_row(v + rng.randrange(1, v)), "frame": "die", "published": "2024-03-04"},
    ),
    "in miles": lambda v, _: (
        {**_row(v), "unit": "kilometre", "unit_kind": "measure"},
        {
            **_row(max(1, round(Decimal(v) / Decimal("1.609344")))),
            "unit": "mile",
            "unit_kind": "measure",
        },
    ),
}


def _values(rng: random.Random) -> list[int]:
    return [rng.randrange(13, 10 ** rng.randrange(2, 7) + 13) for _ in range(PARTS)]


@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_a_conflict(judged: Judged, name: str) -> None:
    rng = random.Random(name)  # noqa: S311 - test data, the same on every run
    pairs = [CONTRADICTIONS[name](value, rng) for value in _values(rng)]
    found = [judged(a, b).verdict is Verdict.CONFLICT for a, b in pairs]
    missed = [pair for pair, hit in zip(pairs, found, strict=True) if not hit]
    assert sum(found) >= 0.95 * len(found), missed[:5]


@pytest.mark.parametrize("name", HARMLESS_CHANGES)
def test_a_harmless_change_is_no_conflict(judged: Judged, name: str) -> None:
    rng = random.Random(name)  # noqa: S311 - test data, the same on every run
    pairs = [HARMLESS_CHANGES[name](value, rng) for value in _values(rng)]
    wrong = [(a, b) for a, b in pairs if judged(a, b).verdict is Verdict.CONFLICT]
    assert len(wrong) <= 0.02 * len(pairs), wrong[:5]
