"""Counted nouns: how two of them relate, by our own tables first and by WordNet after them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from claimcheck.text.stems import Stemmer
from claimcheck.text.wordnet import WordNet

_KEPT = 50_000


class Nouns:
    """Name the level that two counted nouns reach; remembers what WordNet said, within a bound."""

    def __init__(
        self,
        stemmer: Stemmer,
        net: WordNet,
        synonyms: Mapping[str, int],
        persons: AbstractSet[str],
        generic: AbstractSet[str],
    ) -> None:
        """Take the tables; persons and generic nouns are stems."""
        self._stemmer = stemmer
        self._net = net
        self._synonyms = synonyms
        self._persons = persons
        self._generic = generic
        self._said: dict[tuple[str, str], str] = {}

    def level(self, left: str, right: str) -> str:
        """Tell how two nouns relate: "same", "synonym", "both_people", "alike", "kind" ..."""
        p, q = self._stemmer.stem(left), self._stemmer.stem(right)
        people = p in self._persons and q in self._persons
        if people and (p in self._generic or q in self._generic):
            return "both_people"
        if p == q:
            return "same"
        if p in self._synonyms and self._synonyms[p] == self._synonyms.get(q):
            return "synonym"
        return self._by_wordnet(*sorted((left, right))) or ("other_people" if people else "other")

    def _by_wordnet(self, left: str, right: str) -> str:
        """Give "alike" for synonyms, "kind" where one noun is a kind of the other, else ""."""
        said = self._said.get((left, right))
        if said is None:
            if len(self._said) >= _KEPT:
                self._said.clear()
            said = self._said[left, right] = self._asked(left, right)
        return said

    def _asked(self, left: str, right: str) -> str:
        if right in self._net.synonyms(left, "n") or left in self._net.synonyms(right, "n"):
            return "alike"
        below = self._net.is_a(left, right, "n", 1) or self._net.is_a(right, left, "n", 1)
        return "kind" if below else ""
