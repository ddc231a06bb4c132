"""What a wording allows under the default policy."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.model.mention import Bound, Quantity
from claimcheck.rules.interval import Interval, figure, interval, policy_of, show
from claimcheck.rules.load import load_lexicon

POLICY = policy_of(load_lexicon())


def _quantity(low: str, ulp: str, bound: Bound = Bound.EXACT, high: str = "") -> Quantity:
    return Quantity(Decimal(low), Decimal(high or low), Decimal(ulp), bound=bound)


@pytest.mark.parametrize(
    ("low", "ulp", "bound", "shown"),
    [
        ("675190", "10", Bound.EXACT, "675,190"),
        ("50", "10", Bound.EXACT, "50"),
        ("5.9", "0.1", Bound.EXACT, "5.9"),
        ("1700000", "100000", Bound.EXACT, "[1,650,000, 1,750,000]"),
        ("1450000", "10000", Bound.EXACT, "[1,445,000, 1,455,000]"),
        ("200000", "100000", Bound.EXACT, "[180,000, 220,000]"),
        ("25000", "1000", Bound.ABOUT, "[23,750, 26,250]"),
        ("50", "10", Bound.ABOUT, "[40, 60]"),
        ("200000", "100000", Bound.ABOUT, "[160,000, 240,000]"),
        ("700000", "100000", Bound.NEARLY, "[630,000, 700,000)"),
        ("25000", "1000", Bound.NEARLY, "[24,000, 25,000)"),
        ("4000000", "1000000", Bound.ABOVE, "over 4,000,000"),
        ("5", "1", Bound.AT_LEAST, "from 5"),
        ("30", "10", Bound.BELOW, "under 30"),
        ("30", "10", Bound.AT_MOST, "up to 30"),
    ],
)
def test_a_wording_allows_these_values(low: str, ulp: str, bound: Bound, shown: str) -> None:
    assert show(interval(_quantity(low, ulp, bound), POLICY)) == shown


def test_a_plural_of_thousands_has_no_upper_end_but_dozens_has() -> None:
    thousands = interval(_quantity("2000", "1000", Bound.VAGUE, "9999"), POLICY)
    dozens = interval(_quantity("24", "1", Bound.VAGUE, "99"), POLICY)
    assert (show(thousands), show(dozens)) == ("from 2,000", "[24, 99]")


def test_open_ends_that_touch_do_not_meet() -> None:
    under = Interval(None, Decimal(5), high_closed=False)
    over = Interval(Decimal(5), None, low_closed=False)
    at_least = Interval(Decimal(5), None)
    at_most = Interval(None, Decimal(5))
    assert not under.meets(over)
    assert not under.meets(at_least)
    assert at_most.meets(at_least)


def test_a_huge_number_is_written_short() -> None:
    assert len(figure(Decimal("1e30"))) < 20
