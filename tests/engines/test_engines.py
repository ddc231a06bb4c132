"""Every engine gives the same extractions, in the order of the articles."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import Article, compare, load_rules
from claimcheck.engines import local, processes
from claimcheck.model.report import Extraction
from claimcheck.output.dumps import report_json

CORPUS = runpy.run_path(str(Path(__file__).parents[2] / "bench/corpus.py"))
RULES = load_rules()


def made(count: int) -> list[Article]:
    pages = CORPUS["articles"](count, sentences=6)
    return [Article.from_text(page.text, id=page.name, date=page.published) for page in pages]


@pytest.fixture(scope="module")
def one_by_one() -> list[Extraction]:
    return list(local.extractions(made(100), RULES.lexicon))


def test_several_processes_give_the_same_report(one_by_one: list[Extraction]) -> None:
    spread = list(processes.extractions(made(100), RULES.lexicon, 2))
    assert spread == one_by_one
    assert report_json(compare(spread, RULES)) == report_json(compare(one_by_one, RULES))


@pytest.mark.parametrize("jobs", [0, 1, 8])
def test_a_few_articles_stay_in_this_process(jobs: int, one_by_one: list[Extraction]) -> None:
    assert list(processes.extractions(made(3), RULES.lexicon, jobs)) == one_by_one[:3]


def test_no_article_gives_no_extraction() -> None:
    assert list(local.extractions([], RULES.lexicon)) == []
    assert list(processes.extractions([], RULES.lexicon, 4)) == []


def test_the_local_engine_reads_an_article_only_when_asked() -> None:
    asked: list[str] = []

    def slowly() -> Iterator[Article]:
        for article in made(2):
            asked.append(article.id)
            yield article

    found = local.extractions(slowly(), RULES.lexicon)
    next(found)
    assert len(asked) == 1
