from __future__ import annotations

from claimcheck.model.report import Report
from claimcheck.output.concise import concise
from claimcheck.output.look import Look


def test_a_finding_is_one_line_that_editors_can_follow(report: Report) -> None:
    assert concise(report, Look()) == (
        "wire/first.txt:3:19: CC201 approximation: boats burned in the harbour: "
        '675 lies in [630, 700), what "nearly 700" allows (also wire/second.txt:1:41)\n'
    )


def test_no_finding_is_no_line(report: Report) -> None:
    assert concise(report._replace(findings=()), Look()) == ""


def test_a_line_names_a_dozen_places_and_counts_the_rest(report: Report) -> None:
    finding = report.findings[0]
    many = finding._replace(claims=finding.claims * 20)
    line = concise(report._replace(findings=(many,)), Look())
    assert line.count("wire/") == 12
    assert line.endswith(", 28 more)\n")
