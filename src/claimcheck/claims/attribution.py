"""Attribution: who is said to have said it, and how firmly the text commits itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.claims.clause import Clause
from claimcheck.claims.phrases import phrase_start, subject
from claimcheck.claims.words import ClaimWords
from claimcheck.model.article import Span
from claimcheck.model.claim import Attribution, Stance

_SOURCE_LENGTH = 14
_CLOSE = 4  # attributions on each side of a figure that are looked at
_INSIDE = frozenset("DJNXRY")
_NOUN = frozenset("NX")
_LED = frozenset("PO")
_PLANNED = frozenset(("will", "shall", "plan", "expect", "intend", "aim", "slate", "schedul"))
_HYPOTHETICAL = frozenset(("may", "might", "could", "would", "if", "should"))
_DENIED = frozenset(("not", "never", "no", "deny", "without"))
_DENIES = frozenset(("deny", "refute"))
_BEFORE_NUMBER, _BEFORE_VERB, _BEFORE_DENIED = 1, 3, 5


class Told(NamedTuple):
    """One attribution of a sentence: the token of its cue and the first token of its source."""

    cue: int
    start: int
    source: Attribution


def attributions(clause: Clause, words: ClaimWords) -> tuple[Told, ...]:
    """Find every source a sentence names, in order: "according to X", "X said"."""
    phrased = tuple(_by_phrase(clause, words))
    # "Figures from the port show": the port, not its figures
    cues = {one.cue for one in phrased}
    said = (one for one in _by_verb(clause, words) if cues.isdisjoint(range(one.start, one.cue)))
    return tuple(sorted((*phrased, *said), key=_place))


def attribution(number: int, told: Sequence[Told], clause: Clause) -> Attribution | None:
    """Choose the source of the figure at a token: the nearest one that speaks of it."""
    at = bisect_left(told, number, key=_place)
    close = told[max(0, at - _CLOSE) : at + _CLOSE]
    able = [one for one in close if number >= one.start or not _aside(one, clause)]
    near = min(able, key=lambda one: clause.distance(one.cue, number), default=None)
    return None if near is None else near.source


def _place(told: Told) -> int:
    return told.cue


def _aside(told: Told, clause: Clause) -> bool:
    """Tell words told only in a side clause ("fell 3% after the company said")."""
    return told.start > 0 and clause.tokens[told.start - 1].lower in _SIDE


_SIDE = frozenset(("after", "before", "when", "since", "because", "hours", "days"))


def _by_phrase(clause: Clause, words: ClaimWords) -> Iterator[Told]:
    lower = [token.lower for token in clause.tokens]
    for phrase in words.say_phrases:
        if phrase[0] not in lower:
            continue
        for index in range(len(lower) - len(phrase)):
            if tuple(lower[index : index + len(phrase)]) == phrase:
                yield from _source(clause, index, len(phrase))


def _source(clause: Clause, cue: int, length: int) -> Iterator[Told]:
    """Take the noun phrase after a cue, with what hangs on it ("officials at the port")."""
    start = cue + length
    end = _phrase_end(start, clause.tags)
    if clause.tags[end : end + 1] == "C":
        # "police and hospital officials." is one source; "the ministry and an envoy left" is not.
        further = _phrase_end(end + 1, clause.tags)
        end = further if clause.tags[further : further + 1] in (",", ".", ";", "") else end
    if start < end:
        words = " ".join(token.lower for token in clause.tokens[cue:start])
        yield Told(cue, cue, _named(clause, start, end, words))


def _phrase_end(start: int, tags: str) -> int:
    """Find where a noun phrase and the phrases that hang on it end."""
    end = start
    while end < len(tags) and end - start < _SOURCE_LENGTH:
        if tags[end] not in _INSIDE and not (tags[end] in _LED and tags[end - 1] in _NOUN):
            break
        end += 1
    while end > start and tags[end - 1] not in _NOUN:
        end -= 1
    return end


def _by_verb(clause: Clause, words: ClaimWords) -> Iterator[Told]:
    for index, stem in enumerate(clause.stems):
        if stem not in words.say_verbs or clause.tags[index] != "V":
            continue
        found = _before(index, clause) or _behind(index, clause) or _subject(index, clause)
        if found is not None and (stem in words.speech or _quotable(found, clause, words)):
            cue = clause.tokens[index].lower
            yield Told(index, found[0], _named(clause, *found, cue))


def _subject(verb: int, clause: Clause) -> tuple[int, int] | None:
    """Find the subject a clause parts from its verb ("an officer who left said")."""
    head = subject(verb, clause.tags)
    if head is None or clause.tags[head] not in _NOUN:
        return None
    start = phrase_start(head, clause.tags)
    return None if "M" in clause.tags[start:head] else (start, head + 1)


def _quotable(span: tuple[int, int], clause: Clause, words: ClaimWords) -> bool:
    """Tell whether a phrase names someone, or someone who is usually quoted.

    The capital of a sentence's first word names nobody by itself ("Factories added").
    """
    return any(
        clause.tags[at] == "I"
        or clause.stems[at] in words.sources
        or (clause.tags[at] == "X" and (at > 0 or clause.tags[1:2] == "X"))
        for at in range(*span)
    )


def _before(verb: int, clause: Clause) -> tuple[int, int] | None:
    """Find the subject that ends before a verb: its first token, and one past its last."""
    tags, at = clause.tags, verb - 1
    while at >= 0 and tags[at] in "RBU":
        at -= 1
    if at >= 0 and tags[at] == ",":  # "the mayor, who lost his house, said"
        opened = tags.rfind(",", max(0, at - _SOURCE_LENGTH), at)
        at = opened - 1
    if at < 0:
        return None
    if tags[at] == "I":
        return at, at + 1
    start, end = _phrase_start(at, tags), at + 1
    while end > start and tags[end - 1] not in _NOUN:
        end -= 2 if tags[end - 2 : end - 1] == "P" else 1  # "officials on Tuesday said"
    return (start, end) if start < end and "M" not in tags[start - 1 : end] else None


def _phrase_start(at: int, tags: str) -> int:
    """Find the first token of a noun phrase with what hangs on it; never over "and"."""
    start = at + 1
    while start > 0 and at - start < _SOURCE_LENGTH:
        tag = tags[start - 1]
        if tag not in _INSIDE and not (tag in _LED and start > 1 and tags[start - 2] in _NOUN):
            break
        start -= 1
    return start


def _behind(verb: int, clause: Clause) -> tuple[int, int] | None:
    """Find the source of a quote after its verb (", said a spokesman for the port")."""
    quoted = verb > 0 and clause.tokens[verb - 1].text in _QUOTED
    end = _phrase_end(verb + 1, clause.tags)
    return (verb + 1, end) if quoted and end > verb + 1 else None


_QUOTED = frozenset((",", "”", '"', "’", "'", "—", "–"))


def _named(clause: Clause, start: int, end: int, cue: str) -> Attribution:
    span = Span(clause.tokens[start].start, clause.tokens[end - 1].end)
    return Attribution(" ".join(token.text for token in clause.tokens[start:end]), span, cue)


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
