"""Nothing an article, a path or a rule says may act on a terminal, a log or a spreadsheet."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest

from claimcheck.model.report import Extraction, Report
from claimcheck.output.formats import EXTRACTS, REPORTS
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line, safe, safe_path, to_ascii
from claimcheck.output.sheet import cell

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
HOSTILE = {
    "colour": "\x1b[31m red \x1b[0m",
    "clipboard": "\x1b]52;c;ZXZpbA==\x07",
    "title": "\x9d0;owned\x9c",
    "bidi": "25\u202e000\u2066",
    "zero width": "2\u200b5,000\ufeff",
    "carriage": "fine\rnot fine",
    "null": "a\x00b",
    "markup": "[/b] [link=http://x]y[/link]",
    "order": "\n::error file=x,line=1::pwned",
    "indented order": "fine\n  ::warning::pwned ##[error]pwned",
    "surrogate": "file\udcff",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", REPORTS)
def test_no_format_lets_a_character_act(
    reworded: Callable[[str], Report], form: str, words: str
) -> None:
    for look in (Look(), Look(ascii=True), Look(width=40, everything=True, verbose=True)):
        text = REPORTS[form](reworded(words), look)
        shown = text.encode("utf-8", "backslashreplace").decode()
        if form == "csv":
            shown = shown.replace("\r\n", "\n")  # the line end of its own rows
        assert ACTING.search(shown) is None
        orders = [line for line in shown.splitlines() if re.match(r"\s*(::[a-z]|##\[)", line)]
        assert len(orders) == (form == "github")  # one of its own, for the input not read


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_gives_back_the_words_unchanged(reworded: Callable[[str], Report], form: str) -> None:
    words = "".join(HOSTILE.values())
    text = REPORTS[form](reworded(words), Look()).encode("utf-8", "backslashreplace").decode()
    found = json.loads(text) if form == "json" else json.loads(text.splitlines()[-1])["item"]
    skipped = found["skipped"][0] if form == "json" else found
    assert skipped["reason"] == words


def test_markup_is_plain_text(reworded: Callable[[str], Report]) -> None:
    assert "[/b] [link=http://x]y[/link]" in REPORTS["terminal"](
        reworded("[/b] [link=http://x]y[/link]"), Look()
    )


@pytest.mark.parametrize("start", list("=+-@\t\r＝"))
def test_no_text_cell_begins_as_a_formula(start: str) -> None:
    assert cell(f"{start}cmd()")[0] not in "=+-@\t\r＝"


def test_a_sheet_of_hostile_words_has_one_row_a_claim(
    reworded: Callable[[str], Report],
) -> None:
    report = reworded('=HYPERLINK("http://x")\n::error::x\x1b')
    extractions = [
        Extraction(article, (), (), tuple(c for c in report.claims if c.article_id == article.id))
        for article in report.articles
    ]
    text = EXTRACTS["claims"]["csv"](extractions, "0")
    assert len(text.splitlines()) == 4
    assert ACTING.search(text.replace("\r\n", "")) is None


def test_escapes_are_visible() -> None:
    assert safe("a\x1b\x9b\u202e\U000e0041") == r"a\x1b\x9b\u202e\U000e0041"


def test_ordinary_text_is_left_alone() -> None:
    text = "“€5m” – 1.7 million; naïve, 東京, e\u0301, 12:30::15 and a::b"
    assert safe(text) == text


def test_a_path_is_no_option_and_no_order() -> None:
    assert [safe_path(path) for path in ("-rf.txt", "::error::x", "a.txt", "/a.txt")] == [
        "./-rf.txt",
        "./::error::x",
        "a.txt",
        "/a.txt",
    ]
    assert one_line(" a\n b ") == "a b"
    assert to_ascii("“a” – …") == '"a" - ...'
