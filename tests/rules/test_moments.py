"""Days that dates name, and the moments claims speak of."""

from __future__ import annotations

from datetime import date

import pytest

from claimcheck.model.article import Anchor, AnchorHow
from claimcheck.model.mention import Grain, Timex, TimexMod, TimexRole
from claimcheck.rules.moments import (
    Days,
    TimeRelation,
    calendar_days,
    count_ends,
    moment,
    relate,
    wide,
)

PUBLISHED = Anchor(date(2024, 9, 10), date(2024, 9, 10), date(2024, 9, 10), how=AnchorHow.GIVEN)


def _timex(value: str, mod: TimexMod = TimexMod.NONE, grain: Grain = Grain.MONTH) -> Timex:
    return Timex("DATE", value, value, grain=grain, mod=mod)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2021", "2021"),
        ("2024-02", "2024-02"),
        ("2024-08-04", "2024-08-04"),
        ("2024-08-04T07:37", "2024-08-04"),
    ],
)
def test_a_calendar_value_names_its_days(value: str, shown: str) -> None:
    assert str(calendar_days(value)) == shown


@pytest.mark.parametrize("value", ["PAST_REF", "XXXX-08-04", "2023-02-30", "2024-13", "P2Y", ""])
def test_other_values_name_no_days(value: str) -> None:
    assert calendar_days(value) is None


@pytest.mark.parametrize(
    ("mod", "shown"),
    [
        (TimexMod.AS_OF, "2023-11"),
        (TimexMod.SINCE, "2023-11-01 to 2024-09-10"),
        (TimexMod.BEFORE, "until 2023-10-31"),
        (TimexMod.UNTIL, "until 2023-11-30"),
    ],
)
def test_the_relation_word_says_what_moment_a_claim_speaks_of(mod: TimexMod, shown: str) -> None:
    assert str(moment(_timex("2023-11", mod), TimexRole.UNKNOWN, PUBLISHED)) == shown


def test_a_count_since_a_date_is_read_off_on_the_day_of_publication() -> None:
    found = count_ends(_timex("2023-11", TimexMod.SINCE), TimexRole.SINCE, PUBLISHED)
    assert str(found) == "2024-09-10"


def test_a_relative_date_is_wide_when_publication_is_not_known_to_the_day() -> None:
    loose = Anchor(None, date(2024, 8, 5), date(2024, 9, 20), how=AnchorHow.INFERRED)
    today = Timex(
        "DATE", "2024-XX-XX", "day+0", date(2024, 8, 5), date(2024, 9, 20), Grain.DAY, anchored=True
    )
    month = _timex("2023-11")._replace(anchored=True)
    assert wide(today, loose)
    assert not wide(month, loose)


def test_moments_relate_by_their_days() -> None:
    july, half = calendar_days("2024-07"), Days(date(2024, 7, 15), date(2024, 8, 15))
    assert relate(july, july) is TimeRelation.SAME
    assert relate(july, half) is TimeRelation.OVERLAPPING
    assert relate(july, calendar_days("2024-08")) is TimeRelation.APART
    assert relate(july, None) is TimeRelation.UNKNOWN
