from __future__ import annotations

import pytest

from claimcheck.model.report import Report
from claimcheck.output.cells import cells
from claimcheck.output.explain import explain_claim, explain_finding, explain_mention
from claimcheck.output.look import Look


def test_a_claim_is_explained_from_its_letters_to_its_links(report: Report) -> None:
    text = explain_claim(report, report.claims[0], Look())
    assert text.splitlines() == [
        "675  wire/first.txt:3:19",
        "    3 | Officials counted 675 burned boats in the harbour as of August 4.",
        "      |                   ^^^",
        "",
        "  dimension   count, in the body of the page",
        "  read as     675",
        "  quantity    exact, last place 1, unit boat (counted)",
        "  derivation  outermost first",
        "    count                         675 burn",
        "      number                      675",
        "  head        boat",
        "  frame       burn",
        "  role        unknown",
        "  time        as of 4 Aug 2024",
        "  stance      asserted",
        "  context     boat, harbour",
        "  id          claim-a1-675",
        "",
        'link to "nearly 700" wire/second.txt:1:41',
        "    head           +7.00 ++++++++++++++++++        same: boat",
        "    frame          +2.40                   ++++++  near",
        "    sum            +9.40 bits, same",
        "    verdict approximation, rule CC201",
        "      held values: 675 lies in [630, 700)",
        "",
        "  in approximation CC201, id 41d0b2f6: boats burned in the harbour",
    ]


def test_a_claim_without_links_says_why(report: Report) -> None:
    assert "not compared: one source only" in explain_claim(report, report.claims[2], Look())


def test_a_finding_is_explained_with_its_conditions_and_both_claims(report: Report) -> None:
    text = explain_finding(report, report.findings[0], Look())
    assert "held values: 675 lies in [630, 700)" in text
    assert "wire/first.txt:3:19" in text
    assert "wire/second.txt:1:41" in text
    assert 'link of "675" wire/first.txt:3:19 and "nearly 700"' in text


def test_a_mention_without_a_claim_shows_its_reading(report: Report) -> None:
    text = explain_mention(report.articles[0], report.claims[0].mention, Look())
    assert text.endswith("no claim was built on it\n")


@pytest.mark.parametrize("width", [40, 80])
def test_explanations_fit_the_width(report: Report, width: int) -> None:
    look = Look(width=width, everything=True)
    texts = [explain_claim(report, claim, look) for claim in report.claims]
    texts.append(explain_finding(report, report.findings[0], look))
    assert [line for text in texts for line in text.splitlines() if cells(line) > width] == []
