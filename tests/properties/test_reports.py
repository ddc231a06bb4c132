"""What holds of every report, whatever the articles."""

from __future__ import annotations

import random
import runpy
from collections.abc import Sequence
from pathlib import Path

import pytest

from claimcheck import Article, compare, extract, load_rules
from claimcheck.model.report import Extraction, Report
from claimcheck.output.dumps import report_json
from claimcheck.readers.read import read_paths

CORPUS = runpy.run_path(str(Path(__file__).parents[2] / "bench/corpus.py"))
SAMPLES = Path(__file__).parents[2] / "data" / "articles"
RULES = load_rules()
SEEDS = range(4)

# A story of its own: none of its names stands in the made articles or the samples.
ELSEWHERE = (
    "The lighthouse of Skagafoss in Iceland went dark in a gale. Keepers from Hrafnavik rowed out "
    "to Skagafoss, and the mayor of Hrafnavik thanked them. Engineers counted 17 broken lamps. "
    "The owner, Nordurljos, sent a boat from Akureyri with parts. Fishermen of Hrafnavik waited "
    "in port. Skagafoss has stood since 1911 and is painted red and white every seventh summer, "
    "said the keepers of Skagafoss and of Grimsey."
)


def made(count: int, seed: int) -> list[Extraction]:
    pages = CORPUS["articles"](count, seed, sentences=12)
    return [
        extract(Article.from_text(page.text, id=page.name, date=page.published), RULES)
        for page in pages
    ]


def samples() -> list[Extraction]:
    return [extract(article, RULES) for article in read_paths([str(SAMPLES)]).articles]


def verdicts(report: Report) -> dict[frozenset[str], tuple[str, str]]:
    return {
        frozenset((one.left, one.right)): (one.verdict.value, one.rule) for one in report.judgements
    }


def shuffled(found: Sequence[Extraction], seed: int) -> list[Extraction]:
    again = list(found)
    random.Random(seed).shuffle(again)  # noqa: S311  an order, no secret
    return again


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_made_articles_changes_no_byte(seed: int) -> None:
    found = made(12, seed)
    assert report_json(compare(found, RULES)) == report_json(compare(shuffled(found, seed), RULES))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_order_of_the_samples_changes_no_byte(seed: int) -> None:
    found = samples()
    assert report_json(compare(found, RULES)) == report_json(compare(shuffled(found, seed), RULES))


def test_the_names_of_files_change_nothing_but_paths(tmp_path: Path) -> None:
    for number, path in enumerate(sorted(SAMPLES.glob("*.*"), reverse=True)):
        (tmp_path / f"page-{number}{path.suffix}").write_bytes(path.read_bytes())
    renamed = [extract(article, RULES) for article in read_paths([str(tmp_path)]).articles]
    assert _without_paths(renamed) == _without_paths(samples())


def _without_paths(found: Sequence[Extraction]) -> str:
    bare = [one._replace(article=one.article._replace(path="")) for one in found]
    return report_json(compare(bare, RULES))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_claim_slices_back_to_its_text(seed: int) -> None:
    for one in made(6, seed):
        for claim in one.claims:
            assert one.article.excerpt(claim.mention.span) == claim.mention.text
            first, last = one.sentences[claim.sentence]
            assert first <= claim.mention.span.start < claim.mention.span.end <= last
            if claim.attribution:
                assert one.article.excerpt(claim.attribution.span).strip()


def test_claims_stand_in_text_order_and_have_ids_of_their_own() -> None:
    for one in samples():
        starts = [claim.mention.span.start for claim in one.claims]
        assert starts == sorted(starts)
        assert len({claim.id for claim in one.claims}) == len(starts)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_verdict_does_not_depend_on_which_article_comes_first(seed: int) -> None:
    """Exchange the ids of two articles of one day: left becomes right, the verdicts stay."""
    pages = list(CORPUS["articles"](2, seed, sentences=12))

    def judged(first: str, second: str) -> list[tuple[frozenset[tuple[str, int]], str, str]]:
        names = {first: pages[0].name, second: pages[1].name}
        articles = [
            Article.from_text(page.text, id=key, date=pages[0].published)
            for key, page in zip((first, second), pages, strict=True)
        ]
        report = compare([extract(article, RULES) for article in articles], RULES)
        places = {c.id: (names[c.article_id], c.mention.span.start) for c in report.claims}
        return sorted(
            (
                (frozenset((places[one.left], places[one.right])), one.verdict.value, one.rule)
                for one in report.judgements
            ),
            key=lambda row: (sorted(row[0]), row[1:]),
        )

    assert judged("a", "b") == judged("b", "a")


def test_an_unrelated_article_links_to_nothing() -> None:
    stranger = extract(Article.from_text(ELSEWHERE, id="z", date="2024-05-10"), RULES)
    report = compare([*samples(), stranger], RULES)
    own = {claim.id for claim in stranger.claims}
    judged = {key: said for key, said in verdicts(report).items() if own & key and not key <= own}
    assert {said[0] for said in judged.values()} <= {"unresolved"}


def test_an_unrelated_article_changes_no_conflict_of_the_others() -> None:
    """The documented weight of rare words may move weak links, never a conflict of the samples."""
    stranger = extract(Article.from_text(ELSEWHERE, id="z", date="2024-05-10"), RULES)
    before = verdicts(compare(samples(), RULES))
    after = verdicts(compare([*samples(), stranger], RULES))
    conflicts = {key for key, said in before.items() if said[0] == "conflict"}
    assert conflicts == {key for key, said in after.items() if said[0] == "conflict"}


def test_everything_a_report_names_is_in_it() -> None:
    report = compare(samples(), RULES)
    ids = {claim.id for claim in report.claims}
    for link in report.links:
        assert {link.left, link.right} <= ids
    for finding in report.findings:
        assert set(finding.claims) <= ids
    linked = {key for one in report.not_compared for key in one.claims}
    assert linked <= ids
