"""What the rules say: judgements on links, findings on clusters, checks inside one article."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """The five verdicts on claims of one question, and the check inside one article."""

    AGREEMENT = "agreement"
    APPROXIMATION = "approximation"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    UNRESOLVED = "unresolved"
    CHECK = "check"


class Severity(StrEnum):
    """How loudly a finding speaks."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"


class Condition(NamedTuple):
    """One condition that a rule tested: its name, whether it held, and what it saw."""

    name: str
    held: bool
    seen: str


class Judgement(NamedTuple):
    """The verdict of one rule on one link."""

    left: str
    right: str
    verdict: Verdict
    rule: str
    because: tuple[Condition, ...]


class Finding(NamedTuple):
    """One thing a reader should see; sums up the judgements of a cluster of claims.

    `id` is a content hash without line numbers. `claims` are claim ids, worst pair first. `origins`
    counts independent witnesses among them.
    """

    id: str
    rule: str
    name: str
    verdict: Verdict
    severity: Severity
    claims: tuple[str, ...]
    title: str
    message: str
    because: tuple[Condition, ...]
    notes: tuple[str, ...] = ()
    origins: int = 0


class CheckResult(StrEnum):
    """How a check inside an article ended."""

    OK = "ok"
    NOTE = "note"
    FINDING = "finding"
    NOTHING = "nothing-to-check"


class Check(NamedTuple):
    """One check inside one article: the rule, its claims, how it ended, and why."""

    rule: str
    name: str
    article_id: str
    claims: tuple[str, ...]
    result: CheckResult
    why: str
