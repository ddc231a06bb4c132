"""A rule and a set of rules, as the engine holds them: plain tuples, no YAML and no pydantic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.lexicon import Lexicon

Expected = str | bool | int | tuple[str, ...]

# Folders are tried in this order; checks inside one article stand apart.
ORDER = (Verdict.AGREEMENT, Verdict.APPROXIMATION, Verdict.COMPATIBLE, Verdict.CONFLICT)


class Rule(NamedTuple):
    """One rule: what must hold (`when`), what it then says, and where it stands."""

    code: str
    name: str
    verdict: Verdict
    severity: Severity
    summary: str
    why: str
    message: str
    when: tuple[tuple[str, Expected], ...] = ()
    check: str = ""
    false_alarms: str = ""
    path: str = ""
    line: int = 1
    examples: Mapping[str, Sequence[Mapping[str, object]]] = {}
    house: bool = False  # not shipped with claimcheck: a rule of its user


UNDECIDED = Rule(
    code="CC600",
    name="unresolved",
    verdict=Verdict.UNRESOLVED,
    severity=Severity.NONE,
    summary="Comparable, but no rule decides",
    why="A date is too wide, a unit does not convert, or the texts leave open what they speak of.",
    message='"{a}" and "{b}" cannot be held against each other',
    path="claimcheck",
)
BOTH_SAY_BOTH = Rule(
    code="CC601",
    name="both-values-in-one-text",
    verdict=Verdict.UNRESOLVED,
    severity=Severity.NONE,
    summary="One of the texts gives both values",
    why="A text that gives both values answers two questions that only look like one.",
    message='one text gives both "{a}" and "{b}"',
    when=(("relation", "same"),),
    path="claimcheck",
)
OPEN = (UNDECIDED, BOTH_SAY_BOTH)
"""What is said of a link that no file decides: no rule holds, or a text speaks against one."""


class Ruleset(NamedTuple):
    """All rules in the order they are tried, the lexicon tables, and a digest over both."""

    rules: tuple[Rule, ...]
    checks: tuple[Rule, ...]
    lexicon: Lexicon
    digest: str

    def rule(self, code: str) -> Rule | None:
        """Find a rule by its code or name."""
        return next((r for r in self.rules + self.checks + OPEN if code in {r.code, r.name}), None)


def in_order(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Sort rules as they are tried: folder by folder, the house's own before ours.

    Among those, the rule with more conditions is first, then the lower code.
    """
    rank = {verdict: index for index, verdict in enumerate(ORDER)}
    return tuple(
        sorted(rules, key=lambda r: (rank.get(r.verdict, 9), not r.house, -len(r.when), r.code))
    )


def rule_from_plain(plain: Mapping[str, object]) -> Rule:
    """Build a rule from its validated plain form (of the artefact, or of a YAML file)."""
    when = cast("Mapping[str, object]", plain.get("when") or {})
    return Rule(
        code=str(plain["code"]),
        name=str(plain["name"]),
        verdict=Verdict(str(plain["verdict"])),
        severity=Severity(str(plain["severity"])),
        summary=str(plain["summary"]),
        why=str(plain["why"]),
        message=str(plain["message"]),
        when=tuple((name, _expected(value)) for name, value in when.items()),
        check=str(plain.get("check") or ""),
        false_alarms=str(plain.get("false_alarms") or ""),
        path=str(plain.get("path", "")),
        line=cast("int", plain.get("line", 1)),
        examples=cast("Mapping[str, Sequence[Mapping[str, object]]]", plain.get("examples") or {}),
    )


def _expected(value: object) -> Expected:
    if isinstance(value, (bool, int, str)):
        return value
    return tuple(str(each) for each in cast("Sequence[object]", value))
