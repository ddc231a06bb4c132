"""`claimcheck check`: new articles against what is known, and whether that lets them pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimcheck.cli.delivery import deliver, targets
from claimcheck.cli.gating import Checked, checked
from claimcheck.cli.mishap import say
from claimcheck.cli.request import REPORT_FORMATS, Gate, Inputs, Results, View
from claimcheck.cli.steps import looks, written
from claimcheck.gate.baseline import Entry, Matched, matched, read_baseline
from claimcheck.gate.outcome import outcome
from claimcheck.gate.policy import at_least
from claimcheck.gate.suppression import to_silence
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report

_ALL = "all"
_EXPLAINING = ("terminal", "markdown", "json", "jsonl")  # formats with notes
_LISTED = 20  # stale entries named one by one


def check(inputs: Inputs, gate: Gate, results: Results, view: View) -> int:
    """Check new articles; 1 where findings fail, 2 where an input could not be read."""
    files = targets(results.outputs, REPORT_FORMATS, force=results.force)
    done = checked(inputs, gate)
    held = _held(done)
    if not inputs.quiet and gate.since is None:
        _tell_stale(held.stale, done.settings.baseline or "")
    shown = _shown(done.report._replace(findings=held.open), done.settings.show)
    if gate.explain:
        shown = shown._replace(findings=tuple(_explained(each, shown) for each in shown.findings))
        if not inputs.quiet and results.format not in _EXPLAINING:
            told = f"--explain does not show in {results.format}"
            say(f"warning[E517]: {told}; use {', '.join(_EXPLAINING)}")
    if done.articles:
        chosen = looks(view, verbose=inputs.verbose, fail_on=done.settings.fail_on)
        deliver(written(shown), results.format, files, chosen)
    ended = outcome(held.open, done.settings.fail_on, done.trouble, list(_set_aside(done, held)))
    if not inputs.quiet:
        say(f"claimcheck: {ended.why}")
    return ended.code


def _held(done: Checked) -> Matched:
    """Hold the findings against the baseline, if there is one."""
    path = done.settings.baseline
    if path is None:
        return Matched(done.report.findings, (), (), ())
    with done.settings.naming("baseline"):
        entries = read_baseline(path)
    return matched(done.report, entries, folder_of(path))


def folder_of(path: str) -> str:
    """Give the folder from which a baseline names its articles."""
    return str(Path(path).parent)


def _shown(report: Report, least: str) -> Report:
    """Leave out findings below a level."""
    if least == _ALL:
        return report
    level = Severity(least)
    kept = tuple(each for each in report.findings if at_least(each.severity, level))
    return report._replace(findings=kept)


def _explained(finding: Finding, report: Report) -> Finding:
    """Give a finding with what its rule saw, and how it is silenced."""
    seen = (f"{each.name}: {each.seen}" for each in finding.because if each.held and each.seen)
    silence = (f"to silence it: {comment}" for comment in to_silence(finding, report))
    return finding._replace(notes=(*finding.notes, *seen, *silence))


def _tell_stale(stale: Sequence[Entry], path: str) -> None:
    for each in stale[:_LISTED]:
        say(f"warning[E503]: {path}: stale: {each.rule} {each.title}; {_PRUNE}")
    if len(stale) > _LISTED:
        say(f"warning[E503]: {path}: and {len(stale) - _LISTED} more stale entries; {_PRUNE}")


_PRUNE = "see claimcheck baseline prune"


def _set_aside(done: Checked, held: Matched) -> Iterator[str]:
    """Say in words what did not count, and what was looked at."""
    if held.covered:
        yield f"{len(held.covered)} accepted by {Path(done.settings.baseline or '').name}"
    if done.silenced.silenced:
        yield f"{len(done.silenced.silenced)} silenced"
    yield f"checked {done.articles} against {done.searched}"
