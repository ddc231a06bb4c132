"""Measurands: the slots of the question that a number or a date answers.

Rules over tokens, stems and frame triggers; no parser. Distances count words, commas more than
words, and a number between two words more than a comma: the nearest trigger in that measure
governs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from claimcheck.claims.clause import Clause, Trigger
from claimcheck.claims.counted import Beside, Head, Place, head_of, locate
from claimcheck.claims.names import agent, named_place, near_names, owner
from claimcheck.claims.words import ClaimWords
from claimcheck.model.article import Span
from claimcheck.model.claim import TOLD, Measurand
from claimcheck.model.mention import Bound, Change, Mention, Quantity, Role, UnitKind

_PART_CUES = frozenset(("includ", "among", "compris"))
_PHRASE_END = frozenset("as after before since until under amid during while when because".split())
_JOINS = frozenset(("and", "or", "but"))
_BE = frozenset(("was", "were", "is", "are", "have", "has", "had", "been", "be"))
_TOO_FAR = 18
_EVENT_COST = 10
_OPEN_COST = 5
_DENIED_COST = 12
_MENTION_COST = 14
_AFTER_COST = 3
_MILD_COST = 6
_CROSSED_BY_DATE = 4
_AFTER_REACH = 10
_BEFORE_REACH = 8
_WIDE = 200  # tokens: more than a sentence of prose has


def measurand(mention: Mention, beside: Beside, clause: Clause, words: ClaimWords) -> Measurand:
    """Fill the slots of one mention from its sentence."""
    place = locate(mention, clause, words)
    counted = mention.quantity is not None
    head = head_of(mention, beside, place, clause, words) if counted else Head()
    trigger = _governing(place, clause, words, events=not counted)
    before, after = _modifiers(place, clause) if counted else _around(place, trigger, clause)
    if trigger and not counted:
        head = Head(clause.tokens[trigger.at].lower)
    where = named_place(place.first, place.last, clause) or owner(place.first, clause, words)
    doer = agent(trigger, clause, words)
    content = (*_content(before, clause, words), *_content(after, clause, words))
    frame = trigger.frame if trigger else ""
    if not counted and _told_on(place, clause, words):
        frame = TOLD
    if frame == "reside" and not where:
        where = doer
    return Measurand(
        head=head.word,
        modifiers=tuple(dict.fromkeys((*head.names, *content))),
        frame=frame,
        agent=doer,
        place=where,
        role=_role(mention, place, clause) if head.whole is None else Role.PART,
        whole=head.whole or "",
        words=tuple(dict.fromkeys(_content(_own(mention, beside.mentions, clause), clause, words))),
        spans=tuple(_spans(head.at, trigger, clause)),
        names=tuple(
            dict.fromkeys(near_names(trigger.at if trigger else place.first, clause, words))
        )
        or beside.names,
        kind=head.kind,
    )


def _told_on(place: Place, clause: Clause, words: ClaimWords) -> bool:
    """Tell the day of a statement ("officials said on Tuesday") from the day of an event."""
    for index in range(place.first - 1, max(-1, place.first - 3), -1):
        token = clause.tokens[index]
        if token.text.islower() and clause.stems[index] in words.say_verbs:
            return True
        if token.lower not in ("on", "late", "early", "in"):
            return False
    return False


def _governing(place: Place, clause: Clause, words: ClaimWords, *, events: bool) -> Trigger | None:
    """Choose the trigger that governs a mention: the nearest, with the costs above."""
    best, best_cost = None, _TOO_FAR
    head = place.head if place.head is not None else place.last
    last = place.head if place.head is not None else place.last - 1
    for trigger in clause.triggers_within(place.first - _TOO_FAR, head + _TOO_FAR):
        cost = _cost(trigger, place, clause, crossing=_CROSSED_BY_DATE if events else _MENTION_COST)
        met = trigger.verb and not events and trigger.frame not in words.aspects
        met = met and _meets(last, trigger.at, clause)
        if not met and trigger.frame in (words.aspects if events else words.event_frames):
            dated = events and trigger.verb and trigger.at == place.first - 2
            cost += _AFTER_COST if dated else _EVENT_COST  # "launched on 14 March"
        if trigger.denied:  # "would not deport 25,000 refugees waiting for visas": those who wait
            cost += _DENIED_COST
        if trigger.mild:
            cost += _MILD_COST
        if cost < best_cost:
            best, best_cost = trigger, cost
    return best


def _meets(head: int, verb: int, clause: Clause) -> bool:
    """Tell whether a counted noun is the subject of a verb right after it ("40 homes burned")."""
    return verb > head and not clause.tags[head + 1 : verb].strip("BR")


def _cost(trigger: Trigger, place: Place, clause: Clause, *, crossing: int) -> int:
    head = place.head if place.head is not None else place.last - 1
    if place.first <= trigger.at <= head:
        return _TOO_FAR if trigger.verb and trigger.at == head else 0
    if trigger.at < place.first:
        return clause.distance(trigger.at, place.first) + crossing * clause.crossed(
            trigger.at, place.first
        )
    between = clause.distance(head, trigger.at)
    near = any(clause.tokens[i].lower in _BE for i in range(head + 1, trigger.at)) and between <= 5
    cost = between + crossing * clause.crossed(head + 1, trigger.at) + _AFTER_COST
    return max(1, cost - 2 * _AFTER_COST) if near or between <= 1 else cost


def _modifiers(place: Place, clause: Clause) -> tuple[range, list[int]]:
    """Give the tokens between number and head, and those that follow the head in its phrase."""
    head = place.head if place.head is not None else place.last - 1
    after = []
    reach = clause.triggers_within(head, head + _AFTER_REACH + 2)
    verbs = {trigger.at for trigger in reach if trigger.verb}
    for index in range(head + 1, min(head + 1 + _AFTER_REACH, len(clause.tokens))):
        token = clause.tokens[index]
        if token.text in ",;:()—–.“”" or token.lower in _PHRASE_END or index in clause.numbers:
            break
        if token.lower in _JOINS and index + 1 in verbs:
            break  # "wounded 40 people and killed 15"
        after.append(index)
    return range(place.last, max(head, place.last)), after


def _around(place: Place, trigger: Trigger | None, clause: Clause) -> tuple[range, list[int]]:
    """Give the words around the event of a date: what it happened to, and who did it."""
    if trigger is None:
        return range(max(0, place.first - _AFTER_REACH), place.first), []
    low, high = (
        max(0, trigger.at - _BEFORE_REACH),
        min(len(clause.tokens), trigger.at + _AFTER_REACH),
    )
    near = [
        index
        for index in range(low, high)
        if clause.distance(index, trigger.at) <= _AFTER_REACH and index != trigger.at
    ]
    return range(0), near


def _own(mention: Mention, siblings: Sequence[Mention], clause: Clause) -> range:
    """Give the tokens that are nearer to a mention than to any other one of its kind.

    In a list ("$2 million for training, $2 million for repairs") each item has its own words.
    """
    here = clause.index_at(mention.span.start)
    starts = [
        clause.index_at(one.span.start)
        for one in siblings
        if one.dimension == mention.dimension and one.span != mention.span
    ]
    place = clause.place
    low, high = max(0, here - _WIDE), min(len(place), here + _WIDE)
    before = max((start for start in starts if start < here), default=None)
    after = min((start for start in starts if start > here), default=None)
    if before is not None:  # the middle between two figures parts their words
        low = max(low, bisect_left(place, (place[here] + place[before] + 1) // 2))
    if after is not None:
        high = min(high, bisect_right(place, (place[here] + place[after]) // 2))
    return range(low, high)


def _content(indices: range | list[int], clause: Clause, words: ClaimWords) -> Iterator[str]:
    """Give the stems of content words among token indices."""
    for index in indices:
        token = clause.tokens[index]
        if index in clause.numbers or not token.text[0].isalpha() or len(token.text) < 2:
            continue
        if token.lower not in words.function and clause.stems[index] not in words.function:
            yield _contrary(index, clause, words) or clause.stems[index]


def _contrary(index: int, clause: Clause, words: ClaimWords) -> str:
    """Give the stem of the word that says the same without "not": "not registered"."""
    contrary = f"un{clause.tokens[index].lower}"
    denied = index and clause.tokens[index - 1].lower == "not" and words.pos.knows(contrary)
    return words.stemmer.stem(contrary) if denied else ""


def _role(mention: Mention, place: Place, clause: Clause) -> Role:
    quantity: Quantity | None = mention.quantity
    if quantity is None:
        return Role.UNKNOWN
    if quantity.role is not Role.UNKNOWN:
        return quantity.role
    if quantity.change is not Change.NONE:
        return Role.CHANGE
    if quantity.unit_kind is UnitKind.RATIO:
        return Role.RATE
    start = max(0, place.first - (4 if quantity.bound is Bound.EXACT else 5))
    if any(clause.stems[i] in _PART_CUES for i in range(start, place.first)):
        return Role.PART
    return Role.UNKNOWN


def _spans(head: int | None, trigger: Trigger | None, clause: Clause) -> Iterator[tuple[str, Span]]:
    for slot, index in (("head", head), ("frame", trigger.at if trigger else None)):
        if index is not None:
            token = clause.tokens[index]
            yield slot, Span(token.start, token.end)
