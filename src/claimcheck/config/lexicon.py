"""The lexicon of a newsroom: ours, with the words of its beats over it.

`different` stands over `same`, and both over what ours say: whatever contradicts them is left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import cast

from claimcheck.config.words import House, Words, read_house
from claimcheck.errors import ConfigError, Mistakes
from claimcheck.gate.written import content
from claimcheck.model.lexicon import ContrastPair, Contrasts, FrameEntry, Lexicon
from claimcheck.rules.ruleset import Ruleset


def with_house_words(ruleset: Ruleset, paths: Sequence[str]) -> Ruleset:
    """Give a ruleset whose lexicon holds these files too.

    Raises: ConfigError E407 for a file that cannot be read, E408 for an entry that means nothing;
    with the first, those of the other files.
    """
    mistakes = Mistakes()
    sources: list[bytes] = []
    lexicon = ruleset.lexicon
    for path in paths:
        with mistakes:
            sources.append(content(path, ConfigError, "E407"))
            lexicon = merged(lexicon, read_house(path, sources[-1], lexicon))
    mistakes.tell()
    digest = hashlib.sha256(ruleset.digest.encode())
    digest.update(lexicon["digest"].encode())
    for written in sources:
        digest.update(hashlib.sha256(written).digest())
    key = digest.hexdigest()
    named = cast("Lexicon", {**lexicon, "digest": key})
    return ruleset._replace(lexicon=named, digest=key)


def merged(lexicon: Lexicon, house: House) -> Lexicon:
    """Put a newsroom's words into the tables, over what these say."""
    hedges = lexicon["hedges"]
    phrases = hedges["hedges"]
    before = {word: bound for bound, entry in house.hedge for word in entry.words}
    tables = {
        **lexicon,
        "contrasts": _contrasts(lexicon["contrasts"], house),
        "frames": _frames(lexicon["frames"], house),
        "hedges": {**hedges, "hedges": {**phrases, "before": {**phrases["before"], **before}}},
    }
    return cast("Lexicon", tables)


def _frames(frames: Mapping[str, FrameEntry], house: House) -> dict[str, FrameEntry]:
    """Give each frame its new triggers and take these from any other.

    Words of one meaning share the frame that one of them has; words of two lose it and get frames
    of their own.
    """
    apart = {word for entry in house.different for word in entry.words}
    taken = {word: name for name, entry in house.frame for word in entry.words}
    ours = {
        word: name for name, each in frames.items() for word in (*each["verbs"], *each["nouns"])
    }
    for entry in house.same:
        name = next((ours[word] for word in entry.words if word in ours), "")
        taken.update({word: name for word in entry.words if name and word not in apart})
    found = {name: _frame(name, entry, taken, apart) for name, entry in frames.items()}
    for word in sorted(apart - taken.keys()):
        if word in ours and word not in frames:
            found[word] = _alone(word, frames[ours[word]])
    return found


def _frame(
    name: str, entry: FrameEntry, taken: Mapping[str, str], apart: AbstractSet[str]
) -> FrameEntry:
    more = [word for word, frame in taken.items() if frame == name]
    gone = {word for word, frame in taken.items() if frame != name} | (
        apart - taken.keys() - {name}
    )
    verbs = dict.fromkeys((*entry["verbs"], *more))
    nouns = dict.fromkeys((*entry["nouns"], *more))
    return {
        **entry,
        "verbs": [word for word in verbs if word not in gone],
        "nouns": [word for word in nouns if word not in gone],
    }


def _alone(word: str, entry: FrameEntry) -> FrameEntry:
    """Give a word a frame of its own that behaves as the one it had."""
    verbs = [word] if word in entry["verbs"] else []
    nouns = [word] if word in entry["nouns"] else []
    return {**entry, "verbs": verbs, "nouns": nouns}


def _contrasts(ours: Contrasts, house: House) -> Contrasts:
    """Join in order of authority: the house's contrasts, its synonyms, then ours."""
    apart = [entry.words for entry in house.different]
    together = [entry.words for entry in (*house.same, *house.part_of)]
    pairs = [_pair(entry) for entry in house.different]
    pairs += [_narrowing(entry) for entry in house.part_of]
    holding: dict[str, list[tuple[str, ...]]] = {}
    for words in together:
        for word in words:
            holding.setdefault(word, []).append(words)
    for pair in ours["pairs"]:
        near = {words for word in pair["left"] for words in holding.get(word, ())}
        pairs += _without(pair, sorted(near))
    same = _synonyms((*ours["same"], *together), apart)
    return {**ours, "pairs": pairs, "same": same, "persons": _persons(ours["persons"], together)}


def _persons(persons: list[str], together: Sequence[Sequence[str]]) -> list[str]:
    """Count what means the same as people, or is a part of them, as people."""
    more = [word for words in together for word in words if not set(words).isdisjoint(persons)]
    return list(dict.fromkeys((*persons, *more)))


def _pair(entry: Words) -> ContrastPair:
    left, right = entry.words
    return {"left": [left], "right": [right], "example": entry.place}


def _narrowing(entry: Words) -> ContrastPair:
    """Say that a word restricts a count to a part of what another counts."""
    part, whole = entry.words
    return {"left": [part], "right": [], "narrow": "any", "example": entry.place, "whole": [whole]}


def _without(pair: ContrastPair, together: Sequence[Sequence[str]]) -> list[ContrastPair]:
    """Give a contrast without the pairs of words that the house calls the same."""
    for words in together:
        left = [word for word in pair["left"] if word in words]
        right = [word for word in pair["right"] if word in words]
        if left and right:
            rest: ContrastPair = {**pair, "left": [w for w in pair["left"] if w not in left]}
            other: ContrastPair = {
                **pair,
                "left": left,
                "right": [w for w in pair["right"] if w not in right],
            }
            halves = [each for each in (rest, other) if each["left"] and each["right"]]
            return [found for each in halves for found in _without(each, together)]
    return [pair]


def _synonyms(
    together: Sequence[Sequence[str]], apart: Sequence[tuple[str, ...]]
) -> list[list[str]]:
    """Join sets of words that share one; a word called different from another leaves its set."""
    group_of: dict[str, list[str]] = {}
    for words in together:
        near = {id(group): group for word in words if (group := group_of.get(word)) is not None}
        joined = list(dict.fromkeys(word for group in (*near.values(), words) for word in group))
        group_of.update(dict.fromkeys(joined, joined))
    for left, right in apart:
        if left in group_of and group_of.get(right) is group_of[left]:
            group_of.pop(right).remove(right)
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    return list(groups.values())
