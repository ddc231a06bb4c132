from __future__ import annotations

import time
from datetime import date

import pytest
from tests.grammar import reading_dates as reading

from claimcheck.grammar.anchor import assign_roles, narrow, solve
from claimcheck.grammar.resolve import resolve_all
from claimcheck.model.article import Anchor, AnchorHow, Article, Span
from claimcheck.model.mention import Timex, TimexRole

BODY = (
    "Harbour crews cleared the last of the wreck after a long night of work in heavy rain, the "
    "port office said, and ferries left before noon with lorries that had queued for days.\n"
)


def _solved(text: str, published: Anchor | None = None) -> tuple[Anchor, dict[str, TimexRole]]:
    article = Article("a", text, published=published or Anchor())
    readings = reading.recognised(text)
    anchor = solve(article, readings)
    roles = {
        text[one.span.start : one.span.end]: one.timex.role
        for one in resolve_all(assign_roles(article, readings, anchor), anchor)
        if one.timex is not None
    }
    return anchor, roles


def _day(text: str) -> date | None:
    anchor, _ = _solved(text)
    assert anchor.earliest == anchor.latest == anchor.best
    return anchor.best


def test_a_given_day_wins_over_the_page() -> None:
    given = Anchor(date(2020, 1, 2), date(2020, 1, 2), date(2020, 1, 2), AnchorHow.GIVEN)
    anchor, _ = _solved("Ferries sail again\nBy Our Staff\nMarch 3, 2021\n" + BODY, given)
    assert anchor is given


@pytest.mark.parametrize(
    "stamp",
    [
        "By Our Harbour Staff\nMarch 3, 2021",
        "By Our Harbour Staff | 3 March 2021",
        "Published: 3 March 2021",
        "Published on March 3, 2021 at 10:31 am",
        "Posted on March 3rd, 2021 by the desk",
        "Last updated on: March 3,2021 19:04",
        "March 3, 2021",
        "Wednesday, 03 March 2021",
        "2021-03-03T08:15:00Z",
        "Updated 3:09 AM Mar 3, 2021",
    ],
)
def test_a_stamp_under_the_headline_is_the_day(stamp: str) -> None:
    assert _day(f"Ferries sail again from the harbour\n{stamp}\n{BODY}") == date(2021, 3, 3)


def test_published_wins_over_updated() -> None:
    text = (
        f"Ferries sail again from the harbour\nPublished 3 March 2021\nUpdated 9 March 2021\n{BODY}"
    )
    assert _day(text) == date(2021, 3, 3)


def test_a_dateline_with_its_year_is_the_day() -> None:
    text = f"Ferries sail again from the harbour\nOLD TOWN, March 3, 2021 (Harbour Wire) - {BODY}"
    assert _day(text) == date(2021, 3, 3)


def test_a_date_above_the_headline_is_the_clock_of_the_page() -> None:
    text = (
        "menu\nFriday May 6, 2022\n\nFerries sail again from the harbour\n\nBy Our Harbour Staff\n"
        f"March 03, 2021\n{BODY}"
    )
    anchor, roles = _solved(text)
    assert anchor.best == date(2021, 3, 3)
    assert anchor.how is AnchorHow.BYLINE
    assert roles["March 03, 2021"] is TimexRole.PUBLICATION
    assert roles["Friday May 6, 2022"] is TimexRole.CRAWL


def test_the_clock_alone_is_only_the_latest_day() -> None:
    anchor, _ = _solved(f"Friday May 6, 2022\n\nFerries sail again from the harbour\n\n{BODY}")
    assert (anchor.earliest, anchor.latest) == (None, date(2022, 5, 6))


def test_a_footer_ends_the_article_and_what_follows_is_foreign() -> None:
    text = (
        f"OLD TOWN: {BODY}\nPublished in The Harbour Post, March 3rd, 2021\n\nOpinion\n\n"
        "A tide turns\nUpdated 9 Apr, 2022\n\nA tide turns\n\nFew saw it come.\nNets and debts\n"
        "9 Apr, 2022\n"
    )
    anchor, roles = _solved(text)
    assert anchor.best == date(2021, 3, 3)
    assert anchor.how is AnchorHow.FOOTER
    assert roles["March 3rd, 2021"] is TimexRole.PUBLICATION
    assert roles["9 Apr, 2022"] is TimexRole.FOREIGN


def test_dated_headlines_one_after_another_are_foreign() -> None:
    text = (
        f"Ferries sail again from the harbour\nMarch 3, 2021\n{BODY}{BODY}Nets and debts\n"
        "9 Apr 2022\nA tide turns\n8 Apr 2022\nSalt prices\n7 Apr 2022\n"
    )
    anchor, roles = _solved(text)
    assert anchor.best == date(2021, 3, 3)
    assert {roles[day] for day in ("9 Apr 2022", "8 Apr 2022")} == {TimexRole.FOREIGN}


def test_as_of_and_coming_days_bound_an_undated_article() -> None:
    text = (
        "As of October 2022 the port had 40 berths. As of May 4, 31 were in use, the office said. "
        "The envoy will arrive on June 12. The new pier will open on January 1, 2024."
    )
    anchor, _ = _solved(text)
    assert (anchor.earliest, anchor.latest) == (date(2023, 5, 4), date(2023, 6, 12))
    assert anchor.how is AnchorHow.INFERRED
    assert anchor.best is not None
    assert anchor.earliest is not None
    assert anchor.earliest <= anchor.best <= date(2023, 6, 12)


def test_a_past_day_is_the_earliest() -> None:
    anchor, _ = _solved("The pier burned on March 3, 2021, and was rebuilt in stone.")
    assert (anchor.earliest, anchor.latest) == (date(2021, 3, 3), None)


def test_a_page_without_dates_is_unknown() -> None:
    assert _solved(BODY)[0] == Anchor()


def test_the_evidence_lies_where_it_says() -> None:
    text = f"Ferries sail again from the harbour\nBy Our Harbour Staff\nMarch 3, 2021\n{BODY}"
    proof = _solved(text)[0].evidence[0]
    assert proof.span is not None
    assert text[proof.span.start : proof.span.end] == "March 3, 2021"
    assert "byline" in proof.reason


STATEMENT = (
    "“every berth that the storm has closed shall be open again before the herring come to the bay”"
)


def _sibling(name: str, text: str, anchor: Anchor | None = None) -> Article:
    return Article(name, text, path=name, published=anchor or Anchor())


def _dates(*articles: Article) -> dict[str, list[tuple[Span, Timex]]]:
    return {
        article.id: [
            (one.span, one.timex)
            for one in reading.recognised(article.text)
            if one.timex is not None
        ]
        for article in articles
    }


def test_articles_on_one_statement_narrow_each_other() -> None:
    day = date(2021, 3, 3)
    one = _sibling("one", f"The warden said {STATEMENT} on Monday.", reading.on(day))
    two = _sibling("two", f"The port has promised {STATEMENT} to the fleet.")
    found = narrow((one, two), _dates(one, two))
    assert found["one"] == one.published
    assert (found["two"].earliest, found["two"].latest) == (date(2021, 2, 24), date(2021, 3, 10))
    assert "one" in found["two"].evidence[-1].reason


def test_a_past_day_without_a_year_takes_it_from_dated_siblings() -> None:
    names = (
        "In Northport the Harbour Council met Warden Ullin of the Saltmarsh Fishers at Eastgate."
    )
    one = _sibling("one", names, reading.on(date(2021, 11, 20)))
    other = "At Eastgate, Warden Ullin of the Fishers and Saltmarsh Council in Northport, Harbour."
    two = _sibling("two", other + " It fined boats after the October 31 deadline.")
    found = narrow((two, one), _dates(one, two))["two"]
    assert (found.earliest, found.latest) == (date(2021, 10, 31), date(2022, 10, 30))


@pytest.mark.parametrize(
    "text",
    [
        "August 4, 2024\n" * 5_000,
        "published August 4, 2024 as of August 5. " * 2_500,
        ("x" * 140 + "\nUpdated 4 Aug 2024\n") * 1_500,
        "Opinion x\n" * 20_000,
        "It will open on August 4. As of May 2. By January 1, 2025 it will go. " * 1_000,
    ],
)
def test_a_hostile_page_is_solved_in_linear_time(text: str) -> None:
    began = time.perf_counter()
    _solved(text)
    assert time.perf_counter() - began < 10


def test_no_article_is_written_after_the_day_it_is_read() -> None:
    read_on = Anchor(latest=date(2021, 6, 1))
    anchor, _ = _solved("Harbour notes\nThe wreck sank in 2019 off the old pier.\n" + BODY, read_on)
    assert (anchor.earliest, anchor.latest) == (date(2019, 1, 1), date(2021, 6, 1))
    assert anchor.how is AnchorHow.INFERRED


def test_a_stamp_after_the_day_of_reading_is_no_stamp() -> None:
    text = f"Ferries sail again from the harbour\nPublished: 3 March 2021\n{BODY}"
    before, _ = _solved(text, Anchor(latest=date(2021, 3, 2)))
    assert before.latest == date(2021, 3, 2)
    assert not before.known
    on_the_day, _ = _solved(text, Anchor(latest=date(2021, 3, 3)))
    assert on_the_day.best == date(2021, 3, 3)


def _stated(first: date, last: date) -> Anchor:
    return Anchor(None, first, last, AnchorHow.METADATA)


def test_a_month_that_the_source_states_stays_an_interval() -> None:
    anchor, _ = _solved(BODY, _stated(date(2021, 3, 1), date(2021, 3, 31)))
    assert (anchor.best, anchor.earliest, anchor.latest) == (
        None,
        date(2021, 3, 1),
        date(2021, 3, 31),
    )
    assert anchor.how is AnchorHow.METADATA


def test_the_body_narrows_a_stated_year_and_never_widens_it() -> None:
    year = _stated(date(2021, 1, 1), date(2021, 12, 31))
    anchor, _ = _solved("Notes\nThe pier burned on March 3, 2021.\n" + BODY, year)
    assert (anchor.earliest, anchor.latest) == (date(2021, 3, 3), date(2021, 12, 31))
    apart, _ = _solved("Notes\nThe pier burned on March 3, 2023.\n" + BODY, year)
    assert apart == year


def test_a_stamp_inside_a_stated_month_is_the_day_and_one_outside_is_none() -> None:
    march = _stated(date(2021, 3, 1), date(2021, 3, 31))
    text = "Ferries sail again from the harbour\nPublished: {}\n" + BODY
    assert _solved(text.format("3 March 2021"), march)[0].best == date(2021, 3, 3)
    assert _solved(text.format("3 April 2021"), march)[0].best is None


def test_figures_in_both_orders_leave_both_days() -> None:
    anchor, _ = _solved(f"Ferries sail again from the harbour\nPublished: 4/3/2021\n{BODY}")
    assert (anchor.earliest, anchor.latest) == (date(2021, 3, 4), date(2021, 4, 3))
    assert anchor.best == date(2021, 4, 3)
