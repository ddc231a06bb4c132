"""One line a finding, for editors and logs: path:line:col: CODE verdict: message."""

from __future__ import annotations

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.output.index import Index, worst_first
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line


def concise(report: Report, look: Look) -> str:
    """Render one line for each finding, worst first; an empty text when there is none."""
    index = Index.of(report)
    lines = [_line(finding, index) for finding in worst_first(report.findings)]
    return look.finish(lines) if lines else ""


def _line(finding: Finding, index: Index) -> str:
    places = [index.place(claim) for claim in index.claims_of(finding.claims)]
    others = f" (also {', '.join(places[1:])})" if len(places) > 1 else ""
    message = one_line(": ".join(filter(None, (finding.title, finding.message))))
    rule = one_line(finding.rule)
    return f"{places[0] if places else '-'}: {rule} {finding.verdict}: {message}{others}"
