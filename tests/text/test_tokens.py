"""Tokens slice back to the text they came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.tokens import tokens


def words(text: str) -> list[str]:
    return [token.text for token in tokens(text)]


def test_words_keep_hyphens_and_apostrophes() -> None:
    assert words("Spain’s storm-hit coast, U.S. aid") == [
        "Spain’s",
        "storm-hit",
        "coast",
        ",",
        "U.S.",
        "aid",
    ]


def test_numbers_keep_their_separators_and_leave_signs_alone() -> None:
    assert words("€1,234.50 (4%), 2m") == ["€", "1,234.50", "(", "4", "%", ")", ",", "2", "m"]


def test_a_window_keeps_the_offsets_of_the_whole_text() -> None:
    text = "Nine boats sank."
    assert [(token.start, token.text) for token in tokens(text, 5, 10)] == [(5, "boats")]


@given(st.text(max_size=80))
def test_tokens_slice_back_and_leave_only_space_between(text: str) -> None:
    at = 0
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.lower == token.text.lower()
        assert not text[at : token.start].strip()
        at = token.end
    assert not text[at:].strip()
