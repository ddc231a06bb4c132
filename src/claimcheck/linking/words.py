"""The word tables of the linking room: frames, contrasts and synonyms by stem; match weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from claimcheck.linking.nouns import Nouns
from claimcheck.model.lexicon import ContrastPair, Lexicon
from claimcheck.text.stems import Stemmer
from claimcheck.text.wordnet import WordNet


class Contrast(NamedTuple):
    """Two sides of a declared contrast, as stems, with the example that explains it."""

    left: frozenset[str]
    right: frozenset[str]
    example: str
    near: bool = False  # tells only as a word of the question, not elsewhere in the clause


class LinkWords(NamedTuple):
    """What decides sameness besides the claims themselves."""

    stemmer: Stemmer
    contrasts: tuple[Contrast, ...]
    contrast_entries: Mapping[str, tuple[int, ...]]  # a word to the numbers of its contrasts
    narrowing: Mapping[str, frozenset[str]]  # words that restrict counts of "people", or "any"
    synonyms: Mapping[str, int]
    frames: Mapping[str, str]  # the stem of a one-word trigger to its frame
    persons: frozenset[str]
    generic: frozenset[str]
    nouns: Nouns
    weekdays: frozenset[str]  # capitalised, but no names
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

    def side(words: Iterable[str]) -> frozenset[str]:
        entries = tuple(words)
        stems = {stemmer.stem(entry) for entry in entries}
        return frozenset(stems | {f"frame:{entry}" for entry in entries if entry in frames})

    contrasts = tuple(
        Contrast(side(pair["left"]), side(pair["right"]), pair["example"], _near(pair))
        for pair in tables["pairs"]
    )
    wholes = side(word for pair in tables["pairs"] for word in pair.get("whole", ()))
    synonyms = {
        stemmer.stem(w): number for number, group in enumerate(tables["same"]) for w in group
    }
    persons = frozenset(stemmer.stem(word) for word in (*tables["persons"], *tables["posts"]))
    generic = frozenset(stemmer.stem(word) for word in tables["generic"])
    net = WordNet(lexicon["wordnet_table"])
    return LinkWords(
        stemmer=stemmer,
        contrasts=contrasts,
        contrast_entries=_entries(contrasts),
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
            - wholes
            for kind in ("people", "any")
        },
        synonyms=synonyms,
        persons=persons,
        generic=generic,
        nouns=Nouns(stemmer, net, synonyms, persons, generic),
        weekdays=frozenset(map(stemmer.stem, lexicon["calendar"]["weekdays"])),
        happenings=frozenset(n for n, e in frames.items() if e["kind"] in ("event", "aspect")),
        weights=lexicon["weights"]["slots"],
        thresholds=lexicon["weights"]["thresholds"],
    )


def _entries(contrasts: Sequence[Contrast]) -> dict[str, tuple[int, ...]]:
    """Index contrasts by the words on either side."""
    found: dict[str, tuple[int, ...]] = {}
    for number, one in enumerate(contrasts):
        for stem in one.left | one.right:
            found[stem] = (*found.get(stem, ()), number)
    return found


def _near(pair: ContrastPair) -> bool:
    """Tell whether a contrast counts only beside a figure.

    The people who stand around one say nothing of whom it counts ("police said").
    """
    return pair.get("near", False) or pair.get("narrow") == "people"
