"""Crowds: how many figures one article gives for what looks like one question.

Where a match report tells the points of five players, that two figures are points scored says
little: the words of the question do not tell its figures apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from claimcheck.linking.words import LinkWords
from claimcheck.model.claim import Claim

Question = tuple[str, bool, str, str]


class Crowds:
    """Counts the different figures, and days, of each article by their head and frame."""

    def __init__(self, claims: Iterable[Claim], words: LinkWords) -> None:
        """Count once; repeats count nothing."""
        self._words = words
        self._figures: dict[Question, set[str]] = defaultdict(set)
        for claim in claims:
            if claim.repeats is None:
                self._figures[self._question(claim)].add(_figure(claim))

    def level(self, left: Claim, right: Claim) -> str:
        """Name how crowded the question of two claims is, in the fuller of their articles."""
        most = max(len(self._figures.get(self._question(one), ())) for one in (left, right))
        return "alone" if most <= 1 else "few" if most <= _FEW else "many"

    def _question(self, claim: Claim) -> Question:
        slots = claim.measurand
        head = self._words.stemmer.stem(slots.counted.split()[-1]) if slots.counted else ""
        return claim.article_id, claim.mention.quantity is None, head, slots.frame


def _figure(claim: Claim) -> str:
    """Give what tells one figure from another: the value, or the day."""
    quantity, timex = claim.mention.quantity, claim.mention.timex
    if quantity is not None:
        return str(quantity.low.normalize())
    return timex.value if timex is not None else ""


_FEW = 2
