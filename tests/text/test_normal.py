"""Reading copies keep their length, and hidden characters are found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.text.normal import invisible, normal


def test_look_alikes_become_plain() -> None:
    assert normal("1\u202f200\u00a0men ’til “５％”") == '1 200 men \'til "5%"'


def test_characters_without_a_plain_form_stay_and_are_found() -> None:
    text = "2\u200b5,0\u00ad00 men"
    assert normal(text) == text
    assert invisible(text) == (1, 5)
    assert invisible(text, 2, 5) == ()


@given(st.text(max_size=80))
def test_the_length_never_changes(text: str) -> None:
    assert len(normal(text)) == len(text)
