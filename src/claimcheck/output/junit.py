"""JUnit XML: a suite for each article, a case for each finding a reviewer should see.

A case fails where its severity fails the gate (`--fail-on`); other findings pass and say so in
their output. An input that could not be read is a case in error. No times: the same input gives the
same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from claimcheck.model.report import Report, Skipped
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line, safe
from claimcheck.output.spots import Told, relative, told

BEGINNING = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck"'


def junit(report: Report, look: Look) -> str:
    """Write the suites in the order of their paths."""
    by_file: dict[str, list[Told]] = {
        relative(article.path): []
        for article in report.articles
        if not report.focus or article.id in report.focus
    }
    for one in told(report):
        by_file.setdefault(relative(one.spot.path), []).append(one)
    suites = [_suite(path, by_file[path], look) for path in sorted(by_file)]
    suites += [_unread(one) for one in report.skipped]
    cases = sum(max(1, len(found)) for found in by_file.values()) + len(report.skipped)
    failures = sum(_fails(one, look) for found in by_file.values() for one in found)
    head = f'{BEGINNING} tests="{cases}" failures="{failures}" errors="{len(report.skipped)}">'
    return "\n".join([head, *suites, "</testsuites>"]) + "\n"


def _fails(one: Told, look: Look) -> bool:
    return one.finding.severity in look.failing


def _suite(path: str, found: Sequence[Told], look: Look) -> str:
    name = escape(safe(path))
    failures = sum(_fails(one, look) for one in found)
    cases = [_case(one, name, look) for one in found]
    cases = cases or [f'  <testcase classname="{name}" name="no findings"/>']
    count = f'tests="{len(cases)}" failures="{failures}" errors="0"'
    return "\n".join([f' <testsuite name="{name}" {count}>', *cases, " </testsuite>"])


def _case(one: Told, name: str, look: Look) -> str:
    finding = one.finding
    title = escape(f"{finding.rule} {finding.name}: {one_line(finding.title)} [{finding.id}]")
    lines = [one.spot.place, *(f"{spot.place}: {spot.words}" for spot in one.others)]
    body = escape("\n".join((one.message, *lines)))
    head = f'  <testcase classname="{name}" name="{title}">'
    if not _fails(one, look):
        return f"{head}\n   <system-out>{finding.severity}: {body}</system-out>\n  </testcase>"
    kind, message = escape(finding.verdict), escape(one.message)
    return f'{head}\n   <failure type="{kind}" message="{message}">{body}</failure>\n  </testcase>'


def _unread(skipped: Skipped) -> str:
    name = escape(safe(relative(skipped.path)))
    reason = escape(one_line(f"{skipped.code}: {skipped.reason}"))
    return (
        f' <testsuite name="{name}" tests="1" failures="0" errors="1">\n'
        f'  <testcase classname="{name}" name="could be read">\n'
        f'   <error type="unread" message="{reason}"/>\n  </testcase>\n </testsuite>'
    )
