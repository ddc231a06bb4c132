"""Rarity: how much a shared word says, from how few of the articles hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from claimcheck.linking.background import NO_HOLDERS, Holders

_EXPONENT = 100


@lru_cache(maxsize=4096)
def hundredths_of_log2(above: int, below: int) -> int:
    """Give floor(100 * log2(above / below)) in whole-number arithmetic; 0 where above < below."""
    if above < below:
        return 0
    ratio: int = above**_EXPONENT // below**_EXPONENT
    return ratio.bit_length() - 1


class Rarity:
    """Weights of stems over a set of articles, in hundredths of a bit."""

    def __init__(
        self,
        articles: Iterable[Iterable[str]],
        prior: int,
        most: int,
        elsewhere: Holders = NO_HOLDERS,
    ) -> None:
        """Count the articles that hold each stem, with those that are known but not at hand.

        `prior` articles without any of them are assumed behind both.
        """
        self._seen: Counter[str] = Counter()
        count = 0
        for stems in articles:
            count += 1
            self._seen.update(set(stems))
        self._total = count + elsewhere.articles + prior
        self._elsewhere = elsewhere.holding
        self._most = most

    def __call__(self, stem: str) -> int:
        """Give the weight of one shared stem, at most `most`."""
        holders = self._seen[stem] + self._elsewhere.get(stem, 0)
        return min(self._most, hundredths_of_log2(self._total, holders + 1))
