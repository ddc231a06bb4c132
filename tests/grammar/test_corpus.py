"""Turn every line of the number side's corpora into a named test."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.grammar.parser import Grammar, compile_grammar, recognise
from claimcheck.grammar.reading import Reading
from claimcheck.rules.load import load_lexicon

FOLDER = Path(__file__).resolve().parents[2] / "src" / "claimcheck" / "grammar" / "en"
Value = dict[str, str]


@cache
def grammar() -> Grammar:
    return compile_grammar(load_lexicon())


def corpora() -> list[tuple[str, dict[str, Any]]]:
    """Read the corpora of numbers; those of dates name an anchor and have a test of their own."""
    found = [
        (path.name.removesuffix(".corpus.yaml"), yaml.safe_load(path.read_text("utf-8")))
        for path in sorted(FOLDER.glob("*.corpus.yaml"))
    ]
    return [(name, corpus) for name, corpus in found if "cases" in corpus]


def spellings() -> Iterator[Any]:
    for name, corpus in corpora():
        for case in corpus["cases"]:
            for text in case["spellings"]:
                yield pytest.param(text, [case["value"]], id=f"{name}: {text}")
        for case in corpus.get("lists", ()):
            yield pytest.param(case["text"], case["values"], id=f"{name}: {case['text']}")


def silences() -> Iterator[Any]:
    for name, corpus in corpora():
        for text in corpus["nothing"]:
            yield pytest.param(text, id=f"{name}: {text}")


def amounts(text: str) -> list[Reading]:
    return [reading for reading in recognise(text, grammar()) if reading.quantity]


def said(reading: Reading, value: Value) -> Value:
    """Give what a reading says of the keys a case asks for."""
    quantity = reading.quantity
    assert quantity is not None
    facts = quantity._asdict() | {"dimension": reading.dimension}
    return {key: str(facts[key]) for key in value}


def expected(value: Value) -> Value:
    """Fill in what a case leaves unsaid: a point, exact unless it has another end."""
    return {"high": value["low"], "bound": "exact"} | value


@pytest.mark.parametrize(("text", "values"), list(spellings()))
def test_a_spelling_has_its_value(text: str, values: list[Value]) -> None:
    wanted = [expected(value) for value in values]
    if any(value.get("dimension") == "score" for value in values):
        wanted = [value | {"bound": "exact"} for value in wanted]
    readings = amounts(text)
    assert [numbers(value) for value in wanted] == [
        numbers(said(reading, value)) for reading, value in zip(readings, wanted, strict=False)
    ]
    assert len(readings) == len(wanted)


def numbers(value: Value) -> dict[str, object]:
    """Compare figures as numbers: 1700000 and 1700000.0 are one."""
    return {
        key: Decimal(word) if key in ("low", "high", "ulp") else word for key, word in value.items()
    }


@pytest.mark.parametrize("text", list(silences()))
def test_a_number_that_counts_nothing_is_no_quantity(text: str) -> None:
    assert [text[slice(*reading.span)] for reading in amounts(text)] == []
