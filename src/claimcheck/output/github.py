"""Workflow commands that GitHub shows beside the lines of a pull request.

A step may show ten errors and ten warnings: the worst are given, the rest belong in the job summary
(`--output markdown=FILE`). Nothing of an article can begin a command: percent signs, line ends,
and in properties colons and commas, are escaped.
"""

from __future__ import annotations

from collections import Counter

from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line, safe
from claimcheck.output.spots import Told, relative, told

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_MOST = 10


def github(report: Report, _: Look) -> str:
    """Write one command a finding, worst first; a notice counts those left out."""
    shown: Counter[Severity] = Counter()
    lines = [_skipped(one.path, f"{one.code}: {one.reason}") for one in report.skipped[:_MOST]]
    shown[Severity.ERROR] = len(lines)
    left = len(report.skipped) - len(lines)
    for one in told(report, _COMMANDS):
        if shown[one.finding.severity] < _MOST:
            shown[one.finding.severity] += 1
            lines.append(_command(one))
        else:
            left += 1
    if left:
        lines.append(f"::notice title=claimcheck::{left} more in the report")
    return "".join(f"{line}\n" for line in lines)


def _command(one: Told) -> str:
    start, end = one.spot.start, one.spot.end
    place = f"file={_property(safe(relative(one.spot.path)))},line={start.line},col={start.column}"
    if end.line == start.line:
        place += f",endLine={end.line},endColumn={end.column}"
    title = _property(f"{one.finding.rule} {one.finding.name}")
    kind = _COMMANDS[one.finding.severity]
    return f"::{kind} {place},title={title}::{_data(one.full_message)}"


def _skipped(path: str, reason: str) -> str:
    title = _property("claimcheck could not read this")
    return (
        f"::error file={_property(safe(relative(path)))},title={title}::{_data(one_line(reason))}"
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
