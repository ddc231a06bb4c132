"""Measurands: the slots of the question that a number or a date answers.

Rules over tokens, stems and frame triggers; no parser. Distances count words, commas more than
words, and a number between two words more than a comma: the nearest trigger in that measure
governs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from claimcheck.claims.clause import Clause, Trigger
from claimcheck.claims.elided import Elided, elided, taken_from
from claimcheck.claims.heads import Amount, amount_head, of_these
from claimcheck.claims.names import agent, is_name, named_place, near_names, owner
from claimcheck.claims.phrases import acted_on, passive, verb_before
from claimcheck.claims.words import ClaimWords
from claimcheck.model.article import Span
from claimcheck.model.claim import TOLD, Measurand
from claimcheck.model.mention import Bound, Change, Mention, Quantity, Role, UnitKind
from claimcheck.text.stems import singular

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
_HEAD_REACH = 8
_AFTER_REACH = 10
_BEFORE_REACH = 8
_PROPERTY_REACH = 14
_WIDE = 200  # tokens: more than a sentence of prose has


class _Place(NamedTuple):
    """Token indices of a mention: first, one past the last, and its head noun (None if elided)."""

    first: int
    last: int
    head: int | None


class Beside(NamedTuple):
    """What a sentence has told before: its mentions, and the heads found so far.

    `heads` maps the token after an amount, or after its noun, to the token of its head, `counts`
    the first token of a count to what it counts; each measurand adds its own. `earlier` is what the
    last count of the sentences before counts.
    """

    mentions: Sequence[Mention]
    heads: dict[int, int]
    counts: dict[int, str]
    earlier: Measurand | None = None
    withdrawn: bool = False  # the sentence takes its figures back


def measurand(mention: Mention, beside: Beside, clause: Clause, words: ClaimWords) -> Measurand:
    """Fill the slots of one mention from its sentence."""
    place = _locate(mention, clause, words)
    counted = mention.quantity is not None
    trigger = _governing(place, clause, words, events=not counted)
    before, after = _modifiers(place, clause) if counted else _around(place, trigger, clause)
    happened = clause.tokens[trigger.at].lower if trigger else ""
    head = _head(mention, beside, place, clause, words) if counted else _Head(happened)
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
        ),
        kind=head.kind,
    )


def _told_on(place: _Place, clause: Clause, words: ClaimWords) -> bool:
    """Tell the day of a statement ("officials said on Tuesday") from the day of an event."""
    for index in range(place.first - 1, max(-1, place.first - 3), -1):
        token = clause.tokens[index]
        if token.text.islower() and clause.stems[index] in words.say_verbs:
            return True
        if token.lower not in ("on", "late", "early", "in"):
            return False
    return False


def _locate(mention: Mention, clause: Clause, words: ClaimWords) -> _Place:
    first = min(clause.index_at(mention.span.start), max(len(clause.tokens) - 1, 0))
    last = first
    while last < len(clause.tokens) and clause.tokens[last].start < mention.span.end:
        last += 1
    unit = mention.quantity.unit if mention.quantity else ""
    if not unit or (mention.quantity and mention.quantity.unit_kind != UnitKind.COUNTED):
        return _Place(first, last, None)
    target = words.stemmer.stem(unit.split()[-1].lower())
    for index in range(first, min(last + _HEAD_REACH, len(clause.tokens))):
        if target in (clause.stems[index], words.stemmer.stem(clause.tokens[index].lower)):
            return _Place(first, last, index)
    return _Place(first, last, None)


def _governing(place: _Place, clause: Clause, words: ClaimWords, *, events: bool) -> Trigger | None:
    """Choose the trigger that governs a mention: the nearest, with the costs above."""
    best, best_cost = None, _TOO_FAR
    head = place.head if place.head is not None else place.last
    last = place.head if place.head is not None else place.last - 1
    for trigger in clause.triggers_within(place.first - _TOO_FAR, head + _TOO_FAR):
        cost = _cost(trigger, place, clause, crossing=_CROSSED_BY_DATE if events else _MENTION_COST)
        met = trigger.verb and not events and trigger.frame not in words.aspects
        met = met and _meets(last, trigger.at, clause)
        if not met and trigger.frame in (words.aspects if events else words.event_frames):
            cost += _EVENT_COST
        if (
            trigger.denied
        ):  # "would not deport 25,000 refugees waiting for visas" counts those who wait
            cost += _DENIED_COST
        if trigger.mild:
            cost += _MILD_COST
        if cost < best_cost:
            best, best_cost = trigger, cost
    return best


def _meets(head: int, verb: int, clause: Clause) -> bool:
    """Tell whether a counted noun is the subject of a verb right after it ("40 homes burned")."""
    return verb > head and not clause.tags[head + 1 : verb].strip("BR")


def _cost(trigger: Trigger, place: _Place, clause: Clause, *, crossing: int) -> int:
    head = place.head if place.head is not None else place.last - 1
    if place.first <= trigger.at <= head:
        return _TOO_FAR if trigger.verb and trigger.at == head else 0
    if trigger.at < place.first:
        return clause.distance(trigger.at, place.first) + crossing * _crossed(
            trigger.at, place.first, clause
        )
    between = clause.distance(head, trigger.at)
    near = any(clause.tokens[i].lower in _BE for i in range(head + 1, trigger.at)) and between <= 5
    cost = between + crossing * _crossed(head + 1, trigger.at, clause) + _AFTER_COST
    return max(1, cost - 2 * _AFTER_COST) if near or between <= 1 else cost


def _crossed(left: int, right: int, clause: Clause) -> int:
    """Count the other numbers and dates between two tokens."""
    crossed, previous = 0, False
    for index in range(left, right):
        inside = index in clause.numbers
        crossed += inside and not previous
        previous = inside
    return crossed


def _modifiers(place: _Place, clause: Clause) -> tuple[range, list[int]]:
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


def _around(place: _Place, trigger: Trigger | None, clause: Clause) -> tuple[range, list[int]]:
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


def _known_counts(beside: Beside, clause: Clause) -> list[tuple[int, str]]:
    """Give what the counts around a number count, by the token each begins at."""
    named = {
        clause.index_at(one.span.start): one.quantity.unit.lower()
        for one in beside.mentions
        if one.quantity is not None and one.quantity.unit_kind is UnitKind.COUNTED
    }
    return sorted((named | dict(islice(reversed(beside.counts.items()), _WIDE))).items())


def _left_out(
    mention: Mention, beside: Beside, place: _Place, clause: Clause, words: ClaimWords
) -> Elided:
    """Find what a number without a noun of its own counts."""
    first = _hedged(mention, place, clause)
    return elided(first, place.last, _known_counts(beside, clause), clause, words)


def _hedged(mention: Mention, place: _Place, clause: Clause) -> int:
    """Give the first token of a number with its hedge ("an estimated"): that governs nothing."""
    hedge = mention.quantity.hedge if mention.quantity else None
    return place.first if hedge is None else min(place.first, clause.index_at(hedge.start))


class _Head(NamedTuple):
    """A head as written, its token, names it brings along, its kind, and its whole."""

    word: str = ""
    at: int | None = None
    names: tuple[str, ...] = ()
    kind: str = ""
    whole: str | None = None


def _head(
    mention: Mention, beside: Beside, place: _Place, clause: Clause, words: ClaimWords
) -> _Head:
    """Name what a number counts or measures, and keep it for the amounts that follow."""
    quantity = mention.quantity
    if quantity is None:
        return _Head()
    if quantity.unit_kind is UnitKind.COUNTED and quantity.unit:
        found = _counted(quantity, place, beside, clause, words)
    elif quantity.unit_kind is UnitKind.NONE and mention.dimension != "fraction":
        found = _bare(mention, beside, place, clause, words)
    else:
        found = _of_amount(mention, beside, place, clause, words)
    if mention.dimension in _COUNTS and found.word:
        beside.counts[place.first] = found.word
    if found.at is not None:
        beside.heads[place.last] = beside.heads[found.at + 1] = found.at
    return found


_COUNTS = frozenset(("count", "number"))


def _counted(
    quantity: Quantity, place: _Place, beside: Beside, clause: Clause, words: ClaimWords
) -> _Head:
    """Name a counted noun; the points of an index count the index."""
    unit, index = quantity.unit.split("/")[0], place.head
    if unit in _POINTS:
        last = place.last if index is None else index + 1
        at = amount_head(Amount(place.first, last, "points"), beside.heads, clause, words)
        verb = verb_before(place.first, clause.tags)
        scored = verb is not None and _in_frame(verb, "score", clause)
        if at is not None and not scored and clause.tags[at] != "I":
            return _Head(_singular(at, clause, words), at)
    counts = _known_counts(beside, clause)
    whole = taken_from(place.first, place.last, counts, clause)
    if whole is not None:
        return _Head(unit.lower(), index, whole=dict(counts)[whole])
    if index is not None and is_name(clause, index) and index != 0:
        return _Head(_singular(index, clause, words), index, (clause.stems[index],), "people")
    return _told(unit.lower(), index, clause, words)


_POINTS = frozenset(("point", "basis point", "percentage point"))


def _bare(  # noqa: PLR0911 - a ladder: the first rung holds
    mention: Mention, beside: Beside, place: _Place, clause: Clause, words: ClaimWords
) -> _Head:
    """Name what a number without a noun of its own counts."""
    if place.last < len(clause.stems) and _of_people(place.last, clause, words):
        return _Head(_alike(beside) or "people")  # "63 hurt", "12 dead"
    left_out = _left_out(mention, beside, place, clause, words)
    back = None if left_out.head else _gone_before(place, beside, clause)
    if back is not None:
        return back
    if left_out.head:
        whole = None if left_out.whole is None else left_out.head
        return _Head(left_out.head, None, left_out.names, whole=whole)
    if _takes_people(_hedged(mention, place, clause), clause, words):
        return _PEOPLE
    alike = _gapped(_hedged(mention, place, clause), beside, clause)
    if alike:
        return _Head(alike)
    at = amount_head(Amount(place.first, place.last, "count"), beside.heads, clause, words)
    if at is None:
        return _PEOPLE if clause.tags[place.last : place.last + 1] == "V" else _Head()
    if clause.tags[at] == "I":
        return _Head()
    return _told(_singular(at, clause, words), at, clause, words)


def _told(word: str, at: int | None, clause: Clause, words: ClaimWords) -> _Head:
    """Give a head; a toll, a crowd or deaths stand for people."""
    if at is None or clause.stems[at] not in words.folk:
        return _Head(word, at)
    return _Head(word, at, (clause.stems[at],), "people")


_PEOPLE = _Head("people")


def _alike(beside: Beside) -> str:
    """Give what the count before counts ("seven workers dead and four trapped")."""
    return next(reversed(beside.counts.values()), "")


def _gone_before(place: _Place, beside: Beside, clause: Clause) -> _Head | None:
    """Give what "of them" goes back to in an earlier sentence."""
    if beside.earlier is None or not of_these(Amount(place.first, place.last, "count"), clause):
        return None
    known = beside.earlier
    return _Head(known.head, None, known.modifiers[:2], known.kind, whole=known.counted)


def _gapped(first: int, beside: Beside, clause: Clause) -> str:
    """Name what a bare number right after a verb shares with the count before it.

    "Factories added 21,000 jobs, and retailers shed 9,000".
    """
    straight = first > 0 and clause.tags[first - 1] == "V"
    last = next(reversed(beside.counts), first)
    joined = any(tag in "C;" for tag in clause.tags[max(last, first - _WIDE) : first])
    return _alike(beside) if straight and joined else ""


def _takes_people(first: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell a bare number that a verb such as "kill" takes."""
    verb = verb_before(first, clause.tags)
    if verb is None or clause.tags[verb] != "V" or passive(verb, clause):
        return False
    straight = acted_on(verb, first, clause.tags) is None
    return straight and "P" not in clause.tags[verb + 1 : first] and _of_people(verb, clause, words)


def _in_frame(at: int, frame: str, clause: Clause) -> bool:
    """Tell whether a token names a frame."""
    return any(one.frame == frame for one in clause.triggers_within(at, at + 1))


def _of_people(at: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell whether a token names a frame whose bare numbers count people."""
    return any(one.frame in words.of_people for one in clause.triggers_within(at, at + 1))


def _of_amount(
    mention: Mention, beside: Beside, place: _Place, clause: Clause, words: ClaimWords
) -> _Head:
    """Name what a sum, a share or a measure is about, and the property it is the value of."""
    amount = Amount(place.first, place.last, mention.dimension)
    at = amount_head(amount, beside.heads, clause, words)
    near = _property(place, clause, words, bare=mention.dimension in _SUMS)
    kind = words.properties[clause.stems[near]] if near is not None else ""
    if at is None and of_these(amount, clause) and beside.counts:
        return _Head(_alike(beside))
    if at is None and of_these(amount, clause):
        return _gone_before(place, beside, clause) or _Head()
    if at is None or clause.tags[at] == "I":
        return _Head(kind, near, kind=kind)
    kind = kind or words.properties.get(clause.stems[at], "")
    word = _singular(at, clause, words)
    return _Head(word, at, (clause.stems[at],) if kind and kind != word else (), kind)


def _singular(at: int, clause: Clause, words: ClaimWords) -> str:
    """Give a noun of the sentence in lower case, singular, without the mark of a genitive."""
    lower = clause.tokens[at].lower.removesuffix("'s").removesuffix("’s")
    return words.plurals.get(lower) or singular(lower)


def _around_number(place: _Place, reach: int, clause: Clause) -> range:
    """Give the tokens within reach of a mention."""
    return range(max(0, place.first - reach), min(len(clause.tokens), place.last + reach + 1))


_SUMS = frozenset(("money", "percent"))
_BODILY = frozenset(
    "depth height length width distance size weight speed temperature rainfall duration age".split()
)


def _property(place: _Place, clause: Clause, words: ClaimWords, *, bare: bool) -> int | None:
    """Find what a measure measures: the token of the nearest property.

    A bare sum or share has none of a body's: depth, weight, duration.
    """
    if place.last < len(clause.stems) and clause.stems[place.last] in words.properties:
        return place.last  # "30 metres wide"
    best, best_cost = None, _PROPERTY_REACH
    for index in _around_number(place, _PROPERTY_REACH, clause):
        stem = clause.stems[index]
        if stem not in words.properties or index in clause.numbers:
            continue
        if bare and words.properties[stem] in _BODILY:
            continue
        cost = clause.distance(index, place.first) + 3 * _crossed(
            min(index, place.last), max(index, place.first), clause
        )
        if cost + (3 if index > place.first else 0) < best_cost:
            best, best_cost = index, cost
    return best


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
            yield clause.stems[index]


def _role(mention: Mention, place: _Place, clause: Clause) -> Role:
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
