"""Reviewdog's diagnostic format, as one document or one diagnostic a line.

Columns count UTF-8 bytes and the end is exclusive, as the format asks.
"""

from __future__ import annotations

from claimcheck.model.article import Position
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.output.dumps import document, lines
from claimcheck.output.look import Look
from claimcheck.output.safe import safe
from claimcheck.output.spots import Spot, Told, relative, told

_SEVERITIES = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.NOTE: "INFO",
    Severity.NONE: "INFO",
}
_SOURCE = {"name": "claimcheck"}


def rdjson(report: Report, _: Look) -> str:
    """Write all diagnostics as one document."""
    found = [_diagnostic(one) for one in told(report)]
    return document({"source": _SOURCE, "diagnostics": found})


def rdjsonl(report: Report, _: Look) -> str:
    """Write one diagnostic a line."""
    return lines({"source": _SOURCE, **_diagnostic(one)} for one in told(report))


def _diagnostic(one: Told) -> dict[str, object]:
    return {
        "message": one.message,
        "location": _location(one.spot),
        "severity": _SEVERITIES[one.finding.severity],
        "code": {"value": one.finding.rule},
        "related_locations": [
            {"message": spot.words, "location": _location(spot)} for spot in one.others
        ],
    }


def _location(spot: Spot) -> dict[str, object]:
    between = {"start": _position(spot.start), "end": _position(spot.end)}
    if (spot.end.line, spot.end.utf8) < (spot.start.line, spot.start.utf8):
        between = {"start": _position(spot.start)}
    return {"path": safe(relative(spot.path)), "range": between}


def _position(position: Position) -> dict[str, int]:
    return {"line": position.line, "column": position.utf8}
