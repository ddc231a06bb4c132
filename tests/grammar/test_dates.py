from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.grammar import reading_dates as reading

from claimcheck.grammar.calendar import Period, easter, floor, last_day, name
from claimcheck.grammar.resolve import resolve, resolve_all
from claimcheck.model.article import Anchor
from claimcheck.model.mention import Grain, Timex, TimexMod, TimexRole
from claimcheck.rules.load import load_lexicon

WEDNESDAY = date(2024, 9, 4)
settings.register_profile("slow machine", deadline=None)
settings.load_profile("slow machine")
MONTHS = [month.capitalize() for month in load_lexicon()["calendar"]["months"]]
SPELLINGS = (
    "{day} {month} {year}",
    "{month} {day}, {year}",
    "{day}th of {month}, {year}",
    "{month} {day}th {year}",
    "{year}-{number:02}-{day:02}",
    "{number}/{day}/{year}",
)
days = st.dates(min_value=date(1501, 1, 1), max_value=date(2049, 12, 31))
any_day = st.dates(min_value=date(1001, 1, 1), max_value=date(2198, 12, 31))
anchors = st.builds(
    lambda one, other, best: Anchor(best, min(one, other), max(one, other)),
    any_day,
    any_day,
    st.none() | any_day,
) | st.just(Anchor())
phrases = st.sampled_from(
    (
        "It was shut on August 4 and last month, a year earlier, the day after.",
        "They met Tuesday afternoon, next week, on the 29th, in the third quarter of last year.",
        "Prices rose in the first week of next month, three weeks after January 15, since then.",
        "It opened on February 29, at Christmas, over the weekend and in the summer; now, tonight.",
        "By the end of the decade, two months and 3 days ago, this Friday, the previous century.",
    )
)


def _only(text: str, anchor: Anchor | None = None) -> Timex:
    found = reading.resolved(text, anchor or reading.on(WEDNESDAY))
    assert len(found) == 1, found
    return found[0][1]


@given(days, st.sampled_from(SPELLINGS))
def test_any_date_we_spell_we_can_read(day: date, shape: str) -> None:
    spelled = shape.format(
        day=day.day, month=MONTHS[day.month - 1], number=day.month, year=day.year
    )
    found = _only(f"The bridge opened on {spelled} to traffic.")
    assert day.isoformat() in {found.value, *found.also}


@given(st.text(alphabet=st.sampled_from("0123456789 /-.,:thsndMayJunODec'’apm\n"), max_size=80))
def test_offsets_slice_back_and_nothing_crashes(text: str) -> None:
    for found in reading.recognised(text):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert text[found.span.start : found.span.end].strip()


@given(phrases, anchors)
def test_resolving_never_raises_over_any_anchor(text: str, anchor: Anchor) -> None:
    for found in resolve_all(reading.recognised(text), anchor):
        assert found.timex is not None
        first, last = found.timex.first, found.timex.last
        assert (first is None) == (last is None)
        assert first is None or last is None or first <= last


@given(phrases, anchors, anchors)
def test_resolving_again_with_a_better_anchor_is_resolving_once(
    text: str, first: Anchor, second: Anchor
) -> None:
    readings = reading.recognised(text + " It was due on 4/8/2024.")
    again = resolve_all(resolve_all(readings, first), second)
    assert again == resolve_all(readings, second)


@given(st.dates(min_value=date(1200, 1, 1), max_value=date(1790, 12, 31)), phrases)
def test_four_centuries_shift_the_answer_by_four_centuries(day: date, text: str) -> None:
    later = day.replace(year=day.year + 400)
    before = [timex for _, timex in reading.resolved(text, reading.on(day))]
    after = [timex for _, timex in reading.resolved(text, reading.on(later))]
    assert [_shifted(one.first) for one in before] == [one.first for one in after]


def _shifted(day: date | None) -> date | None:
    return None if day is None else day.replace(year=day.year + 400)


@pytest.mark.parametrize(
    ("words", "mod", "role"),
    [
        ("as of [August 4]", TimexMod.AS_OF, TimexRole.AS_OF),
        ("since [August 2020]", TimexMod.SINCE, TimexRole.SINCE),
        ("open until [June 30, 2025]", TimexMod.UNTIL, TimexRole.DEADLINE),
        ("open till [June 30, 2025]", TimexMod.UNTIL, TimexRole.DEADLINE),
        ("pay by [June 30, 2025]", TimexMod.BY, TimexRole.DEADLINE),
        ("shut before [June 30, 2023]", TimexMod.BEFORE, TimexRole.EVENT),
        ("shut after [June 30, 2023]", TimexMod.AFTER, TimexRole.EVENT),
        ("shut on [June 30, 2023]", TimexMod.ON, TimexRole.EVENT),
        ("shut during [June 2023]", TimexMod.DURING, TimexRole.EVENT),
        ("the talks began on [June 30, 2023]", TimexMod.ON, TimexRole.START),
        ("the talks ended on [June 30, 2023]", TimexMod.ON, TimexRole.END),
        ("before the [May 31] deadline", TimexMod.BEFORE, TimexRole.DEADLINE),
        ("it will shut on [June 30, 2025]", TimexMod.ON, TimexRole.FUTURE_EVENT),
        ("it lasted [two years]", TimexMod.NONE, TimexRole.DURATION),
    ],
)
def test_the_word_before_a_date_is_its_relation_and_gives_its_role(
    words: str, mod: TimexMod, role: TimexRole
) -> None:
    found = _only("In short, " + words.replace("[", "").replace("]", ""))
    assert (mod, role) == (found.mod, found.role)


def test_the_relation_word_is_outside_the_extent_and_has_its_own_span() -> None:
    text = "In all, 430 had left as of August 4."
    ((words, timex),) = reading.resolved(text, reading.on(WEDNESDAY))
    assert words == "August 4"
    assert timex.relation is not None
    assert text[timex.relation.start : timex.relation.end] == "as of"


def test_both_ends_of_a_range_are_dates_of_their_own() -> None:
    text = "The fair in the old town runs from 24 to 28 September and did so between 2007 and 2010."
    found = [timex for _, timex in reading.resolved(text, reading.on(WEDNESDAY))]
    assert [one.value for one in found] == ["2024-09-24", "2024-09-28", "2007", "2010"]
    assert {one.mod for one in found} == {TimexMod.FROM_TO}


def test_a_day_without_a_year_keeps_the_other_year_that_fits() -> None:
    found = _only("The office closed on March 1 for good.")
    assert found.value == "2024-03-01"
    assert found.underspecified == "XXXX-03-01"
    assert "2025-03-01" in found.also


def test_a_day_that_the_calendar_lacks_is_noted() -> None:
    found = _only("The lease ended on 30 February 2023.")
    assert found.note == "no such day"
    assert found.first is None


def test_figures_that_fit_both_orders_are_month_first_and_keep_the_other() -> None:
    found = _only("The lease ended on 4/8/2024.")
    assert (found.value, found.also) == ("2024-04-08", ("2024-08-04",))
    assert found.note == "day and month open"


def test_a_weekday_beside_a_full_date_is_kept_for_the_check() -> None:
    found = _only("The lease ended on Monday, August 4, 2024.")
    assert found.value == "2024-08-04"
    assert found.weekday == 0


def test_without_an_anchor_the_open_form_stays() -> None:
    text = "The office closed on March 1, a day after it opened last month."
    found = [timex for _, timex in reading.resolved(text, Anchor())]
    assert found[0].value == "XXXX-03-01"
    assert found[0].first is None
    assert found[-1].underspecified == "month-1"
    assert found[-1].first is None


def test_a_wide_anchor_gives_one_value_where_all_its_days_agree() -> None:
    anchor = Anchor(date(2024, 8, 28), date(2024, 8, 5), date(2024, 9, 20))
    assert _only("It opened last year.", anchor).value == "2023"


def test_a_wide_anchor_gives_a_wide_date_with_the_values_that_fit() -> None:
    anchor = Anchor(date(2024, 8, 28), date(2024, 8, 5), date(2024, 9, 20))
    found = _only("It opened last month.", anchor)
    assert found.value == "2024-07"
    assert found.also == ("2024-08",)
    assert (found.first, found.last) == (date(2024, 7, 1), date(2024, 8, 31))


def test_a_wide_anchor_without_a_best_day_leaves_the_value_open() -> None:
    anchor = Anchor(None, date(2024, 8, 5), date(2024, 9, 20))
    found = _only("It opened last month.", anchor)
    assert found.value == "XXXX-XX"
    assert (found.first, found.last) == (date(2024, 7, 1), date(2024, 8, 31))


def test_dates_counted_from_a_date_find_the_one_spoken_of() -> None:
    text = (
        "The mine shut on 5 May 2011. The next day guards left, two weeks later the pumps stopped. "
        "That year the town shrank; in the previous year it had grown."
    )
    assert reading.values(text, reading.on(WEDNESDAY)) == [
        "2011-05-05",
        "2011-05-06",
        "2011-05-20",
        "2011",
        "2010",
    ]


def test_a_history_counts_open_days_from_the_year_it_tells_of() -> None:
    text = (
        "The war began in 1861. On 12 April the fort fell. In 1862 the river froze. By 1863 "
        "the town starved. On 4 July the siege ended. In 1864 peace was near."
    )
    found = reading.values(text, reading.on(WEDNESDAY))
    assert found == ["1861", "1861-04-12", "1862", "1863", "1863-07-04", "1864"]


def _event(text: str) -> str:
    timex = reading.resolved(text, reading.on(WEDNESDAY))[0][1]
    return "" if timex.event is None else text[timex.event.start : timex.event.end]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Two days after the quake, the road reopened.", "the quake"),
        ("She left a year before the war began.", "the war began"),
        ("In the weeks since the strike, prices fell.", "the strike"),
        ("The day before the vote, shops shut.", "the vote"),
        ("Hours after he was sworn in, he resigned.", "he was sworn in"),
        ("They fled after the fall of the port on August 15, 2021.", "the fall of the port"),
        ("Some 26,000 died before the campaign began in November 2023.", "the campaign began"),
        ("Since the invasion in 1974 the island is split.", "the invasion"),
        ("The road reopened on 4 August.", ""),
        ("The talks lasted two years.", ""),
    ],
)
def test_a_date_that_hangs_on_an_event_keeps_its_words(text: str, event: str) -> None:
    assert _event(text) == event


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on 13/4/2015 and shut on 4/8/2015.", "2015-08-04"),
        ("It opened on 4/13/2015 and shut on 4/8/2015.", "2015-04-08"),
        ("It opened on 13/4/2015, not 4/13/2015, and shut on 4/8/2015.", "2015-04-08"),
    ],
)
def test_a_date_in_one_order_settles_the_open_ones(text: str, value: str) -> None:
    assert reading.values(text, reading.on(WEDNESDAY))[-1] == value


def test_a_date_of_another_article_rests_on_no_anchor() -> None:
    (found,) = reading.recognised("Shops reopen on March 1, an aide said.")
    assert found.timex is not None
    foreign = found._replace(timex=found.timex._replace(role=TimexRole.FOREIGN))
    assert resolve(foreign, reading.on(WEDNESDAY)).value == "XXXX-03-01"


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, date(1961, 4, 2)), (2000, date(2000, 4, 23)), (2024, date(2024, 3, 31))],
)
def test_easter_is_computed(year: int, day: date) -> None:
    assert easter(year) == day


@given(
    any_day, st.sampled_from([grain for grain in Grain if grain not in {Grain.TIME, Grain.NONE}])
)
def test_a_period_has_a_name_and_an_end(day: date, grain: Grain) -> None:
    period = Period(grain, floor(grain, day))
    assert name(period)
    assert last_day(period) >= period.first


@pytest.mark.parametrize(
    "text",
    [
        "1/" * 50_000,
        "9" * 100_000,
        "1st " * 8_000,
        "two " * 8_000,
        "year " * 20_000,
        "may 1 " * 10_000,
        "the last of the " * 8_000,
        "12:30 " * 10_000,
        "'" * 100_000,
        "of the day-" * 10_000,
        "by then " * 10_000,
        "2024-" * 20_000,
    ],
)
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    began = time.perf_counter()
    readings = reading.recognised(text)
    resolve_all(readings, reading.on(WEDNESDAY))
    assert time.perf_counter() - began < 10
