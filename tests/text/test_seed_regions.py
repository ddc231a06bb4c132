"""Regions of the five real articles: page furniture is marked, every other claim is kept."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck.model.article import Article, RegionKind
from claimcheck.readers.read import read_paths
from claimcheck.rules.load import load_lexicon
from claimcheck.text.regions import regions

SEEDS = Path(__file__).parents[3] / "shared/seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared seed articles are absent")

COMPARED = {RegionKind.BODY, RegionKind.DECK, RegionKind.CAPTION}


@functools.cache
def seeds() -> dict[str, Article]:
    furniture = load_lexicon()["furniture"]
    reading = read_paths([str(path) for path in sorted(SEEDS.glob("*.txt"))])
    return {
        Path(item.path).name: item._replace(regions=regions(item.text, furniture))
        for item in reading.articles
    }


def gold() -> list[dict[str, Any]]:
    claims: list[dict[str, Any]] = json.loads((SEEDS / "gold.json").read_text())["claims"]
    return claims


def test_the_seven_pieces_of_furniture_are_boilerplate() -> None:
    pieces = [claim for claim in gold() if claim.get("furniture")]
    assert len(pieces) == 7
    for piece in pieces:
        assert seeds()[piece["article"]].region_at(piece["start"]) is RegionKind.BOILERPLATE


def test_publication_dates_stand_in_bylines_and_other_claims_are_kept() -> None:
    for claim in gold():
        kind = seeds()[claim["article"]].region_at(claim["start"])
        if claim["id"].endswith(".published"):
            assert kind is RegionKind.BYLINE
        elif not claim.get("furniture"):
            assert kind in COMPARED


def test_offsets_of_the_gold_slice_back_to_its_words() -> None:
    for claim in gold():
        text = seeds()[claim["article"]].text
        assert text[claim["start"] : claim["end"]] == claim["surface"]


def test_a_folder_with_labels_beside_its_texts_gives_each_article_once() -> None:
    reading = read_paths([str(SEEDS)])
    assert len(reading.articles) == len(list(SEEDS.glob("*.txt")))
    assert reading.errors == ()
