from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.output.cells import cells, clip, window, wrap

ROOM = st.integers(min_value=12, max_value=60)
TEXT = st.text(alphabet="ab, 東\u0301é", max_size=80)


@given(TEXT, TEXT, TEXT, ROOM)
def test_a_window_fits_and_keeps_its_middle(
    before: str, middle: str, after: str, room: int
) -> None:
    parts = window((before, middle, after), room)
    assert sum(map(cells, parts)) <= room
    if cells(middle) <= room:
        assert parts[1] == middle


@given(TEXT, ROOM)
def test_a_clipped_text_fits(text: str, room: int) -> None:
    assert cells(clip(text, room)) <= room


@given(st.text(alphabet="ab 東", max_size=80), ROOM)
def test_wrapping_loses_no_word(text: str, room: int) -> None:
    lines = wrap(text, room)
    assert " ".join(lines) == text
    assert all(cells(line) <= room or " " not in line.strip() for line in lines)


def test_both_sides_of_a_long_line_are_shown() -> None:
    assert window(("one two three four ", "25,000", " five six seven eight"), 30) == (
        "… four ",
        "25,000",
        " five six …",
    )
