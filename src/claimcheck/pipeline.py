"""The pipeline: the only place where the stages meet.

`extract` is one article to its claims; `compare` is claims to a report. Both are pure: same input,
same bytes out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from claimcheck import __version__
from claimcheck.claims.build import claims
from claimcheck.claims.words import ClaimWords, claim_words
from claimcheck.grammar.anchor import assign_roles, narrow, solve
from claimcheck.grammar.parser import Grammar, compile_grammar, recognise
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.resolve import resolve_all
from claimcheck.linking.background import Background
from claimcheck.linking.blocking import comparable
from claimcheck.linking.clusters import clusters
from claimcheck.linking.link import link
from claimcheck.linking.profile import Profile, profile
from claimcheck.linking.words import LinkWords, link_words
from claimcheck.model.article import Anchor, Article, RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.link import Link, Relation
from claimcheck.model.mention import Mention, TimexRole
from claimcheck.model.report import Extraction, NotCompared, Report, Skipped
from claimcheck.rules.checks import checks
from claimcheck.rules.findings import findings, in_order
from claimcheck.rules.judge import Context, engine
from claimcheck.rules.reconcile import reconcile
from claimcheck.rules.ruleset import Ruleset
from claimcheck.text.regions import regions
from claimcheck.text.sentences import sentences


class Stages(NamedTuple):
    """Each stage's own index of the lexicon."""

    grammar: Grammar
    claims: ClaimWords
    linking: LinkWords


_COMPILED: dict[str, Stages] = {}
_KEPT = 4


def stages(lexicon: Lexicon) -> Stages:
    """Compile the lexicon for every stage, once for each digest."""
    digest = lexicon["digest"]
    if digest not in _COMPILED:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        _COMPILED[digest] = Stages(
            compile_grammar(lexicon), claim_words(lexicon), link_words(lexicon)
        )
    return _COMPILED[digest]


def extract(article: Article, lexicon: Lexicon) -> Extraction:
    """Read one article: its regions, anchor, mentions and claims."""
    ready = stages(lexicon)
    if not article.regions:
        article = article._replace(regions=regions(article.text, lexicon["furniture"]))
    readings = recognise(article.text, ready.grammar)
    anchor = solve(article, readings)
    article = article._replace(published=anchor)
    return _resolved(article, assign_roles(article, readings, anchor), ready)


def _resolved(article: Article, readings: Sequence[Reading], ready: Stages) -> Extraction:
    """Resolve the readings of an article against its anchor, and build its claims."""
    resolved = resolve_all(readings, article.published)
    spans = sentences(article.text)
    mentions = _mentions(article, resolved, spans)
    return Extraction(article, spans, mentions, claims(article, spans, mentions, ready.claims))


def _mentions(
    article: Article, readings: Sequence[Reading], spans: Sequence[tuple[int, int]]
) -> tuple[Mention, ...]:
    starts = [start for start, _ in spans]
    return tuple(
        Mention(
            article.id,
            max(0, bisect_right(starts, reading.span.start) - 1),
            reading.span,
            article.excerpt(reading.span),
            reading.dimension,
            reading.quantity,
            reading.timex,
            reading.trace,
        )
        for reading in readings
    )


class Backing(NamedTuple):
    """What new articles are held against: known articles, and what an archive knows besides.

    `profiles` are of archived articles, by id: of those too little text is kept to take a profile
    anew. `background` counts what an archive holds that is not at hand.
    """

    extractions: tuple[Extraction, ...] = ()
    profiles: Mapping[str, Profile] = {}
    background: Background | None = None


def compare(
    extractions: Sequence[Extraction], ruleset: Ruleset, skipped: Sequence[Skipped] = ()
) -> Report:
    """Put claims side by side: link, judge, check. The order of the articles does not matter."""
    return _compared(Backing(tuple(extractions)), ruleset, skipped, None)


def _compared(
    given: Backing,
    ruleset: Ruleset,
    skipped: Sequence[Skipped],
    focus: AbstractSet[str] | None,
) -> Report:
    """Compare articles; with a focus (article ids), only link and check what touches it."""
    ready = stages(ruleset.lexicon)
    ordered = sorted(_narrowed(given.extractions, ready), key=_report_order)
    by_article = {one.article.id: one for one in ordered}
    found = tuple(claim for one in ordered for claim in one.claims)
    profiles = [
        given.profiles.get(one.article.id) or profile(one.article, ready.linking) for one in ordered
    ]
    linked = link(profiles, found, ready.linking, background=given.background, focus=focus)
    by_id = {claim.id: claim for claim in found}
    judges = engine(ruleset)
    first = tuple(
        judges.judge(
            one, left, right, Context(by_article[left.article_id], by_article[right.article_id])
        )
        for one in linked.links
        for left, right in [(by_id[one.left], by_id[one.right])]
    )
    judgements = reconcile(linked.links, first, by_article, ruleset)
    checked = [checks(one, ruleset) for one in ordered if focus is None or one.article.id in focus]
    told = in_order(
        [
            *findings(linked.links, judgements, by_article, ruleset),
            *(finding for one in checked for finding in one.findings),
        ]
    )
    return Report(
        tool_version=__version__,
        ruleset_digest=ruleset.digest,
        articles=tuple(one.article for one in ordered),
        stories=linked.stories,
        claims=found,
        links=linked.links,
        judgements=judgements,
        findings=told,
        checks=tuple(check for one in checked for check in one.checks),
        not_compared=_not_compared(found, linked.links, told),
        skipped=tuple(sorted(skipped)),
        clusters=clusters(linked.links, found, {one.article.id: one.article for one in ordered}),
        skewed=linked.skewed,
    )


def check(
    new: Sequence[Extraction],
    known: Backing,
    ruleset: Ruleset,
    skipped: Sequence[Skipped] = (),
    focus: AbstractSet[str] | None = None,
) -> Report:
    """Put new articles beside each other and beside known ones; tell what touches the new.

    With a focus (claim ids), tell only what touches those of their claims.
    """
    if focus is None:
        focus = frozenset(claim.id for one in new for claim in one.claims)
    ids = frozenset(one.article.id for one in new)
    # All is compared, so that a cluster holds the same claims as in a report on everything; of an
    # archive, what is near the new articles.
    beside = {one.article for one in known.profiles.values() if one.names}
    near = ids | beside if known.background is not None else None
    everything = known._replace(extractions=(*new, *known.extractions))
    return touching(_compared(everything, ruleset, skipped, near), focus, ids)


def touching(report: Report, focus: AbstractSet[str], articles: AbstractSet[str]) -> Report:
    """Cut a report down to what touches some claims (the focus) of the new articles (ids).

    Kept are the findings on a claim of the focus, the links of their claims, and the articles
    behind them; the new articles are kept whatever is found in them.
    """
    told = tuple(one for one in report.findings if not focus.isdisjoint(one.claims))
    shown = {key for one in told for key in one.claims} | focus
    kept = [
        (link, judgement)
        for link, judgement in zip(report.links, report.judgements, strict=True)
        if (link.left in shown and link.right in shown) or link.left in focus or link.right in focus
    ]
    near = shown.union(*((link.left, link.right) for link, _ in kept))
    owners = {claim.article_id for claim in report.claims if claim.id in near} | articles
    return report._replace(
        articles=tuple(one for one in report.articles if one.id in owners),
        stories=tuple(one for one in report.stories if not articles.isdisjoint(one.articles)),
        claims=tuple(c for c in report.claims if c.id in near or c.article_id in articles),
        links=tuple(link for link, _ in kept),
        judgements=tuple(judgement for _, judgement in kept),
        findings=told,
        checks=tuple(one for one in report.checks if one.article_id in articles),
        not_compared=tuple(one for one in report.not_compared if not focus.isdisjoint(one.claims)),
        focus=tuple(one.id for one in report.articles if one.id in articles),
    )


def _narrowed(extractions: Sequence[Extraction], ready: Stages) -> list[Extraction]:
    """Let undated articles take what their siblings know of the day, and resolve them anew."""
    ordered = sorted(extractions, key=lambda one: one.article.id)
    if all(one.article.published.known for one in ordered):
        return ordered
    dates = {
        one.article.id: tuple((m.span, m.timex) for m in one.mentions if m.timex is not None)
        for one in ordered
    }
    anchors = narrow([one.article for one in ordered], dates)
    return [_at(one, anchors[one.article.id], ready) for one in ordered]


def _at(extraction: Extraction, anchor: Anchor, ready: Stages) -> Extraction:
    """Give an extraction with another anchor; nothing is read anew."""
    if anchor == extraction.article.published:
        return extraction
    article = extraction.article._replace(published=anchor)
    readings = [
        Reading(one.span, one.dimension, one.quantity, one.timex, one.trace)
        for one in extraction.mentions
    ]
    return _resolved(article, readings, ready)


def _report_order(extraction: Extraction) -> tuple[date, str]:
    """Order articles by when they were written, then by content: never by their names."""
    published = extraction.article.published
    return published.best or published.earliest or date.max, extraction.article.id


def _not_compared(
    found: Sequence[Claim], links: Sequence[Link], told: Sequence[Finding]
) -> tuple[NotCompared, ...]:
    """Name every claim that no finding tells of and no link compares as the same, and why."""
    seen = {key for finding in told for key in finding.claims}
    seen |= {key for one in links if one.relation in _COMPARED for key in (one.left, one.right)}
    possible = {key for one in links for key in (one.left, one.right)}
    return tuple(
        NotCompared((claim.id,), _reason(claim, possibly_same=claim.id in possible))
        for claim in found
        if claim.id not in seen
    )


_COMPARED = frozenset((Relation.SAME, Relation.PART_OF, Relation.HAS_PART))


def _reason(claim: Claim, *, possibly_same: bool) -> str:
    timex = claim.mention.timex
    if claim.region is RegionKind.BOILERPLATE:
        return "page furniture"
    if timex is not None and timex.role is TimexRole.PUBLICATION:
        return "publication date"
    if possibly_same:
        return "possibly the same question"
    return "one source only" if comparable(claim) else "no event or amount of its own"


def compare_texts(
    texts: Sequence[str], ruleset: Ruleset, dates: Sequence[date | None] = ()
) -> Report:
    """Compare plain texts as if each were an article; `dates` are the days they appeared."""
    days = (*dates, *(None for _ in texts))
    articles = (
        Article.from_text(text, id=f"text-{number}", date=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=False), start=1)
    )
    return compare([extract(article, ruleset.lexicon) for article in articles], ruleset)
