from __future__ import annotations

from collections.abc import Callable

import pytest

from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.output.cells import cells
from claimcheck.output.look import Look
from claimcheck.output.terminal import terminal

EXPECTED = """\
A wire/first.txt  2024-08-06  byline (line 1 "Harbour fire": stands above the
    first line)
B wire/second.txt  undated; between 6 Aug and 18 Sep 2024

≈ APPROXIMATION  CC201 rounded                                       id 41d0b2f6
  boats burned in the harbour                              2 articles, 2 origins
  A  675         exact, as of 4 Aug 2024           wire/first.txt:3:19
  B  nearly 700  just below 700, says a spokesman  wire/second.txt:1:41

  A 3 | Officials counted 675 burned boats in the harbour as of August 4.
      |                   ^^^
  B 1 | … in the old harbour took nearly 700 boats, a spokesman said, and 12 …
      |                                  ^^^
  why  675 lies in [630, 700), what "nearly 700" allows
  note one says burned, the other took

Checks inside articles: 1 fine (--all lists them)

Not compared (one source only): 12 sheds beside the quay (B 1:74)

0 conflicts · 1 approximation · 1 skipped.
Nothing here says which source is right.
"""


def test_a_report_has_the_look_that_readers_know(report: Report) -> None:
    assert terminal(report, Look()).splitlines() == EXPECTED.splitlines()


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_but_one_with_a_long_path_is_wider_than_asked(report: Report, width: int) -> None:
    for everything in (False, True):
        text = terminal(report, Look(width=width, everything=everything))
        assert [line for line in text.splitlines() if cells(line) > width] == []


def test_places_stay_unbroken_at_forty_columns(report: Report) -> None:
    text = terminal(report, Look(width=40))
    assert "wire/first.txt:3:19" in text
    assert "wire/second.txt:1:41" in text


def test_a_number_at_the_end_of_a_long_line_is_in_the_window(report: Report) -> None:
    first, second = report.articles
    text = "x " * 3000 + second.text
    moved = second._replace(text=text)
    claim = report.claims[1]
    span = type(claim.mention.span)(*(each + 6000 for each in claim.mention.span))
    shifted = claim._replace(mention=claim.mention._replace(span=span))
    changed = report._replace(
        articles=(first, moved), claims=(report.claims[0], shifted, report.claims[2])
    )
    shown = terminal(changed, Look())
    assert "… " in shown
    assert "nearly 700 boats" in shown


def test_carets_stand_under_the_number_behind_wide_and_combining_characters(
    reworded: Callable[[str], Report],
) -> None:
    shown = terminal(reworded("東京 cafe\u0301 "), Look()).splitlines()
    line = next(index for index, text in enumerate(shown) if "counted 675" in text)
    above, carets = shown[line], shown[line + 1]
    before = above[: above.index("675")]
    assert cells(before) == carets.index("^")
    assert carets.strip(" |") == "^^^"


def test_a_guessed_encoding_is_said(report: Report) -> None:
    first, second = report.articles
    guessed = report._replace(articles=(first, second._replace(encoding="cp1252")))
    assert "; read as cp1252" in " ".join(terminal(guessed, Look()).split())


def test_colour_never_carries_the_verdict_alone(report: Report) -> None:
    plain = terminal(report, Look())
    coloured = terminal(report, Look(colour=True))
    assert "\x1b[" not in plain
    assert "\x1b[1;36m≈ APPROXIMATION\x1b[0m" in coloured


def test_ascii_needs_nothing_else(report: Report) -> None:
    shown = terminal(report, Look(ascii=True))
    assert shown.isascii()
    assert "~ APPROXIMATION" in shown


def test_the_worst_comes_first(report: Report) -> None:
    finding = report.findings[0]
    others = tuple(
        finding._replace(id=f"{number}" * 8, verdict=verdict, severity=Severity.NOTE)
        for number, verdict in enumerate(Verdict)
    )
    shown = terminal(report._replace(findings=others), Look())
    at = [shown.index(f" {verdict.upper()}  CC201") for verdict in _FROM_WORST]
    assert at == sorted(at)


_FROM_WORST = [
    Verdict.CONFLICT,
    Verdict.CHECK,
    Verdict.UNRESOLVED,
    Verdict.APPROXIMATION,
    Verdict.COMPATIBLE,
    Verdict.AGREEMENT,
]


def test_a_report_without_findings_says_so(report: Report) -> None:
    shown = terminal(report._replace(findings=()), Look())
    assert "No two claims were found to answer the same question." in shown
    assert "0 conflicts" in shown


def test_all_lists_what_was_not_compared_with_its_place(report: Report) -> None:
    shown = terminal(report, Look(everything=True))
    assert "B  12 sheds beside the quay  wire/second.txt:1:74" in shown
    assert "CC501 listed-items" in shown


def test_a_listing_is_cut_and_says_how_to_see_the_rest(report: Report) -> None:
    many = report._replace(not_compared=report.not_compared * 30)
    shown = terminal(many, Look())
    assert shown.count("12 sheds") == 4
    assert "… and 26 more: --all" in " ".join(shown.split())


def test_verbose_shows_every_condition(report: Report) -> None:
    assert "held values: 675 lies in" in terminal(report, Look(verbose=True))
