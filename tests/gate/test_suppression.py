"""Suppressions: who may silence what, until when, and what is said of the rest."""

from __future__ import annotations

from datetime import date

import pytest
from tests.gate.desk import KNOWN, NEW, conflicts, report

from claimcheck.errors import GateError
from claimcheck.gate.comments import read_comments
from claimcheck.gate.suppression import Suppression, silenced, to_silence

REPORT = conflicts(report({"new.md": NEW}, {"known.txt": KNOWN}))
FINDING = REPORT.findings[0]
KEY = next(c.key for c in REPORT.claims if c.mention.text == "57")
DAY = date(2026, 6, 30)


def _one(**fields: str) -> Suppression:
    standard = Suppression(FINDING.rule, KEY, "settled", "", "x.yaml:1:3")
    return standard._replace(**fields)


def _left(one: Suppression, today: date | None = DAY) -> tuple[int, list[str]]:
    told = silenced(REPORT, [one], today)
    return len(told.open), [each.code for each in told.warnings]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (_one(), (0, [])),
        (_one(claim=KEY[:6]), (0, [])),
        (_one(rule=FINDING.name), (0, [])),
        (_one(path="new.md"), (0, [])),
        (_one(until="2026-06-30"), (0, [])),
        (_one(until="2026-06-29"), (1, ["E514"])),
        (_one(until="30 June"), (1, ["E514"])),
        (_one(until="2026-02-30"), (1, ["E514"])),
        (_one(rule="CC101"), (1, ["E515"])),
        (_one(path="known.txt"), (1, ["E515"])),
        (_one(claim="ffffffffffff"), (1, [])),
    ],
)
def test_a_suppression_silences_its_finding_until_its_day(
    one: Suppression, expected: tuple[int, list[str]]
) -> None:
    assert _left(one) == expected


def test_without_a_day_nothing_expires() -> None:
    assert _left(_one(until="2020-01-01"), today=None) == (0, [])


def test_a_comment_silences_a_claim_of_its_file() -> None:
    text = f'Rain.\n\n  <!-- claimcheck: ignore {FINDING.rule} claim={KEY} reason="why not" -->\n'
    found, wrong = read_comments("new.md", text)
    assert not wrong
    assert found == [
        Suppression(FINDING.rule, KEY, "why not", "", "new.md:3:3", "new.md"),
    ]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ignore", "not a suppression"),
        ("ignore CC301", "claim is missing"),
        ("ignore CC301 claim=123456789", "reason is missing"),
        ('ignore CC301 claim=123456789 reason=""', "reason is missing"),
        ("ignore CC301 claim=1234 reason=x", "shorter than 6"),
        ("ignore CC301 claim=123456789 raison=x", 'did you mean "reason"'),
        ("skip CC301 claim=123456789 reason=x", "not a suppression"),
        ("ignore CC301 CC302 claim=123456789 reason=x", "not a suppression"),
    ],
)
def test_a_malformed_comment_silences_nothing_and_is_told(said: str, told: str) -> None:
    found, wrong = read_comments("new.md", f"<!-- claimcheck: {said} -->")
    assert not found
    assert len(wrong) == 1
    assert isinstance(wrong[0], GateError)
    assert told in str(wrong[0])


def test_an_ordinary_comment_says_nothing() -> None:
    assert read_comments("new.md", "<!-- see claimcheck -->\n<!-- to do -->") == ([], [])


def test_what_silences_a_finding_can_be_copied_from_its_explanation() -> None:
    (comment,) = to_silence(FINDING, REPORT)
    found, _ = read_comments("new.md", comment.replace('""', '"why"'))
    assert _left(found[0]) == (0, [])
