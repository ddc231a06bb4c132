"""The background: articles that are known but not at hand, as counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Holders(NamedTuple):
    """How many articles there are, and how many of them hold each word; a missing word: none."""

    articles: int = 0
    holding: Mapping[str, int] = {}


NO_HOLDERS = Holders()


class Background(NamedTuple):
    """What an archive knows of the articles it did not fetch, so that rarity counts them too.

    `names` counts articles long enough for a story and the names of their profiles; `stems` counts
    articles with claims and what `blocking.stems` gives for those claims. Articles at hand are in
    neither. `blocks` counts the claims of each blocking key that are not at hand.
    """

    names: Holders = NO_HOLDERS
    stems: Holders = NO_HOLDERS
    blocks: Mapping[str, int] = {}

    @property
    def empty(self) -> bool:
        """Whether all that is known is at hand."""
        return not self.names.articles and not self.stems.articles


NOTHING_ELSE = Background()


def together(backgrounds: Sequence[Background]) -> Background | None:
    """Add up what several archives know; None where there is no archive."""
    if len(backgrounds) <= 1:
        return backgrounds[0] if backgrounds else None
    return Background(
        _summed([one.names for one in backgrounds]),
        _summed([one.stems for one in backgrounds]),
        _counted([one.blocks for one in backgrounds]),
    )


def _summed(holders: Sequence[Holders]) -> Holders:
    return Holders(sum(one.articles for one in holders), _counted([one.holding for one in holders]))


def _counted(counts: Sequence[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return dict(total)
