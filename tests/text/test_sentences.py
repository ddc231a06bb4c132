"""Sentences: where they end, and where a stop does not end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.sentences import sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks with Mr. Hale began in Sept. 2023 in St. Paul.",
        "No. 14 Brick Lane burned for 3.5 hours.",
        "The U.S. Army moved 40 tanks.",
        "At 9.30 a.m. Friday the gates opened.",
        "Gen. R. T. Moss of Acme Corp. Ltd. signed.",
        "He paid Rs. 500 to the driver.",
        "They won 2.5 million votes, i.e. a third of all.",
    ],
)
def test_an_abbreviation_does_not_end_a_sentence(text: str) -> None:
    assert pieces(text) == [text]


def test_stops_before_capitals_digits_and_sums_end_sentences() -> None:
    text = (
        "Five died. 25 were hurt! $2m is gone? “Nobody knew.” (The mayor left.) He wept… Then rain."
    )
    assert pieces(text) == [
        "Five died.",
        "25 were hurt!",
        "$2m is gone?",
        "“Nobody knew.”",
        "(The mayor left.)",
        "He wept…",
        "Then rain.",
    ]


def test_an_abbreviation_before_a_usual_first_word_ends_its_sentence() -> None:
    assert pieces("She flew to the U.S. The rest stayed.") == [
        "She flew to the U.S.",
        "The rest stayed.",
    ]


def test_a_line_is_a_sentence_of_its_own() -> None:
    assert pieces("Bridge reopens\r\n\r\nTraffic is thin. Buses run\n") == [
        "Bridge reopens",
        "Traffic is thin.",
        "Buses run",
    ]


@given(st.text(alphabet="aA1 .!?\n\r\"'”’)(U.S…$", max_size=60))
def test_sentences_are_in_order_and_hold_every_visible_character(text: str) -> None:
    spans = sentences(text)
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        at = end
    assert not text[at:].strip()
