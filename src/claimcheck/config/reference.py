"""Pinned facts: sentences of the configuration that claims are held against like any article's.

A reference is what a newsroom holds for settled and who vouches for it. It is not the truth: a
finding says that a text and the reference differ, and nothing more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from claimcheck.config.settings import Reference
from claimcheck.errors import ConfigError, Mistakes
from claimcheck.linking.blocking import comparable
from claimcheck.model.article import Article, Region, RegionKind, SourceMap, Span
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Bound, Quantity
from claimcheck.model.report import Extraction, Report
from claimcheck.pipeline import extract

_TOLERANCE: Final = re.compile(
    r"(?P<figure>[0-9]{1,15}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,9})?)[ ]?(?P<percent>%)?"
)
_MOST_PERCENT: Final = 100


def pinned(references: Sequence[Reference], lexicon: Lexicon) -> tuple[Extraction, ...]:
    """Read pinned facts as articles of one sentence.

    Raises: ConfigError E409 for a fact without a figure or date, a tolerance or day that is none.
    """
    mistakes = Mistakes()
    facts: list[Extraction] = []
    for each in references:
        with mistakes:
            facts.append(_pinned(each, lexicon))
    mistakes.tell()
    return tuple(facts)


def noted(report: Report) -> Report:
    """Say on each finding which of its claims is a reference, and that this is not the truth."""
    references = {one.id: one for one in report.articles if one.reference}
    if not references:
        return report
    claims = {claim.id: claim for claim in report.claims}
    return report._replace(
        findings=tuple(_noted(each, claims, references) for each in report.findings)
    )


def _noted(finding: Finding, claims: dict[str, Claim], references: dict[str, Article]) -> Finding:
    notes = []
    for key in finding.claims:
        article = references.get(claims[key].article_id) if key in claims else None
        if article is not None:
            line, column = article.source.position(claims[key].mention.span.start)
            place = f"{article.path}:{line}:{column}"
            notes.append(f"{place} is a reference ({article.reference}), not the truth")
    return finding._replace(notes=(*finding.notes, *dict.fromkeys(notes)))


def _pinned(reference: Reference, lexicon: Lexicon) -> Extraction:
    day = _day(reference)
    text = reference.fact
    key = hashlib.sha256(f"reference|{reference.source}|{text}|{day}".encode()).hexdigest()[:16]
    article = Article.from_text(text, id=key, date=day)._replace(
        path=reference.file,
        publisher=reference.source,
        regions=(Region(Span(0, len(text)), RegionKind.BODY),),
        source=SourceMap(sources=(reference.column - 1,), first_line=reference.line),
        reference=reference.source,
    )
    found = extract(article, lexicon)
    if not any(comparable(claim) for claim in found.claims):
        remedy = "write a sentence with a figure or a date and what it is about"
        raise ConfigError("E409", reference.place, "fact: nothing to compare in it", remedy)
    tolerance = _tolerance(reference)
    if tolerance is None:
        return found
    claims = tuple(_widened(claim, *tolerance) for claim in found.claims)
    return found._replace(claims=claims, mentions=tuple(claim.mention for claim in claims))


def _widened(claim: Claim, figure: Decimal, percent: bool) -> Claim:  # noqa: FBT001 - of one pattern
    quantity = claim.mention.quantity
    if quantity is None:
        return claim
    mention = claim.mention._replace(quantity=_wide(quantity, figure, percent=percent))
    return claim._replace(mention=mention)


def _wide(quantity: Quantity, figure: Decimal, *, percent: bool) -> Quantity:
    """Widen a figure to both sides, by its own percentage or by an amount in its unit."""
    low, high = (
        abs(each) * figure / _MOST_PERCENT if percent else figure
        for each in (quantity.low, quantity.high)
    )
    return quantity._replace(low=quantity.low - low, high=quantity.high + high, bound=Bound.RANGE)


def _tolerance(reference: Reference) -> tuple[Decimal, bool] | None:
    """Read "5%" or "50,000"; None where there is none."""
    if not reference.tolerance:
        return None
    found = _TOLERANCE.fullmatch(reference.tolerance)
    figure = Decimal(found["figure"].replace(",", "")) if found else Decimal(-1)
    if not found or (found["percent"] and figure > _MOST_PERCENT):
        problem = f'tolerance "{reference.tolerance[:40]}" is no amount'
        raise ConfigError("E409", reference.place, problem, 'write "5%" or "50,000"')
    return figure, bool(found["percent"])


def _day(reference: Reference) -> date | None:
    if not reference.as_of:
        return None
    try:
        return date.fromisoformat(reference.as_of)
    except ValueError as error:
        problem = f'as-of "{reference.as_of[:40]}" is no day'
        raise ConfigError("E409", reference.place, problem, "write it as 2023-10-31") from error
