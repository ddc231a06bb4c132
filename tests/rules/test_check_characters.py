"""Characters that nobody sees, in files and in texts given as such."""

from __future__ import annotations

import io

import pytest

from claimcheck.model.finding import CheckResult
from claimcheck.pipeline import compare, extract
from claimcheck.readers.read import read_paths
from claimcheck.rules.load import load_lexicon, load_rules

RULESET = load_rules()


def results(text: str, name: str) -> list[CheckResult]:
    (article,) = read_paths(["-"], stdin=io.BytesIO(text.encode()), stdin_filename=name).articles
    report = compare([extract(article, load_lexicon())], RULESET)
    return [check.result for check in report.checks if check.rule == "CC515"]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize(
    "figure",
    ["2\u200b5,000", "25\u2060,000", "25,\u00ad000", "2\u200b5,\u200b000", "2\u202e5,000"],
)
def test_a_figure_parted_by_what_nobody_sees_is_a_finding(name: str, figure: str) -> None:
    assert results(f"The port moved {figure} crates in May.", name) == [CheckResult.FINDING]


@pytest.mark.parametrize(
    "text",
    [
        "The port moved \u200b25,000 crates.",
        "The bridge opened on 4 No\u00advember 2024.",
        "The bridge opened on \u200e4 November 2024.",
    ],
)
def test_one_before_a_figure_or_inside_a_word_of_a_date_is_a_note(text: str) -> None:
    assert results(text, "a.txt") == [CheckResult.NOTE]


@pytest.mark.parametrize(
    "text",
    [
        "The port\u200b moved 25,000 crates in May.",
        "The port moved 25,000\u200b crates.",
        "The port moved 25,000 crates in all of May.\u200b",
    ],
)
def test_one_elsewhere_says_nothing(text: str) -> None:
    assert results(text, "a.txt") == []
