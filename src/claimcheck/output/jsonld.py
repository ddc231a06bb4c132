"""Claims as linked data: schema.org `Claim`, with where each appears and who made it.

Never `ClaimReview`: that type rates truth, and this program does not.
"""

from __future__ import annotations

from claimcheck.model.article import Article, RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.output.dumps import document
from claimcheck.output.index import Index
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line
from claimcheck.output.spots import uri
from claimcheck.output.words import in_list


def jsonld(report: Report, _: Look) -> str:
    """Write the articles and the claims of a report as one graph."""
    index = Index.of(report)
    claims = [
        claim
        for claim in report.claims
        if claim.region is not RegionKind.BOILERPLATE and claim.repeats is None
    ]
    graph = [*map(_article, report.articles), *(_claim(claim, index) for claim in claims)]
    return document({"@context": "https://schema.org", "@graph": graph})


def _article(article: Article) -> dict[str, object]:
    found: dict[str, object] = {
        "@type": "NewsArticle",
        "@id": f"urn:claimcheck:article:{article.id}",
        "url": one_line(article.url) if article.url else uri(article.path),
    }
    if article.title:
        found["headline"] = one_line(article.title)
    if article.publisher:
        found["publisher"] = {"@type": "Organization", "name": one_line(article.publisher)}
    if article.published.known and article.published.best:
        found["datePublished"] = article.published.best.isoformat()
    return found


def _claim(claim: Claim, index: Index) -> dict[str, object]:
    article = index.by_id[claim.article_id]
    found: dict[str, object] = {
        "@type": "Claim",
        "@id": f"urn:claimcheck:claim:{claim.id}",
        "text": in_list(article, claim.mention),
        "appearance": {"@id": f"urn:claimcheck:article:{article.id}"},
    }
    if claim.attribution:
        found["creator"] = {"@type": "Thing", "name": one_line(claim.attribution.source)}
    if claim.time and claim.time.first and claim.time.last:
        first, last = claim.time.first.isoformat(), claim.time.last.isoformat()
        found["temporalCoverage"] = first if first == last else f"{first}/{last}"
    if claim.measurand.place:
        found["spatialCoverage"] = one_line(claim.measurand.place)
    return found
