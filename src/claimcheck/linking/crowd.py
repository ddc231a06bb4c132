"""Crowds: how many figures one article gives for what looks like one question.

Where a match report tells the points of five players, that two figures are points scored says
little: the words of the question do not tell its figures apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from claimcheck.linking.words import LinkWords
from claimcheck.model.claim import Claim

Question = tuple[str, str, str]


class Crowds:
    """Counts the different figures of each article by what they count and the frame they are in."""

    def __init__(self, claims: Iterable[Claim], words: LinkWords) -> None:
        """Count once; repeats count nothing."""
        self._words = words
        self._figures: dict[Question, set[Decimal]] = defaultdict(set)
        for claim in claims:
            if claim.mention.quantity is not None and claim.repeats is None:
                self._figures[self._question(claim)].add(claim.mention.quantity.low)

    def level(self, left: Claim, right: Claim) -> str:
        """Name how crowded the question of two claims is, in the fuller of their articles."""
        most = max(len(self._figures.get(self._question(one), ())) for one in (left, right))
        return "alone" if most <= 1 else "few" if most <= _FEW else "many"

    def _question(self, claim: Claim) -> Question:
        slots = claim.measurand
        head = self._words.stemmer.stem(slots.counted.split()[-1]) if slots.counted else ""
        return claim.article_id, head, slots.frame


_FEW = 2
