"""Texts with one figure or date changed: what the pipeline says of the change.

Run as a script (`make eval-mutations`). Articles of the public clusters, of the real articles and
of our samples are edited in one place, by an editor that knows whether the edit contradicts the
original. Two settings: the original beside its altered copy, and the altered article among its
siblings, held against a sibling that agreed before. A contradiction is caught when its two sides
are in conflict or a check speaks of the altered claim; a harmless edit is a false alarm when they
are, or when a check speaks that did not before.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.quality.edits import CONTRADICTIONS, HARMLESS, Target, target

from claimcheck import Article, Report, compare, extract, load_rules, read
from claimcheck.model.article import RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Verdict
from claimcheck.model.link import Link, Relation
from claimcheck.model.mention import TimexRole
from claimcheck.model.report import Extraction
from claimcheck.rules.judge import Context, engine
from claimcheck.rules.ruleset import Ruleset

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CLUSTERS = SHARED / "evals" / "gold" / "clusters"
ABSENT = "the public clusters (../shared/evals) are not here"
_OF_EACH = 40  # edits of one kind among the copies
_IN_FOLDER = 2  # edits of one kind in one folder among the siblings
_LINKED = frozenset((Relation.SAME, Relation.PART_OF, Relation.HAS_PART))
_SAME_SAID = frozenset(("CC101", "CC102", "CC104"))  # one value, not one within the other


class Edit(NamedTuple):
    """One altered article: what was changed in which claim."""

    kind: str
    article: Article
    aim: Target
    new: str

    @property
    def altered(self) -> Article:
        """The article after the edit, another article of the same day."""
        text = self.article.text[: self.aim.start] + self.new + self.article.text[self.aim.end :]
        day = self.article.published.best if self.article.published.known else None
        return Article.from_text(text, id=f"{self.article.id}-altered", date=day)


class Outcome(NamedTuple):
    """How one edit ended: whether its sides were linked, and whether an alarm was raised."""

    edit: Edit
    linked: bool
    alarm: bool
    said: str


class Tally(NamedTuple):
    """Counts of one kind of edit."""

    kind: str
    edits: int
    linked: int
    alarms: int  # among the linked for contradictions, among all for harmless edits

    @property
    def share(self) -> float:
        """Alarms as a share of what they are counted among."""
        return self.alarms / self.linked if self.linked else 0.0


@cache
def rules() -> Ruleset:
    """Load the rules once."""
    return load_rules()


def folders() -> tuple[tuple[Extraction, ...], ...]:
    """Read every folder of articles, each once."""
    places = [ROOT / "data" / "articles", SHARED / "seeds"]
    places += sorted(path for path in CLUSTERS.iterdir() if path.is_dir())
    return tuple(
        tuple(extract(article, rules()) for article in read(str(place))) for place in places
    )


def claims_of(extraction: Extraction) -> Iterator[Claim]:
    """Give the claims worth an edit: in the text proper, with a question of their own."""
    for claim in extraction.claims:
        timex, kind = claim.mention.timex, claim.region
        if kind is RegionKind.BOILERPLATE or claim.repeats is not None:
            continue
        if timex is not None and timex.role is TimexRole.PUBLICATION:
            continue
        if claim.measurand.head or claim.measurand.frame:
            yield claim


Place = tuple[Article, Claim]


def edits(found: Sequence[Place], most: int, *, harmful: bool) -> Iterator[Edit]:
    """Give a fair sample of edits of every kind."""
    for kind, editor in (CONTRADICTIONS if harmful else HARMLESS).items():
        rng = Random(kind)  # noqa: S311  a sample, the same on every run
        places = list(found)
        rng.shuffle(places)
        given = 0
        for article, claim in places:
            aim = target(article.text, claim)
            new = editor(aim, rng)
            if new is not None and new != aim.words and given < most:
                given += 1
                yield Edit(kind, article, aim, new)


def copies(
    every: Sequence[Sequence[Extraction]], *, harmful: bool, most: int = _OF_EACH
) -> Iterator[Outcome]:
    """Put each original beside its altered copy."""
    flat = {one.article.id: one for folder in every for one in folder}
    places = [(one.article, claim) for one in flat.values() for claim in claims_of(one)]
    for edit in edits(places, most, harmful=harmful):
        original = flat[edit.article.id]
        alone = compare([original], rules())
        report = compare([original, extract(edit.altered, rules())], rules())
        yield _outcome(edit, report, alone, {edit.aim.claim.id})


def siblings(every: Sequence[Sequence[Extraction]], *, harmful: bool) -> Iterator[Outcome]:
    """Put the altered article in its folder, and hold it against siblings that agreed with it."""
    for folder in every:
        before = compare(folder, rules())
        partners = _partners(before, {one.article.id: one for one in folder})
        places = [
            (one.article, claim)
            for one in folder
            for claim in claims_of(one)
            if claim.id in partners
        ]
        for edit in edits(places, _IN_FOLDER, harmful=harmful):
            others = [one for one in folder if one.article.id != edit.article.id]
            report = compare([*others, extract(edit.altered, rules())], rules())
            yield _outcome(edit, report, before, partners[edit.aim.claim.id])


def _times(link: Link, owner: Mapping[str, Claim], articles: Mapping[str, Extraction]) -> str:
    left, right = owner[link.left], owner[link.right]
    context = Context(articles[left.article_id], articles[right.article_id])
    return str(engine(rules()).facts(link, left, right, context).times)


def _partners(report: Report, by_article: Mapping[str, Extraction]) -> dict[str, set[str]]:
    """Give the claims of other articles that say the same of one moment as each claim."""
    owner = {claim.id: claim for claim in report.claims}
    found: dict[str, set[str]] = {}
    for link, judgement in zip(report.links, report.judgements, strict=True):
        if judgement.rule not in _SAME_SAID or link.relation is not Relation.SAME:
            continue
        if _times(link, owner, by_article) == "apart":
            continue
        for mine, other in ((link.left, link.right), (link.right, link.left)):
            if owner[mine].article_id != owner[other].article_id:
                found.setdefault(mine, set()).add(other)
    return found


def _outcome(edit: Edit, report: Report, before: Report, partners: set[str]) -> Outcome:
    altered = edit.altered.id
    reach = range(edit.aim.start - 1, edit.aim.start + len(edit.new) + 1)
    mine = {
        claim.id
        for claim in report.claims
        if claim.article_id == altered and claim.mention.span.start in reach
    }
    pairs = [
        (link, judgement)
        for link, judgement in zip(report.links, report.judgements, strict=True)
        if _joins(link, mine, partners)
    ]
    linked = any(link.relation in _LINKED for link, _ in pairs)
    said = " ".join(f"{link.relation}:{judged.rule}" for link, judged in pairs) or "no link"
    checked = [
        finding.rule
        for finding in report.findings
        if finding.verdict is Verdict.CHECK and mine & set(finding.claims)
    ]
    conflict = any(judged.verdict is Verdict.CONFLICT for _, judged in pairs)
    if edit.kind in HARMLESS:
        fresh = [check for check in checked if check not in _checks(before)]
        return Outcome(edit, linked, conflict or bool(fresh), f"{said} | {fresh}")
    alarm = conflict or bool(checked)
    return Outcome(edit, linked or bool(checked), alarm, f"{said} {checked}")


def _joins(link: Link, mine: set[str], partners: set[str]) -> bool:
    left, right = link.left in mine, link.right in mine
    return (left and link.right in partners) or (right and link.left in partners)


def _checks(report: Report) -> set[str]:
    """Give the checks of a report that found something."""
    return {one.rule for one in report.findings if one.verdict is Verdict.CHECK}


def tallies(outcomes: Sequence[Outcome], *, harmful: bool) -> list[Tally]:
    """Add up by kind; the last row is all of them."""
    kinds: Mapping[str, object] = CONTRADICTIONS if harmful else HARMLESS
    rows = [_tally(kind, [o for o in outcomes if o.edit.kind == kind], harmful) for kind in kinds]
    return [*(row for row in rows if row.edits), _tally("all", outcomes, harmful)]


def _tally(kind: str, outcomes: Sequence[Outcome], harmful: bool) -> Tally:  # noqa: FBT001  as above
    counted = [one for one in outcomes if one.linked or not harmful]
    return Tally(kind, len(outcomes), len(counted), sum(one.alarm for one in counted))


def main() -> int:
    """Print the tables; with a word as argument, also the failures of the kinds it starts."""
    if not CLUSTERS.is_dir():
        print(ABSENT)
        return 0
    wanted = sys.argv[1] if len(sys.argv) > 1 else None
    every = folders()
    for setting in (copies, siblings):
        if len(sys.argv) > 2 and setting.__name__ != sys.argv[2]:
            continue
        for harmful in (True, False):
            outcomes = list(setting(every, harmful=harmful))
            print(f"\n{setting.__name__}, {'contradictions' if harmful else 'harmless'}")
            for row in tallies(outcomes, harmful=harmful):
                print(f"  {row.kind:20}{row.edits:5}{row.linked:5}{row.alarms:5}  {row.share:.1%}")
            if wanted is not None:
                _show(outcomes, wanted, harmful=harmful)
    return 0


def _show(outcomes: Sequence[Outcome], wanted: str, *, harmful: bool) -> None:
    for one in outcomes:
        failed = one.alarm != harmful
        if failed and one.edit.kind.startswith(wanted):
            aim, text = one.edit.aim, one.edit.article.text
            before = text[max(0, aim.start - 70) : aim.start].replace("\n", " / ")
            after = text[aim.end : aim.end + 50].replace("\n", " / ")
            place = Path(one.edit.article.path).name
            print(f"   {one.edit.kind}: {place}: {before}[{aim.words} -> {one.edit.new}]{after}")
            print(f"       {one.said}")


if __name__ == "__main__":
    sys.exit(main())
