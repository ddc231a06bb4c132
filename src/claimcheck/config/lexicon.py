"""The words of a beat: a newsroom's own synonyms, contrasts, parts, frames and hedges.

    same:      [[newcomer, migrant]]
    different: [[booked, delivered]]
    part_of:   [[conscript, soldier]]         # the part, then the whole
    frame:     {return: [fly home, ship back]}
    hedge:     {about: [within a whisker of]}

They stand over ours, and `different` stands over `same`: what ours say against them is left out.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple, cast

from claimcheck.errors import ConfigError, RuleError, did_you_mean
from claimcheck.gate.written import content
from claimcheck.model.lexicon import ContrastPair, Contrasts, FrameEntry, Lexicon
from claimcheck.rules.document import Document, Key, read_document
from claimcheck.rules.ruleset import Ruleset

SECTIONS: Final = ("same", "different", "part_of", "frame", "hedge")
_WORD: Final = re.compile(r"[^\W_](?:[\w'’ -]{0,58}[\w.])?")


class Words(NamedTuple):
    """Words that stand together, and `path:line:col` of their entry."""

    words: tuple[str, ...]
    place: str


class House(NamedTuple):
    """All the entries of a newsroom's files."""

    same: tuple[Words, ...] = ()
    different: tuple[Words, ...] = ()
    part_of: tuple[Words, ...] = ()
    frame: tuple[tuple[str, Words], ...] = ()
    hedge: tuple[tuple[str, Words], ...] = ()


def with_house_words(ruleset: Ruleset, paths: Sequence[str]) -> Ruleset:
    """Give a ruleset whose lexicon holds these files too.

    Raises: ConfigError E407 for a file that cannot be read, E408 for an entry that means nothing.
    """
    sources = [(path, content(path, ConfigError, "E407")) for path in paths]
    lexicon = ruleset.lexicon
    for path, written in sources:
        lexicon = merged(lexicon, read_house(path, written, lexicon))
    digest = hashlib.sha256(ruleset.digest.encode())
    digest.update(lexicon["digest"].encode())
    for _, written in sources:
        digest.update(hashlib.sha256(written).digest())
    key = digest.hexdigest()
    named = cast("Lexicon", {**lexicon, "digest": key})
    return ruleset._replace(lexicon=named, digest=key)


def read_house(path: str, written: bytes, lexicon: Lexicon) -> House:
    """Read one file; raises as `with_house_words`."""
    try:
        document = read_document(path, written)
    except RuleError as error:
        raise ConfigError("E407", error.place, error.problem, error.remedy) from error
    value = {} if document.value is None else document.value
    if not isinstance(value, dict):
        raise _wrong(document, (), "not a table", f"sections: {', '.join(SECTIONS)}")
    for key in value:
        if key not in SECTIONS:
            remedy = did_you_mean(key, SECTIONS) or f"sections: {', '.join(SECTIONS)}"
            raise ConfigError(
                "E408", document.key_place((key,)), f'no section "{key[:80]}"', remedy
            )
    reader = _Reader(document, value)
    return House(
        tuple(reader.groups("same", 50)),
        tuple(reader.groups("different", 2)),
        tuple(reader.groups("part_of", 2)),
        tuple(reader.named("frame", lexicon["frames"])),
        tuple(reader.named("hedge", lexicon["hedges"]["policy"])),
    )


class _Reader:
    """Reads the sections of one file."""

    def __init__(self, document: Document, value: Mapping[str, object]) -> None:
        self.document = document
        self.value = value

    def groups(self, section: str, most: int) -> Iterator[Words]:
        """Give the entries of a list of lists."""
        value = self.value.get(section)
        if not isinstance(value, list) and value is not None:
            raise _wrong(self.document, (section,), f"{section}: not a list", "- [one, other]")
        for index, each in enumerate(value or ()):
            yield self._words((section, index), each, 2, most)

    def named(self, section: str, known: Mapping[str, object]) -> Iterator[tuple[str, Words]]:
        """Give the entries of a table whose keys are known."""
        value = self.value.get(section)
        if not isinstance(value, dict) and value is not None:
            raise _wrong(self.document, (section,), f"{section}: not a table", "name: [words]")
        for name, each in (value or {}).items():
            if name not in known:
                remedy = did_you_mean(name, known) or f"one of {', '.join(sorted(known))}"
                place = self.document.key_place((section, name))
                raise ConfigError("E408", place, f'no {section} "{name[:80]}"', remedy)
            yield name, self._words((section, name), each, 1, 500)

    def _words(self, at: tuple[Key, ...], value: object, least: int, most: int) -> Words:
        if not isinstance(value, list) or not least <= len(value) <= most:
            count = f"{least} words" if least == most else f"{least} to {most} words"
            raise _wrong(self.document, at, f"{at[0]}: not a list of {count}", "[one, other]")
        for index, word in enumerate(value):
            if not isinstance(word, str) or not _WORD.fullmatch(word):
                shown = f'"{str(word)[:80]}"'
                raise _wrong(self.document, (*at, index), f"{at[0]}: {shown} is no word", "letters")
        words = tuple(str(word).lower() for word in value)
        return Words(words, self.document.place(at))


def _wrong(document: Document, at: tuple[Key, ...], problem: str, remedy: str) -> ConfigError:
    return ConfigError("E408", document.place(at), problem, remedy)


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
    for entry in house.same:
        name = next((f for word in entry.words if (f := _frame_of(word, frames))), "")
        taken.update({word: name for word in entry.words if name and word not in apart})
    found = {name: _frame(name, entry, taken, apart) for name, entry in frames.items()}
    for word in sorted(apart - taken.keys()):
        name = _frame_of(word, frames)
        if name and word not in frames:
            found[word] = _alone(word, frames[name])
    return found


def _frame_of(word: str, frames: Mapping[str, FrameEntry]) -> str:
    fitting = (name for name, each in frames.items() if word in (*each["verbs"], *each["nouns"]))
    return next(fitting, "")


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
    for pair in ours["pairs"]:
        pairs += _without(pair, together)
    same = [group for entry in ours["same"] for group in _split(entry, apart)]
    for words in together:
        same = _join(same, words, apart)
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


def _split(group: Sequence[str], apart: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """Take out of a synonym set the second word of each pair that the house calls different."""
    kept = list(group)
    for left, right in apart:
        if left in kept and right in kept:
            kept.remove(right)
    return [kept] if len(kept) > 1 else []


def _join(
    groups: list[list[str]], words: Sequence[str], apart: Sequence[tuple[str, ...]]
) -> list[list[str]]:
    """Join words to the synonym sets that hold one of them, unless the house parts them."""
    near = [group for group in groups if not set(group).isdisjoint(words)]
    joined = list(dict.fromkeys(word for group in (*near, words) for word in group))
    rest = [group for group in groups if set(group).isdisjoint(words)]
    return [*rest, *_split(joined, apart)]
