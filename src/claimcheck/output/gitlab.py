"""GitLab's code quality report: a JSON list of issues, told apart by fingerprints."""

from __future__ import annotations

from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.output.dumps import document
from claimcheck.output.look import Look
from claimcheck.output.safe import safe
from claimcheck.output.spots import Told, relative, told

_LOUDNESS = {
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
    Severity.NONE: "info",
}


def gitlab(report: Report, _: Look) -> str:
    """Write every finding a reviewer should see as an issue."""
    return document([_issue(one) for one in told(report)])


def _issue(one: Told) -> dict[str, object]:
    finding, start, end = one.finding, one.spot.start, one.spot.end
    return {
        "check_name": f"claimcheck/{finding.rule}",
        "description": one.full_message,
        "fingerprint": one.fingerprint,
        "severity": _LOUDNESS[finding.severity],
        "location": {
            "path": safe(relative(one.spot.path)),
            "lines": {"begin": start.line, "end": max(start.line, end.line)},
        },
    }
