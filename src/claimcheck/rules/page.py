"""One article as the checks see it: its claims in text order, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeVar

from claimcheck.model.article import Article, RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.finding import CheckResult
from claimcheck.model.mention import Bound, Quantity, Timex, TimexRole, UnitKind
from claimcheck.model.report import Extraction
from claimcheck.rules.relations import Measured, measured
from claimcheck.rules.sides import Setting

_KEPT_OUT = frozenset((RegionKind.BOILERPLATE,))
_DATES = frozenset(("DATE", "TIME"))
_COUNTS = frozenset((UnitKind.COUNTED, UnitKind.NONE))


class Ruling(NamedTuple):
    """What a check says of some claims: how it ended, why in words and numbers, and its message."""

    claims: tuple[Claim, ...]
    result: CheckResult
    why: str


class Amount(NamedTuple):
    """A claim that is a quantity."""

    claim: Claim
    quantity: Quantity

    @property
    def start(self) -> int:
        """Where its figure begins."""
        return self.claim.mention.span.start

    @property
    def end(self) -> int:
        """Where its figure ends."""
        return self.claim.mention.span.end

    @property
    def is_count(self) -> bool:
        """Whether it counts people or things."""
        return self.quantity.unit_kind in _COUNTS

    @property
    def is_point(self) -> bool:
        """Whether it is one figure, bare or about."""
        bare = self.quantity.bound in {Bound.EXACT, Bound.ABOUT}
        return bare and self.quantity.low == self.quantity.high

    def like(self, other: Amount) -> bool:
        """Whether both can be added up: counts, or one currency or unit."""
        if self.is_count and other.is_count:
            return True
        return (self.quantity.unit, self.quantity.unit_kind) == (
            other.quantity.unit,
            other.quantity.unit_kind,
        )


class Dated(NamedTuple):
    """A claim that is a date."""

    claim: Claim
    timex: Timex

    @property
    def start(self) -> int:
        """Where the date begins."""
        return self.claim.mention.span.start

    @property
    def end(self) -> int:
        """Where the date ends."""
        return self.claim.mention.span.end


Piece = TypeVar("Piece", Amount, Dated)


class Page:
    """The claims of an article by sentence, and the text between them."""

    def __init__(self, extraction: Extraction, setting: Setting) -> None:
        """Sort the claims; page furniture is left out, but its dates are kept for the calendar."""
        self.article: Article = extraction.article
        self.sentences = extraction.sentences
        ordered = sorted(extraction.claims, key=lambda claim: claim.mention.span)
        self.furniture = tuple(_dated(c for c in ordered if c.region in _KEPT_OUT))
        body = [claim for claim in ordered if claim.region not in _KEPT_OUT]
        self.claims = tuple(body)
        self.amounts = tuple(_amounts(body))
        self.dates = tuple(_dated(body))
        self._amounts_of = _by_sentence(self.amounts)
        self._dates_of = _by_sentence(self.dates)
        self.policy = setting.policy
        self.units = setting.units
        self._wording = setting.wording
        self._persons = setting.persons

    def amounts_by_sentence(self) -> Iterator[tuple[int, tuple[Amount, ...]]]:
        """Give the amounts of each sentence that has some, repeats left out."""
        found: dict[int, list[Amount]] = {}
        for amount in self.amounts:
            if amount.claim.repeats is None:
                found.setdefault(amount.claim.sentence, []).append(amount)
        for sentence, amounts in found.items():
            yield sentence, tuple(amounts)

    def dates_of(self, sentence: int) -> tuple[Dated, ...]:
        """Give the dates of a sentence."""
        return self._dates_of.get(sentence, ())

    def amounts_of(self, sentence: int) -> tuple[Amount, ...]:
        """Give the amounts of a sentence, repeats and all."""
        return self._amounts_of.get(sentence, ())

    def sentence_text(self, sentence: int) -> str:
        """Give a sentence, "" outside the article."""
        if not 0 <= sentence < len(self.sentences):
            return ""
        start, end = self.sentences[sentence]
        return self.article.text[start:end]

    def between(self, start: int, end: int) -> str:
        """Give the text between two places, at most 2,000 characters of it."""
        return self.article.text[start : min(end, start + 2000)]

    def sentence_end(self, sentence: int) -> int:
        """Give the end of a sentence."""
        known = 0 <= sentence < len(self.sentences)
        return self.sentences[sentence][1] if known else len(self.article.text)

    def says(self, name: str, text: str) -> bool:
        """Whether a text holds a phrase of a list of wording.yaml."""
        return self.find(name, text) is not None

    def find(self, name: str, text: str) -> re.Match[str] | None:
        """Find the first phrase of a list of wording.yaml in a text."""
        phrases = tuple(self._wording.get(name, ()))
        return _phrases(phrases).search(text) if phrases else None

    def is_person(self, unit: str) -> bool:
        """Whether a counted noun names people."""
        return unit in self._persons

    def measured(self, quantity: Quantity) -> Measured:
        """Give the reach of a quantity under the policy."""
        return measured(quantity, self.policy)

    @property
    def publication(self) -> tuple[Claim, ...]:
        """The claims that give the day of publication."""
        return tuple(d.claim for d in self.dates if d.timex.role is TimexRole.PUBLICATION)


@cache
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _by_sentence(found: Sequence[Piece]) -> dict[int, tuple[Piece, ...]]:
    grouped: dict[int, list[Piece]] = {}
    for each in found:
        grouped.setdefault(each.claim.sentence, []).append(each)
    return {sentence: tuple(pieces) for sentence, pieces in grouped.items()}


def _amounts(claims: Sequence[Claim]) -> Iterator[Amount]:
    for claim in claims:
        if claim.mention.quantity is not None:
            yield Amount(claim, claim.mention.quantity)


def _dated(claims: Iterator[Claim] | Sequence[Claim]) -> Iterator[Dated]:
    for claim in claims:
        timex = claim.mention.timex
        if timex is not None and claim.mention.quantity is None and timex.type in _DATES:
            yield Dated(claim, timex)
