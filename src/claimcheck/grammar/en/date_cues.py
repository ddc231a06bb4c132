"""Which way the verbs beside a date look: back ("closed on Tuesday") or ahead ("will close")."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.article import Span
from claimcheck.model.mention import Direction


class Sense(NamedTuple):
    """Which way a word points by itself, and the words before which it points ahead."""

    alone: Direction
    ahead_before: frozenset[str] = frozenset()


class VerbCues(NamedTuple):
    """The words that look back or ahead, of the lexicon's `verb_cues`.

    `lasting` went on until a date that they name.
    """

    senses: dict[str, Sense]
    lasting: frozenset[str]


def verb_cues(words: dict[str, list[str]]) -> VerbCues:
    """Index the words; one that is no past form ("need") overrules its ending."""
    alone = dict.fromkeys(words["back"], Direction.BACK)
    alone |= dict.fromkeys(words["ahead"], Direction.AHEAD)
    alone |= dict.fromkeys(words["neither"], Direction.NONE)
    before = {"to": words["ahead_before_to"], "for": words["ahead_before_for"], "be": ["to"]}
    known = {*alone, *(word for listed in before.values() for word in listed)}
    senses = {
        word: Sense(
            alone.get(word, _by_ending(word)),
            frozenset(mark for mark, listed in before.items() if word in listed),
        )
        for word in known
    }
    return VerbCues(senses, frozenset(words["lasting"]))


def _by_ending(word: str) -> Direction:
    """Take a word in -ed for a past form and one in -'ll for a coming one."""
    if word.endswith("ed") and len(word) > 4:
        return Direction.BACK
    return Direction.AHEAD if word.endswith("'ll") else Direction.NONE


_ENDINGS = frozenset({"ed", "ll"})
_MARKS = ",;:()[]\"“”‘’'"
_MOST_WORDS = 16
_OPENING = 4  # words before a date that opens its sentence, whose verb follows it
_NEXT = 2  # words after any other: "the mill on Tuesday closed"


def direction(text: str, span: Span, cues: VerbCues) -> Direction:
    """Read the verbs before a date in its sentence, nearest first; else those after it."""
    words = text[max(0, span.start - 120) : span.start].split()
    lowest = max(0, len(words) - _MOST_WORDS)
    for index in range(len(words) - 1, lowest, -1):
        raw = words[index]
        if raw[-1] in ".?!;" and len(raw) > 3:
            lowest = index
            break
        found = _points(words, index, cues)
        if found is not Direction.NONE:
            return found
    heard = len(words) - 1 - lowest
    reach = _MOST_WORDS if heard <= _OPENING else _NEXT
    return _after(text[span.end : span.end + 90].split("\n\n", 1)[0].split()[:reach], cues)


def _after(words: list[str], cues: VerbCues) -> Direction:
    """Read the verbs after a date, up to the end of its sentence."""
    for index, raw in enumerate(words):
        found = _points(words, index, cues)
        if found is not Direction.NONE:
            return found
        if raw[-1] in ".?!":
            break
    return Direction.NONE


def lasts(text: str, start: int, cues: VerbCues) -> bool:
    """Tell "lasted until Friday" from "was shut until Friday" by the words before a date."""
    words = text[max(0, start - 40) : start].lower().split()
    return bool(words[1:]) and words[-2] in cues.lasting


def _points(words: list[str], index: int, cues: VerbCues) -> Direction:
    """Say which way one word points among its neighbours."""
    raw = words[index]
    sense = cues.senses.get(raw)
    if sense is None and not (raw.isalpha() and raw.islower()):
        raw = raw.strip(_MARKS).lower().replace("’", "'")
        sense = cues.senses.get(raw)
    if sense is None:
        if raw[-2:] not in _ENDINGS:
            return Direction.NONE
        found = _by_ending(raw)
    elif sense.ahead_before and words[index + 1 : index + 2]:
        found = Direction.AHEAD if words[index + 1] in sense.ahead_before else sense.alone
    else:
        found = sense.alone
    if found is Direction.BACK and index and words[index - 1] == "be":
        return Direction.NONE
    return found
