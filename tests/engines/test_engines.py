"""Every engine gives the same extractions, in the order of the articles."""

from __future__ import annotations

import pickle
import runpy
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from claimcheck import Article, compare, load_rules, pipeline
from claimcheck.engines import local, processes
from claimcheck.engines.fence import Broken
from claimcheck.errors import ReaderError
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction
from claimcheck.output.dumps import report_json

CORPUS = runpy.run_path(str(Path(__file__).parents[2] / "bench/corpus.py"))
RULES = load_rules()


def made(count: int) -> list[Article]:
    pages = CORPUS["articles"](count, sentences=6)
    return [Article.from_text(page.text, id=page.name, date=page.published) for page in pages]


def sound(results: Iterable[Extraction | Broken]) -> list[Extraction]:
    return [each for each in results if isinstance(each, Extraction)]


@pytest.fixture(scope="module")
def one_by_one() -> list[Extraction]:
    return sound(local.extractions(made(100), RULES.lexicon))


def test_several_processes_give_the_same_report(one_by_one: list[Extraction]) -> None:
    spread = sound(processes.extractions(made(100), RULES.lexicon, 2))
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


def test_an_article_that_breaks_is_told_in_its_place_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    articles = made(3)
    extract = pipeline.extract

    def failing(article: Article, lexicon: Lexicon) -> Extraction:
        if article.id == articles[1].id:
            raise KeyError("boom")
        return extract(article, lexicon)

    monkeypatch.setattr(pipeline, "extract", failing)
    for results in (
        local.extractions(articles, RULES.lexicon),
        processes.extractions(articles, RULES.lexicon, 2),
    ):
        _, broken, last = results
        assert isinstance(broken, Broken)
        assert (broken.kind, broken.words, broken.mistake) == ("KeyError", "'boom'", None)
        assert isinstance(last, Extraction)


def test_what_broke_passes_between_processes() -> None:
    mistake = Broken("a.txt", ReaderError("E001", "a.txt", "no such file"))
    assert str(pickle.loads(pickle.dumps(mistake)).mistake) == "a.txt: no such file"  # noqa: S301 - our own bytes
