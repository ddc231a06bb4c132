"""Which way the verbs beside a date look: back ("closed on Tuesday") or ahead ("will close")."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.article import Span
from claimcheck.model.mention import Direction


class VerbCues(NamedTuple):
    """The words that look back or ahead, of the lexicon's `verb_cues`.

    `points` are sure by themselves; `before_to` look ahead before "to", `before_for` before "for";
    `lasting` went on until a date that they name.
    """

    points: dict[str, Direction]
    before_to: frozenset[str]
    before_for: frozenset[str]
    lasting: frozenset[str]


def verb_cues(words: dict[str, list[str]]) -> VerbCues:
    """Index the words; one that is no past form ("need") overrules its ending."""
    points = dict.fromkeys(words["back"], Direction.BACK)
    points |= dict.fromkeys(words["ahead"], Direction.AHEAD)
    points |= dict.fromkeys(words["neither"], Direction.NONE)
    return VerbCues(
        points,
        frozenset(words["ahead_before_to"]),
        frozenset(words["ahead_before_for"]),
        frozenset(words["lasting"]),
    )


_MARKS = ",;:()[]\"“”‘’'"
_MOST_WORDS = 16
_OPENING = 4  # words before a date that opens its sentence, whose verb follows it
_NEXT = 2  # words after any other: "the mill on Tuesday closed"


def direction(text: str, span: Span, cues: VerbCues) -> Direction:
    """Read the verbs before a date in its sentence, nearest first; else those after it."""
    words = text[max(0, span.start - 120) : span.start].split()
    heard = 0
    for index in range(len(words) - 1, max(-1, len(words) - _MOST_WORDS), -1):
        raw = words[index]
        if raw[-1] in ".?!" and len(raw) > 3:
            break
        found = _points(words, index, cues)
        if found is not Direction.NONE:
            return found
        heard += 1
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
    word = raw if raw.isalpha() and raw.islower() else raw.strip(_MARKS).lower().replace("’", "'")
    if word in cues.before_for and words[index + 1 : index + 2] == ["for"]:
        return Direction.AHEAD
    found = cues.points.get(word)
    if found is None:
        if word.endswith("ed") and len(word) > 4:
            found = Direction.BACK
        elif word in cues.before_to or word == "to":
            return _before_to(words, index, word)
        else:
            return Direction.AHEAD if word.endswith("'ll") else Direction.NONE
    if found is Direction.BACK and index and words[index - 1] == "be":
        return Direction.NONE
    if found is Direction.BACK and word in cues.before_to:
        return _before_to(words, index, word) if words[index + 1 : index + 2] == ["to"] else found
    return found


def _before_to(words: list[str], index: int, word: str) -> Direction:
    """Read "plans to", "is to", "to be" as ahead."""
    following = words[index + 1] if index + 1 < len(words) else ""
    wanted = "be" if word == "to" else "to"
    return Direction.AHEAD if following == wanted else Direction.NONE
