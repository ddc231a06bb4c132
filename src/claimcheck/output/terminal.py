"""The report for people: articles, findings worst first, what was not compared, and one last line.

Verdicts are told by word and sign, never by colour alone; every place is an unbroken path:line:col.
"""

from __future__ import annotations

from collections import Counter

from claimcheck.model.article import Article, Evidence, RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Check, CheckResult, Finding, Verdict
from claimcheck.model.mention import TimexRole
from claimcheck.model.report import NotCompared, Report
from claimcheck.output.cells import cells, clip, hanging, indented, pad, wrap
from claimcheck.output.excerpt import excerpt
from claimcheck.output.index import Index, place, worst_first
from claimcheck.output.look import MARKS, RANK, Look
from claimcheck.output.safe import one_line, safe_path
from claimcheck.output.words import in_list, published, reading, written

_MANY_ARTICLES = 20
_MANY_ROWS = 12
_LISTED = 4  # claims of a not-compared list shown without --all
_REASONS = 3  # reasons for a date shown without --all
_USUAL = {"utf-8", "ascii"}  # encodings that need no word
_VALUE_ROOM = 28
_TWO_SIDED = {Verdict.CONFLICT, Verdict.UNRESOLVED, Verdict.APPROXIMATION}
CLOSING = "Nothing here says which source is right."
_PLURALS = {Verdict.UNRESOLVED: "unresolved", Verdict.COMPATIBLE: "compatible"}


def terminal(report: Report, look: Look) -> str:
    """Render a report for a terminal, a pipe or a text file."""
    index = Index.of(report)
    lines = _articles(report, index, look)
    for finding in worst_first(report.findings):
        lines += ["", *_finding(finding, index, look)]
    if not report.findings:
        lines += ["", *wrap("No two claims were found to answer the same question.", look.width)]
    lines += _checks(report, index, look)
    lines += _not_compared(report, index, look)
    return look.finish([*lines, "", *_summary(report, look)])


def _articles(report: Report, index: Index, look: Look) -> list[str]:
    shown = list(index.articles)
    if len(shown) > _MANY_ARTICLES and not look.everything:
        used = {index.claims[c].article_id for f in report.findings for c in f.claims}
        shown = [article for article in shown if article.id in used]
    lines = [line for article in shown for line in _article(article, index, look)]
    hidden = len(index.articles) - len(shown)
    return [*lines, look.faint(f"and {hidden} articles more: --all")] if hidden else lines


def _article(article: Article, index: Index, look: Look) -> list[str]:
    head = f"{index.letters[article.id]} {safe_path(article.path)}  "
    told = published(article.published)
    shown = article.published.evidence[: None if look.everything else _REASONS]
    evidence = "; ".join(_evidence(each, article) for each in shown)
    text = f"{told} ({evidence})" if evidence else told
    if article.encoding not in _USUAL:
        text += f"; read as {one_line(article.encoding)}"
    first = look.width - cells(head)
    if first < 12:
        return [look.strong(head.rstrip()), *indented(text, 4, look.width)]
    lines = wrap(text, first, look.width - 4)
    return [look.strong(head) + lines[0], *(" " * 4 + line for line in lines[1:])]


def _evidence(evidence: Evidence, article: Article) -> str:
    reason = one_line(evidence.reason).removeprefix(f"{article.published.how}: ")
    if evidence.span is None:
        return reason
    line = article.source.position(evidence.span.start)[0]
    quoted = clip(one_line(article.excerpt(evidence.span)), 40)
    return f"line {line}: {reason}" if quoted in reason else f'line {line} "{quoted}": {reason}'


def _finding(finding: Finding, index: Index, look: Look) -> list[str]:
    claims = index.claims_of(finding.claims)
    lines = [*_heading(finding, look), *_title(finding, claims, look), *_rows(claims, index, look)]
    quoted = _quoted(finding, claims)
    if quoted:
        lines.append("")
    for claim in quoted:
        letter = index.letter_of(claim) if len(quoted) > 1 else ""
        lines += excerpt(index.by_id[claim.article_id], claim.mention.span, look, letter)
    return [*lines, *_why(finding, look)]


def _quoted(finding: Finding, claims: list[Claim]) -> list[Claim]:
    kept = claims[: 2 if finding.verdict in _TWO_SIDED else 1]
    first = claims[0] if claims else None
    if (
        first
        and len(kept) > 1
        and kept[1].article_id == first.article_id
        and kept[1].mention.span == first.mention.span
    ):
        return kept[:1]
    return kept


def _heading(finding: Finding, look: Look) -> list[str]:
    verdict = look.verdict(
        finding.verdict, f"{look.symbol(finding.verdict)} {finding.verdict.upper()}"
    )
    plain = f"{look.symbol(finding.verdict)} {finding.verdict.upper()}"
    rest = f"  {one_line(finding.rule)} {one_line(finding.name)}"
    label = f"id {one_line(finding.id)}"
    gap = look.width - cells(plain) - cells(rest) - len(label)
    if gap < 2:
        return [verdict, *indented(rest.strip(), 2, look.width), look.faint("  " + label)]
    return [verdict + rest + " " * gap + look.faint(label)]


def _title(finding: Finding, claims: list[Claim], look: Look) -> list[str]:
    articles = len({claim.article_id for claim in claims})
    count = _count(articles, "article")
    if finding.origins:
        count += f", {_count(finding.origins, 'origin')}"
    title = one_line(finding.title)
    gap = look.width - 2 - cells(title) - cells(count)
    if gap < 2:
        return [*map(look.strong, indented(title, 2, look.width)), *indented(count, 4, look.width)]
    return ["  " + look.strong(title) + " " * gap + count]


def _rows(claims: list[Claim], index: Index, look: Look) -> list[str]:
    shown = claims if look.everything else claims[:_MANY_ROWS]
    cuts = [_cut(claim, index) for claim in shown]
    if not cuts:
        return []
    rest = len(claims) - len(shown)
    more = [f"  … and {_count(rest, 'more claim')}: --all"] if rest else []
    return [*_aligned(cuts, look), *more]


def _aligned(cuts: list[tuple[str, str, str, str]], look: Look) -> list[str]:
    letters = max(cells(row[0]) for row in cuts)
    values = max(cells(row[1]) for row in cuts)
    readings = max(cells(row[2]) for row in cuts)
    places = max(cells(row[3]) for row in cuts)
    if 2 + letters + 2 + values + 2 + readings + 2 + places <= look.width:
        return [
            f"  {pad(a, letters)}  {pad(b, values)}  {pad(c, readings)}  {d}" for a, b, c, d in cuts
        ]
    return [line for row in cuts for line in _tall_row(row, letters, values, look)]


def _cut(claim: Claim, index: Index) -> tuple[str, str, str, str]:
    article = index.by_id[claim.article_id]
    value = clip(written(article, claim.mention), _VALUE_ROOM)
    return index.letter_of(claim), value, reading(article, claim), index.place(claim)


def _tall_row(row: tuple[str, str, str, str], letters: int, values: int, look: Look) -> list[str]:
    letter, value, read, where = row
    margin = 2 + letters + 2
    column = margin + values + 2
    if look.width - column < 20:
        lines = [
            f"  {pad(letter, letters)}  {value}",
            *(indented(read, margin, look.width) if read else []),
        ]
    else:
        parts = wrap(read, look.width - column)
        lines = [f"  {pad(letter, letters)}  {pad(value, values)}  {parts[0]}"]
        lines += [" " * column + part for part in parts[1:]]
    if cells(lines[-1]) + 2 + cells(where) <= look.width:
        return [*lines[:-1], f"{lines[-1]}  {where}"]
    return [*lines, " " * margin + where]


def _why(finding: Finding, look: Look) -> list[str]:
    lines = _labelled("why", finding.message, look)
    for note in finding.notes:
        told, opens, comment = one_line(note).partition("<!--")
        lines += _labelled("note", told.rstrip(), look)
        lines += [opens + comment] if opens else []  # whole on a line, to be copied
    if look.verbose:
        for condition in finding.because:
            held = "held" if condition.held else "not"
            lines += _labelled(held, f"{condition.name}: {condition.seen}", look)
    return lines


def _labelled(label: str, text: str, look: Look) -> list[str]:
    if not text:
        return []
    parts = wrap(one_line(text), look.width - 7)
    return [f"  {look.faint(pad(label, 4))} {parts[0]}", *(" " * 7 + part for part in parts[1:])]


def _checks(report: Report, index: Index, look: Look) -> list[str]:
    if not report.checks:
        return []
    told = {(f.rule, f.claims) for f in report.findings}
    shown = [
        check
        for check in report.checks
        if (look.everything or check.result in {CheckResult.FINDING, CheckResult.NOTE})
        and (check.rule, check.claims) not in told
    ]
    counts = Counter(check.result for check in report.checks)
    parts = " · ".join(f"{counts[r]} {_RESULTS[r]}" for r in CheckResult if counts[r])
    more = "" if len(shown) == len(report.checks) else " (--all lists them)"
    lines = ["", *wrap(f"Checks inside articles: {parts}{more}", look.width)]
    return lines + [line for check in shown for line in _check(check, index, look)]


_RESULTS = {
    CheckResult.OK: "fine",
    CheckResult.NOTE: "noted",
    CheckResult.FINDING: "off",
    CheckResult.NOTHING: "with nothing to check",
}


def _check(check: Check, index: Index, look: Look) -> list[str]:
    claims = index.claims_of(check.claims)
    article = index.by_id.get(check.article_id)
    where = index.place(claims[0]) if claims else place(article, 0) if article else ""
    head = f"  {look.mark(MARKS[check.result])} {one_line(check.rule)} {one_line(check.name)}"
    lines = indented(one_line(check.why), 4, look.width)
    if cells(head) + 2 + cells(where) <= look.width:
        return [f"{head}  {where}", *lines]
    return [head, f"    {where}", *lines]


def _not_compared(report: Report, index: Index, look: Look) -> list[str]:
    reasons: dict[str, list[NotCompared]] = {}
    for each in report.not_compared:
        reasons.setdefault(each.reason, []).append(each)
    # What a reader may want to look at comes first, furniture of the page last.
    ordered = sorted(reasons, key=lambda each: (not _telling(reasons[each], index), each))
    return [
        line
        for reason in ordered
        for line in ["", *_not_compared_for(reason, reasons[reason], index, look)]
    ]


def _telling(group: list[NotCompared], index: Index) -> bool:
    """Tell whether any of the claims is more than furniture or a date of publication."""
    return any(
        claim.region is not RegionKind.BOILERPLATE
        and not (claim.mention.timex and claim.mention.timex.role is TimexRole.PUBLICATION)
        for each in group
        for claim in index.claims_of(each.claims)
    )


def _not_compared_for(reason: str, group: list[NotCompared], index: Index, look: Look) -> list[str]:
    head = f"Not compared ({one_line(reason)}):"
    if look.everything:
        return [
            *wrap(head, look.width),
            *(line for each in group for line in _listed(each, index, look)),
        ]
    if not _telling(group, index):
        return wrap(f"{head} {len(group)}, listed by --all", look.width)
    few = "; ".join(_brief(each, index) for each in group[:_LISTED])
    hidden = len(group) - _LISTED
    more = f" … and {hidden} more: --all" if hidden > 0 else ""
    return hanging(f"{head} {few}{more}", 4, look.width)


def _listed(each: NotCompared, index: Index, look: Look) -> list[str]:
    lines = []
    for claim in index.claims_of(each.claims):
        text = (
            f"  {index.letter_of(claim)}  {in_list(index.by_id[claim.article_id], claim.mention)}"
        )
        where = index.place(claim)
        if cells(text) + 2 + cells(where) <= look.width:
            lines.append(f"{text}  {where}")
        else:
            lines += [*hanging(text, 4, look.width), f"     {where}"]
    return lines


def _brief(each: NotCompared, index: Index) -> str:
    parts = []
    for claim in index.claims_of(each.claims[:2]):
        article = index.by_id[claim.article_id]
        line, column = article.source.position(claim.mention.span.start)
        letter = index.letter_of(claim)
        parts.append(f"{clip(in_list(article, claim.mention), 48)} ({letter} {line}:{column})")
    return " / ".join(parts)


def _summary(report: Report, look: Look) -> list[str]:
    counts = Counter(finding.verdict for finding in report.findings)
    parts = [
        _count(counts[verdict], verdict, _PLURALS.get(verdict))
        for verdict in RANK
        if counts[verdict] or verdict is Verdict.CONFLICT
    ]
    if report.skipped:
        parts.append(f"{len(report.skipped)} skipped")
    line = f"{' · '.join(parts)}.  {CLOSING}"
    if cells(line) <= look.width:
        return [look.strong(line)]
    return [
        *map(look.strong, wrap(f"{' · '.join(parts)}.", look.width)),
        *wrap(CLOSING, look.width),
    ]


def _count(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
