"""How a gate ends: the exit code, and in one line why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.gate.policy import at_least
from claimcheck.model.finding import Finding, Severity

NEVER = "never"
_LOUD = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Outcome(NamedTuple):
    """An exit code and its reason."""

    code: int
    why: str


class Trouble(NamedTuple):
    """What kept a gate from doing its work: inputs that could not be read, bugs of ours."""

    inputs: int = 0
    bugs: int = 0


def outcome(
    findings: Sequence[Finding], fail_on: str, trouble: Trouble, set_aside: Sequence[str] = ()
) -> Outcome:
    """Decide: a bug before missing inputs before findings that fail.

    `set_aside` says in words what did not count ("2 accepted").

    >>> outcome((), "error", Trouble())
    Outcome(code=0, why='exit 0: nothing found')
    >>> outcome((), "error", Trouble(inputs=2), ["1 accepted"])
    Outcome(code=2, why='exit 2: 2 inputs could not be read; else nothing found; 1 accepted')
    """
    counted = Counter(finding.severity for finding in findings)
    failing = [each for each in _LOUD if fails(each, fail_on) and counted[each]]
    told = ", ".join(_times(counted[each], each) for each in _LOUD if counted[each])
    found = f"{told or 'nothing'}{_limit(fail_on) if told else ' found'}"
    code = 1 if failing else 0
    if trouble.inputs:
        code = 2
        found = f"{_times(trouble.inputs, 'input')} could not be read; else {found}"
    if trouble.bugs:
        code = 3
        found = f"claimcheck failed on {_times(trouble.bugs, 'article')}; else {found}"
    return Outcome(code, "; ".join((f"exit {code}: {found}", *set_aside)))


def fails(severity: Severity, fail_on: str) -> bool:
    """Tell whether a finding of this severity fails the gate."""
    return fail_on != NEVER and at_least(severity, Severity(fail_on))


def failing(fail_on: str) -> frozenset[Severity]:
    """Give the severities that fail the gate."""
    return frozenset(each for each in _LOUD if fails(each, fail_on))


def _limit(fail_on: str) -> str:
    return ", and nothing fails" if fail_on == NEVER else f" (fails on {fail_on})"


def _times(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")
