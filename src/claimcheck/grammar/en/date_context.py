"""What the words around a date make of it: its relation word and its role."""

from __future__ import annotations

import re

from claimcheck.grammar.cues import Cue, cue
from claimcheck.grammar.en.date_draft import Draft, Phrase
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.article import Span
from claimcheck.model.mention import Timex, TimexMod, TimexRole

_LEFT = 32


def relation(phrase: Phrase, tokens: list[Token], index: int) -> tuple[TimexMod, Span | None]:
    """Find the relation word before a date: "as of", "since", both ends of "from ... to"."""
    start = tokens[index].start
    if _closes(tokens, index):
        left = tokens[index - 1]
        return TimexMod.FROM_TO, Span(left.start, left.end)
    begin = max(0, start - _LEFT)
    line = phrase.text[begin:start].rsplit("\n", 1)[-1]
    words = line.split(" ")
    while words and words[-1] == "":
        words.pop()
    if words and words[-1].lower() in {"the", "a"}:
        words.pop()
    for size in (3, 2, 1):
        if size > len(words):
            continue
        key = " ".join(words[-size:])
        found = phrase.tables.relations.get(key.lower())
        if found is not None:
            place = phrase.text.rfind(key, begin, start)
            return _opens(TimexMod(found), tokens, index), Span(place, place + len(key))
    return _opens(TimexMod.NONE, tokens, index), None


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


def role(phrase: Phrase, token: Token, draft: Draft, timex: Timex) -> TimexRole:
    """Say what a date does in its clause, as far as the words beside it tell."""
    if draft.type == "DURATION":
        return TimexRole.DURATION
    if draft.type == "SET":
        return TimexRole.UNKNOWN
    tables = phrase.tables
    after = phrase.after(token.end).lower()
    words = _clause(phrase, token)
    if after in tables.deadline_nouns:
        return TimexRole.DEADLINE
    if timex.mod is TimexMod.AS_OF:
        return TimexRole.AS_OF
    if timex.mod is TimexMod.SINCE:
        return TimexRole.SINCE
    if timex.mod in {TimexMod.UNTIL, TimexMod.BY}:
        return _ending(timex, phrase)
    last = words[-1] if words else ""
    if last in tables.start_cues or _STARTS.match(phrase.text, token.end):
        return TimexRole.START
    if last in tables.end_cues:
        return TimexRole.END
    if timex.mod is TimexMod.FROM_TO:
        closes = timex.relation is not None and timex.relation.end >= token.start - 5
        link = phrase.text[timex.relation.start : timex.relation.end].lower() if timex.relation else ""
        return TimexRole.END if closes and link not in _OPENERS else TimexRole.START
    if draft.form[:4] in _DATED or draft.form[:4].isdigit():
        ahead = cue(phrase.text, Span(token.start, token.end)) is Cue.FUTURE
        return TimexRole.FUTURE_EVENT if ahead else TimexRole.EVENT
    return TimexRole.EVENT


_STARTS = re.compile(r",? to (?:begin|start|launch|commence)\b")
_OPENERS = frozenset({"from", "between", "in", "during", "on", "at", "over"})
_DATED = frozenset({"XXXX", "hol:"})


def _clause(phrase: Phrase, token: Token) -> list[str]:
    """List the words before a date in its clause, lower case, without its relation words."""
    left = phrase.text[max(0, token.start - 80) : token.start]
    for stop in (". ", "\n", "; "):
        left = left.rsplit(stop, 1)[-1]
    words = [word.strip(",.:;()\"”“’'").lower() for word in left.split()]
    return [word for word in words if word and word not in {"on", "in", "the", "from", "of", "at"}]


def _ending(timex: Timex, phrase: Phrase) -> TimexRole:
    """Tell the end of a run ("through Sept 28") from a deadline ("till June 30, 2025")."""
    word = phrase.text[timex.relation.start : timex.relation.end] if timex.relation else ""
    return TimexRole.END if word.lower() in {"through", "to"} else TimexRole.DEADLINE
