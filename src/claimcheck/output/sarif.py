"""SARIF 2.1.0, as code hosts and editors read it.

Paths are relative URIs, columns count code points and say so, the fingerprint rests on the
sentences of the claims and holds no line number. Agreements are left out.
"""

from __future__ import annotations

import re

from claimcheck.model.article import Position
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report, Skipped
from claimcheck.output.dumps import document
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line
from claimcheck.output.spots import Spot, Told, told, uri

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST_RESULTS = 25_000  # what a run may hold where it is uploaded
_BRACKET = re.compile(r"[\\\[\]]")


def sarif(report: Report, _: Look) -> str:
    """Write the findings as one run."""
    tellings = list(told(report))[:_MOST_RESULTS]
    rules = {one.finding.rule: one.finding for one in tellings}
    order = {code: number for number, code in enumerate(sorted(rules))}
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": report.tool_version,
                "rules": [_rule(rules[code]) for code in order],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.skipped,
                "toolExecutionNotifications": [_notification(one) for one in report.skipped],
            }
        ],
        "results": [_result(one, order[one.finding.rule]) for one in tellings],
    }
    return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.name.split("-")),
        "shortDescription": {"text": f"{finding.verdict}: {finding.name.replace('-', ' ')}"},
        "properties": {"verdict": finding.verdict},
    }


def _result(one: Told, rule: int) -> dict[str, object]:
    finding = one.finding
    return {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity,
        "message": {"text": _linked(one)},
        "locations": [_location(one.spot)],
        "relatedLocations": [
            {"id": number, **_location(spot), "message": {"text": _plain(spot.words) or "claim"}}
            for number, spot in enumerate(one.others, start=1)
        ],
        "partialFingerprints": {"claimcheckFinding/v1": one.fingerprint},
        "properties": {"verdict": finding.verdict, "origins": finding.origins},
    }


def _linked(one: Told) -> str:
    """Write the message; each other place is a link to its related location."""
    also = [
        f"[{_plain(spot.words) or 'claim'}]({number}) in {_plain(spot.place)}"
        for number, spot in enumerate(one.others, start=1)
    ]
    if one.more:
        also.append(f"{one.more} more")
    message = _plain(one.message)
    return f"{message}. Also: {'; '.join(also)}." if also else message


def _location(spot: Spot) -> dict[str, object]:
    region = {
        "startLine": spot.start.line,
        "startColumn": spot.start.column,
        "endLine": spot.end.line,
        "endColumn": spot.end.column,
    }
    if not _ordered(spot.start, spot.end):
        region = {"startLine": spot.start.line, "startColumn": spot.start.column}
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri(spot.path)}, "region": region},
    }


def _ordered(start: Position, end: Position) -> bool:
    return (start.line, start.column) <= (end.line, end.column)


def _notification(skipped: Skipped) -> dict[str, object]:
    return {
        "level": "error",
        "message": {"text": _plain(f"{skipped.code}: {skipped.reason}")},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(skipped.path)}}}],
    }


def _plain(text: str) -> str:
    """Make a text safe inside a message, where brackets would open a link."""
    return _BRACKET.sub(lambda found: f"\\{found[0]}", one_line(text))
