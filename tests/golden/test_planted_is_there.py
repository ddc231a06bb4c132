"""The table of planted cases speaks of text that the sample articles hold."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimcheck.model.article import Article
from claimcheck.readers.read import read_paths
from claimcheck.rules.load import load_lexicon
from claimcheck.text.regions import regions

ROOT = Path(__file__).parents[2]
PLANTED = yaml.safe_load((ROOT / "tests/golden/planted.yaml").read_text())


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """Read the sample articles by file name, or by id for lines of the .jsonl."""
    read = read_paths([str(ROOT / "data/articles")])
    assert read.errors == ()
    furniture = load_lexicon()["furniture"]
    marked = (item._replace(regions=regions(item.text, furniture)) for item in read.articles)
    return {
        item.id if item.path.endswith(".jsonl") else Path(item.path).name: item for item in marked
    }


def sides() -> list[dict[str, str]]:
    pairs = PLANTED["pairs"] + PLANTED["not_the_same"]
    both: list[dict[str, str]] = [side for pair in pairs for side in (pair["left"], pair["right"])]
    both += PLANTED["quantities"] + PLANTED["dates"] + PLANTED["furniture"]
    return both


def test_every_planted_text_stands_in_its_article(articles: dict[str, Article]) -> None:
    for side in sides():
        assert side["text"] + side.get("then", "") in articles[side["article"]].text, side


def test_every_article_has_a_publication_entry(articles: dict[str, Article]) -> None:
    assert set(PLANTED["published"]) == set(articles)


def test_every_check_lists_text_of_its_article(articles: dict[str, Article]) -> None:
    for check in PLANTED["checks"]:
        for claim in check["claims"]:
            assert claim in articles[check["article"]].text, check


def test_furniture_of_the_samples_is_marked(articles: dict[str, Article]) -> None:
    for piece in PLANTED["furniture"]:
        article = articles[piece["article"]]
        start = article.text.index(piece["text"])
        while start >= 0:
            assert article.region_at(start).value == piece["kind"], piece
            start = article.text.find(piece["text"], start + 1)


def test_planted_numbers_and_dates_stand_in_the_body(articles: dict[str, Article]) -> None:
    for side in PLANTED["quantities"] + PLANTED["dates"]:
        article = articles[side["article"]]
        kinds = {
            article.region_at(at).value
            for at in range(len(article.text))
            if article.text.startswith(side["text"], at)
        }
        assert "body" in kinds, side
