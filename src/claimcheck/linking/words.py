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
    narrowing: Mapping[str, frozenset[str]]  # words that restrict counts of "people", or "any"
    synonyms: Mapping[str, int]
    frames: Mapping[str, str]  # the stem of a one-word trigger to its frame
    persons: frozenset[str]
    generic: frozenset[str]
    happenings: frozenset[str]  # frames of events, which counts seldom hang on
    weights: Mapping[str, Mapping[str, int]]
    thresholds: Mapping[str, int]


def canonical(stem: str, words: LinkWords) -> str:
    """Give one key for words that mean one thing here: a synonym set, or an event frame."""
    if stem in words.synonyms:
        return f"same:{words.synonyms[stem]}"
    return f"frame:{words.frames[stem]}" if stem in words.frames else stem


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
        frames={
            stemmer.stem(word): name
            for name, entry in frames.items()
            for word in (*entry["nouns"], *entry["verbs"])
            if " " not in word
        },
        narrowing={
            kind: frozenset().union(
                *(
                    side(p["left"]) | side(p["right"])
                    for p in tables["pairs"]
                    if p.get("narrow") == kind
                )
            )
            for kind in ("people", "any")
        },
        synonyms=synonyms,
        persons=frozenset(stemmer.stem(word) for word in tables["persons"]),
        generic=frozenset(stemmer.stem(word) for word in tables["generic"]),
        happenings=frozenset(n for n, e in frames.items() if e["kind"] in ("event", "aspect")),
        weights=lexicon["weights"]["slots"],
        thresholds=lexicon["weights"]["thresholds"],
    )
