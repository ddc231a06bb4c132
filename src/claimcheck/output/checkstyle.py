"""Checkstyle's XML, which many review tools read; columns count UTF-16 units, as its tools do."""

from __future__ import annotations

from html import escape

from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.output.look import Look
from claimcheck.output.safe import safe
from claimcheck.output.spots import Told, relative, told

_SEVERITIES = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "info",
    Severity.NONE: "ignore",
}
BEGINNING = '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="claimcheck '


def checkstyle(report: Report, _: Look) -> str:
    """Write the findings file by file, worst first in each."""
    by_file: dict[str, list[Told]] = {}
    for one in told(report):
        by_file.setdefault(relative(one.spot.path), []).append(one)
    lines = [f'{BEGINNING}{escape(report.tool_version)}">']
    for path in sorted(by_file):
        lines.append(f' <file name="{escape(safe(path))}">')
        lines += [_error(one) for one in by_file[path]]
        lines.append(" </file>")
    return "\n".join([*lines, "</checkstyle>"]) + "\n"


def _error(one: Told) -> str:
    start = one.spot.start
    return (
        f'  <error line="{start.line}" column="{start.utf16}"'
        f' severity="{_SEVERITIES[one.finding.severity]}"'
        f' message="{escape(one.full_message)}" source="claimcheck.{escape(one.finding.rule)}"/>'
    )
