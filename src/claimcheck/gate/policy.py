"""Which rules count and how loud they are: by code or its beginning, and by path.

A finding takes the severity that the longest fitting code gives it; a path's word comes before the
word for all paths. A path speaks for a finding only where all articles at hand lie on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.rules.findings import in_order

LOUD = (Severity.NONE, Severity.NOTE, Severity.WARNING, Severity.ERROR)


class Scope(NamedTuple):
    """What is asked of the rules: those chosen (none: all), those left out, and severities."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()


class PathScope(NamedTuple):
    """What is asked of the rules on some paths; `holds` tells whether a path is one of them."""

    patterns: tuple[str, ...]
    holds: Callable[[str], bool]
    scope: Scope


class Policy(NamedTuple):
    """What is asked everywhere, then on paths, the later word before the earlier."""

    everywhere: Scope = Scope()
    paths: tuple[PathScope, ...] = ()


def governed(report: Report, policy: Policy, articles: frozenset[str]) -> Report:
    """Leave out the findings that do not count and give the others their severity.

    `articles` are the ids whose paths decide: the new ones of a gate, else all of the report.
    """
    if policy == Policy():
        return report
    paths = {one.id: one.path for one in report.articles if one.id in articles}
    owner = {claim.id: claim.article_id for claim in report.claims}
    kept = []
    for finding in report.findings:
        at = {paths[owner[key]] for key in finding.claims if owner.get(key) in paths}
        scopes = _scopes(policy, at)
        if _counts(finding.rule, scopes):
            kept.append(finding._replace(severity=_severity(finding, scopes)))
    by_path = {path: _scopes(policy, {path}) for path in set(paths.values())}
    checks = (each for each in report.checks if each.article_id in paths)
    return report._replace(
        findings=in_order(kept),
        checks=tuple(e for e in checks if _counts(e.rule, by_path[paths[e.article_id]])),
    )


def at_least(severity: Severity, least: Severity) -> bool:
    """Tell whether a severity is as loud as another, or louder."""
    return LOUD.index(severity) >= LOUD.index(least)


def _scopes(policy: Policy, paths: set[str]) -> list[Scope]:
    """Give the scopes that speak on these paths, the one that decides first."""
    special = [
        one.scope for one in policy.paths if paths and all(one.holds(path) for path in paths)
    ]
    return [*reversed(special), policy.everywhere]


def _severity(finding: Finding, scopes: Sequence[Scope]) -> Severity:
    """Give the severity of a finding; of two words for one code the later counts."""
    for scope in scopes:
        asked = max(
            reversed(scope.severity), key=lambda one: _fits(finding.rule, one[0]), default=None
        )
        if asked is not None and _fits(finding.rule, asked[0]) >= 0:
            return asked[1]
    return finding.severity


def _counts(code: str, scopes: Sequence[Scope]) -> bool:
    """Tell whether a rule is chosen: the longer beginning decides, of equals the one left out."""
    for scope in scopes:
        chosen = _longest(code, scope.select) if scope.select else 0
        if chosen <= _longest(code, scope.ignore):
            return False
    return True


def _longest(code: str, beginnings: Sequence[str]) -> int:
    """Give the length of the longest beginning of a code among these; -1 where there is none."""
    return max((_fits(code, each) for each in beginnings), default=-1)


def _fits(code: str, beginning: str) -> int:
    return len(beginning) if code.startswith(beginning) else -1
