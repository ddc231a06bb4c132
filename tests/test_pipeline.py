"""The sentence of the house: extract each article, compare the claims; nothing else decides."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from claimcheck import Article, load_rules
from claimcheck.model.article import AnchorHow
from claimcheck.model.report import Skipped
from claimcheck.pipeline import compare, compare_texts, extract, stages

ROOT = Path(__file__).resolve().parents[1]
RULES = load_rules()
FERRY = "The ferry sank off the cape on Monday. The coast guard said 43 people were killed."


def test_the_lexicon_is_compiled_once() -> None:
    assert stages(RULES.lexicon) is stages(load_rules().lexicon)


def test_an_extraction_holds_sentences_mentions_and_claims_in_text_order() -> None:
    found = extract(Article.from_text(FERRY, date="2024-05-08"), RULES.lexicon)
    assert len(found.sentences) == 2
    assert [mention.text for mention in found.mentions] == ["Monday", "43"]
    assert [claim.mention for claim in found.claims] == list(found.mentions)
    assert found.article.regions
    assert found.article.published.how is AnchorHow.GIVEN


def test_relative_dates_rest_on_the_day_of_writing() -> None:
    found = extract(Article.from_text(FERRY, date="2024-05-08"), RULES.lexicon)
    timex = found.mentions[0].timex
    assert timex is not None
    assert timex.first == timex.last == date(2024, 5, 6)


def test_an_undated_article_does_not_guess_a_weekday() -> None:
    found = extract(Article.from_text(FERRY), RULES.lexicon)
    timex = found.mentions[0].timex
    assert timex is not None
    assert timex.first is None


def test_articles_stand_in_the_order_of_their_days() -> None:
    late = extract(Article.from_text(FERRY, id="a", date="2024-05-09"), RULES.lexicon)
    early = extract(Article.from_text(FERRY, id="b", date="2024-05-08"), RULES.lexicon)
    assert [one.id for one in compare([late, early], RULES).articles] == ["b", "a"]


def test_every_claim_is_linked_or_named_as_not_compared() -> None:
    report = compare_texts((FERRY, "Bread costs 3 euros in Lagos."), RULES)
    linked = {key for one in report.links for key in (one.left, one.right)}
    named = {key for one in report.not_compared for key in one.claims}
    assert linked | named == {claim.id for claim in report.claims}
    assert "one source only" in {one.reason for one in report.not_compared}


def test_skipped_inputs_are_listed_in_order() -> None:
    skipped = [Skipped("b.txt", "E002", "empty"), Skipped("a.txt", "E002", "empty")]
    assert [one.path for one in compare([], RULES, skipped).skipped] == ["a.txt", "b.txt"]


def _sample_report(**environment: str) -> bytes:
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", "report", "data/articles", "--format", "json"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def usual() -> bytes:
    return _sample_report(PYTHONHASHSEED="0")


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_seed_of_hashes_changes_no_byte(seed: str, usual: bytes) -> None:
    assert _sample_report(PYTHONHASHSEED=seed) == usual


@pytest.mark.parametrize("name", ["de_DE.UTF-8", "tr_TR.UTF-8", "C", "C.UTF-8"])
def test_the_locale_changes_no_byte(name: str, usual: bytes) -> None:
    """A locale that is not installed leaves C, which must give the same too."""
    assert _sample_report(LC_ALL=name, LANG=name, TZ="Pacific/Kiritimati") == usual
