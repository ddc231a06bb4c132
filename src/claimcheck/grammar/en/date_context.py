"""What the words around a date make of it: its relation word and its role."""

from __future__ import annotations

from claimcheck.grammar.en.date_draft import Draft, Phrase
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.article import Span
from claimcheck.model.mention import Timex, TimexMod, TimexRole

_LEFT = 32


def relation(
    phrase: Phrase, token: Token, left: Token | None, right: Token | None
) -> tuple[TimexMod, Span | None]:
    """Find the relation word before a date: "as of", "since", both ends of "from ... to"."""
    start = token.start
    if left is not None and left.kind in "T~-" and left.end >= start - 1:
        return TimexMod.FROM_TO, Span(left.start, left.end)
    begin = max(0, start - _LEFT)
    words = phrase.text[begin:start].rsplit("\n", 1)[-1].split(" ")
    while words and words[-1] == "":
        words.pop()
    if words and words[-1].lower() in {"the", "a"}:
        words.pop()
    for size in (3, 2, 1):
        if size > len(words):
            continue
        found = phrase.tables.relations.get(" ".join(words[-size:]).lower())
        if found is not None:
            place = phrase.text.rfind(" ".join(words[-size:]), begin, start)
            span = Span(place, place + len(" ".join(words[-size:])))
            return _ends(TimexMod(found), right), span
    return TimexMod.NONE, None


def _ends(mod: TimexMod, right: Token | None) -> TimexMod:
    """Turn "from June" with an end after it into the first end of a range."""
    if right is not None and right.kind in "T~" and mod in {TimexMod.AFTER, TimexMod.ON}:
        return TimexMod.FROM_TO
    return mod


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
        return _ending(timex, tables.deadline_cues, words, phrase)
    if any(word in tables.start_cues for word in words[-2:]):
        return TimexRole.START
    if any(word in tables.end_cues for word in words[-2:]):
        return TimexRole.END
    return TimexRole.EVENT


def _clause(phrase: Phrase, token: Token) -> list[str]:
    """List the words before a date in its clause, lower case, without its relation words."""
    left = phrase.text[max(0, token.start - 80) : token.start]
    for stop in (". ", "\n", "; "):
        left = left.rsplit(stop, 1)[-1]
    words = [word.strip(",.:;()\"”“’'").lower() for word in left.split()]
    return [word for word in words if word and word not in {"on", "in", "the", "from", "of", "at"}]


def _ending(timex: Timex, cues: frozenset[str], words: list[str], phrase: Phrase) -> TimexRole:
    """Tell the end of a run ("through Sept 28") from a deadline ("till June 30, 2025")."""
    word = phrase.text[timex.relation.start : timex.relation.end] if timex.relation else ""
    if word.lower() in {"through", "to"}:
        return TimexRole.END
    return TimexRole.DEADLINE
