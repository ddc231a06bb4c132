"""The word tables of the claims room, indexed by stem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from claimcheck.model.lexicon import Lexicon
from claimcheck.text.pos import PartsOfSpeech
from claimcheck.text.stems import Stemmer


class FrameWord(NamedTuple):
    """What a trigger names: its frame, whether it is a verb, and the particle it needs ("back")."""

    frame: str
    verb: bool
    particles: tuple[str, ...] = ()


class ClaimWords(NamedTuple):
    """Frames by trigger stem, people nouns, attribution cues and function words."""

    stemmer: Stemmer
    pos: PartsOfSpeech
    triggers: Mapping[str, tuple[FrameWord, ...]]
    event_frames: frozenset[str]
    aspects: frozenset[str]  # frames that only say that something else starts or ends
    states: frozenset[str]  # frames that say how things stand, not what happened
    properties: Mapping[str, str]  # the stem of "deep" to "depth"
    persons: frozenset[str]
    generic: frozenset[str]
    function: frozenset[str]
    lands: Mapping[str, str]  # a word for a country (lower case) to its one key
    land_keys: frozenset[str]
    say_verbs: frozenset[str]
    say_nouns: frozenset[str]
    speech: frozenset[str]  # of the verbs, those that always tell
    sources: frozenset[str]  # nouns for those who are quoted
    say_phrases: tuple[tuple[str, ...], ...]
    classes: Mapping[str, str]  # words of closed classes to their tags
    bare_past: frozenset[str]  # verbs whose past form has no ending
    folk: frozenset[str]  # nouns whose figures count people
    idle: frozenset[str]  # nouns that name nothing by themselves
    moves: frozenset[str]  # nouns for a rise or a fall
    movers: frozenset[str]  # verbs for a rise, a fall or a stand
    of_people: frozenset[str]  # frames whose bare numbers count people
    plurals: Mapping[str, str]


def claim_words(lexicon: Lexicon) -> ClaimWords:
    """Index the lexicon once."""
    stemmer = Stemmer(lexicon["lemmas"]["forms"])
    contrasts, said = lexicon["contrasts"], lexicon["attribution"]
    return ClaimWords(
        stemmer=stemmer,
        pos=PartsOfSpeech(lexicon["words"]["table"], lexicon["lemmas"]["forms"]),
        triggers=_triggers(lexicon, stemmer),
        event_frames=frozenset(
            n for n, e in lexicon["frames"].items() if e["kind"] in ("event", "aspect")
        ),
        aspects=frozenset(n for n, e in lexicon["frames"].items() if e["kind"] == "aspect"),
        states=frozenset(
            n for n, e in lexicon["frames"].items() if e["kind"] in ("level", "state")
        ),
        properties={
            stemmer.stem(form): name
            for name, forms in lexicon["properties"].items()
            for form in forms
        },
        persons=frozenset(stemmer.stem(word) for word in contrasts["persons"]),
        generic=frozenset(stemmer.stem(word) for word in contrasts["generic"]),
        function=frozenset(
            form for word in lexicon["lemmas"]["function"] for form in (word, stemmer.stem(word))
        ),
        lands={form.lower(): key for key, forms in lexicon["places"].items() for form in forms},
        land_keys=frozenset(lexicon["places"]),
        say_verbs=frozenset(stemmer.stem(word) for word in said["verbs"]),
        say_nouns=frozenset(stemmer.stem(word) for word in said["nouns"]),
        speech=frozenset(stemmer.stem(word) for word in said["speech"]),
        sources=frozenset(stemmer.stem(word) for word in said["sources"]),
        say_phrases=tuple(tuple(phrase.split()) for phrase in said["phrases"]),
        classes=_classes(lexicon),
        bare_past=frozenset(lexicon["lemmas"]["bare_past"]),
        folk=frozenset(stemmer.stem(word) for word in lexicon["lemmas"]["folk"]),
        idle=frozenset(stemmer.stem(word) for word in lexicon["lemmas"]["idle"]),
        moves=_moves(lexicon, stemmer, "nouns"),
        movers=_moves(lexicon, stemmer, "verbs")
        | {stemmer.stem(word) for word in lexicon["lemmas"]["levels"]},
        of_people=frozenset(n for n, e in lexicon["frames"].items() if e.get("people", False)),
        plurals=lexicon["counted"]["plurals"],
    )


_CLASS_TAGS = {
    "determiner": "D",
    "preposition": "P",
    "be": "B",
    "pronoun": "I",
    "conjunction": "C",
    "subordinator": "S",
    "particle": "U",
    "adverb": "R",
}


def _classes(lexicon: Lexicon) -> dict[str, str]:
    """Give the tag of each word of a closed class; of two classes the earlier one holds."""
    tables = lexicon["lemmas"]["classes"]
    found = {"of": "O"}
    for name, tag in _CLASS_TAGS.items():
        for word in tables[name]:
            found.setdefault(word, tag)
    return found


def _moves(lexicon: Lexicon, stemmer: Stemmer, kind: Literal["nouns", "verbs"]) -> frozenset[str]:
    """Give the stems of the words that say a figure rose or fell."""
    changes = lexicon["changes"]
    more = changes["moves"] if kind == "verbs" else []
    return frozenset(
        stemmer.stem(word.split()[0])
        for word in (*changes["up"][kind], *changes["down"][kind], *more)
    )


def _triggers(lexicon: Lexicon, stemmer: Stemmer) -> dict[str, tuple[FrameWord, ...]]:
    """Group the triggers of all frames by the stem of their first word; longer ones first."""
    found: dict[str, list[FrameWord]] = {}
    for name, entry in lexicon["frames"].items():
        for words, verb in ((entry["verbs"], True), (entry["nouns"], False)):
            for word in words:
                first, *rest = word.split()
                trigger = FrameWord(name, verb, tuple(rest))
                found.setdefault(stemmer.stem(first), []).append(trigger)
    return {
        stem: tuple(sorted(group, key=lambda trigger: -len(trigger.particles)))
        for stem, group in found.items()
    }
