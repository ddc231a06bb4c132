"""What of an archive bears on new articles, looked up by index.

The look-up follows the blocks of linking: of a small block all claims, of a large one those of
near stories and those that name the same place. So a check sees what it would see if every
archived article lay beside the new ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimcheck.linking.background import Background, Holders
from claimcheck.linking.blocking import SMALL_BLOCK, keys, stems
from claimcheck.linking.profile import Profile, profile
from claimcheck.linking.words import LinkWords
from claimcheck.model.claim import Claim
from claimcheck.model.report import Extraction
from claimcheck.store.neighbours import Neighbours, names, neighbours
from claimcheck.store.schema import Kind
from claimcheck.store.stored import StoredArticle, articles, claims_of
from claimcheck.store.terms import Term
from claimcheck.store.view import View


class Found(NamedTuple):
    """Archived articles that bear on new ones, and what linking needs to know of the rest."""

    extractions: tuple[Extraction, ...]
    profiles: tuple[Profile, ...]
    background: Background


class _Block(NamedTuple):
    """A block that new claims fall into: its term, and those claims."""

    term: Term
    claims: Sequence[Claim]


def related(view: View, new: Sequence[Extraction], words: LinkWords, archive: str) -> Found:
    """Give the archived articles that a comparison with new ones would look at."""
    profiles = [profile(one.article, words) for one in new]
    known = names(view, profiles)
    beside = neighbours(view, profiles, known, words)
    blocks = _blocks(view, new, words)
    told = {one.article for one in profiles if one.long_enough}
    reach = _Reach(view, beside.near, told, words.thresholds["block_most"])
    wanted = {article for block in blocks for article, _ in reach.claims(block)}
    rows = articles(view.connection, sorted(wanted | beside.profiles.keys()))
    extractions = _extractions(view, rows, archive)
    here = [_profile(row, beside) for row in rows]
    background = Background(
        known.without(here),
        _stems(view, new, extractions, words),
        _elsewhere(view, new, extractions, words),
    )
    return Found(extractions, tuple(here), background)


def _blocks(view: View, new: Sequence[Extraction], words: LinkWords) -> list[_Block]:
    """Give the blocks of the new claims that archived claims stand in too."""
    members: dict[str, list[Claim]] = defaultdict(list)
    for one in new:
        for claim in one.claims:
            for key in keys(claim, words):
                members[key].append(claim)
    found = view.terms(Kind.BLOCK, members)
    return [_Block(found[key], members[key]) for key in sorted(found) if found[key].held]


class _Reach:
    """How far a comparison reaches into a block."""

    def __init__(
        self, view: View, near: Mapping[str, frozenset[int]], told: set[str], most: int
    ) -> None:
        self.view = view
        self.near = near
        self.told = told
        self.most = most

    def claims(self, block: _Block) -> Iterable[tuple[int, int]]:
        """Give article and number of the archived claims of a block that new ones may pair with."""
        size = block.term.held + len(block.claims)
        if size <= SMALL_BLOCK or (size <= self.most and self._unplaced(block)):
            return self._all(block.term)
        return {*self._of_near(block), *self._of_places(block)}

    def _unplaced(self, block: _Block) -> bool:
        """Tell whether a claim of a block stands in an article too short for a story."""
        return block.term.short > 0 or any(c.article_id not in self.told for c in block.claims)

    def _all(self, term: Term) -> Iterable[tuple[int, int]]:
        return self._rows("SELECT article, claim FROM block WHERE term = ?", (term.id,))

    def _of_near(self, block: _Block) -> set[tuple[int, int]]:
        """Give the claims of articles near the new ones, unless they are too many."""
        found: set[tuple[int, int]] = set()
        for article, mine in Counter(claim.article_id for claim in block.claims).items():
            rows = [
                row
                for other in sorted(self.near.get(article, ()))
                for row in self._rows(
                    "SELECT article, claim FROM block WHERE term = ? AND article = ?",
                    (block.term.id, other),
                )
            ]
            if len(rows) + mine <= self.most:
                found.update(rows)
        return found

    def _of_places(self, block: _Block) -> set[tuple[int, int]]:
        """Give the claims that name the place of a new one, unless they are too many."""
        places = Counter(c.measurand.place for c in block.claims if c.measurand.place)
        found: set[tuple[int, int]] = set()
        for text, term in self.view.terms(Kind.PLACE, places).items():
            rows = self._rows(
                "SELECT article, claim FROM placed WHERE term = ? AND place = ? LIMIT ?",
                (block.term.id, term.id, self.most + 1),
            )
            if len(rows) + places[text] <= self.most:
                found.update(rows)
        return found

    def _rows(self, sql: str, values: tuple[int, ...]) -> list[tuple[int, int]]:
        return [(row[0], row[1]) for row in self.view.rows(sql, values)]


def _extractions(view: View, rows: Sequence[StoredArticle], archive: str) -> tuple[Extraction, ...]:
    """Read articles with all their claims: how many figures answer one question counts too."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for one in claims_of(view.connection, [row.id for row in rows]):
        found[one.article].append(one.claim())
    return tuple(row.extraction(found[row.id], archive) for row in rows)


def _profile(row: StoredArticle, beside: Neighbours) -> Profile:
    """Give the profile of an article; one that is not near is one without names."""
    found = beside.profiles.get(row.id)
    return found if found is not None else Profile(row.name, {}, bool(row.told))


def _stems(
    view: View, new: Sequence[Extraction], here: Sequence[Extraction], words: LinkWords
) -> Holders:
    """Count the holders of each stem of the claims at hand besides the articles at hand."""
    held = Counter(stem for one in here for stem in _stems_of(one, words))
    wanted = held.keys() | {stem for one in new for stem in _stems_of(one, words)}
    known = view.terms(Kind.STEM, wanted)
    holding = {text: max(0, term.held - held[text]) for text, term in known.items()}
    with_claims = sum(bool(one.claims) for one in here)
    return Holders(max(0, view.tally("with_claims") - with_claims), holding)


def _stems_of(extraction: Extraction, words: LinkWords) -> frozenset[str]:
    return frozenset().union(*(stems(claim, words) for claim in extraction.claims))


def _elsewhere(
    view: View, new: Sequence[Extraction], here: Sequence[Extraction], words: LinkWords
) -> dict[str, int]:
    """Count the claims that are not at hand of each block of those that are."""
    held = Counter(key for one in here for claim in one.claims for key in keys(claim, words))
    mine = {key for one in new for claim in one.claims for key in keys(claim, words)}
    found = view.terms(Kind.BLOCK, held.keys() | mine)
    return {key: max(0, term.held - held[key]) for key, term in found.items()}
