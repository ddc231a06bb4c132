from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import cast

import jsonschema
import pytest

from claimcheck import compare, extract, load_rules, read
from claimcheck.model.report import Extraction, Report
from claimcheck.output.formats import EXTRACTS, REPORTS
from claimcheck.output.look import Look

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "schema"


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    return [extract(article) for article in read(str(ROOT / "data" / "articles"))]


@pytest.fixture(scope="module")
def report(extractions: list[Extraction]) -> Report:
    return compare(extractions, load_rules())


def test_the_schemas_in_docs_are_current() -> None:
    spec = importlib.util.spec_from_file_location("schemas", Path(__file__).with_name("schemas.py"))
    assert spec
    assert spec.loader
    written = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(written)
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert found == written.schemas(), "run make schemas and read the diff"


def test_a_report_is_as_its_schema_says(report: Report) -> None:
    _check("report", json.loads(REPORTS["json"](report, Look())))


def test_every_line_of_a_report_is_as_its_schema_says(report: Report) -> None:
    lines = REPORTS["jsonl"](report, Look()).splitlines()
    assert json.loads(lines[0])["kind"] == "report"
    for line in lines:
        _check("report-line", json.loads(line))


@pytest.mark.parametrize("what", EXTRACTS)
def test_extractions_are_as_their_schemas_say(extractions: list[Extraction], what: str) -> None:
    lines = EXTRACTS[what]["jsonl"](extractions, "0").splitlines()
    assert lines
    for line in lines:
        _check(what.removesuffix("s"), json.loads(line))
    _check(what, json.loads(EXTRACTS[what]["json"](extractions, "0")))


def test_every_offset_slices_back_to_its_words(extractions: list[Extraction]) -> None:
    texts = {each.article.id: each.article.text for each in extractions}
    for line in EXTRACTS["mentions"]["jsonl"](extractions, "0").splitlines():
        found = json.loads(line)
        assert texts[found["article"]][found["start"] : found["end"]] == found["text"]


def _check(name: str, instance: object) -> None:
    """Validate strictly: the published schema allows fields of later versions."""
    schema = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(cast("dict[str, object]", _strict(schema))).validate(instance)


def _strict(schema: object) -> object:
    if isinstance(schema, dict):
        closed = {key: _strict(value) for key, value in schema.items()}
        return closed | {"additionalProperties": False} if "properties" in schema else closed
    return [_strict(each) for each in schema] if isinstance(schema, list) else schema
