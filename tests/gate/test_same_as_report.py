"""A check says of new articles what a report on everything says of them, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import compare, extract, load_rules, read
from claimcheck.model.report import Extraction, Report
from claimcheck.pipeline import Backing, check

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
RULES = load_rules()


def _extracted(folder: Path) -> tuple[Extraction, ...]:
    if not folder.is_dir():
        pytest.skip(f"no {folder.name} beside the repository")
    return tuple(extract(article, RULES) for article in read(str(folder)))


def _touching(report: Report, articles: set[str]) -> list[object]:
    owner = {claim.id: claim.article_id for claim in report.claims}
    return [one for one in report.findings if articles & {owner[key] for key in one.claims}]


@pytest.mark.parametrize("folder", [ROOT / "data" / "articles", SEEDS], ids=["samples", "seeds"])
def test_a_check_gives_the_findings_of_a_report_that_touch_the_new(folder: Path) -> None:
    every = _extracted(folder)
    whole = compare(every, RULES)
    for size in (1, 2):
        for start in range(0, len(every), size):
            new = every[start : start + size]
            rest = tuple(one for one in every if one not in new)
            ids = {one.article.id for one in new}
            found = check(new, Backing(rest), RULES)
            assert list(found.findings) == _touching(whole, ids)
            assert set(found.focus) == ids


def test_what_a_check_shows_is_all_there() -> None:
    every = _extracted(ROOT / "data" / "articles")
    found = check(every[:1], Backing(every[1:]), RULES)
    claims = {claim.id for claim in found.claims}
    articles = {article.id for article in found.articles}
    assert {key for one in found.findings for key in one.claims} <= claims
    assert {key for one in found.links for key in (one.left, one.right)} <= claims
    assert {claim.article_id for claim in found.claims} <= articles
    assert len(found.links) == len(found.judgements)


def test_with_a_focus_only_its_claims_count() -> None:
    every = _extracted(ROOT / "data" / "articles")
    whole = check(every[:2], Backing(every[2:]), RULES)
    finding = whole.findings[0]
    focus = frozenset(finding.claims[:1])
    found = check(every[:2], Backing(every[2:]), RULES, focus=focus)
    assert finding in found.findings
    assert all(focus & set(one.claims) for one in found.findings)
