"""Positions: every offset of a text leads back to the character of the file it came from."""

from __future__ import annotations

import io
import json

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.article import Article
from claimcheck.readers.read import read_paths

LINES = st.text(alphabet='ab 7é"\\\n\r\t𝟗😀#*_`[]()!>-\u2028', min_size=1, max_size=60)


def only(content: bytes, name: str) -> Article:
    reading = read_paths(["-"], stdin=io.BytesIO(content), stdin_filename=name)
    assert reading.errors == ()
    (article,) = reading.articles
    return article


def file_lines(raw: str) -> list[str]:
    """Split as an editor does, at line feeds and carriage returns only."""
    return raw.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def assert_leads_back(article: Article, raw: str) -> None:
    lines = file_lines(raw)
    for offset, character in enumerate(article.text):
        line, column = article.source.position(offset)
        if character != "\n":
            assert lines[line - 1][column - 1] == character


@given(LINES)
def test_plain_text_leads_back(raw: str) -> None:
    assert_leads_back(only(("x" + raw).encode(), "a.txt"), "x" + raw)


@given(LINES)
def test_markdown_leads_back(raw: str) -> None:
    raw = "---\ntitle: T\n---\nx" + raw
    assert_leads_back(only(raw.encode(), "a.md"), raw)


@given(LINES, st.booleans())
def test_a_json_string_is_kept_whole_and_leads_back(raw: str, ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    text = "x" + raw
    line = json.dumps({"n": [1, {"text": "no"}], "text": text}, ensure_ascii=ascii_only)
    article = only(line.encode(), "a.jsonl")
    assert article.text == text
    for offset, character in enumerate(text):
        at = article.source.position(offset)[1] - 1
        assert line[at] in {character, "\\"}


def test_windows_line_ends_do_not_move_columns() -> None:
    article = only(b"One.\r\nTwo 25.\r\rFour 4.", "a.txt")
    assert article.text == "One.\nTwo 25.\n\nFour 4."
    assert article.source.position(article.text.index("25")) == (2, 5)
    assert article.source.position(article.text.index("4.")) == (4, 6)


def test_an_escape_before_a_number_does_not_move_it() -> None:
    article = only(b'\n{"id": "w", "text": "\\"Some\\" \\ud83d\\ude00 \\u0035 25 men"}', "a.jsonl")
    assert article.text == '"Some" 😀 5 25 men'
    assert article.source.position(article.text.index("25")) == (2, 51)


def test_front_matter_and_marks_do_not_move_lines_and_columns() -> None:
    raw = "---\ndate: 2024-05-02\n---\n\n# Head\n\nOf **25** [boats](https://a.example/7) 3 sank.\n"
    article = only(raw.encode(), "a.md")
    assert article.text == "\nHead\n\nOf 25 boats 3 sank.\n"
    assert article.source.position(article.text.index("25")) == (7, 6)
    assert article.source.position(article.text.index("3 sank")) == (7, 40)
