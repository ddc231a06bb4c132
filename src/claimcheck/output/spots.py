"""Where the claims of a finding stand: file, first and last column in every unit, words.

Formats for machines share this: a finding opens at its first spot, the others are related places.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from claimcheck.model.article import Article, Position
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.output.index import Index, worst_first
from claimcheck.output.safe import one_line, safe_path
from claimcheck.output.words import written

_MANY_SPOTS = 25  # places of one finding that a format for machines lists
_BEYOND_BMP = 0x10000


class Spot(NamedTuple):
    """One claim in its file; `end` is exclusive, `words` are its own with the hedge, safe to print.

    `path` is as it was given: each format makes it safe in its own way.
    """

    path: str
    start: Position
    end: Position
    words: str

    @property
    def place(self) -> str:
        """Give `path:line:col`, safe to print."""
        return f"{safe_path(self.path)}:{self.start.line}:{self.start.column}"


class Told(NamedTuple):
    """A finding as machines are told of it: where it opens, and the other places.

    `fingerprint` rests on the sentences of its claims: edits elsewhere in the articles, and other
    names of them, leave it alone. No two of one report are alike.
    """

    finding: Finding
    spot: Spot
    others: tuple[Spot, ...]
    more: int
    fingerprint: str

    @property
    def message(self) -> str:
        """Give title and reason on one line, safe to print."""
        return one_line(": ".join(filter(None, (self.finding.title, self.finding.message))))

    @property
    def full_message(self) -> str:
        """Give the message with the other places named."""
        also = [f"{one_line(spot.words)} ({spot.place})" for spot in self.others]
        if self.more:
            also.append(f"{self.more} more")
        return f"{self.message} (also {', '.join(also)})" if also else self.message


def told(report: Report, severities: Iterable[Severity] | None = None) -> Iterator[Told]:
    """Give what a reviewer should see, worst first, at a place of a new article where it has one.

    Agreements are left out, and findings of severity "none".
    """
    wanted = frozenset(severities or (Severity.ERROR, Severity.WARNING, Severity.NOTE))
    index = Index.of(report)
    met: Counter[str] = Counter()
    for finding in worst_first(report.findings):
        if finding.severity not in wanted or finding.verdict is Verdict.AGREEMENT:
            continue
        claims = index.claims_of(finding.claims)
        claims.sort(key=lambda claim: bool(report.focus) and claim.article_id not in report.focus)
        spots = [_spot(claim, index.by_id[claim.article_id]) for claim in claims[: _MANY_SPOTS + 1]]
        if spots:
            mark = _fingerprint(finding, claims)
            met[mark] += 1
            mark = mark if met[mark] == 1 else f"{mark}-{met[mark]}"
            yield Told(finding, spots[0], tuple(spots[1:]), len(claims) - len(spots), mark)


def _fingerprint(finding: Finding, claims: Iterable[Claim]) -> str:
    keys = sorted(claim.key or claim.id for claim in claims)
    return hashlib.sha256("|".join((finding.rule, *keys)).encode()).hexdigest()[:16]


def uri(path: str) -> str:
    """Give a path as a relative URI, or as a file URI where it is absolute.

    >>> uri("./wire/a b.txt"), uri("/data/a.txt")
    ('wire/a%20b.txt', 'file:///data/a.txt')
    """
    slashed = relative(path)
    drive = slashed[1:3] == ":/"
    if slashed.startswith("/") or drive:
        return (
            "file://"
            + ("/" if drive else "")
            + quote(slashed, safe="/:" if drive else "/", errors="replace")
        )
    return quote(slashed, safe="/", errors="replace")


def relative(path: str) -> str:
    r"""Give a path with forward slashes and no "./" before it.

    >>> relative("./wire/a.txt"), relative("wire\\a.txt")
    ('wire/a.txt', 'wire/a.txt')
    """
    slashed = path.replace("\\", "/")
    while slashed.startswith("./"):
        slashed = slashed[2:].lstrip("/")
    return slashed


def _spot(claim: Claim, article: Article) -> Spot:
    span = claim.mention.span
    start = article.source.place(span.start)
    if span.end <= span.start:
        return Spot(article.path, start, start, "")
    last = article.source.place(span.end - 1)
    char = article.text[span.end - 1 : span.end] or " "
    end = Position(
        last.line,
        last.column + 1,
        last.utf16 + (2 if ord(char) >= _BEYOND_BMP else 1),
        last.utf8 + len(char.encode("utf-8", "replace")),
    )
    return Spot(article.path, start, end, written(article, claim.mention))
