"""One sentence laid out for the slot rules: tokens, stems, distances, frame triggers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.claims.tags import tags
from claimcheck.claims.words import ClaimWords, FrameWord
from claimcheck.model.article import Span
from claimcheck.model.mention import Mention
from claimcheck.text.tokens import Token, tokens

_SOFT = frozenset(",()“”\"'‘")
_HARD = frozenset(";:—–")
_HARD_WORDS = frozenset(("while", "although", "whereas", "but", "though", "however", "meanwhile"))
_SOFT_COST, _HARD_COST = 5, 9
_PARTICLE_REACH = 3
_BEFORE_VERBS = frozenset(
    "to will would can could may might must shall should not he she they it who".split()
)
_DETERMINERS = frozenset("the a an some all its their these those million thousand m of".split())
_NOT = frozenset(("not", "never", "n’t", "n't"))


class Trigger(NamedTuple):
    """A word that names an event frame, the index of its token, and whether it is negated.

    `mild` marks a noun for people or a state ("workers", "homes"): beside a verb it says who or
    what was counted, not what happened.
    """

    at: int
    frame: str
    verb: bool
    denied: bool = False
    mild: bool = False


class Clause(NamedTuple):
    """A sentence: tokens, stems, and each token's place, where a comma is a longer step."""

    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    place: tuple[int, ...]
    triggers: tuple[Trigger, ...]
    numbers: frozenset[int]  # token indices that lie inside a mention
    tags: str = ""  # one letter a token; tags.py says which

    def index_at(self, offset: int) -> int:
        """Give the index of the first token that ends after a text offset."""
        return bisect_left(self.tokens, offset + 1, key=lambda token: token.end)

    def triggers_within(self, first: int, last: int) -> Sequence[Trigger]:
        """Give the triggers among tokens [first, last)."""
        start = bisect_left(self.triggers, first, key=lambda trigger: trigger.at)
        return self.triggers[start : bisect_left(self.triggers, last, key=lambda one: one.at)]

    def distance(self, left: int, right: int) -> int:
        """Give the number of steps between two tokens; a comma counts as more than a word."""
        return abs(self.place[right] - self.place[left])

    def crossed(self, left: int, right: int) -> int:
        """Count the other numbers and dates between two tokens."""
        crossed, previous = 0, False
        for index in range(left, right):
            inside = index in self.numbers
            crossed += inside and not previous
            previous = inside
        return crossed


def clause(
    text: str, sentence: tuple[int, int], mentions: Sequence[Mention], words: ClaimWords
) -> Clause:
    """Lay out a sentence."""
    parts = tuple(tokens(text, *sentence))
    stems = _stems(parts, words)
    dates = frozenset(
        i for one in mentions if one.quantity is None for i in _covered(parts, one.span)
    )
    inside = frozenset(i for one in mentions for i in _covered(parts, one.span))
    marks = tags(parts, inside - dates, dates, words)
    found = tuple(t for t in _found_triggers(parts, stems, marks, words) if t.at not in inside)
    return Clause(parts, stems, _places(parts), found, inside, marks)


def _covered(parts: Sequence[Token], span: Span) -> range:
    """Give the indices of the tokens that a span meets."""
    first = bisect_right(parts, span.start, key=lambda token: token.end)
    return range(first, bisect_left(parts, span.end, key=lambda token: token.start))


def _stems(parts: Sequence[Token], words: ClaimWords) -> tuple[str, ...]:
    """Give each token's stem; the words for one country share its key ("US", "United States")."""
    out = [words.stemmer.stem(token.lower) for token in parts]
    for index, token in enumerate(parts):
        if not token.text[0].isupper():
            continue
        single = _land(token.lower, words)
        pair = _land(
            f"{token.lower} {parts[index + 1].lower}" if index + 1 < len(parts) else "", words
        )
        if pair:
            out[index], out[index + 1] = pair, pair
        elif single:
            out[index] = single
    return tuple(out)


def _land(name: str, words: ClaimWords) -> str | None:
    bare = name.removesuffix("'s").removesuffix("’s")
    return words.lands.get(bare) or words.lands.get(bare.removesuffix("s"))


def _places(parts: Sequence[Token]) -> tuple[int, ...]:
    place, at = [], 0
    for token in parts:
        at += 1
        if token.text in _SOFT:
            at += _SOFT_COST
        elif token.text in _HARD or token.lower in _HARD_WORDS:
            at += _HARD_COST
        place.append(at)
    return tuple(place)


def _found_triggers(
    parts: Sequence[Token], stems: Sequence[str], marks: str, words: ClaimWords
) -> list[Trigger]:
    found = []
    for index, stem in enumerate(stems):
        for word in words.triggers.get(stem, ()):
            if _another(index, word, marks):
                continue
            if _measures(parts, index, word, marks):
                break
            if _has_particles(parts, index, word) and _fits(parts, index, word, words):
                denied = any(part.lower in _NOT for part in parts[max(0, index - 2) : index])
                mild = _mild(parts[index].lower, stem, word, words)
                found.append(Trigger(index, word.frame, word.verb, denied, mild))
                break
        else:
            if _open_verb(parts, index, words):
                found.append(Trigger(index, f"verb:{stem}", verb=True))
    return found


def _another(index: int, word: FrameWord, marks: str) -> bool:
    """Tell "the fire" from "to fire": after a determiner stands no verb."""
    return word.verb and marks[index] == "N" and marks[index - 1 : index] == "D"


def _measures(parts: Sequence[Token], index: int, word: FrameWord, marks: str) -> bool:
    """Tell "came to $2 billion", which only states a figure, from "came to the town"."""
    stated = word.particles == ("to",) and parts[index + 1 : index + 2]
    return bool(stated) and parts[index + 1].lower == "to" and "M" in marks[index + 2 : index + 4]


def _open_verb(parts: Sequence[Token], index: int, words: ClaimWords) -> bool:
    """Take a plain verb that no frame knows as its own frame ("described", "to widen")."""
    lower = parts[index].lower
    if parts[index].text != lower or lower in words.function or len(lower) < 4:
        return False
    if words.stemmer.stem(lower) in words.say_verbs:
        return False
    kinds = words.pos.kinds(lower)
    if kinds == "v":
        return True
    return kinds.startswith("v") and index > 0 and parts[index - 1].lower in _BEFORE_VERBS


def _mild(lower: str, stem: str, word: FrameWord, words: ClaimWords) -> bool:
    named = stem in words.persons or word.frame in words.states
    return named and not word.verb and words.pos.kinds(lower).startswith("n")


def _fits(parts: Sequence[Token], index: int, word: FrameWord, words: ClaimWords) -> bool:
    """Keep events apart from names ("House") and from adjectives ("the registered refugees")."""
    token = parts[index]
    if not word.verb:
        told = token.lower.endswith("ed") and words.stemmer.stem(token.lower) in words.say_verbs
        return (token.text[0].islower() or index == 0) and not told  # "counted" is no noun
    if not token.lower.endswith("ed") or not 0 < index < len(parts) - 1:
        return True
    before, after = parts[index - 1], parts[index + 1]
    leads = before.lower in _DETERMINERS or before.text[0].isdigit()
    return not (leads and after.text.isalpha())


def _has_particles(parts: Sequence[Token], index: int, word: FrameWord) -> bool:
    at = index
    for particle in word.particles:
        reach = range(at + 1, min(at + 1 + _PARTICLE_REACH, len(parts)))
        at = next((i for i in reach if parts[i].lower == particle), -1)
        if at < 0:
            return False
    return True
