"""The fact-checker's sheet: one row a claim, with empty columns to work in.

Text cells that a spreadsheet would run get an apostrophe before them; figures stay figures.
"""

from __future__ import annotations

from bisect import bisect_right

from claimcheck.linking.blocking import comparable
from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.mention import Mention
from claimcheck.model.report import Report
from claimcheck.output.cells import clip
from claimcheck.output.index import Index, worst_first
from claimcheck.output.look import Look
from claimcheck.output.plain import decimal
from claimcheck.output.safe import one_line
from claimcheck.output.sheet import cell, sheet
from claimcheck.output.words import in_list, moment, source, written
from claimcheck.text.sentences import sentences

COLUMNS = (
    "fact", "sentence", "place", "value", "unit", "as_of", "attribution", "other_sources",
    "verdict", "rule", "checker", "date", "note",
)  # fmt: skip
_SENTENCE_ROOM = 500
_MANY_SOURCES = 12
_TO_DO = ("", "", "")  # for the person who checks: who, when, what was found


def facts_csv(report: Report, _: Look) -> str:
    """Write the claims of the new articles, or of all where none is new, in report order."""
    index = Index.of(report)
    verdicts = _verdicts(report)
    spans = {
        article.id: sentences(article.text)
        for article in report.articles
        if not report.focus or article.id in report.focus
    }
    return sheet(
        COLUMNS,
        (
            _row(claim, verdicts.get(claim.id), index, spans[claim.article_id])
            for claim in report.claims
            if claim.article_id in spans and comparable(claim)
        ),
    )


def _verdicts(report: Report) -> dict[str, Finding]:
    """Give the worst finding of each claim."""
    worst: dict[str, Finding] = {}
    for finding in worst_first(report.findings):
        for claim in finding.claims:
            worst.setdefault(claim, finding)
    return worst


def _row(
    claim: Claim, finding: Finding | None, index: Index, spans: tuple[tuple[int, int], ...]
) -> list[str | int]:
    article = index.by_id[claim.article_id]
    return [
        cell(in_list(article, claim.mention)),
        cell(clip(_sentence(article, claim, spans), _SENTENCE_ROOM)),
        cell(index.place(claim)),
        _value(claim.mention),
        cell(claim.mention.quantity.unit if claim.mention.quantity else ""),
        cell(moment(claim)),
        cell(source(claim)),
        cell(_others(claim, finding, index)),
        finding.verdict if finding else "",
        finding.rule if finding else "",
        *_TO_DO,
    ]


def _sentence(article: Article, claim: Claim, spans: tuple[tuple[int, int], ...]) -> str:
    at = bisect_right(spans, claim.mention.span.start, key=lambda span: span[0]) - 1
    start, end = spans[max(at, 0)] if spans else claim.mention.span
    return one_line(article.text[start:end])


def _value(mention: Mention) -> str:
    quantity = mention.quantity
    if quantity is None:
        return cell(mention.timex.value if mention.timex else "")
    low, high = decimal(quantity.low), decimal(quantity.high)
    return low if low == high else f"{low} to {high}"


def _others(claim: Claim, finding: Finding | None, index: Index) -> str:
    if finding is None:
        return ""
    others = [each for each in index.claims_of(finding.claims) if each.id != claim.id]
    told = [
        f"{written(index.by_id[each.article_id], each.mention)} ({index.place(each)})"
        for each in others[:_MANY_SOURCES]
    ]
    more = [f"{len(others) - len(told)} more"] if len(others) > len(told) else []
    return "; ".join([*told, *more])
