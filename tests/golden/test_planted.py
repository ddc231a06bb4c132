from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def table() -> list[tuple[str, str, str, str, bool]]:
    script = _script()
    return list(script.rows(script.sample_report()))


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("planted", Path(__file__).with_name("planted.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("kind", ["pair", "apart", "check", "quantity", "date"])
def test_cases_of_every_kind_are_planted(
    table: list[tuple[str, str, str, str, bool]], kind: str
) -> None:
    assert kind in {row[0] for row in table}


def test_the_sample_report_says_what_is_planted_and_no_more(
    table: list[tuple[str, str, str, str, bool]],
) -> None:
    assert [row for row in table if not row[-1]] == []
