"""The word tables of the linking room: frames, contrasts and synonyms by stem; match weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimcheck.model.lexicon import Lexicon
from claimcheck.text.stems import Stemmer


class Contrast(NamedTuple):
    """Two sides of a declared contrast, as stems, with the example that explains it."""

    left: frozenset[str]
    right: frozenset[str]
    example: str


class LinkWords(NamedTuple):
    """What decides sameness besides the claims themselves."""

    stemmer: Stemmer
    contrasts: tuple[Contrast, ...]
    contrast_words: frozenset[str]
    synonyms: Mapping[str, int]
    persons: frozenset[str]
    generic: frozenset[str]
    accumulating: frozenset[str]
    weights: Mapping[str, Mapping[str, int]]
    thresholds: Mapping[str, int]


def link_words(lexicon: Lexicon) -> LinkWords:
    """Index the lexicon once."""
    stemmer = Stemmer(lexicon["lemmas"]["forms"])
    tables = lexicon["contrasts"]
    frames = lexicon["frames"]

    def side(entries: Iterable[str]) -> frozenset[str]:
        stems = {stemmer.stem(entry) for entry in entries}
        return frozenset(stems | {f"frame:{entry}" for entry in entries if entry in frames})

    contrasts = tuple(
        Contrast(side(pair["left"]), side(pair["right"]), pair["example"])
        for pair in tables["pairs"]
    )
    synonyms = {
        stemmer.stem(w): number for number, group in enumerate(tables["same"]) for w in group
    }
    return LinkWords(
        stemmer=stemmer,
        contrasts=contrasts,
        contrast_words=frozenset().union(*(c.left | c.right for c in contrasts)),
        synonyms=synonyms,
        persons=frozenset(stemmer.stem(word) for word in tables["persons"]),
        generic=frozenset(stemmer.stem(word) for word in tables["generic"]),
        accumulating=frozenset(n for n, e in frames.items() if e["kind"] == "accumulates"),
        weights=lexicon["weights"]["slots"],
        thresholds=lexicon["weights"]["thresholds"],
    )
