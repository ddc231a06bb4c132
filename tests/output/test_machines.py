"""Formats for machines: valid by their schemas, right in their units, deaf to hostile text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest
import xmlschema

from claimcheck.model.article import Article, Span
from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.output.formats import REPORTS, ours
from claimcheck.output.look import Look
from claimcheck.output.spots import told, uri

_SCHEMAS: Final = Path(__file__).parent / "schemas"
_MACHINES: Final = [name for name in REPORTS if name not in ("terminal", "concise")]
_HOSTILE: Final = (
    "::error::x",
    "%0A::warning::y",
    "=cmd()",
    "@SUM(A1)",
    "\x1b[31mred\x1b[0m",
    "\u202egnp.exe\u2069",
    "</failure><x/>]]>",
    "a\r\n::error::b",
    "[x](javascript:1)",
    "\x00\x0b\ufffe",
    "\ud800",
    "|<script>`_*@desk #1 :bomb:",
)


@pytest.fixture
def loud(report: Report) -> Report:
    """Give the report with its finding as a conflict of severity error."""
    finding = report.findings[0]._replace(verdict=Verdict.CONFLICT, severity=Severity.ERROR)
    return report._replace(findings=(finding,))


def _valid_json(form: str, schema: str, report: Report) -> Any:  # noqa: ANN401 - any JSON
    value = json.loads(REPORTS[form](report, Look()))
    jsonschema.validate(value, json.loads((_SCHEMAS / schema).read_text("utf-8")))
    return value


def _valid_xml(form: str, schema: str, report: Report) -> str:
    text = REPORTS[form](report, Look())
    xmlschema.XMLSchema(_SCHEMAS / schema).validate(text)
    return text


def _valid(report: Report) -> None:
    _valid_json("sarif", "sarif-2.1.0-rtm.5.json", report)
    _valid_json("gitlab", "gitlab-code-quality.json", report)
    _valid_json("rdjson", "rdjson.json", report)
    _valid_xml("junit", "junit-10.xsd", report)
    _valid_xml("checkstyle", "checkstyle.xsd", report)


def test_outputs_hold_to_their_schemas(loud: Report) -> None:
    _valid(loud)
    _valid(loud._replace(findings=(), skipped=()))


@pytest.mark.parametrize("words", _HOSTILE)
def test_outputs_of_hostile_articles_hold_to_their_schemas(
    words: str, reworded: Callable[[str], Report]
) -> None:
    report = reworded(words)
    finding = report.findings[0]._replace(verdict=Verdict.CONFLICT, severity=Severity.ERROR)
    _valid(report._replace(findings=(finding,)))


@pytest.mark.parametrize("words", _HOSTILE)
def test_no_line_of_an_annotation_is_begun_by_an_article(
    words: str, reworded: Callable[[str], Report]
) -> None:
    report = reworded(words)
    finding = report.findings[0]._replace(verdict=Verdict.CONFLICT, severity=Severity.ERROR)
    text = REPORTS["github"](report._replace(findings=(finding,)), Look())
    lines = text.split("\n")
    assert lines.pop() == ""
    assert len(lines) == 2
    for line in lines:
        properties, _, _ = line.removeprefix("::error ").partition("::")
        assert line.startswith("::error file=")
        assert properties.count("title=") == 1
        assert "%0A::" not in line.replace("%250A", "")


@pytest.mark.parametrize("words", _HOSTILE)
def test_no_cell_is_a_formula(words: str, reworded: Callable[[str], Report]) -> None:
    text = REPORTS["csv"](reworded(words), Look())
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) > 1
    for row in rows:
        assert len(row) == len(rows[0])
        assert not any(cell[:1] in ("=", "+", "@", "\t", "\r") for cell in row)


@pytest.mark.parametrize("words", _HOSTILE)
def test_markdown_shows_what_an_article_wrote_and_does_nothing(
    words: str, reworded: Callable[[str], Report]
) -> None:
    report = reworded(words)
    finding = report.findings[0]._replace(severity=Severity.NOTE)
    text = REPORTS["markdown"](report._replace(findings=(finding,)), Look())
    for active in ("<script", "](", "`", "@desk", "\x1b", "\u202e", "</failure", ":bomb", "#1 "):
        assert active not in text


def test_a_job_summary_stays_under_a_mebibyte(loud: Report) -> None:
    finding = loud.findings[0]._replace(message="far too long " * 400)
    many = loud._replace(findings=tuple(finding._replace(id=f"{n:08x}") for n in range(600)))
    text = REPORTS["markdown"](many, Look())
    assert len(text.encode()) < 2**20
    assert "findings more in the full report" in text


def test_columns_are_right_in_the_unit_of_each_format(loud: Report) -> None:
    first, second = loud.articles
    line = "“Fire” \U0001f525 中文 cafe\u0301: Officials counted 675 burned boats"
    text = f"Harbour\n{line}\n"
    start = text.index("675")
    exact = loud.claims[0]
    moved = exact._replace(mention=exact.mention._replace(span=Span(start, start + 3)))
    article = Article.from_text(text, id=first.id)._replace(path="fire.txt")
    report = loud._replace(articles=(article, second), claims=(moved, *loud.claims[1:]))
    at = line.index("675")
    region = json.loads(REPORTS["sarif"](report, Look()))["runs"][0]["results"][0]["locations"][0][
        "physicalLocation"
    ]["region"]
    between = json.loads(REPORTS["rdjson"](report, Look()))["diagnostics"][0]["location"]["range"]
    in_bytes = line.encode()[between["start"]["column"] - 1 : between["end"]["column"] - 1]
    in_units = len(line[:at].encode("utf-16-le")) // 2 + 1
    assert {"startLine": 2, "startColumn": at + 1, "endLine": 2, "endColumn": at + 4} == region
    assert in_bytes == b"675"
    assert f'line="2" column="{in_units}"' in REPORTS["checkstyle"](report, Look())


def test_a_finding_of_a_check_opens_in_the_new_article(loud: Report) -> None:
    assert [one.spot.path for one in told(loud)] == ["wire/first.txt"]
    assert [one.spot.path for one in told(loud._replace(focus=("b2",)))] == ["wire/second.txt"]


def test_sarif_links_the_other_side_from_its_message(loud: Report) -> None:
    result = json.loads(REPORTS["sarif"](loud, Look()))["runs"][0]["results"][0]
    assert result["level"] == "error"
    assert "[nearly 700](1) in wire/second.txt:1:41" in result["message"]["text"]
    assert [place["id"] for place in result["relatedLocations"]] == [1]
    assert result["partialFingerprints"] == {"claimcheckFinding/v1": next(told(loud)).fingerprint}


def test_github_shows_ten_errors_and_counts_the_rest(loud: Report) -> None:
    finding = loud.findings[0]
    many = tuple(finding._replace(id=f"{n:08x}") for n in range(14))
    lines = REPORTS["github"](loud._replace(findings=many, skipped=()), Look()).splitlines()
    assert len(lines) == 11
    assert lines[-1] == "::notice title=claimcheck::4 more in the report"


def test_junit_fails_what_fails_the_gate(loud: Report) -> None:
    warning = loud._replace(findings=(loud.findings[0]._replace(severity=Severity.WARNING),))
    failing = Look(failing=frozenset((Severity.ERROR, Severity.WARNING)))
    assert 'failures="1" errors="1">' in REPORTS["junit"](warning, failing)
    assert 'failures="0" errors="1">' in REPORTS["junit"](warning, Look())


def test_agreements_bother_no_reviewer(loud: Report) -> None:
    agreed = loud.findings[0]._replace(verdict=Verdict.AGREEMENT, severity=Severity.NOTE)
    assert json.loads(REPORTS["gitlab"](loud._replace(findings=(agreed,)), Look())) == []


@pytest.mark.parametrize("form", _MACHINES)
def test_an_earlier_result_may_be_replaced(form: str, loud: Report) -> None:
    for report in (loud, loud._replace(findings=(), skipped=())):
        text = REPORTS[form](report, Look())
        assert ours(text[:8192], text[-8192:])


def test_an_absolute_path_is_a_file_uri() -> None:
    assert uri("C:\\desk\\a b.txt") == "file:///C:/desk/a%20b.txt"
    assert uri("/desk/ä.txt") == "file:///desk/%C3%A4.txt"


def test_fingerprints_outlive_edits_elsewhere_and_are_never_alike(loud: Report) -> None:
    claims = tuple(claim._replace(key=f"key {n}") for n, claim in enumerate(loud.claims))
    moved = tuple(claim._replace(id=f"x{claim.id}") for claim in claims)
    finding = loud.findings[0]
    other = finding._replace(claims=tuple(f"x{key}" for key in finding.claims), id="00000000")
    before = [one.fingerprint for one in told(loud._replace(claims=claims))]
    after = [one.fingerprint for one in told(loud._replace(claims=moved, findings=(other,)))]
    twice = loud._replace(claims=claims, findings=(finding, finding._replace(id="11111111")))
    assert before == after
    assert len({one.fingerprint for one in told(twice)}) == 2
