"""Run the checks inside one article: each rule of rules/check/ names one of the functions below."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

from claimcheck.model.finding import (
    Check,
    CheckResult,
    Condition,
    Finding,
    Severity,
    Verdict,
)
from claimcheck.model.report import Extraction
from claimcheck.rules import check_amounts, check_characters, check_dates
from claimcheck.rules.judge import engine
from claimcheck.rules.message import fill
from claimcheck.rules.page import Page, Ruling
from claimcheck.rules.ruleset import Rule, Ruleset
from claimcheck.rules.sides import quoted

CHECKERS: dict[str, Callable[[Page], Iterator[Ruling]]] = {
    "count-of-items": check_amounts.count_of_items,
    "sum-of-parts": check_amounts.sum_of_parts,
    "weekday-of-date": check_dates.weekday_of_date,
    "opposed-hedges": check_amounts.opposed_hedges,
    "part-not-above-whole": check_amounts.part_not_above_whole,
    "age-of-birth-date": check_dates.age_of_birth_date,
    "order-of-dates": check_dates.order_of_dates,
    "duration-of-dates": check_dates.duration_of_dates,
    "as-of-before-publication": check_dates.as_of_before_publication,
    "impossible-date": check_dates.impossible_date,
    "converted-value": check_amounts.converted_value,
    "percent-of-total": check_amounts.percent_of_total,
    "shares-over-100": check_amounts.shares_over_100,
    "headline-against-body": check_amounts.headline_against_body,
    "invisible-characters": check_characters.invisible_characters,
}
_LOUD = frozenset((CheckResult.FINDING, CheckResult.NOTE))
_MAX_RULINGS = 200  # of one check in one article; the rest is more of the same


class Checked(NamedTuple):
    """All checks of an article, and the findings among them."""

    checks: tuple[Check, ...]
    findings: tuple[Finding, ...]


def checks(extraction: Extraction, ruleset: Ruleset) -> Checked:
    """Run every check on one article, in order of code."""
    page = Page(extraction, engine(ruleset).setting)
    done: list[Check] = []
    findings: list[Finding] = []
    for rule in ruleset.checks:
        for _, ruling in zip(range(_MAX_RULINGS), CHECKERS[rule.check](page), strict=False):
            done.append(_check(page, rule, ruling))
            if ruling.result in _LOUD:
                findings.append(_finding(page, rule, ruling))
    return Checked(tuple(done), tuple(findings))


def _check(page: Page, rule: Rule, ruling: Ruling) -> Check:
    claims = tuple(claim.id for claim in ruling.claims)
    return Check(rule.code, rule.check, page.article.id, claims, ruling.result, ruling.why)


def _finding(page: Page, rule: Rule, ruling: Ruling) -> Finding:
    claims = tuple(claim.id for claim in ruling.claims)
    loud = ruling.result is CheckResult.FINDING
    quotes = (quoted(page.article, claim) for claim in ruling.claims)
    texts = dict(zip("ab", quotes, strict=False))
    return Finding(
        id=hashlib.sha256("|".join((rule.code, *sorted(claims))).encode()).hexdigest()[:8],
        rule=rule.code,
        name=rule.name,
        verdict=Verdict.CHECK,
        severity=rule.severity if loud else Severity.NOTE,
        claims=claims,
        title=rule.summary,
        message=fill(rule.message, {**texts, "why": ruling.why}),
        because=(Condition(rule.check, held=True, seen=ruling.why),),
        origins=1,
    )
