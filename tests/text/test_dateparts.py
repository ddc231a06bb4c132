"""Month, day and weekday of a date hold whatever the year."""

from __future__ import annotations

import pytest

from claimcheck.model.mention import Timex, TimexMod
from claimcheck.text.dateparts import DateParts, clash, clock, dateparts, in_year


def _date(value: str, mod: TimexMod = TimexMod.ON) -> Timex:
    return Timex(type="DATE", value=value, underspecified=value, mod=mod)


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("XXXX-06-20", DateParts(6, 20)),
        ("XXXX-11", DateParts(11)),
        ("XXXX-WXX-5", DateParts(weekday=5)),
        ("2024-06-03", DateParts(6, 3, 1)),
        ("2024", DateParts()),
        ("2024-02-31", DateParts(2, 31)),
        ("PAST_REF", DateParts()),
    ],
)
def test_a_date_states_its_parts(value: str, parts: DateParts) -> None:
    assert dateparts(_date(value)) == parts


@pytest.mark.parametrize(
    ("left", "right", "part"),
    [
        ("XXXX-06-20", "XXXX-06-30", "day"),
        ("XXXX-06-20", "2024-07-20", "month"),
        ("XXXX-WXX-5", "2024-06-03", "weekday"),
        ("XXXX-06-20", "XXXX-06", ""),
        ("2023-06-20", "2024-06-20", "weekday"),
    ],
)
def test_parts_that_differ_clash(left: str, right: str, part: str) -> None:
    assert clash(_date(left), _date(right)) == part
    assert clash(_date(right), _date(left)) == part


def test_a_date_with_one_end_clashes_with_no_day() -> None:
    assert clash(_date("XXXX-07-20", TimexMod.AFTER), _date("1997-07-22")) == ""


def test_a_date_without_a_year_is_placed_in_one() -> None:
    assert in_year(_date("XXXX-02-29"), 2000).value == "2000-02-29"
    assert in_year(_date("2024-02-29"), 2000).value == "2024-02-29"


def test_a_time_of_day_is_minutes_after_midnight() -> None:
    assert clock(_date("2024-06-03T07:37Z")) == 457
    assert clock(_date("2024-06-03TMO")) is None
