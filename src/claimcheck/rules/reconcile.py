"""Second thoughts on conflicts that the rest of a cluster speaks against.

Where one of the two articles also gives the other's value for what looks like the same question,
or both sentences give both values, the texts do not disagree: the link was too generous. Such a
conflict becomes unresolved.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Condition, Judgement, Verdict
from claimcheck.model.link import Link, Relation
from claimcheck.model.report import Extraction
from claimcheck.rules.judge import engine
from claimcheck.rules.ruleset import BOTH_SAY_BOTH, Ruleset

Values = dict[tuple[str, int], set[object]]

__all__ = ["BOTH_SAY_BOTH", "reconcile"]


def reconcile(
    links: Sequence[Link],
    judgements: Sequence[Judgement],
    extractions: Mapping[str, Extraction],
    ruleset: Ruleset,
) -> tuple[Judgement, ...]:
    """Give the judgements, those conflicts softened that an article itself speaks against."""
    agreeing = _agreeing(links, judgements)
    side = engine(ruleset).side
    claims = {c.id: (c, one) for one in extractions.values() for c in one.claims}

    values = _values(claim for claim, _ in claims.values())

    def vouched(mine: str, other: str) -> str | None:
        """Find a claim of another sentence of my article that agrees with the other claim."""
        claim, extraction = claims[mine]
        for key in sorted(agreeing.get(other, ())):
            rival, where = claims[key]
            if key != mine and rival.article_id == claim.article_id:
                again = not side(rival, where).runs.isdisjoint(side(claim, extraction).runs)
                if rival.sentence != claim.sentence and not again:
                    return side(rival, where).words
        return None

    def copied(link: Link) -> bool:
        """Tell whether both claims stand at one place of one sentence, printed twice."""
        left, right = (side(*claims[key]) for key in (link.left, link.right))
        return not left.places.isdisjoint(right.places)

    softened: list[Judgement] = []
    for link, judgement in zip(links, judgements, strict=True):
        words = None
        if judgement.verdict is Verdict.CONFLICT and link.relation is Relation.SAME:
            words = _listed(claims[link.left][0], claims[link.right][0], values)
            if words is None and not copied(link):
                words = vouched(link.left, link.right) or vouched(link.right, link.left)
        softened.append(_softened(judgement, words) if words else judgement)
    return tuple(softened)


def _listed(left: Claim, right: Claim, values: Values) -> str | None:
    """Give the other value where both sentences hold both: two items of one list.

    One figure with another unit or bound is one item, put in two ways.
    """
    if _value(left) == _value(right):
        return None
    mine = _value(left) in values[right.article_id, right.sentence]
    other = _value(right) in values[left.article_id, left.sentence]
    return right.mention.text if mine and other else None


def _values(claims: Iterable[Claim]) -> Values:
    """Give the values of each sentence."""
    found: Values = {}
    for claim in claims:
        found.setdefault((claim.article_id, claim.sentence), set()).add(_value(claim))
    return found


def _value(claim: Claim) -> object:
    quantity, timex = claim.mention.quantity, claim.mention.timex
    if quantity is not None:
        return quantity.low, quantity.high
    return timex and timex.value


def _agreeing(links: Sequence[Link], judgements: Sequence[Judgement]) -> dict[str, set[str]]:
    """Give for each claim the claims that say the same of the same question."""
    found: dict[str, set[str]] = {}
    for link, judgement in zip(links, judgements, strict=True):
        if judgement.verdict is Verdict.AGREEMENT and link.relation is Relation.SAME:
            found.setdefault(link.left, set()).add(link.right)
            found.setdefault(link.right, set()).add(link.left)
    return found


def _softened(judgement: Judgement, words: str) -> Judgement:
    seen = f'the same article also says "{words}"'
    because = (*judgement.because, Condition("both_values", held=True, seen=seen))
    return judgement._replace(
        verdict=BOTH_SAY_BOTH.verdict, rule=BOTH_SAY_BOTH.code, because=because
    )
