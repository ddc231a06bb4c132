"""One line a finding, for editors and logs: path:line:col: CODE verdict: message."""

from __future__ import annotations

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.output.index import Index, worst_first
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line

_MANY_PLACES = 12  # places of one finding that its line names


def concise(report: Report, look: Look) -> str:
    """Render one line for each finding, worst first, at a new article where a check names some.

    An empty text when there is none.
    """
    index = Index.of(report)
    new = frozenset(report.focus)
    lines = [_line(finding, index, new) for finding in worst_first(report.findings)]
    return look.finish(lines) if lines else ""


def _line(finding: Finding, index: Index, new: frozenset[str]) -> str:
    claims = sorted(index.claims_of(finding.claims), key=lambda one: one.article_id not in new)
    places = [index.place(claim) for claim in claims]
    more = [f"{len(places) - _MANY_PLACES} more"] if len(places) > _MANY_PLACES else []
    also = [*places[1:_MANY_PLACES], *more]
    others = f" (also {', '.join(also)})" if also else ""
    message = one_line(": ".join(filter(None, (finding.title, finding.message))))
    rule = one_line(finding.rule)
    return f"{places[0] if places else '-'}: {rule} {finding.verdict}: {message}{others}"
