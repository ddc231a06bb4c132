"""`claimcheck baseline`: write, update and prune the findings that are accepted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from claimcheck.cli.check import folder_of
from claimcheck.cli.delivery import Target, write_file
from claimcheck.cli.gating import Checked, checked
from claimcheck.cli.mishap import say
from claimcheck.cli.request import Gate, Inputs
from claimcheck.errors import GateError, UsageError
from claimcheck.gate.baseline import Entry, Matched, baseline_text, entry, matched, read_baseline
from claimcheck.model.finding import Finding, Severity

USUAL: Final = "claimcheck.baseline.json"


def write(inputs: Inputs, gate: Gate, *, force: bool) -> int:
    """Accept every finding there is; a baseline that exists is replaced only by force."""
    done = _whole(inputs, gate)
    path = _path(done)
    if Path(path).exists() and not force:
        remedy = "use claimcheck baseline update, or --force"
        raise UsageError("E203", path, "exists", remedy)
    entries = [entry(each, done.report, folder_of(path)) for each in _told(done)]
    _save(path, entries)
    return _say(inputs, f"{path}: {len(entries)} accepted")


def update(inputs: Inputs, gate: Gate, accept: Sequence[str]) -> int:
    """Write the entries as their findings are now; new findings stay out unless named."""
    done = _whole(inputs, gate)
    path = _path(done)
    held = _matched(done, path)
    taken = _named(accept, held.open)
    kept = [now for _, now in held.covered]
    more = [entry(each, done.report, folder_of(path)) for each in taken]
    _save(path, (*kept, *held.stale, *held.unseen, *more))
    left = len(held.open) - len(taken)
    counts = f"{len(kept)} brought up to date, {len(taken)} accepted, {len(held.stale)} stale"
    return _say(inputs, f"{path}: {counts}; {left} new findings left out")


def prune(inputs: Inputs, gate: Gate) -> int:
    """Take out the entries whose finding is gone."""
    done = _whole(inputs, gate)
    path = _path(done)
    held = _matched(done, path)
    _save(path, (*(old for old, _ in held.covered), *held.unseen))
    return _say(inputs, f"{path}: {len(held.stale)} taken out")


def _whole(inputs: Inputs, gate: Gate) -> Checked:
    """Check everything; a baseline of part of the articles would lose the rest.

    Raises: GateError E504 where something could not be read.
    """
    done = checked(inputs, gate)
    if done.trouble.inputs or done.trouble.bugs:
        problem = "not everything could be read: the baseline stays as it is"
        raise GateError("E504", _path(done), problem, "mend what is named above")
    return done


def _path(done: Checked) -> str:
    return done.settings.baseline or USUAL


def _told(done: Checked) -> list[Finding]:
    """Give the findings that could ever fail a gate."""
    return [each for each in done.report.findings if each.severity is not Severity.NONE]


def _matched(done: Checked, path: str) -> Matched:
    report = done.report._replace(findings=tuple(_told(done)))
    with done.settings.naming("baseline"):
        entries = read_baseline(path)
    return matched(report, entries, folder_of(path))


def _named(accept: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """Give the new findings whose ids begin as named. Raises: UsageError E205 for no such one."""
    taken = []
    for wanted in accept:
        found = [each for each in findings if wanted and each.id.startswith(wanted)]
        if not found:
            remedy = "see claimcheck check for the ids"
            raise UsageError("E205", "", f'no new finding "{wanted[:80]}"', remedy)
        taken += found
    return [each for each in findings if each in taken]


def _save(path: str, entries: Sequence[Entry]) -> None:
    write_file(Target("json", Path(path)), baseline_text(entries))


def _say(inputs: Inputs, line: str) -> int:
    if not inputs.quiet:
        say(f"claimcheck: {line}")
    return 0
