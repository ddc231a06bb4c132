"""Stories: articles about one event, by the names they share.

Two articles tell one story when the cosine of their name vectors (term frequency damped, weighted
by rarity) reaches a threshold; stories are the connected groups. Only articles that share a name
are ever compared.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from math import isqrt

from claimcheck.linking.background import NOTHING_ELSE, Background
from claimcheck.linking.grouping import grouped
from claimcheck.linking.pairing import pairs_of
from claimcheck.linking.profile import Profile
from claimcheck.linking.rarity import Rarity
from claimcheck.linking.words import LinkWords
from claimcheck.model.link import Story

_TERMS_SHOWN = 8
_COMMON_NAME = 200
_DAMP = 4
_NAME_MOST = 600
_PAIR = 2


class Nearness(StrEnum):
    """How close two articles are."""

    SAME = "same"
    NEAR = "near"  # some of the same names, too few for one story
    OTHER = "other"
    UNKNOWN = "unknown"  # one of them is too short to tell
    BESIDE = "side_by_side"  # too short to tell, but somebody put just these two side by side


class Tales:
    """The stories of a set of articles, and how near any two articles are.

    With a focus, only the articles of the focus are held against the others, and only stories that
    touch one of them are told.
    """

    def __init__(
        self,
        profiles: Sequence[Profile],
        words: LinkWords,
        background: Background | None = None,
        focus: AbstractSet[str] | None = None,
    ) -> None:
        """Group the articles; one too short to tell belongs to no story."""
        told = {one.article: one for one in profiles if one.long_enough}
        rarity = Rarity(
            (one.names for one in told.values()),
            words.thresholds["story_prior"],
            _NAME_MOST,
            (background or NOTHING_ELSE).names,
        )
        self._vectors = {
            key: {name: min(count, _DAMP) * rarity(name) for name, count in one.names.items()}
            for key, one in told.items()
        }
        self._pair = (background or NOTHING_ELSE).empty and len(profiles) == _PAIR
        self._near: dict[str, set[str]] = {key: set() for key in self._vectors}
        alike = self._alike(words.thresholds["story_near"], focus)
        limits = words.thresholds["story"], words.thresholds["story_mean"]
        groups = grouped(sorted(self._vectors), alike, _known(told), *limits)
        stories = self._told(groups)
        self._story = {key: story.id for story in stories for key in story.articles}
        self.stories = tuple(
            one for one in stories if focus is None or not focus.isdisjoint(one.articles)
        )

    def _alike(self, near: int, focus: AbstractSet[str] | None) -> dict[tuple[str, str], int]:
        """Compare the articles that share a name; note which are near each other."""
        alike = {}
        for left, right in _sharing(self._vectors, focus):
            cosine = _cosine(self._vectors[left], self._vectors[right])
            alike[left, right] = cosine
            if cosine >= near:
                self._near[left].add(right)
                self._near[right].add(left)
        return alike

    def _told(self, groups: Sequence[Sequence[str]]) -> tuple[Story, ...]:
        for group in groups:
            for key in group:
                self._near[key].update(group)
        return tuple(_story(group, self._vectors) for group in groups)

    def close_to(self, article: str) -> AbstractSet[str] | None:
        """Give the articles of the same and of near stories, with itself; None if unknown."""
        return self._near.get(article)

    def story_of(self, article: str) -> str:
        """Give the id of an article's story, "" if it has none."""
        return self._story.get(article, "")

    def nearness(self, left: str, right: str) -> Nearness:
        """Tell how close two articles are."""
        if left not in self._story or right not in self._story:
            return Nearness.BESIDE if self._pair else Nearness.UNKNOWN
        if self._story[left] == self._story[right]:
            return Nearness.SAME
        return Nearness.NEAR if right in self._near[left] else Nearness.OTHER


def lookup_names(profile: Profile, background: Background) -> tuple[str, ...]:
    """Give the names by which an archive finds the articles near this one, rarest first.

    A name that very many articles hold finds none.
    """
    held = background.names.holding
    rare = [name for name in profile.names if held.get(name, 0) < _COMMON_NAME]
    return tuple(sorted(rare, key=lambda name: (held.get(name, 0), name)))


def _known(profiles: Mapping[str, Profile]) -> list[tuple[str, str]]:
    """Give pairs of articles that an archive already holds in one story."""
    first: dict[str, str] = {}
    return [
        (first.setdefault(one.story, key), key)
        for key, one in sorted(profiles.items())
        if one.story
    ]


def _sharing(
    vectors: Mapping[str, Mapping[str, int]], focus: AbstractSet[str] | None
) -> list[tuple[str, str]]:
    """Pairs of articles (one of the focus among them) that share a name not too many hold."""
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(vectors):
        for name in vectors[key]:
            holders[name].append(key)
    pairs = {
        pair
        for group in holders.values()
        if len(group) <= _COMMON_NAME
        for pair in pairs_of(group, focus)
    }
    return sorted(pairs)


def _cosine(left: Mapping[str, int], right: Mapping[str, int]) -> int:
    """Give the cosine of two vectors in hundredths, in whole numbers."""
    product = sum(weight * right.get(name, 0) for name, weight in left.items())
    length = isqrt(sum(w * w for w in left.values()) * sum(w * w for w in right.values()))
    return 100 * product // length if length else 0


def _story(group: Sequence[str], vectors: Mapping[str, Mapping[str, int]]) -> Story:
    total: Counter[str] = Counter()
    for key in group:
        total.update(vectors[key])
    terms = sorted(total, key=lambda name: (-total[name], name))[:_TERMS_SHOWN]
    digest = hashlib.sha256("|".join(group).encode()).hexdigest()[:8]
    why = tuple(
        f"{key}: {', '.join(sorted(n for n in terms if n in vectors[key])) or 'shares no key term'}"
        for key in group
    )
    return Story(digest, tuple(group), tuple(terms), why)
