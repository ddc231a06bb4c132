"""A census: over whole texts, every span has one reading in each dimension, and none overlap."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.grammar.parser import Grammar, compile_grammar, recognise
from claimcheck.rules.load import load_lexicon

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted(path for path in (ROOT / "data" / "articles").iterdir() if path.is_file())
CORPORA = sorted((ROOT / "src" / "claimcheck" / "grammar" / "en").glob("*.corpus.yaml"))


@cache
def grammar() -> Grammar:
    return compile_grammar(load_lexicon())


@cache
def spellings() -> tuple[str, ...]:
    """Every spelling of the corpora of numbers, so that generated texts hold each of them."""
    corpora = [yaml.safe_load(path.read_text("utf-8")) for path in CORPORA]
    return tuple(
        str(text).strip().rstrip(".")
        for corpus in corpora
        for case in corpus.get("cases", ())
        for text in case["spellings"]
    )


def take_the_census(text: str) -> None:
    """Hold every reading of a text to the rules of the census."""
    readings = recognise(text, grammar())
    counted = Counter((reading.span, reading.dimension) for reading in readings)
    assert [key for key, times in counted.items() if times > 1] == []
    for of_one_kind in (
        [reading.span for reading in readings if reading.quantity],
        [reading.span for reading in readings if reading.timex and not reading.quantity],
    ):
        for left, right in pairwise(of_one_kind):
            assert left.end <= right.start, text[left.start : right.end]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_a_sample_article_has_one_reading_a_span(path: Path) -> None:
    take_the_census(path.read_text("utf-8"))


def test_the_corpora_run_together_have_one_reading_a_span() -> None:
    assert len(spellings()) > 500
    for joint in (". ", ", ", "; ", " and ", "\n"):
        take_the_census(joint.join(spellings()))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.integers(min_value=0, max_value=10_000), min_size=1, max_size=8),
    st.lists(st.sampled_from([". ", ", ", " to ", " and ", " of ", " (", " per ", "-", " or "])),
)
def test_generated_text_has_one_reading_a_span(places: list[int], joints: list[str]) -> None:
    text = ""
    for index, place in enumerate(places):
        text += spellings()[place % len(spellings())]
        text += joints[index % len(joints)] if joints else " "
    take_the_census(text)
