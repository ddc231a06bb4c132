"""Whether the clause of a date looks back or ahead."""

from __future__ import annotations

import re
from enum import Enum

from claimcheck.model.article import Span


class Cue(Enum):
    """Which way the verbs beside a date point."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"


_AHEAD = frozenset(
    "will won't shall due scheduled slated expected upcoming anticipated 'll tomorrow deadline expires expire "
    "forthcoming rescheduled tentatively coming".split()
)
_AHEAD_BEFORE_TO = frozenset(
    "is are set plans plan planned planning hopes hope hoping aims going intends wants about agreed "
    "scheduled expected due was-to".split()
)
_BACK = frozenset(
    "was were had did said says told came went met held began rose fell closed saw made took "
    "sent won lost left gave got found been became struck hit shot spoke broke wrote led ran sold bought "
    "grew put set cut beat drew flew kept paid stood brought taught thought died killed since".split()
)
_NOT_PAST = frozenset(
    "need indeed speed feed seed united hundred based related limited red bed".split()
)
_WORDS = re.compile(r"[A-Za-z'’]+")
_STOPS = (". ", "? ", "! ", "\n\n")


def cue(text: str, span: Span) -> Cue:
    """Read the verbs before a date in its sentence, nearest first; where there are none, those after."""
    left = text[max(0, span.start - 140) : span.start]
    for stop in _STOPS:
        left = left.rsplit(stop, 1)[-1]
    words = _WORDS.findall(left.lower().replace("’", "'"))
    for index in range(len(words) - 1, -1, -1):
        found = _points(words, index)
        if found is not Cue.NONE:
            return found
    right = text[span.end : span.end + 90]
    for stop in _STOPS:
        right = right.split(stop, 1)[0]
    words = _WORDS.findall(right.lower().replace("’", "'"))
    for index in range(len(words)):
        found = _points(words, index)
        if found is not Cue.NONE:
            return found
    return Cue.NONE


def _points(words: list[str], index: int) -> Cue:
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in _AHEAD or word.endswith("'ll"):
        return Cue.FUTURE
    if following == "to" and word in _AHEAD_BEFORE_TO:
        return Cue.FUTURE
    if word == "to" and following == "be":
        return Cue.FUTURE
    if index and words[index - 1] == "be":
        return Cue.NONE
    if word in _BACK or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST):
        return Cue.PAST
    return Cue.NONE
