"""Heads of amounts: what a sum, a share, a measure or a bare number is about.

"Net profit rose {12%} to {$3 billion}": profit. The rules go from what follows the amount ("of
voters", "a $5 fine") over what stands right before it ("a loss of") to the verb that governs it:
what the verb acts on, else its subject. An amount that only rephrases another one takes its head.
"""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.claims.clause import Clause
from claimcheck.claims.phrases import (
    acted_on,
    head_after,
    opens_phrase,
    outermost,
    phrase_start,
    subject,
    verb_before,
)
from claimcheck.claims.words import ClaimWords

_NOUN = frozenset("NX")
_BACK = frozenset(("them", "whom", "which", "these", "those"))
_PACE = frozenset(("rat", "rate", "clip", "speed"))
_STEPS = 12
_REACH = 40
_PRISON = frozenset(("prison", "jail", "custody"))


class Amount(NamedTuple):
    """Tokens [first, last) of an amount, and what sort it is: money, percent, count, age ..."""

    first: int
    last: int
    dimension: str


def amount_head(
    amount: Amount, heads: dict[int, int], clause: Clause, words: ClaimWords
) -> int | None:
    """Find the token that names what an amount is about; None if no word does.

    `heads` has the heads of the amounts before it by the token before which each ends.
    """
    if clause.stems[amount.first] in words.movers:
        return subject(amount.first, clause.tags)  # "profits doubled to $1 billion"
    if of_these(amount, clause):
        return _latest(heads, amount.first)
    found = _following(amount, clause, words)
    if found is None and (_acts_itself(amount, clause) or _listed(amount, clause)):
        found = _latest(heads, amount.first)
    return found if found is not None else _preceding(amount, heads, clause, words)


def of_these(amount: Amount, clause: Clause) -> bool:
    """Tell an amount of what was named before ("80 percent of them", "of them, 12")."""
    at = amount.first - 1 - (_lower(amount.first - 1, clause) == ",")
    if _lower(at, clause) in _BACK and _lower(at - 1, clause) == "of":
        return True
    after = amount.last
    back = _lower(after, clause) == "of" and _lower(after + 1, clause) in _BACK
    return back and clause.tags[after + 2 : after + 3] not in ("N", "J", "X")


def _latest(heads: dict[int, int], before: int) -> int | None:
    """Give the head of the last amount before a token."""
    return next((head for end, head in reversed(heads.items()) if end <= before), None)


def _acts_itself(amount: Amount, clause: Clause) -> bool:
    """Tell an amount that is a subject and opens its stretch ("; 62% passed")."""
    after = clause.tags[amount.last : amount.last + 1]
    at = amount.first - 1
    while at >= 0 and clause.tags[at] in "RPD":
        at -= 1
    return after in ("V", "B") and (at < 0 or clause.tags[at] in ",;CS.")


def _listed(amount: Amount, clause: Clause) -> bool:
    """Tell a bare count of a list that has named its noun before ("18 in Sofia, 7 in Lom")."""
    if amount.dimension != "count":
        return False
    after = clause.tags[amount.last : amount.last + 1]
    at = amount.first - 1
    while at >= 0 and clause.tags[at] in "RP":
        at -= 1
    return after == "P" and (at < 0 or clause.tags[at] in ",;C.")


def _following(amount: Amount, clause: Clause, words: ClaimWords) -> int | None:
    """Read the head off what follows the amount."""
    tags, at = clause.tags, amount.last
    word = _lower(at, clause)
    if word == "worth" and _lower(at + 1, clause) == "of":
        return head_after(at + 2, tags)
    if word == "of":
        within = _lower(amount.first - 1, clause) in ("within", "inside")
        return None if within else _whole(at + 1, clause, words)
    if opens_phrase(at, tags) and tags[at] != "D" and not _property(amount, clause, words):
        return _modified(at, clause, words)
    money = amount.dimension == "money"
    if word == "in" and (money or _lower(at + 1, clause) in _PRISON):
        head = head_after(at + 1, tags) if tags[at + 1 : at + 2] in ("N", "J") else None
        return None if head is None or _idle(head, clause, words) else head
    if word == "for" and money and opens_phrase(at + 1, tags):
        verb = verb_before(amount.first, tags)
        if verb is not None and acted_on(verb, amount.first, tags) is None:
            return head_after(at + 1, tags)
    return None


def _whole(at: int, clause: Clause, words: ClaimWords) -> int | None:
    """Name what a share is of: the phrase after "of"."""
    head = head_after(at, clause.tags)
    return None if head is None or _idle(head, clause, words) else head


def _modified(at: int, clause: Clause, words: ClaimWords) -> int | None:
    """Name the noun that an amount stands before; a rise is the rise of something."""
    head = head_after(at, clause.tags)
    if head is None or clause.stems[head] not in words.moves:
        return head
    if _lower(head + 1, clause) in ("in", "of", "for") and opens_phrase(head + 2, clause.tags):
        return head_after(head + 2, clause.tags)
    return head - 1 if head > at and clause.tags[head - 1] in _NOUN else None


def _preceding(
    amount: Amount, heads: dict[int, int], clause: Clause, words: ClaimWords
) -> int | None:
    """Read the head off what stands before the amount, and off its verb."""
    at = amount.first - 1
    for _ in range(_STEPS):
        if at < 0:
            break
        word, tag = _lower(at, clause), clause.tags[at]
        if at + 1 in heads and at + 1 <= amount.first:
            return heads[at + 1]  # "rose 12% to $3 billion", "$3, or 4%"
        if word == "worth":
            return _valued(at, clause)
        if word == "of":
            return _named(at - 1, amount, heads, clause, words)
        if tag in _NOUN and not _idle(at, clause, words):
            adjacent = at + 1 == amount.first and _property(amount, clause, words)
            if adjacent:
                return at  # "a wave three metres high"
            break
        if tag in "VBIS;":
            break
        at -= 1
    beside = _beside(amount, clause)
    if beside is not None:
        return beside
    return _governed(amount, clause, words)


def _valued(at: int, clause: Clause) -> int | None:
    """Name what is worth the amount: the noun before, else the subject of "is"."""
    before = at - 1 - (clause.tags[at - 1 : at] == ",")
    if before >= 0 and clause.tags[before] in _NOUN:
        return before
    verb = verb_before(at, clause.tags)
    return None if verb is None else subject(verb, clause.tags)


def _named(
    at: int, amount: Amount, heads: dict[int, int], clause: Clause, words: ClaimWords
) -> int | None:
    """Name the noun before "of" and the amount ("a loss of $45 million")."""
    if at < 0 or clause.tags[at] not in _NOUN:
        return _governed(amount, clause, words)
    if clause.stems[at] in words.moves:
        after = amount.last
        if _lower(after, clause) in ("in", "for") and opens_phrase(after + 1, clause.tags):
            return head_after(after + 1, clause.tags)
        if clause.tags[at - 1 : at] in ("N", "X"):
            return at - 1
        before = _latest(heads, at)
        return _governed(amount, clause, words) if before is None else before
    start = phrase_start(at, clause.tags)
    paced = clause.stems[at] in _PACE and _lower(start - 1, clause) == "at"
    idle = paced or _idle(at, clause, words)
    return _governed(amount._replace(first=start), clause, words) if idle else at


def _beside(amount: Amount, clause: Clause) -> int | None:
    """Name the noun that an amount in commas or brackets, or after "up", stands beside."""
    tags, at = clause.tags, amount.first - 1
    while at >= 0 and tags[at] in "RP" and clause.tokens[at].lower != "to":
        at -= 1
    if at > 0 and tags[at] == "U":
        at -= 1 + (tags[at - 1] == ",")
        return outermost(at, tags) if at >= 0 and tags[at] in _NOUN else None
    closed = tags[amount.last : amount.last + 1] in (",", ".", "")
    if at > 0 and tags[at] == "," and closed and tags[at - 1] in _NOUN:
        return at - 1
    if at > 0 and tags[at] == ";" and tags[at - 1] in _NOUN:
        return outermost(at - 1, tags)  # "Profit: $3 million"
    return None


def _governed(amount: Amount, clause: Clause, words: ClaimWords) -> int | None:
    """Name what the verb before an amount acts on, else its subject."""
    tags = clause.tags
    verb = verb_before(amount.first, tags)
    if verb is None and amount.dimension == "count":
        return None
    if verb is None:
        nearest = max(
            tags.rfind(noun, max(0, amount.first - _REACH), amount.first) for noun in "NX"
        )
        return outermost(nearest, tags) if nearest >= 0 else None
    if tags[verb] == "V":
        target = acted_on(verb, amount.first, tags)
        if target is not None and not _idle(target, clause, words):
            return target
    found = subject(verb, tags)
    return found if found is not None else _nearest(verb, amount, clause)


def _nearest(verb: int, amount: Amount, clause: Clause) -> int | None:
    """Fall back on the last noun between the verb and the amount."""
    return next((at for at in range(amount.first - 1, verb, -1) if clause.tags[at] in _NOUN), None)


def _idle(at: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell a noun that names nothing by itself ("a total of", "a record", "the amount")."""
    return clause.stems[at] in words.idle


def _property(amount: Amount, clause: Clause, words: ClaimWords) -> bool:
    """Tell an adjective that says which measure is meant ("30 metres wide")."""
    if amount.dimension in ("money", "percent", "count", "points"):
        return False
    at = amount.last
    if at >= len(clause.stems):
        return False
    return clause.stems[at] in words.properties and clause.tags[at + 1 : at + 2] not in _NOUN


def _lower(at: int, clause: Clause) -> str:
    return clause.tokens[at].lower if 0 <= at < len(clause.tokens) else ""
