"""Whether the clause of a date looks back or ahead."""

from __future__ import annotations

from enum import Enum

from claimcheck.model.article import Span


class Cue(Enum):
    """Which way the verbs beside a date point."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


_AHEAD = frozenset(
    "will won't shall due scheduled slated expected upcoming anticipated 'll tomorrow deadline "
    "expires expire forthcoming rescheduled tentatively coming begins starts resumes opens "
    "arrives meets".split()
)
_AHEAD_BEFORE_TO = frozenset(
    "is are set plans plan planned planning hopes hope hoping aims going intends wants about "
    "agreed scheduled expected due".split()
)
_BACK = frozenset(
    "was were had did said says told came went met held began rose fell closed saw made took "
    "sent won lost left gave got found been became struck hit shot spoke broke wrote led ran "
    "sold bought grew put set cut beat drew flew kept paid stood brought taught thought "
    "died killed since".split()
)
_NOT_PAST = frozenset(
    "need indeed speed feed seed united hundred based related limited red bed".split()
)
_POINTS: dict[str, Cue] = dict.fromkeys(_BACK, Cue.PAST) | dict.fromkeys(_AHEAD, Cue.FUTURE)
_POINTS |= dict.fromkeys(_NOT_PAST, Cue.NONE)
_SET = frozenset({"set", "planned", "called"})
_MARKS = ",;:()[]\"“”‘’'"
_MOST_WORDS = 16
_OPENING = 4  # words before a date that opens its sentence, whose verb follows it


def cue(text: str, span: Span) -> Cue:
    """Read the verbs before a date in its sentence, nearest first; if it opens it, those after."""
    words = text[max(0, span.start - 120) : span.start].split()
    heard = 0
    for index in range(len(words) - 1, max(-1, len(words) - _MOST_WORDS), -1):
        raw = words[index]
        if raw[-1] in ".?!" and len(raw) > 3:
            break
        found = _points(words, index)
        if found is not Cue.NONE:
            return found
        heard += 1
    if heard > _OPENING:
        return Cue.NONE
    words = text[span.end : span.end + 90].split("\n\n", 1)[0].split()
    for index, raw in enumerate(words[:_MOST_WORDS]):
        found = _points(words, index)
        if found is not Cue.NONE:
            return found
        if raw[-1] in ".?!":
            break
    return Cue.NONE


def _points(words: list[str], index: int) -> Cue:
    """Say which way one word points among its neighbours."""
    raw = words[index]
    if raw in _SET and words[index + 1 : index + 2] == ["for"]:
        return Cue.FUTURE
    word = raw if raw.isalpha() and raw.islower() else raw.strip(_MARKS).lower().replace("’", "'")
    found = _POINTS.get(word)
    if found is None:
        if word.endswith("ed") and len(word) > 4:
            found = Cue.PAST
        elif word in _AHEAD_BEFORE_TO or word == "to":
            found = _before_to(words, index, word)
        else:
            return Cue.FUTURE if word.endswith("'ll") else Cue.NONE
    if found is Cue.PAST and index and words[index - 1] == "be":
        return Cue.NONE
    if found is Cue.PAST and word in _AHEAD_BEFORE_TO:
        return Cue.FUTURE if _before_to(words, index, word) is Cue.FUTURE else found
    return found


def _before_to(words: list[str], index: int, word: str) -> Cue:
    """Read "plans to", "is to", "to be" as ahead."""
    following = words[index + 1] if index + 1 < len(words) else ""
    if word == "to":
        return Cue.FUTURE if following == "be" else Cue.NONE
    return Cue.FUTURE if following == "to" else Cue.NONE
