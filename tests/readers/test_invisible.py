"""Characters that nobody sees: out of the text, never out of the positions, always counted."""

from __future__ import annotations

import io
import json

import pytest

from claimcheck.model.article import Article
from claimcheck.pipeline import extract
from claimcheck.readers.read import read_paths
from claimcheck.rules.load import load_lexicon

LEXICON = load_lexicon()
LINE = "Of them, about 2{}5,000 people fled the quay in one long night.\n"
SIGNS = ["\u200b", "\u00ad", "\u2060", "\u202e", "\ufeff", "\x1b[31m", "\x1b]0;title\x07", "\x07"]


def read(content: str, name: str) -> Article:
    stream = io.BytesIO(content.encode())
    (article,) = read_paths(["-"], stdin=stream, stdin_filename=name).articles
    return article


def packed(line: str) -> dict[str, str]:
    page = f"<p>{line}</p><p>Work goes on until spring, and two of the cranes are to be sold.</p>"
    return {
        "a.txt": line,
        "a.md": line,
        "a.jsonl": json.dumps({"text": line}, ensure_ascii=False) + "\n",
        "a.html": page,
        "a.xml": f"<nitf><body>{page}</body></nitf>",
    }


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl", "a.html", "a.xml"])
def test_a_number_with_an_unseen_sign_inside_is_one_number(sign: str, name: str) -> None:
    content = packed(LINE.format(sign))[name]
    article = read(content, name)
    assert "about 25,000 people" in article.text
    figures = [one.quantity.low for one in extract(article, LEXICON).mentions if one.quantity]
    assert 25_000 in figures
    line, column = article.source.position(article.text.index("25,000"))
    assert content.split("\n")[line - 1][column - 1] == "2"
    assert article.invisible == (article.text.index("5,000"),)


def test_a_ligature_reads_as_its_letters_at_one_place() -> None:
    line = "The \ufb01re killed \ufb01ve people, and 12 fled."
    article = read(line, "a.txt")
    assert article.text == "The fire killed five people, and 12 fled."
    columns = [article.source.position(offset)[1] for offset in range(4, 7)]
    assert columns == [5, 5, 6]
    assert article.source.position(article.text.index("12"))[1] == line.index("12") + 1
    assert article.invisible == ()


def test_joiners_stay_in_the_scripts_that_need_them() -> None:
    persian = "\u0645\u06cc\u200c\u0631\u0648\u062f"
    assert read(persian, "a.txt").text == persian
    assert read("2\u200c5 people", "a.txt").text == "25 people"


def test_an_entity_that_nobody_sees_is_noted() -> None:
    article = read("<p>About 25&shy;,000 people fled to the quay in one long night.</p>", "a.html")
    assert article.text.startswith("About 25,000 people")
    assert article.invisible == (8,)
