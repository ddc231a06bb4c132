"""Regions: page furniture is told from the article, and what is unsure is body."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.article import Region
from claimcheck.model.lexicon import Furniture
from claimcheck.rules.load import load_lexicon
from claimcheck.text.regions import regions

LEAD = "The harbour bridge was closed to lorries after two bolts broke."
MORE = "Ferries carried the mail and the bread for the rest of the week."


@functools.cache
def furniture() -> Furniture:
    return load_lexicon()["furniture"]


def marked(text: str) -> list[tuple[str, str]]:
    """Give the kind and the words of each line."""
    found: list[tuple[str, str]] = []
    for region in regions(text, furniture()):
        piece = text[region.span.start : region.span.end]
        found += [(region.kind.value, line.strip()) for line in piece.split("\n") if line.strip()]
    return found


def page(*lines: str) -> str:
    return "\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "Two bolts broke.",
        "Two bolts broke on the harbour bridge",
        page("Dead: 14", "Injured: 50"),
        page(LEAD, MORE),
        page("- 14 dead", "- 50 injured", LEAD),
        "",
    ],
)
def test_plain_sentences_and_fragments_are_body(text: str) -> None:
    assert {kind for kind, _ in marked(text)} <= {"body"}


def test_a_page_clock_above_the_headline_is_furniture() -> None:
    text = page("Monday May 6, 2024", "Bridge closed", "By a staff reporter", "May 02, 2024", LEAD)
    assert marked(text) == [
        ("boilerplate", "Monday May 6, 2024"),
        ("headline", "Bridge closed"),
        ("byline", "By a staff reporter"),
        ("byline", "May 02, 2024"),
        ("body", LEAD),
    ]


def test_the_only_date_above_the_headline_is_the_date_of_the_article() -> None:
    text = page("Updated: May 2, 2024 18:50 IST", "Bridge closed", LEAD, MORE)
    assert marked(text)[:2] == [
        ("byline", "Updated: May 2, 2024 18:50 IST"),
        ("headline", "Bridge closed"),
    ]


def test_a_clock_under_a_page_button_is_furniture_without_another_date() -> None:
    text = page("close", "Monday May 6, 2024", "Bridge closed", LEAD, MORE)
    assert marked(text)[1] == ("boilerplate", "Monday May 6, 2024")


@pytest.mark.parametrize(
    "stamp",
    [
        "May 2, 2024",
        "2 May 2024",
        "Thu 2 May 2024, 01:19 hrs",
        "Posted May 2nd 2024 12:41PM",
        "Published on: Thu, 02 May 2024 at 09:56 IST",
        "05 / 02 / 24 1:30 AM EST",
        "2024-05-02",
        "Last updated at 8.05 a.m. on 2 May 2024",
    ],
)
def test_a_line_that_is_only_a_date_is_a_byline(stamp: str) -> None:
    assert (("byline", stamp)) in marked(page("Bridge closed", stamp, LEAD, MORE))


@pytest.mark.parametrize(
    "author",
    ["By Reuters", "by NEWS DESK / May 2, 2024", "Staff reporter | Port Hale", "Our Correspondent"],
)
def test_a_line_that_names_who_wrote_is_a_byline(author: str) -> None:
    assert ("byline", author) in marked(page("Bridge closed", author, LEAD, MORE))


def test_a_sentence_that_begins_with_by_is_body() -> None:
    text = page("Bridge closed", "By Friday the toll had risen to 21 people.", MORE)
    assert ("body", "By Friday the toll had risen to 21 people.") in marked(text)


def test_a_whole_sentence_between_headline_and_byline_is_a_deck() -> None:
    deck = "Two bolts are to blame, the port authority says."
    text = page("Bridge closed", deck, "By Reuters", LEAD, MORE)
    assert marked(text)[1] == ("deck", deck)


def test_captions_are_known_by_credit_and_by_being_printed_twice() -> None:
    twice = "Lorries wait in line at the foot of the bridge on May 1"
    credit = "The port from above. — AFP"
    text = page("Bridge closed", "May 2, 2024", twice, twice, credit, LEAD, MORE)
    assert [line for kind, line in marked(text) if kind == "caption"] == [twice, twice, credit]


def test_everything_after_the_closing_line_belongs_to_the_page() -> None:
    text = page(
        LEAD, MORE, "Published in The Quay, May 3rd, 2024", "Sport", "Rovers lose 4-0", LEAD
    )
    assert [kind for kind, _ in marked(text)] == ["body"] * 2 + ["byline"] + ["boilerplate"] * 3


def test_a_tail_of_dated_headlines_belongs_to_the_page() -> None:
    text = page(
        "Bridge closed",
        LEAD,
        MORE,
        "Rovers lose again",
        "9 May, 2024",
        "Rovers lose again",
        "They let in 4 goals in front of 9,000 people.",
        "Rain on the way",
        "8 May, 2024",
        "Take 2 coats.",
    )
    kinds = [kind for kind, _ in marked(text)]
    assert kinds == ["headline", "body", "body"] + ["boilerplate"] * 7


def test_a_date_alone_at_the_foot_is_kept_for_the_anchor() -> None:
    assert marked(page("Bridge closed", LEAD, MORE, "May 2, 2024"))[-1] == (
        "byline",
        "May 2, 2024",
    )


def test_an_insert_does_not_swallow_the_rest() -> None:
    text = page("Bridge closed", LEAD, "Read more", "Rovers lose again", LEAD, MORE, MORE)
    assert marked(text)[2:] == [
        ("boilerplate", "Read more"),
        ("boilerplate", "Rovers lose again"),
        ("body", LEAD),
        ("body", MORE),
        ("body", MORE),
    ]


def test_a_section_label_above_the_headline_is_not_a_tail() -> None:
    text = page("Opinion", "Close the bridge", LEAD, MORE)
    assert [kind for kind, _ in marked(text)] == ["boilerplate", "headline", "body", "body"]


def test_a_heading_between_paragraphs_is_a_headline() -> None:
    assert ("headline", "Who pays") in marked(page(LEAD, "Who pays", MORE, LEAD))


def test_the_place_before_the_first_paragraph_is_a_dateline() -> None:
    text = page("Bridge closed", f"PORT HALE, May 2 (Reuters) - {LEAD}", MORE)
    assert ("dateline", "PORT HALE, May 2 (Reuters) -") in marked(text)
    assert ("body", LEAD) in marked(text)


def test_a_correction_is_marked() -> None:
    note = "Correction: An earlier version of this report gave the wrong number of bolts."
    assert marked(page("Bridge closed", LEAD, MORE, note))[-1] == ("correction", note)


def test_hard_wrapped_paragraphs_stay_body() -> None:
    text = page(
        "The harbour bridge was closed to lorries after two",
        "bolts broke. Engineers blamed the winter, and the",
        "mayor blamed the engineers.",
    )
    assert {kind for kind, _ in marked(text)} == {"body"}


@given(
    st.lists(
        st.sampled_from(
            [LEAD, MORE, "", "close", "May 2, 2024", "By Reuters", "Bridge closed", "Opinion", "9"]
        )
        | st.text(max_size=20),
        max_size=20,
    )
)
def test_regions_follow_each_other_over_the_whole_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    found: tuple[Region, ...] = regions(text, furniture())
    at = 0
    for region in found:
        assert region.span.start == at
        assert region.span.end > at
        at = region.span.end
    assert at == len(text)
