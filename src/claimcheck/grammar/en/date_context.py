"""What the words around a date make of it: its relation word and its role."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.grammar.en.date_cues import direction, lasts
from claimcheck.grammar.en.date_draft import Draft, Phrase
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.article import Span
from claimcheck.model.mention import Direction, Grain, TimexMod, TimexRole

_LEFT = 32


class Relation(NamedTuple):
    """What stands before a date: its relation word with the span, and the words in lower case."""

    mod: TimexMod
    span: Span | None
    words: list[str]


def relation(phrase: Phrase, tokens: list[Token], index: int) -> Relation:
    """Find the relation word before a date: "as of", "since", both ends of "from ... to"."""
    start = tokens[index].start
    said = phrase.words_before(start)
    if index and _closes(tokens, index):
        left = tokens[index - 1]
        return Relation(TimexMod.FROM_TO, Span(left.start, left.end), said)
    words = said[:-1] if said and said[-1] in _ARTICLES else said
    relations = phrase.tables.relations.get(words[-1]) if words else None
    if relations is not None:
        head = f" {' '.join(words)}"
        for key, mod in relations:
            if head.endswith(key):
                place = _place(phrase, key[1:], start)
                span = Span(place, place + len(key) - 1)
                return Relation(_opens(mod, tokens, index), span, said)
    return Relation(_opens(TimexMod.NONE, tokens, index), None, said)


_ARTICLES = frozenset({"the", "a"})


def _place(phrase: Phrase, key: str, start: int) -> int:
    """Find the relation words again in the text."""
    begin = max(0, start - _LEFT)
    return begin + phrase.text[begin:start].lower().rfind(key)


def _closes(tokens: list[Token], index: int) -> bool:
    """Tell the second end of "24 to 28", "between 2007 and 2010"."""
    if index < 2 or not isinstance(tokens[index - 2].value, Draft):
        return False
    link = tokens[index - 1]
    if link.kind == "A":
        return index >= 3 and tokens[index - 3].kind == "B"
    return link.kind in "T~-"


def _opens(mod: TimexMod, tokens: list[Token], index: int) -> TimexMod:
    """Turn a date with its end after it into the first end of a range."""
    ranged = index + 2 < len(tokens) and isinstance(tokens[index + 2].value, Draft)
    if ranged and _closes(tokens, index + 2) and mod in _LOOSE:
        return TimexMod.FROM_TO
    return mod


_LOOSE = frozenset({TimexMod.NONE, TimexMod.AFTER, TimexMod.ON, TimexMod.DURING})


def role(  # noqa: PLR0911 - a return for each role
    phrase: Phrase, token: Token, draft: Draft, related: Relation
) -> TimexRole:
    """Say what a date does in its clause, as far as the words beside it tell."""
    mod, link = related.mod, related.span
    if draft.type == "DURATION":
        return TimexRole.DURATION
    if draft.type == "SET":
        return TimexRole.UNKNOWN
    tables = phrase.tables
    if phrase.after(token.end).lower() in tables.deadline_nouns:
        return TimexRole.DEADLINE
    if mod is TimexMod.AS_OF:
        return TimexRole.AS_OF
    if mod is TimexMod.SINCE:
        return TimexRole.SINCE
    word = phrase.text[link.start : link.end].lower() if link is not None else ""
    if mod in _LIMITS:
        return TimexRole.END if word in {"through", "to"} else TimexRole.DEADLINE
    last = _verb(related.words)
    if last in tables.start_cues or _STARTS.match(phrase.text, token.end):
        return TimexRole.START
    if last in tables.end_cues:
        return TimexRole.END
    if mod is TimexMod.FROM_TO:
        closes = link is not None and link.end >= token.start - 5 and word not in _OPENERS
        return TimexRole.END if closes else TimexRole.START
    return TimexRole.EVENT


_LIMITS = frozenset({TimexMod.UNTIL, TimexMod.BY})
_LOOKING_BACK = frozenset({TimexMod.SINCE, TimexMod.AS_OF})
_STARTS = re.compile(r",? to (?:begin|start|launch|commence)\b")
_OPENERS = frozenset({"from", "between", "in", "during", "on", "at", "over"})
_SKIPPED = frozenset({"on", "in", "the", "from", "of", "at"})


def _verb(words: list[str]) -> str:
    """Give the word before a date and its preposition."""
    for word in reversed(words):
        if word not in _SKIPPED:
            return word
    return ""


_OPEN = ("XXXX", "hol:")
_SCHEDULED = frozenset({Grain.DAY, Grain.TIME})


def looks(phrase: Phrase, span: Span, draft: Draft, mod: TimexMod) -> Direction:
    """Say which way a date lies: by its relation word, else by the verbs beside it.

    "posted for July 24" and "shut until Friday" lie ahead, whatever the tense before them.
    """
    form = draft.form
    is_open = form.startswith(_OPEN)
    if draft.type not in _POINTED or not (is_open or form[:1].isdigit()):
        return Direction.NONE
    if mod in _LOOKING_BACK:
        return Direction.BACK
    cues = phrase.tables.cues
    if is_open and draft.grain in _SCHEDULED:
        if mod is TimexMod.UNTIL and not lasts(phrase.text, span.start, cues):
            return Direction.AHEAD
        if phrase.text.endswith(("ahead of ", " for "), max(0, span.start - 9), span.start):
            return Direction.AHEAD
    found = direction(phrase.text, span, cues)
    if found is Direction.NONE and is_open and mod in _LIMITS:
        return Direction.AHEAD
    return found


_POINTED = frozenset({"DATE", "TIME"})
