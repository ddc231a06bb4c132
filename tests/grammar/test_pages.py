from __future__ import annotations

import statistics
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.grammar import reading_dates as reading

from claimcheck.grammar.anchor import solve
from claimcheck.model.article import Anchor, Article

PARAGRAPHS = {
    "BODY": "Harbour crews cleared the last of the wreck after a long night of work in heavy rain, "
    "the port office said, and ferries left before noon with lorries that had queued for days.",
    "LONG": "The office of the harbour master confirmed that the talks had ended, and that neither "
    "side had asked for another meeting, although both said that their doors were open to all.",
    "TALK": "I was there and saw it all from the wall, and I can only say that the crews did well.",
    "TAIL": "Share this article\nRelated\nNets and debts\nApril 9, 2024\nSalt prices\n"
    "April 8, 2024\nA tide turns\nApril 7, 2024\nCopyright 2024 The Harbour Post",
}
Page = Mapping[str, object]


def pages() -> list[Page]:
    found: list[Page] = yaml.safe_load(
        Path(__file__).with_name("pages.yaml").read_text(encoding="utf-8")
    )
    return found


@cache
def solved(text: str) -> Anchor:
    for name, paragraph in PARAGRAPHS.items():
        text = text.replace(name, paragraph)
    return solve(Article("page", text), reading.recognised(text))


def _day(page: Page) -> date:
    day = page["published"]
    assert isinstance(day, date)
    return day


EXACT = [page for page in pages() if page.get("exact", True)]
BOUNDED = [page for page in pages() if not page.get("exact", True)]


@pytest.mark.parametrize("page", EXACT, ids=lambda page: str(page["name"]))
def test_a_page_that_says_its_day_is_solved_to_the_day(page: Page) -> None:
    anchor = solved(str(page["text"]))
    assert (anchor.best, anchor.earliest, anchor.latest) == (_day(page),) * 3


@pytest.mark.parametrize("page", BOUNDED, ids=lambda page: str(page["name"]))
def test_a_page_that_does_not_is_never_dated_wrong(page: Page) -> None:
    anchor = solved(str(page["text"]))
    assert anchor.earliest is None or anchor.earliest <= _day(page)
    assert anchor.latest is None or _day(page) <= anchor.latest


def test_most_intervals_are_one_day_wide() -> None:
    widths = [
        (anchor.latest - anchor.earliest).days if anchor.earliest and anchor.latest else 9999
        for anchor in (solved(str(page["text"])) for page in pages())
    ]
    assert statistics.median(widths) == 0
    assert sum(1 for width in widths if width <= 31) >= len(EXACT)
