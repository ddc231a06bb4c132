"""Heads left out: what a bare number counts, found in the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.claims.clause import Clause
from claimcheck.claims.words import ClaimWords

_REACH = 12
_BE = frozenset(("was", "were", "is", "are", "have", "has", "had", "been", "be"))
_GOES_BACK = frozenset(("them", "whom", "which", "those", "these"))
_DETERMINERS = frozenset(("the", "its", "their", "his", "her", "our", "all", "those", "these"))
_JOINS = frozenset(("and", "or", "but"))
_COMMAS = frozenset((",", "(", "–", "—", "and", ";", ":"))


class Elided(NamedTuple):
    """What a bare number counts, the names before that noun, and the token of its whole."""

    head: str = ""
    names: tuple[str, ...] = ()
    whole: int | None = None


def elided(
    first: int, last: int, counts: Sequence[tuple[int, str]], clause: Clause, words: ClaimWords
) -> Elided:
    """Find what the number in tokens [first, last) counts.

    `counts` are the counts of the sentence: the token each begins at and what it counts.
    """
    whole = taken_from(first, last, counts, clause)
    if whole is not None:
        return Elided(dict(counts)[whole], (), whole)
    those = _those_named(last, clause, words)
    if those:
        return Elided(those)
    if not _governed(first, clause, words):
        for index in range(first - 2, max(-1, first - 1 - _REACH), -1):
            if clause.stems[index] in words.persons and index not in clause.numbers:
                names = tuple(_names_before(index, clause))
                return Elided(clause.tokens[index].lower.removesuffix("s"), names)
    if _lower(last, clause) in _BE:
        return Elided("people")
    return Elided()


def taken_from(
    first: int, last: int, counts: Sequence[tuple[int, str]], clause: Clause
) -> int | None:
    """Find the count a number is taken from ("9 of the 14", "14 ..., nine of them")."""
    starts = [index for index, _ in counts]
    before = [index for index in starts if index < first]
    if _lower(last, clause) == "of":
        target = last + 1
        while _lower(target, clause) in _DETERMINERS and _lower(target + 1, clause):
            target += 1
        if target in starts:
            return target
        back = {_lower(last + 1, clause), _lower(target, clause)} & _GOES_BACK
        return before[-1] if before and back else None
    if _lower(first - 1, clause) in _GOES_BACK and _lower(first - 2, clause) == "of":
        return before[-1] if before else None
    return next((index for index in reversed(before) if _opens(index, clause)), None)


def _those_named(last: int, clause: Clause, words: ClaimWords) -> str:
    """Name the people a number is taken from without a count of them ("nine of the injured")."""
    at = last + 2
    named = _lower(last, clause) == "of" and _lower(last + 1, clause) in _DETERMINERS
    return (
        _lower(at, clause)
        if named and clause.stems[at : at + 1] and clause.stems[at] in words.persons
        else ""
    )


def _opens(index: int, clause: Clause) -> bool:
    """Tell whether a count opens its stretch of the sentence with "of" ("Of the 90 aboard, 12")."""
    at = index - 1
    while _lower(at, clause) in _DETERMINERS:
        at -= 1
    return _lower(at, clause) == "of" and (at == 0 or _lower(at - 1, clause) in _COMMAS)


def _governed(first: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell whether a verb stands right before a number: its subject is not what is counted.

    A second verb shares what the first one counts ("wounded 40 people and killed 15").
    """
    at = first - 1
    if _lower(at - 1, clause) in _JOINS:
        return False
    verbs = {trigger.at for trigger in clause.triggers_within(at, first) if trigger.verb}
    return at >= 0 and (at in verbs or clause.stems[at] in words.say_verbs)


def _lower(index: int, clause: Clause) -> str:
    return clause.tokens[index].lower if 0 <= index < len(clause.tokens) else ""


def _names_before(index: int, clause: Clause) -> Iterator[str]:
    for at in range(max(0, index - 2), index):
        if at and clause.tokens[at].text[:1].isupper():
            yield clause.stems[at]
