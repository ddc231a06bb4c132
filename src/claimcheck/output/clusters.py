"""Clusters for people: each question that several claims answer, its values, its relations."""

from __future__ import annotations

from collections import Counter

from claimcheck.model.finding import Verdict
from claimcheck.model.link import Cluster, Relation
from claimcheck.model.report import Report
from claimcheck.output.cells import indented, wrap
from claimcheck.output.index import Index
from claimcheck.output.look import RANK, Look
from claimcheck.output.safe import one_line

_SHOWN = 12  # values of a cluster shown without --all
_SKEWED = 8


def clusters(report: Report, look: Look) -> str:
    """Render the clusters of a report, those on most articles first."""
    if not report.clusters:
        return look.finish(["No two claims were found to answer the same question."])
    index = Index.of(report)
    spread = {one.id: len(_articles(one, index)) for one in report.clusters}
    ranked = sorted(report.clusters, key=lambda one: -spread[one.id])
    names = {one.id: one.name for one in ranked}
    verdicts = _verdicts(report)
    lines: list[str] = []
    for one in ranked:
        lines += [*_heading(one, spread[one.id], look), *_values(one, index, look)]
        lines += _relations(one, names, verdicts[one.id], look)
        lines += [""]
    return look.finish([*lines, *_skewed(report, look), _summary(report)])


def _heading(cluster: Cluster, articles: int, look: Look) -> list[str]:
    counted = f"{len(cluster.claims)} claims, {articles} article{'' if articles == 1 else 's'}"
    label = look.faint(f"{counted}  id {one_line(cluster.id)}")
    return [f"{look.strong(one_line(cluster.name))}  {label}"]


def _values(cluster: Cluster, index: Index, look: Look) -> list[str]:
    shown = cluster.claims if look.everything else cluster.claims[:_SHOWN]
    lines = []
    for claim in index.claims_of(shown):
        value = f"{index.letter_of(claim)}  {one_line(claim.mention.text)}"
        lines.append(f"  {value}  {look.faint(index.place(claim))}")
    hidden = len(cluster.claims) - len(shown)
    return [*lines, look.faint(f"  and {hidden} more: --all")] if hidden else lines


def _relations(
    cluster: Cluster, names: dict[str, str], verdicts: Counter[Verdict], look: Look
) -> list[str]:
    lines = []
    for whole in cluster.part_of:
        lines += indented(f"part of {one_line(names[whole])} (id {one_line(whole)})", 2, look.width)
    if verdicts:
        told = ", ".join(
            f"{look.symbol(verdict)} {verdicts[verdict]} {verdict.value}"
            for verdict in sorted(verdicts, key=RANK.__getitem__)
        )
        lines += indented(f"pairs: {told}", 2, look.width)
    return lines


def _verdicts(report: Report) -> dict[str, Counter[Verdict]]:
    """Count the verdicts on the links inside each cluster."""
    owner = {key: one.id for one in report.clusters for key in one.claims}
    found: dict[str, Counter[Verdict]] = {one.id: Counter() for one in report.clusters}
    for link, judgement in zip(report.links, report.judgements, strict=True):
        mine = owner.get(link.left)
        if link.relation is Relation.SAME and mine and mine == owner.get(link.right):
            found[mine][judgement.verdict] += 1
    return found


def _articles(cluster: Cluster, index: Index) -> set[str]:
    return {claim.article_id for claim in index.claims_of(cluster.claims)}


def _skewed(report: Report, look: Look) -> list[str]:
    if not report.skewed:
        return []
    shown = "; ".join(map(one_line, report.skewed[:_SKEWED]))
    more = len(report.skewed) - _SKEWED
    told = f"Too common to compare by: {shown}" + (f"; and {more} more" if more > 0 else "")
    return [*wrap(told + ".", look.width), ""]


def _summary(report: Report) -> str:
    count = len(report.clusters)
    claims = sum(len(one.claims) for one in report.clusters)
    return f"{count} question{'' if count == 1 else 's'} with {claims} claims."
