"""Which date of its sentence says when a figure holds."""

from __future__ import annotations

import pytest
from tests.claims.slots import claim

from claimcheck.model.mention import TimexRole

DATED = (
    ("As of Monday, 310 patients had died.", "310", "Monday", TimexRole.AS_OF),
    ("By Wednesday, 310 patients had died.", "310", "Wednesday", TimexRole.AS_OF),
    ("Since March, 4,000 people have fled the town.", "4,000", "March", TimexRole.SINCE),
    ("Police arrested 27 people on Tuesday.", "27", "Tuesday", TimexRole.EVENT),
    (
        "As of 4 May, 900 homes had been rebuilt since the flood of 2021.",
        "900",
        "4 May",
        TimexRole.AS_OF,
    ),
    ("In 2019 it built 30 schools and in 2021 it built 12.", "12", "2021", TimexRole.EVENT),
)


@pytest.mark.parametrize(("sentence", "figure", "words", "role"), DATED)
def test_a_figure_holds_at_the_date_that_governs_it(
    sentence: str, figure: str, words: str, role: TimexRole
) -> None:
    found = claim(sentence, figure)
    assert words in found.time_words
    assert found.time_role is role


UNDATED = (
    ("Lawyers said on Wednesday they would appeal against his nine-year sentence.", "nine-year"),
    ("The ministry told reporters in the capital on Monday that 40 homes burned.", "40"),
    ("Turnout was 71.3 percent, the highest since 1998.", "71.3 percent"),
    ("Profit was 184 million euros, compared with 164 million euros in 2022.", "184 million euros"),
    (
        "Sales were 231 million euros, up from 210 million euros a year earlier.",
        "231 million euros",
    ),
)


@pytest.mark.parametrize(("sentence", "figure"), UNDATED)
def test_a_day_of_saying_of_a_record_or_of_a_comparison_dates_no_figure(
    sentence: str, figure: str
) -> None:
    assert claim(sentence, figure).time is None


def test_the_day_of_a_comparison_dates_its_base() -> None:
    sentence = "Profit was 184 million euros, compared with 164 million euros in 2022."
    assert claim(sentence, "164 million euros").time_words == "2022"


def test_a_figure_without_a_date_has_no_time() -> None:
    found = claim("The fire burned 40 homes.", "40")
    assert found.time is None
    assert found.time_role is TimexRole.UNKNOWN


def test_a_duration_does_not_date_a_figure() -> None:
    assert claim("Over two years 40 homes burned in the valley.", "40").time is None
