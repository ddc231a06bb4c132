"""Phrases: noun phrases, subjects and objects, read off the tags of a sentence.

Everything here is an index of a token, or None where there is nothing to find. Work is bounded: no
walk goes further than `_REACH` tokens.
"""

from __future__ import annotations

from claimcheck.claims.clause import Clause

_NOUN = frozenset("NX")
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_INSIDE = frozenset("DJNXMYR")
_LED = frozenset("PO")
_LOOSE = frozenset(("NJ", "XJ"))
_CHAIN = frozenset("BRTVU")
_REACH = 40
_ASIDE = 16  # tokens between two commas that set words apart


def head_after(at: int, tags: str) -> int | None:
    """Find the head of the noun phrase that begins at a token: its last noun."""
    head = None
    for index in range(at, min(len(tags), at + _REACH)):
        tag = tags[index]
        if tag in _NOUN:
            head = index
        elif tag not in _INSIDE or head is not None:
            break
    return head


def opens_phrase(at: int, tags: str) -> bool:
    """Tell whether a noun phrase begins at a token."""
    return at < len(tags) and tags[at] in "DJNX" and head_after(at, tags) is not None


def phrase_start(head: int, tags: str) -> int:
    """Find the first token of the noun phrase that ends at a head."""
    start = head
    while start > 0 and head - start < _REACH and tags[start - 1] in _INSIDE:
        start -= 1
    return start


def outermost(head: int, tags: str) -> int:
    """Climb from a noun over "of", "in" and the like to the noun it all hangs on.

    "Shares of the carmaker": from carmaker to Shares.
    """
    for _ in range(_REACH):
        start = phrase_start(head, tags)
        before = start - 2
        if before < 0:
            return head
        led = tags[start - 1] in _LED
        if led and tags[max(0, before - 1) : before + 1] in _LOOSE:
            head = before - 1  # "income attributable to shareholders"
        elif (led and tags[before] in _NOUN) or (tags[start - 1] == "C" and _joined(before, tags)):
            head = before
        else:
            return head
    return head


def _joined(at: int, tags: str) -> bool:
    """Tell whether a noun before "and" hangs on an earlier one ("between rich and poor")."""
    start = phrase_start(at, tags)
    return tags[at] in _NOUN and start > 1 and tags[start - 1] in _LED and tags[start - 2] in _NOUN


def verb_before(at: int, tags: str) -> int | None:
    """Find the nearest verb left of a token in its stretch of the sentence."""
    for index in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if tags[index] in "VB":
            return index
        if tags[index] == ";":
            return None
    return None


def subject(verb: int, tags: str) -> int | None:
    """Find the head of the subject of a verb, or its pronoun."""
    for _ in range(_ASIDE):
        at = verb - 1
        while at >= 0 and (tags[at] in _CHAIN or _now(at, tags)):
            at -= 1
        if at < 0:
            return None
        found, earlier = _doer(at, tags)
        if earlier is None:
            return found
        verb = earlier
    return None


def _now(at: int, tags: str) -> bool:
    """Tell a date between the parts of a verb ("has now consumed")."""
    return tags[at] == "Y" and at > 0 and tags[at - 1] in "BY"


def _doer(at: int, tags: str) -> tuple[int | None, int | None]:  # noqa: PLR0911 - one for each tag
    """Give the subject that ends at a token, or the earlier verb that shares its own."""
    tag = tags[at]
    if tag in _NOUN:
        return outermost(at, tags), None
    if tag in "YM":
        return _beyond(at, tags), None
    if tag == "S":
        return _antecedent(at, tags), None
    if tag == "I":
        told = at - 1 - (at > 1 and tags[at - 1] == "S")
        return (None, told) if told > 0 and tags[told] == "V" else (at, None)
    if tag == ",":
        opened = tags.rfind(",", max(0, at - _ASIDE), at)
        if opened > 0 and tags[opened - 1] in _NOUN:
            return outermost(opened - 1, tags), None
        if at > 0 and tags[at - 1] in _NOUN and verb_before(at, tags) is None:
            return outermost(at - 1, tags), None  # "the start-up, valued at"
        return None, verb_before(at, tags)
    if tag == "C":
        return None, verb_before(at, tags)
    return None, None


def _beyond(at: int, tags: str) -> int | None:
    """Step over a date or an amount to the noun before it ("deaths on Sunday rose")."""
    start = phrase_start(at, tags)
    if start > 1 and tags[start - 1] in _LED and tags[start - 2] in _NOUN:
        return outermost(start - 2, tags)
    noun = next((index for index in range(at, start - 1, -1) if tags[index] in _NOUN), None)
    return None if noun is None else outermost(noun, tags)


def _antecedent(at: int, tags: str) -> int | None:
    """Find the noun that "which" goes back to."""
    before = at - 1
    while before >= 0 and tags[before] in "OP,":
        before -= 1
    if before < 0:
        return None
    return before if tags[before] in _NOUN else _beyond(before, tags)


def acted_on(verb: int, end: int, tags: str) -> int | None:
    """Find the head of what a verb acts on, before a token; None if nothing stands there."""
    at = verb + 1
    while at < end and tags[at] in "UR":
        at += 1
    if at >= end:
        return None
    if tags[at] == "I":
        return at
    if tags[at] not in "DJNXM":
        return None
    head = head_after(at, tags)
    return head if head is not None and head < end else None


def passive(verb: int, clause: Clause) -> bool:
    """Tell whether a verb stands after "was", "were" and their kin."""
    at = verb - 1
    while at >= 0 and clause.tags[at] == "R":
        at -= 1
    return at >= 0 and clause.tokens[at].lower in _BE
