"""Findings: what a reader should see of a cluster of claims that answer one question.

One finding a disagreement, not one a pair: five sources against one are one finding, with the
majority and the outliers named and copies counted once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Judgement, Severity, Verdict
from claimcheck.model.link import Link, Relation
from claimcheck.model.mention import Bound
from claimcheck.model.report import Extraction
from claimcheck.rules.facts import Facts
from claimcheck.rules.interval import figure
from claimcheck.rules.judge import Engine, engine
from claimcheck.rules.message import fill
from claimcheck.rules.origins import Groups, origins
from claimcheck.rules.question import question
from claimcheck.rules.ruleset import OPEN, Rule, Ruleset
from claimcheck.rules.sides import Context, Side, reach
from claimcheck.rules.strength import doubts, may_weaken, strength

_LOUDNESS = (Severity.ERROR, Severity.WARNING, Severity.NOTE, Severity.NONE)
_WORST = (
    Verdict.CONFLICT,
    Verdict.CHECK,
    Verdict.UNRESOLVED,
    Verdict.APPROXIMATION,
    Verdict.COMPATIBLE,
    Verdict.AGREEMENT,
)
_PARTS = frozenset((Relation.PART_OF, Relation.HAS_PART))
_SHOWN = 4  # values named in a note before "and so many more"


class _Pair(NamedTuple):
    """A judged link with its rule, and what weakens the rule's evidence."""

    link: Link
    judgement: Judgement
    rule: Rule
    doubts: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """How loudly the rule may speak of this link."""
        return strength(self.rule, self.doubts)


class _Desk:
    """What the findings are written from: the claims, their articles, the rules."""

    def __init__(self, extractions: Mapping[str, Extraction], ruleset: Ruleset) -> None:
        self.engine: Engine = engine(ruleset)
        self.extractions = extractions
        self.claims: dict[str, Claim] = {
            claim.id: claim for one in extractions.values() for claim in one.claims
        }
        self.rules = {rule.code: rule for rule in (*ruleset.rules, *OPEN)}
        places = [claim.id for one in extractions.values() for claim in one.claims]
        self.order = {key: index for index, key in enumerate(places)}

    def side(self, key: str) -> Side:
        """Give a claim as a side of a link."""
        claim = self.claims[key]
        return self.engine.side(claim, self.extractions[claim.article_id])

    def facts(self, link: Link) -> Facts:
        """Give the facts of a judged link."""
        left, right = self.claims[link.left], self.claims[link.right]
        context = Context(self.extractions[left.article_id], self.extractions[right.article_id])
        return self.engine.facts(link, left, right, context)

    def pair(self, link: Link, judgement: Judgement) -> _Pair:
        """Put a judged link beside its rule and what weakens it."""
        rule = self.rules[judgement.rule]
        if not may_weaken(rule):
            return _Pair(link, judgement, rule)
        return _Pair(link, judgement, rule, doubts(rule, self.facts(link)))


def findings(
    links: Sequence[Link],
    judgements: Sequence[Judgement],
    extractions: Mapping[str, Extraction],
    ruleset: Ruleset,
) -> tuple[Finding, ...]:
    """Sum up the judgements of each cluster, worst first; `extractions` are by article id."""
    desk = _Desk(extractions, ruleset)
    pairs = [desk.pair(*judged) for judged in zip(links, judgements, strict=True)]
    same = [pair for pair in pairs if pair.link.relation is Relation.SAME]
    clusters = Groups(sorted({key for pair in same for key in (pair.link.left, pair.link.right)}))
    for pair in same:
        clusters.join(pair.link.left, pair.link.right)
    found = [*_of_clusters(desk, clusters, same), *_of_parts(desk, clusters, pairs)]
    return in_order(found)


def in_order(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Sort findings: the worst verdict first, then the loudest, then by rule and content."""
    return tuple(
        sorted(
            found,
            key=lambda f: (
                _WORST.index(f.verdict),
                _LOUDNESS.index(f.severity),
                f.rule,
                -len(f.claims),
                f.id,
            ),
        )
    )


def _of_clusters(desk: _Desk, clusters: Groups, same: Sequence[_Pair]) -> Iterator[Finding]:
    by_cluster: dict[tuple[str, Verdict], list[_Pair]] = {}
    for pair in same:
        key = (clusters.root(pair.link.left), pair.judgement.verdict)
        by_cluster.setdefault(key, []).append(pair)
    for (_, verdict), pairs in sorted(by_cluster.items()):
        if verdict is Verdict.AGREEMENT:
            yield from _agreements(desk, pairs)
        else:
            yield _finding(desk, pairs)


def _agreements(desk: _Desk, pairs: Sequence[_Pair]) -> Iterator[Finding]:
    """Give one finding for each set of claims that agree across articles."""
    members = sorted({key for pair in pairs for key in (pair.link.left, pair.link.right)})
    groups = Groups(members)
    for pair in pairs:
        groups.join(pair.link.left, pair.link.right)
    for group in groups.sets():
        within = [pair for pair in pairs if groups.root(pair.link.left) == group[0]]
        if len({desk.claims[key].article_id for key in group}) > 1:
            yield _finding(desk, within)


def _of_parts(desk: _Desk, clusters: Groups, pairs: Sequence[_Pair]) -> Iterator[Finding]:
    """Give one finding for each part and whole, as clusters, and for each verdict on them."""
    known = {key for members in clusters.sets() for key in members}
    grouped: dict[tuple[str, str, Verdict], list[_Pair]] = {}
    for pair in pairs:
        if pair.link.relation in _PARTS:
            part, whole = pair.link.left, pair.link.right
            if pair.link.relation is Relation.HAS_PART:
                part, whole = whole, part
            roots = [clusters.root(key) if key in known else key for key in (part, whole)]
            grouped.setdefault((*roots, pair.judgement.verdict), []).append(pair)  # type: ignore[arg-type]  # two roots
    for _, group in sorted(grouped.items()):
        yield _finding(desk, group)


def _finding(desk: _Desk, pairs: Sequence[_Pair]) -> Finding:
    """Write the finding of some judged links of one verdict; the strongest evidence speaks."""
    ranked = sorted(pairs, key=lambda pair: _rank(desk, pair))
    worst = ranked[0]
    keys = _members(desk, ranked)
    rule = worst.rule
    fields = _fields(desk, worst)
    return Finding(
        id=hashlib.sha256("|".join((rule.code, *sorted(keys))).encode()).hexdigest()[:8],
        rule=rule.code,
        name=rule.name,
        verdict=rule.verdict,
        severity=worst.severity,
        claims=keys,
        title=fields["question"] or rule.summary,
        message="; ".join((fill(rule.message, fields), *worst.doubts)),
        because=worst.judgement.because,
        notes=tuple(_notes(desk, ranked, keys)),
        origins=origins({key: desk.side(key) for key in keys}),
    )


def _rank(desk: _Desk, pair: _Pair) -> tuple[int, int, int, str, int, int]:
    """Order pairs: loudest rule, then two articles before one, then most conditions, then place."""
    left, right = desk.claims[pair.link.left], desk.claims[pair.link.right]
    return (
        _LOUDNESS.index(pair.severity),
        int(left.article_id == right.article_id),
        -len(pair.rule.when),
        pair.rule.code,
        desk.order[pair.link.left],
        desk.order[pair.link.right],
    )


def _members(desk: _Desk, ranked: Sequence[_Pair]) -> tuple[str, ...]:
    """Give the claims of the pairs, the worst pair first, the rest in report order."""
    first = (ranked[0].link.left, ranked[0].link.right)
    rest = {key for pair in ranked for key in (pair.link.left, pair.link.right)} - set(first)
    return (*first, *sorted(rest, key=lambda key: desk.order[key]))


def _fields(desk: _Desk, pair: _Pair) -> dict[str, str]:
    facts = desk.facts(pair.link)
    asked = [question(side) for side in facts.sides]
    fields = {"question": max(asked, key=len)}  # the one that says more; the first of equals
    for name, side, days in zip("ab", facts.sides, facts.moments, strict=True):
        attribution = side.claim.attribution
        fields[name] = side.words
        fields[f"{name}_reach"] = reach(side)
        fields[f"{name}_time"] = str(days) if days else "no date"
        fields[f"{name}_source"] = attribution.source if attribution else "no source named"
    fields["meeting"] = _meeting(*facts.sides)
    fields["difference"] = f"{figure(round(facts.difference * 100, 1))} %"
    return fields


def _meeting(a: Side, b: Side) -> str:
    """Say which figure lies in what the other wording allows, or what each of them allows."""
    if _one_figure(a, b):
        if a.words.casefold() == b.words.casefold():
            return f"both say {a.words}"
        return f'"{a.words}" and "{b.words}" give one figure'
    for point, other in ((a, b), (b, a)):
        if point.measured is None or other.measured is None:
            continue
        inside = other.measured.reach.holds(point.measured.reach)
        if inside and _is_point(point) and not _is_point(other):
            return f'{point.words} lies in {reach(other)}, what "{other.words}" allows'
    return f'"{a.words}" allows {reach(a)}, "{b.words}" allows {reach(b)}'


def _one_figure(a: Side, b: Side) -> bool:
    """Whether both give one figure, bare or hedged alike."""
    if a.measured is None or b.measured is None:
        return False
    bounds = {a.measured.bound, b.measured.bound}
    alike = len(bounds) == 1 or bounds == {Bound.EXACT, Bound.ABOUT}
    same = (a.measured.low, a.measured.high) == (b.measured.low, b.measured.high)
    return alike and same


def _is_point(side: Side) -> bool:
    return side.measured is not None and side.measured.reach.low == side.measured.reach.high


def _notes(desk: _Desk, ranked: Sequence[_Pair], keys: Sequence[str]) -> Iterator[str]:
    yield from _camps(desk, ranked, keys)
    others = sorted({pair.rule.code for pair in ranked} - {ranked[0].rule.code})
    if others:
        named = ", ".join(f"{code} {desk.rules[code].name}" for code in others)
        yield f"also: {named}"
    frames = _wordings(desk, ranked[0])
    if frames:
        yield frames


def _camps(desk: _Desk, ranked: Sequence[_Pair], keys: Sequence[str]) -> Iterator[str]:
    """Name the values of a conflict or approximation, those with most origins first."""
    if ranked[0].rule.verdict not in {Verdict.CONFLICT, Verdict.APPROXIMATION} or len(keys) < 3:
        return
    camps: dict[str, dict[str, Side]] = {}
    for key in keys:
        side = desk.side(key)
        camps.setdefault(side.words, {})[key] = side
    sized = sorted(
        ((origins(sides), words) for words, sides in camps.items()),
        key=lambda camp: (-camp[0], camp[1]),
    )
    shown = "; ".join(f"{words}: {_times(count, 'origin')}" for count, words in sized[:_SHOWN])
    more = len(sized) - _SHOWN
    yield shown + (f"; and {_times(more, 'more value')}" if more > 0 else "")


def _times(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")


def _wordings(desk: _Desk, pair: _Pair) -> str:
    """Say that the texts use other verbs or nouns for one thing, where they do."""
    words = []
    for key in (pair.link.left, pair.link.right):
        side = desk.side(key)
        spans = [span for slot, span in side.claim.measurand.spans if slot == "frame"]
        if not spans:
            return ""
        words.append(" ".join(side.article.text[spans[0].start : spans[0].end].split()))
    if words[0].lower() == words[1].lower():
        return ""
    return f'one text says "{words[0]}", the other "{words[1]}"'
