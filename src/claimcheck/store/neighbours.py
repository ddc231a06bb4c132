"""Neighbours: the archived articles whose stories are near those of new articles.

Candidates come by the rarest names they share, as many as a bound allows; they are then held
against the new articles just as linking holds articles of a folder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.linking.background import Background, Holders
from claimcheck.linking.profile import Profile
from claimcheck.linking.rarity import Rarity
from claimcheck.linking.stories import Tales, lookup_names
from claimcheck.linking.words import LinkWords
from claimcheck.store.codec import row
from claimcheck.store.schema import Kind
from claimcheck.store.stored import names_of
from claimcheck.store.terms import Term, in_parts, marks
from claimcheck.store.view import View

_MOST = 60  # neighbours kept, those that share most
_MOST_TRIED = 300  # candidates for each new article that are held against it name by name
_FOLLOWED = 5  # near articles through which those of their stories are found
_LEAST_SHARE = 30  # a candidate shares by weight at least one in so many of the rare names
_NAME_MOST = 600
_DAMP = 4


class Neighbours(NamedTuple):
    """Archived articles by number, and which of them are near which new article (by id)."""

    profiles: Mapping[int, Profile]
    near: Mapping[str, frozenset[int]]


class _Named(NamedTuple):
    """The names of an article as its row has them."""

    id: int
    name: str
    names: str


class Names(NamedTuple):
    """How many archived articles belong to stories, and what is known of the names looked up."""

    articles: int
    known: dict[str, Term]

    def without(self, profiles: Collection[Profile]) -> Holders:
        """Count the holders besides these articles."""
        here = Counter(name for one in profiles if one.long_enough for name in one.names)
        told = sum(one.long_enough for one in profiles)
        holding = {name: max(0, term.held - here[name]) for name, term in self.known.items()}
        return Holders(max(0, self.articles - told), holding)


def names(view: View, profiles: Sequence[Profile]) -> Names:
    """Look up the names of new articles."""
    wanted = {name for one in profiles for name in one.names}
    return Names(view.tally("told"), view.terms(Kind.NAME, wanted))


def neighbours(view: View, new: Sequence[Profile], known: Names, words: LinkWords) -> Neighbours:
    """Find the neighbours of new articles; `known` learns the names that they bring."""
    held = _profiles(view, _candidates(view, new, known, words), known)
    near_new = _close(new, held, known, words)
    close = [one for one in held.values() if one.article in near_new]
    more = _candidates(view, close[:_FOLLOWED], known, words)
    held |= _profiles(view, [key for key in more if key not in held], known)
    reached = _close([*new, *close], held, known, words)
    kept = dict(islice(((key, one) for key, one in held.items() if one.article in reached), _MOST))
    profiles = [*new, *kept.values()]
    tales = Tales(profiles, words, Background(known.without(kept.values())))
    number = {one.article: key for key, one in kept.items()}
    near = {
        one.article: frozenset(
            number[name] for name in tales.close_to(one.article) or () if name in number
        )
        for one in new
    }
    return Neighbours(kept, near)


def _candidates(view: View, new: Sequence[Profile], known: Names, words: LinkWords) -> list[int]:
    """Give the articles that share most, by weight, of the rare names of a new one, best first."""
    background = Background(known.without(()))
    rarity = Rarity((), words.thresholds["rarity_prior"], _NAME_MOST, background.names)
    found: Counter[int] = Counter()
    for one in new:
        score: Counter[int] = Counter()
        own = 0
        for name in lookup_names(one, background) if one.long_enough else ():
            mine = min(one.names[name], _DAMP)
            weight = mine * rarity(name) ** 2
            own += mine * weight
            term = known.known.get(name)
            if term is None:
                continue
            sql = "SELECT article, times FROM named WHERE term = ?"
            for article, times in view.rows(sql, (term.id,)):
                score[article] += weight * min(times, _DAMP)
        ranked = sorted(
            (-share, key) for key, share in score.items() if _LEAST_SHARE * share >= own
        )
        for share, key in ranked[:_MOST_TRIED]:
            found[key] = max(found[key], -1000 * share // own)
    return sorted(found, key=lambda key: (-found[key], key))


def _profiles(view: View, ids: Sequence[int], known: Names) -> dict[int, Profile]:
    """Read the profiles of archived articles, and what is known of their names."""
    rows: list[_Named] = []
    for some in in_parts(ids):
        sql = f"SELECT id, name, names FROM article WHERE id IN ({marks(some)})"  # noqa: S608 - only marks are put in
        cursor = view.connection.execute(sql, some)
        rows += [row(_Named, each) for each in cursor]
    names = {one.id: names_of(one.names) for one in rows}
    found = view.terms_by_id(term for held in names.values() for term, _ in held)
    known.known.update((term.text, term) for term in found.values())
    made = {
        one.id: Profile(
            one.name,
            {found[term].text: n for term, n in names[one.id] if term in found},
            long_enough=True,
        )
        for one in rows
    }
    return {key: made[key] for key in ids if key in made}


def _close(
    some: Sequence[Profile], held: Mapping[int, Profile], known: Names, words: LinkWords
) -> set[str]:
    """Give the candidates near some articles, or of one story with them."""
    profiles = {one.article: one for one in (*some, *held.values())}
    background = Background(known.without(held.values()))
    focus = frozenset(one.article for one in some)
    tales = Tales(list(profiles.values()), words, background, focus)
    return {near for key in focus for near in tales.close_to(key) or ()}
