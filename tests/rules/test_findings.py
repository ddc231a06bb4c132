"""One finding a disagreement: majority and outliers named, copies counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Verdict
from claimcheck.model.link import Link, Relation
from claimcheck.model.report import Extraction
from claimcheck.rules.examples import claim_of
from claimcheck.rules.findings import findings
from claimcheck.rules.judge import Context, judge
from claimcheck.rules.reconcile import reconcile
from claimcheck.rules.ruleset import Ruleset

Row = Mapping[str, object]


def _articles(rows: Sequence[Row]) -> dict[str, Extraction]:
    found = [claim_of(row, f"article-{index}") for index, row in enumerate(rows)]
    return {extraction.article.id: extraction for _, extraction in found}


def _found(
    articles: Mapping[str, Extraction], ruleset: Ruleset, relation: Relation = Relation.SAME
) -> tuple[Finding, ...]:
    claims = [claim for one in articles.values() for claim in one.claims]
    pairs = [tuple(sorted(pair, key=lambda c: c.id)) for pair in combinations(claims, 2)]
    links = [Link(a.id, b.id, relation, 900, ()) for a, b in pairs]
    judged = [
        judge(link, a, b, Context(articles[a.article_id], articles[b.article_id]), ruleset)
        for link, (a, b) in zip(links, pairs, strict=True)
    ]
    return findings(links, judged, articles, ruleset)


def test_five_against_one_is_one_conflict_and_one_agreement(ruleset: Ruleset) -> None:
    articles = _articles([{"value": 24}] * 5 + [{"value": 31}])
    found = _found(articles, ruleset)
    assert [each.verdict for each in found] == [Verdict.CONFLICT, Verdict.AGREEMENT]
    conflict, agreement = found
    assert len(conflict.claims) == 6
    assert conflict.origins == 6
    assert "24: 5 origins; 31: 1 origin" in conflict.notes
    assert len(agreement.claims) == 5


def test_one_named_source_is_one_witness(ruleset: Ruleset) -> None:
    witness: Row = {"value": 24, "source": "the coast guard"}
    rows: list[Row] = [witness] * 3 + [{"value": 24}]
    assert _found(_articles(rows), ruleset)[0].origins == 2


def test_the_order_of_articles_changes_no_finding(ruleset: Ruleset) -> None:
    rows: list[Row] = [{"value": 24}, {"value": 31}, {"value": 24, "bound": "about"}]
    articles = _articles(rows)
    backwards = dict(reversed(articles.items()))
    key = [(f.id, f.rule, set(f.claims)) for f in _found(articles, ruleset)]
    assert key == [(f.id, f.rule, set(f.claims)) for f in _found(backwards, ruleset)]


def test_an_article_that_repeats_itself_is_no_agreement(ruleset: Ruleset) -> None:
    claim, extraction = claim_of({"value": 24}, "article-0")
    again = claim._replace(id="again", sentence=1)
    article = {"article-0": extraction._replace(claims=(claim, again))}
    assert _found(article, ruleset) == ()


def test_a_part_above_its_whole_is_a_conflict(ruleset: Ruleset) -> None:
    articles = _articles([{"value": 60}, {"value": 40}])
    found = _found(articles, ruleset, Relation.PART_OF)
    assert [each.rule for each in found] == ["CC306"]


def _with_text(claims: Sequence[Claim], name: str) -> Extraction:
    text = "One sentence here. Another one there."
    own = tuple(claim._replace(article_id=name) for claim in claims)
    return Extraction(Article(name, text), ((0, 18), (19, 37)), (), own)


def test_a_text_that_gives_both_values_does_not_disagree(ruleset: Ruleset) -> None:
    three, _ = claim_of({"value": 3}, "x1")
    two, _ = claim_of({"value": 2}, "x2")
    other, _ = claim_of({"value": 2}, "y1")
    articles = {
        "x": _with_text([three, two._replace(sentence=1)], "x"),
        "y": _with_text([other], "y"),
    }
    links = [
        Link("x1", "y1", Relation.SAME, 900, ()),
        Link("x2", "y1", Relation.SAME, 900, ()),
    ]
    claims = {claim.id: claim for one in articles.values() for claim in one.claims}
    judged = [
        judge(
            link,
            claims[link.left],
            claims[link.right],
            Context(articles["x"], articles["y"]),
            ruleset,
        )
        for link in links
    ]
    assert [each.rule for each in judged] == ["CC301", "CC101"]
    assert [each.rule for each in reconcile(links, judged, articles, ruleset)] == [
        "CC601",
        "CC101",
    ]
