"""Rarity: how much a shared word says, from how few of the articles hold it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

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

    def __init__(self, articles: Iterable[Iterable[str]], prior: int, most: int) -> None:
        """Count the articles that hold each stem; `prior` articles without it are assumed."""
        self._seen: Counter[str] = Counter()
        count = 0
        for stems in articles:
            count += 1
            self._seen.update(set(stems))
        self._total = count + prior
        self._most = most

    def __call__(self, stem: str) -> int:
        """Give the weight of one shared stem, at most `most`."""
        return min(self._most, hundredths_of_log2(self._total, self._seen[stem] + 1))
