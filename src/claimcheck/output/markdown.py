"""A report as Markdown, for job summaries and comments: worst first, under one mebibyte.

Everything an article wrote stands as character references, so that it is neither markup nor a link,
a mention or an emoji.
"""

from __future__ import annotations

import re
from collections import Counter

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.output.cells import clip
from claimcheck.output.index import Index, worst_first
from claimcheck.output.look import RANK, Look
from claimcheck.output.safe import one_line
from claimcheck.output.words import published, reading, written

CLOSING = "_Nothing here says which source is right._"
_MOST_BYTES = 1_000_000  # a job summary is refused from 1 MiB on
_MANY_ROWS = 12
_VALUE_ROOM = 60
_ACTIVE = re.compile(
    r"""
    [^\w \u0080-\U0010ffff.,;:/()%'"?+=-] | _   # markup, links, mentions, issue numbers
    | :(?![ 0-9]|$)                            # addresses and emoji
    | (?<=\bwww)\.
    | \A[-+=]                                   # lists and headings
    """,
    re.VERBOSE | re.IGNORECASE,
)


def markdown(report: Report, look: Look) -> str:
    """Write a heading with the counts, then each finding with its claims as a table."""
    index = Index.of(report)
    ordered = worst_first(report.findings)
    shown = [f for f in ordered if look.everything or f.severity is not Severity.NONE]
    parts = [_head(report), *(_finding(finding, index, look) for finding in shown)]
    kept, size = [], 0
    for part in parts:
        size += len(part.encode()) + 1
        if size > _MOST_BYTES:
            break
        kept.append(part)
    left = len(report.findings) - len(kept) + 1
    if left:
        kept.append(f"… and {_count(left, 'finding')} more in the full report.\n")
    return "\n".join([*kept, *_skipped(report), CLOSING]) + "\n"


def plain(text: str) -> str:
    """Write a text so that Markdown and HTML show it as it is.

    >>> plain("a|b <i> @desk a.txt:3 https://x")
    'a&#124;b &#60;i&#62; &#64;desk a.txt:3 https&#58;//x'
    """
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", one_line(text))


def _head(report: Report) -> str:
    counts = Counter(finding.verdict for finding in report.findings)
    told = ", ".join(
        _count(counts[verdict], verdict)
        for verdict in RANK
        if counts[verdict] or verdict is Verdict.CONFLICT
    )
    size = f"{_count(len(report.articles), 'article')}, {_count(len(report.claims), 'claim')}."
    return f"## claimcheck: {told}\n\n{size}\n"


def _finding(finding: Finding, index: Index, look: Look) -> str:
    sign = look.symbol(finding.verdict)
    rule = plain(f"{finding.rule} {finding.name}")
    heading = f"### {sign} {finding.verdict.capitalize()}: {plain(finding.title)}\n"
    under = f"{rule} · {finding.severity} · {_origins(finding)}id {plain(finding.id)}\n"
    claims = index.claims_of(finding.claims)
    rows = [_row(claim, index) for claim in claims[:_MANY_ROWS]]
    more = len(claims) - len(rows)
    rest = [f"\n… and {_count(more, 'claim')} more.\n"] if more else [""]
    table = ["| written | read as | published | where |", "|---|---|---|---|", *rows, *rest]
    why = [f"> {plain(finding.message)}\n"] if finding.message else []
    notes = [f"> Note: {plain(note)}\n" for note in finding.notes]
    return "\n".join([heading, under, *table, *why, *notes])


def _origins(finding: Finding) -> str:
    return f"{_count(finding.origins, 'origin')} · " if finding.origins else ""


def _row(claim: Claim, index: Index) -> str:
    article = index.by_id[claim.article_id]
    cells = (
        plain(clip(written(article, claim.mention), _VALUE_ROOM)),
        plain(reading(article, claim)),
        plain(published(article.published)),
        f"<code>{plain(index.place(claim))}</code>",
    )
    return f"| {' | '.join(cells)} |"


def _skipped(report: Report) -> list[str]:
    if not report.skipped:
        return []
    listed = [f"- {plain(f'{s.path}: {s.code} {s.reason}')}" for s in report.skipped[:_MANY_ROWS]]
    more = len(report.skipped) - len(listed)
    rest = [f"- … and {more} more"] if more else []
    return [f"{_count(len(report.skipped), 'input')} could not be read:\n", *listed, *rest, ""]


def _count(number: int, noun: str) -> str:
    plural = noun if noun in ("unresolved", "compatible") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"
