"""Attribution: who is said to have said it, and how firmly the text commits itself."""

from __future__ import annotations

from claimcheck.claims.clause import Clause
from claimcheck.claims.words import ClaimWords
from claimcheck.model.article import Span
from claimcheck.model.claim import Attribution, Stance

_STOP = frozenset((",", ".", ";", ":", "“", "”", '"', "—", "–", "(", ")", "that"))
_FINITE = frozenset(
    "show shows showed suggest suggests put puts is are was were has have had will".split()
)
_SOURCE_LENGTH = 8
_PLANNED = frozenset(("will", "shall", "plan", "expect", "intend", "aim", "slate", "schedul"))
_HYPOTHETICAL = frozenset(("may", "might", "could", "would", "if", "should"))
_DENIED = frozenset(("not", "never", "no", "deny", "without"))
_DENIES = frozenset(("deny", "refute"))
_BEFORE_NUMBER, _BEFORE_VERB, _BEFORE_DENIED = 1, 3, 5


def attribution(clause: Clause, words: ClaimWords) -> Attribution | None:
    """Find the source a sentence names: "according to X", "X said"; None if it names none."""
    return _by_phrase(clause, words) or _by_verb(clause, words)


def _by_phrase(clause: Clause, words: ClaimWords) -> Attribution | None:
    lower = [token.lower for token in clause.tokens]
    for phrase in words.say_phrases:
        if phrase[0] not in lower:
            continue
        for index in range(len(lower) - len(phrase)):
            if tuple(lower[index : index + len(phrase)]) == phrase:
                return _source(clause, index + len(phrase), " ".join(phrase))
    return None


def _source(clause: Clause, start: int, cue: str) -> Attribution | None:
    end = start
    while (
        end < len(clause.tokens)
        and end - start < _SOURCE_LENGTH
        and clause.tokens[end].text not in _STOP
        and clause.tokens[end].lower not in _FINITE
    ):
        end += 1
    return _attribution(clause, start, end, cue)


def _by_verb(clause: Clause, words: ClaimWords) -> Attribution | None:
    for index, stem in enumerate(clause.stems):
        token = clause.tokens[index]
        if stem not in words.say_verbs or index == 0 or token.text[0].isupper():
            continue
        if token.lower in _DENIED:  # "not" shares its stem with "note"
            continue
        start = index
        while (
            start and index - start < _SOURCE_LENGTH and clause.tokens[start - 1].text not in _STOP
        ):
            start -= 1
        names = any(clause.tokens[i].text[:1].isupper() for i in range(start, index))
        if start < index and (
            names or clause.tokens[start].lower in ("the", "a", "he", "she", "they", "it")
        ):
            return _attribution(clause, start, index, clause.tokens[index].lower)
    return None


def _attribution(clause: Clause, start: int, end: int, cue: str) -> Attribution | None:
    if start >= end:
        return None
    span = Span(clause.tokens[start].start, clause.tokens[end - 1].end)
    name = " ".join(token.text for token in clause.tokens[start:end])
    return Attribution(name, span, cue)


def stance(clause: Clause, number: int, frame: Span | None) -> Stance:
    """Read the words before a number and before the verb that governs it.

    "would not deport 25,000 refugees who wait" leaves those who wait asserted.
    """
    places = [number] if frame is None else [number, clause.index_at(frame.start)]
    near = {
        word
        for place, reach in zip(places, (_BEFORE_NUMBER, _BEFORE_VERB), strict=False)
        for index in range(max(0, place - reach), place)
        for word in (clause.stems[index], clause.tokens[index].lower)
    }
    if near & _DENIED or _DENIES & set(clause.stems[max(0, number - _BEFORE_DENIED) : number]):
        return Stance.DENIED
    if near & _HYPOTHETICAL or clause.tokens[0].lower == "if":
        return Stance.HYPOTHETICAL
    return Stance.PLANNED if near & _PLANNED else Stance.ASSERTED
