"""Thousands of figures in one sentence cost the checks no more than a moment."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from claimcheck.model.article import Article, RegionKind, Span
from claimcheck.model.claim import Claim, Measurand
from claimcheck.model.mention import Grain, Mention, Quantity, Timex, TimexMod, UnitKind
from claimcheck.model.report import Extraction
from claimcheck.rules.checks import checks
from claimcheck.rules.ruleset import Ruleset

MANY = 6000
GENEROUS = 20.0  # seconds; the work takes about one


def _quantity(unit: str) -> Quantity:
    kinds = {"percent": UnitKind.RATIO, "USD": UnitKind.CURRENCY}
    kind = kinds.get(unit, UnitKind.COUNTED)
    return Quantity(Decimal(3), Decimal(3), Decimal(1), unit, kind)


def _timex() -> Timex:
    day = date(2024, 3, 1)
    return Timex("DATE", "2024-03-01", "", day, day, Grain.DAY, TimexMod.UNTIL)


def _page(shape: str, region: RegionKind) -> Extraction:
    """Write one sentence without end; `#` is a count, `$` money, `%` a share, `@` a date."""
    units = {"#": "house", "$": "USD", "%": "percent"}
    text, claims = "", []
    for index in range(MANY):
        for letter in shape:
            if letter not in "#$%@":
                text += letter
                continue
            span = Span(len(text), len(text) + 1)
            value = (None, _timex()) if letter == "@" else (_quantity(units[letter]), None)
            mention = Mention("a", 0, span, "3", "count", *value)
            measurand = Measurand("house", frame="burn")
            claims.append(Claim(f"{index}{letter}", "a", 0, mention, measurand, region))
            text += "3"
    return Extraction(Article("a", text), ((0, len(text)),), (), tuple(claims))


@pytest.mark.parametrize(
    "shape",
    ["#, ", "#: ", "# of ", "x: #, ", "# including $, ", "# of # (%) ", "from @ to @ ", "@ (@) "],
)
def test_a_sentence_without_end_is_checked_in_a_moment(ruleset: Ruleset, shape: str) -> None:
    page = _page(shape, RegionKind.BODY)
    before = time.process_time()
    checks(page, ruleset)
    assert time.process_time() - before < GENEROUS


def test_a_headline_without_end_is_checked_in_a_moment(ruleset: Ruleset) -> None:
    above, below = _page("#, ", RegionKind.HEADLINE), _page("#, ", RegionKind.BODY)
    claims = (*above.claims, *(c._replace(id="b" + c.id, sentence=1) for c in below.claims))
    page = above._replace(claims=claims)
    before = time.process_time()
    checks(page, ruleset)
    assert time.process_time() - before < GENEROUS
