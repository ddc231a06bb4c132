"""The shapes of real disagreement, through the whole pipeline: texts in, verdicts out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.link import Relation
from claimcheck.model.report import Report
from claimcheck.pipeline import compare_texts
from claimcheck.rules.load import load_rules

RULESET = load_rules()
TABLE = Path(__file__).with_name("cases.yaml")
CASES: list[Mapping[str, Any]] = yaml.load(TABLE.read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506  strings only
_ONE_QUESTION = frozenset((Relation.SAME, Relation.PART_OF, Relation.HAS_PART))


def _report(case: Mapping[str, Any]) -> Report:
    days = [date.fromisoformat(day) for day in case.get("dates", ())]
    return compare_texts(case["texts"], RULESET, days)


def _verdicts(report: Report, first: str, second: str) -> Iterator[str]:
    """Give the verdicts on every pair of claims that hold the words, first text first."""
    claims = {claim.id: claim for claim in report.claims}
    for link, judgement in zip(report.links, report.judgements, strict=True):
        sides = sorted((claims[link.left], claims[link.right]), key=lambda one: one.article_id)
        said = [first in sides[0].mention.text, second in sides[1].mention.text]
        if all(said) and sides[0].article_id != sides[1].article_id:
            yield judgement.verdict.value if link.relation in _ONE_QUESTION else "apart"


def _marked(case: Mapping[str, Any], number: int) -> Any:  # noqa: ANN401  pytest gives no public type
    reason = case.get("miss")
    marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
    return pytest.param(case, id=f"{number} {case['shape']}", marks=marks)


@pytest.mark.parametrize("case", [_marked(case, number) for number, case in enumerate(CASES, 1)])
def test_a_shape_of_disagreement_gets_its_verdict(case: Mapping[str, Any]) -> None:
    report = _report(case)
    for first, second, wanted in case["pairs"]:
        found = set(_verdicts(report, first, second)) or {"apart"}
        assert found & set(wanted.split()), (first, second, found)
    conflicts = [one for one in report.findings if one.verdict is Verdict.CONFLICT]
    if "conflict" not in str(case["pairs"]):
        assert conflicts == []
    elif "severity" in case and conflicts:
        assert conflicts[0].severity is Severity(case["severity"])


@pytest.mark.parametrize("case", [one for one in CASES if "rules" in one], ids=lambda c: c["shape"])
def test_a_shape_of_disagreement_is_named_by_its_rule(case: Mapping[str, Any]) -> None:
    assert set(case["rules"]) <= {finding.rule for finding in _report(case).findings}


@pytest.mark.parametrize("case", [c for c in CASES if "origins" in c], ids=lambda c: c["shape"])
def test_copies_are_one_witness(case: Mapping[str, Any]) -> None:
    assert {finding.origins for finding in _report(case).findings} == {int(case["origins"])}
