"""Floors of the number side on public suites, and the counts of the five real articles."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

import pytest
from tests.quality import quantities

from claimcheck.grammar.parser import compile_grammar, recognise
from claimcheck.model.mention import Bound
from claimcheck.rules.load import load_lexicon

pytestmark = pytest.mark.skipif(not quantities.GOLD.is_dir(), reason=quantities.ABSENT)

# Floors of value and value-with-unit F1. They only rise, on the data whose digest stands here.
DIGEST = "e902d81e3e80364a"
FLOORS = {
    "duck-distance": (63.0, 63.0),
    "duck-money": (88.0, 88.0),
    "duck-numeral": (91.0, 91.0),
    "duck-quantity": (80.0, 80.0),
    "q3-ambiguity": (100.0, 100.0),
    "q3-quantities": (97.5, 93.0),
    "q3-spellout": (83.8, 83.8),
    "rec-age": (83.0, 83.0),
    "rec-currency": (100.0, 93.0),
    "rec-dimension": (96.0, 92.5),
    "rec-number": (90.0, 85.5),
    "rec-number-nopy": (100.0, 100.0),
    "rec-percent": (100.0, 40.0),
    "rec-range": (98.5, 93.0),
    "rec-temperature": (100.0, 100.0),
    "pooled": (92.0, 88.5),
    "sound": (98.0, 98.0),
}
SEEDS = quantities.SHARED.parent / "seeds"
# What the wording of each hedge of the gold may be read as.
HEDGES = {
    None: {Bound.EXACT},
    "estimated": {Bound.ABOUT},
    "approximately": {Bound.ABOUT},
    "nearly": {Bound.NEARLY},
    "over": {Bound.ABOVE},
    "vague": {Bound.VAGUE},
}


@cache
def results() -> dict[str, Any]:
    return quantities.evaluate()


def test_the_floors_are_of_these_very_data() -> None:
    digest = hashlib.sha256()
    for path in sorted(quantities.GOLD.glob("*.jsonl")):
        digest.update(path.read_bytes())
    assert digest.hexdigest()[:16] == DIGEST


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_suite_of_quantities_stays_above_its_floor(name: str) -> None:
    result = results()[name]
    value, unit = FLOORS[name]
    assert result["value"]["f1"] >= value
    assert result["unit"]["f1"] >= unit


def test_every_count_of_the_real_articles_is_read() -> None:
    grammar = compile_grammar(load_lexicon())
    gold = json.loads((SEEDS / "gold.json").read_text("utf-8"))
    lost = []
    for claim in gold["claims"]:
        if claim["kind"] == "date":
            continue
        text = (SEEDS / claim["article"]).read_text("utf-8")
        inside = [
            reading.quantity
            for reading in recognise(text, grammar)
            if reading.quantity and reading.span.start < claim["end"]
            if claim["start"] < reading.span.end
        ]
        if len(inside) != 1 or inside[0].bound not in HEDGES[claim["hedge"]]:
            lost.append(claim["id"])
    assert lost == []
