"""The public API, used as its docstring shows."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pytest

import claimcheck
from claimcheck import Article, Report, compare, extract, load_rules, read
from claimcheck.errors import ReaderError
from claimcheck.rules.ruleset import Ruleset

_HEAVY = ("typer", "rich", "pydantic", "yaml", "ahocorasick_rs", "dateutil", "charset_normalizer")
FERRY = "The ferry sank off the cape on Monday. The coast guard said 43 people were killed."
OTHER = "The ferry sank off the cape on Monday. The coast guard said 57 people were killed."


def test_texts_become_a_report_in_four_calls() -> None:
    rules = load_rules()
    one = Article.from_text(FERRY, id="one", date="2024-05-08")
    two = Article.from_text(OTHER, id="two", date=date(2024, 5, 8))
    report = compare([extract(one, rules), extract(two, rules)], rules)
    assert isinstance(report, Report)
    assert [article.id for article in report.articles] == ["one", "two"]
    assert "conflict" in {judgement.verdict.value for judgement in report.judgements}


def test_the_shipped_rules_are_the_default() -> None:
    one = Article.from_text(FERRY)
    rules = load_rules()
    assert extract(one, rules) == extract(one)
    assert compare([extract(one, rules)], rules) == compare([extract(one)])


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    found = read(str(tmp_path))
    assert [Path(article.path).name for article in found] == ["a.txt", "b.txt"]
    assert all(isinstance(article, Article) for article in found)


def test_a_missing_file_raises_the_readers_error(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"nowhere\.txt: no such file or folder"):
        read(str(tmp_path / "nowhere.txt"))


def test_no_article_gives_an_empty_report() -> None:
    report = compare([])
    assert not report.articles
    assert not report.findings


def test_a_day_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        Article.from_text(FERRY, date="last Tuesday")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line_of_a_given_text(ending: str) -> None:
    article = Article.from_text(f"One.{ending}Two.")
    assert article.source.position(article.text.index("Two")) == (2, 1)


def test_half_a_surrogate_pair_reads_as_one_replacement_character() -> None:
    article = Article.from_text("Some 40 \ud83d homes burned.")
    assert article.text == "Some 40 \ufffd homes burned."
    assert "40" in article.excerpt(extract(article).claims[0].mention.span)


def test_everything_public_is_there_and_typed() -> None:
    assert set(claimcheck.__all__) <= set(dir(claimcheck))
    names = {"Ruleset": Ruleset}
    for function in (read, extract, compare, load_rules):
        assert "return" in get_type_hints(function, localns=names), function.__name__
    assert (Path(claimcheck.__file__).parent / "py.typed").exists()


def test_importing_the_package_imports_no_door_and_no_parser() -> None:
    code = f"import sys, claimcheck; print([n for n in {_HEAVY!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr
