"""Columns in every unit that formats count in: code points, UTF-16 units, UTF-8 bytes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.article import Article, Position

_LINES = st.text(
    alphabet=st.one_of(
        st.sampled_from("a 7,“”€é中\U0001f525\u0301\n"), st.characters(codec="utf-8")
    ),
    max_size=60,
)


def test_a_column_counts_bytes_and_utf16_units_before_it() -> None:
    article = Article.from_text("Fire\n“\U0001f525 中 – 700 boats")
    assert Position(2, 8, 9, 17) == article.source.place(article.text.index("700"))


def test_plain_ascii_needs_no_second_count() -> None:
    article = Article.from_text("Fire\nsome 700 boats")
    assert Position(2, 6, 6, 6) == article.source.place(10)


@given(_LINES, st.integers(0, 60))
def test_every_unit_agrees_with_the_encoded_line(text: str, offset: int) -> None:
    text = text.replace("\r", " ")
    offset = min(offset, len(text))
    before = text[:offset].rsplit("\n", 1)[-1]
    place = Article.from_text(text).source.place(offset)
    assert place.column == len(before) + 1
    assert place.utf8 == len(before.encode()) + 1
    assert place.utf16 == len(before.encode("utf-16-le")) // 2 + 1
