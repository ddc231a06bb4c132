"""The nouns as plain values of the public contract: fixed key order, decimal strings, ISO days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.model.article import Article, Span
from claimcheck.model.claim import Claim, Measurand
from claimcheck.model.finding import Check, Condition, Finding, Judgement
from claimcheck.model.link import Cluster, Link, Story
from claimcheck.model.mention import Mention, Quantity, Timex
from claimcheck.model.report import SCHEMA_VERSION, Extraction, Report
from claimcheck.output.index import Index

if TYPE_CHECKING:  # types only: typing_extensions costs 20 ms at start-up
    from claimcheck.output.document import (
        ArticleItem,
        CheckItem,
        ClaimItem,
        ClusterItem,
        ConditionItem,
        EvidenceItem,
        FindingItem,
        LinkItem,
        MeasurandItem,
        MentionLine,
        QuantityItem,
        ReportDocument,
        StoryItem,
        TimexItem,
    )


def report_document(report: Report) -> ReportDocument:
    """Give a report as its public document; nothing in it depends on the order of the inputs."""
    index = Index.of(report)
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": report.tool_version,
        "ruleset_digest": report.ruleset_digest,
        "articles": [_article(article) for article in index.articles],
        "stories": [_story(story) for story in report.stories],
        "claims": [claim_item(claim, index.by_id[claim.article_id]) for claim in report.claims],
        "links": [
            _link(link, index.judgements.get((link.left, link.right))) for link in report.links
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "checks": [_check(check) for check in report.checks],
        "not_compared": [
            {"claims": list(n.claims), "reason": n.reason} for n in report.not_compared
        ],
        "skipped": [{"path": s.path, "code": s.code, "reason": s.reason} for s in report.skipped],
        "clusters": [_cluster(cluster) for cluster in report.clusters],
        "skewed": list(report.skewed),
    }


def mention_lines(extractions: Iterable[Extraction]) -> list[MentionLine]:
    """Give every mention of every article, page furniture included: `region` tells them apart."""
    return [
        mention_line(mention, each.article) for each in extractions for mention in each.mentions
    ]


def claim_items(extractions: Iterable[Extraction]) -> list[ClaimItem]:
    """Give every claim of every article."""
    return [claim_item(claim, each.article) for each in extractions for claim in each.claims]


def mention_line(mention: Mention, article: Article) -> MentionLine:
    """Give one mention of an article."""
    line, column = article.source.position(mention.span.start)
    return {
        "article": article.id,
        "path": article.path,
        "line": line,
        "col": column,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "sentence": mention.sentence,
        "region": article.region_at(mention.span.start),
        "dimension": mention.dimension,
        "quantity": _quantity(mention.quantity) if mention.quantity else None,
        "timex": _timex(mention.timex) if mention.timex else None,
        "trace": [
            {"production": step.production, "start": step.span.start, "end": step.span.end}
            for step in mention.trace
        ],
    }


def claim_item(claim: Claim, article: Article) -> ClaimItem:
    """Give one claim of an article."""
    mention = claim.mention
    line, column = article.source.position(mention.span.start)
    said = claim.attribution
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "path": article.path,
        "line": line,
        "col": column,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "sentence": claim.sentence,
        "region": claim.region,
        "dimension": mention.dimension,
        "quantity": _quantity(mention.quantity) if mention.quantity else None,
        "timex": _timex(mention.timex) if mention.timex else None,
        "measurand": _measurand(claim.measurand),
        "time": {
            "role": claim.time_role,
            "words": claim.time_words,
            "timex": _timex(claim.time),
        }
        if claim.time
        else None,
        "attribution": {
            "source": said.source,
            "cue": said.cue,
            "start": said.span.start,
            "end": said.span.end,
        }
        if said
        else None,
        "stance": claim.stance,
        "repeats": claim.repeats,
        "key": claim.key,
    }


def decimal(number: Decimal) -> str:
    """Write a number as a plain decimal string without an exponent.

    >>> decimal(Decimal("1.45E+6")), decimal(Decimal("2.10"))
    ('1450000', '2.1')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _quantity(quantity: Quantity) -> QuantityItem:
    item: QuantityItem = {
        "low": decimal(quantity.low),
        "high": decimal(quantity.high),
        "ulp": decimal(quantity.ulp),
        "unit": quantity.unit,
        "unit_kind": quantity.unit_kind,
        "bound": quantity.bound,
        "change": quantity.change,
        "role": quantity.role,
        "hedge": (quantity.hedge.start, quantity.hedge.end) if quantity.hedge else None,
    }
    if quantity.converted:
        item["converted"] = _quantity(quantity.converted)
    return item


def _timex(timex: Timex) -> TimexItem:
    return {
        "type": timex.type,
        "value": timex.value,
        "first": _day(timex.first),
        "last": _day(timex.last),
        "grain": timex.grain,
        "mod": timex.mod,
        "role": timex.role,
        "underspecified": timex.underspecified,
        "also": list(timex.also),
        "anchored": timex.anchored,
        "note": timex.note,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _measurand(measurand: Measurand) -> MeasurandItem:
    return {
        "head": measurand.head,
        "modifiers": list(measurand.modifiers),
        "frame": measurand.frame,
        "agent": measurand.agent,
        "place": measurand.place,
        "role": measurand.role,
        "whole": measurand.whole,
        "words": list(measurand.words),
        "spans": [
            {"slot": slot, "start": span.start, "end": span.end} for slot, span in measurand.spans
        ],
        "kind": measurand.kind,
    }


def _article(article: Article) -> ArticleItem:
    anchor = article.published
    return {
        "id": article.id,
        "path": article.path,
        "publisher": article.publisher,
        "title": article.title,
        "url": article.url,
        "published": {
            "best": _day(anchor.best),
            "earliest": _day(anchor.earliest),
            "latest": _day(anchor.latest),
            "how": anchor.how,
            "evidence": [_evidence(e.span, e.reason, article) for e in anchor.evidence],
        },
        "encoding": article.encoding,
        "length": len(article.text),
        "regions": [
            {"kind": region.kind, "start": region.span.start, "end": region.span.end}
            for region in article.regions
        ],
        "authors": list(article.authors),
        "based_on": list(article.based_on),
        "invisible": list(article.invisible),
    }


def _evidence(span: Span | None, reason: str, article: Article) -> EvidenceItem:
    if span is None:
        return {"start": None, "end": None, "line": None, "text": None, "reason": reason}
    return {
        "start": span.start,
        "end": span.end,
        "line": article.source.position(span.start)[0],
        "text": article.excerpt(span),
        "reason": reason,
    }


def _story(story: Story) -> StoryItem:
    return {
        "id": story.id,
        "articles": list(story.articles),
        "terms": list(story.terms),
        "why": list(story.why),
    }


def _cluster(cluster: Cluster) -> ClusterItem:
    return {
        "id": cluster.id,
        "name": cluster.name,
        "claims": list(cluster.claims),
        "part_of": list(cluster.part_of),
    }


def _link(link: Link, judgement: Judgement | None) -> LinkItem:
    return {
        "left": link.left,
        "right": link.right,
        "relation": link.relation,
        "match_weight": link.match_weight,
        "comparisons": [
            {"slot": c.slot, "level": c.level, "words": c.words, "weight": c.weight}
            for c in link.comparisons
        ],
        "verdict": judgement.verdict if judgement else None,
        "rule": judgement.rule if judgement else None,
    }


def _finding(finding: Finding) -> FindingItem:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "name": finding.name,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "claims": list(finding.claims),
        "origins": finding.origins,
        "title": finding.title,
        "message": finding.message,
        "because": [_condition(condition) for condition in finding.because],
        "notes": list(finding.notes),
    }


def _condition(condition: Condition) -> ConditionItem:
    return {"name": condition.name, "held": condition.held, "seen": condition.seen}


def _check(check: Check) -> CheckItem:
    return {
        "rule": check.rule,
        "name": check.name,
        "article_id": check.article_id,
        "claims": list(check.claims),
        "result": check.result,
        "why": check.why,
    }
