"""Sample reports, command reference and README are what a person read and kept."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATHS = (
    "tests/golden/report.txt",
    "tests/golden/concise.txt",
    "tests/golden/report.json",
    "tests/golden/report.jsonl",
    "tests/golden/report.csv",
    "tests/golden/report.md",
    "tests/golden/report.sarif",
    "tests/golden/report.github",
    "tests/golden/report.gitlab",
    "tests/golden/report.junit",
    "tests/golden/report.checkstyle",
    "tests/golden/report.rdjson",
    "tests/golden/report.rdjsonl",
    "tests/golden/report.jsonld",
    "docs/cli.md",
    "src/claimcheck/cli/help.py",
    "README.md",
)


@pytest.fixture(scope="module")
def golden() -> dict[str, str]:
    found: dict[str, str] = _script().golden()
    return found


def _script() -> ModuleType:
    path = Path(__file__).with_name("write.py")
    spec = importlib.util.spec_from_file_location("write", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_golden_file_is_compared(golden: dict[str, str]) -> None:
    assert tuple(golden) == PATHS


@pytest.mark.parametrize("path", PATHS)
def test_a_golden_file_is_current(golden: dict[str, str], path: str) -> None:
    expected = (ROOT / path).read_text(encoding="utf-8")
    assert expected.splitlines() == golden[path].splitlines(), "make golden, then read the diff"
