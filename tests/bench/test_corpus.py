"""The made corpus: the same bytes from the same seed, and numbers enough to time."""

from __future__ import annotations

import hashlib
import runpy
from pathlib import Path

CORPUS = runpy.run_path(str(Path(__file__).parents[2] / "bench/corpus.py"))


def digest(seed: int) -> str:
    text = "".join(page.text for page in CORPUS["articles"](30, seed))
    return hashlib.sha256(text.encode()).hexdigest()


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert digest(7) == digest(7)
    assert digest(7) != digest(8)


def test_a_longer_corpus_begins_with_the_shorter_one() -> None:
    assert list(CORPUS["articles"](9))[:3] == list(CORPUS["articles"](3))


def test_a_text_is_as_long_as_asked_and_holds_figures() -> None:
    text = CORPUS["text_of"](50_000)
    assert 50_000 <= len(text) < 60_000
    assert sum(character.isdigit() for character in text) > 500
