"""Blocking: which pairs of claims are worth comparing, near-linear in the number of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from claimcheck.linking.background import NOTHING_ELSE
from claimcheck.linking.pairing import pairs_of
from claimcheck.linking.stories import Tales
from claimcheck.linking.words import LinkWords, canonical
from claimcheck.model.article import RegionKind
from claimcheck.model.claim import TOLD, Claim
from claimcheck.model.mention import TimexRole, UnitKind

# Dates that answer no question of their own: the page's, and those that say when a figure holds.
_NOT_EVENTS = frozenset(
    (TimexRole.PUBLICATION, TimexRole.CRAWL, TimexRole.FOREIGN, TimexRole.AS_OF)
)
SMALL_BLOCK = 8  # claims of one key that are all held against each other
_MANY_COPIES = 12  # a sentence printed more often is compared through its first copies
_COPIED_WORDS = 4  # content words of a sentence below which equal wording proves no copy
_TELLING = 100  # a smaller figure is met too often to propose a pair by itself
_ENDS = frozenset((TimexRole.DEADLINE, TimexRole.END))
_VAGUE_VALUES = frozenset(("PAST_REF", "PRESENT_REF", "FUTURE_REF"))


def comparable(claim: Claim) -> bool:
    """Whether a claim may be compared at all: no furniture, no publication date, no repeat."""
    if claim.region is RegionKind.BOILERPLATE or claim.repeats is not None:
        return False
    timex, quantity = claim.mention.timex, claim.mention.quantity
    if quantity is not None:
        return quantity.unit_kind is not UnitKind.ORDINAL
    if timex is None or claim.measurand.frame == TOLD:
        return False
    return (
        timex.role not in _NOT_EVENTS
        and timex.value not in _VAGUE_VALUES
        and timex.type in ("DATE", "TIME")
    )


def unit_class(claim: Claim, words: LinkWords) -> str:
    """Name the class within which claims are compared: people, things, dates, a currency."""
    quantity = claim.mention.quantity
    if quantity is None:
        ends = claim.mention.timex is not None and claim.mention.timex.role in _ENDS
        return "date of an end" if ends else "date"
    if quantity.unit_kind in (UnitKind.COUNTED, UnitKind.NONE):
        counted = claim.measurand.counted
        if quantity.unit_kind is UnitKind.NONE and not counted:
            return "number"
        head = words.stemmer.stem(counted.split()[-1]) if counted else ""
        return "people" if head in words.persons else "things"
    if quantity.unit_kind is UnitKind.CURRENCY:
        return f"money {quantity.unit}"
    return claim.mention.dimension


def keys(claim: Claim, words: LinkWords) -> tuple[str, ...]:
    """Give the blocking keys of a claim, unit class first: "people: afghan".

    Two claims are candidates only if they share one; () for a claim that may not be compared.
    """
    if not comparable(claim):
        return ()
    kind = unit_class(claim, words)
    return tuple(f"{kind}: {key}" for key in _keys(claim, words))


def stems(claim: Claim, words: LinkWords) -> frozenset[str]:
    """Give the keys of a claim's words whose rarity weighs: synonyms and frames are one key."""
    slots = claim.measurand
    return frozenset(canonical(stem, words) for stem in (*slots.words, *slots.modifiers))


def candidates(
    claims: Sequence[Claim],
    words: LinkWords,
    tales: Tales | None = None,
    focus: AbstractSet[str] | None = None,
    elsewhere: Mapping[str, int] = NOTHING_ELSE.blocks,
) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    """Give pairs of indices (left < right) that share a key, and the keys too common for it.

    Where stories are known, a pair of two distant stories must also name the same place: so the
    number of pairs grows with the articles, not with their square. With a focus (article ids), one
    claim of each pair is of one of its articles. `elsewhere` counts claims of a key that an archive
    holds beside those at hand.
    """
    blocks, pairs = _blocks(claims, words)
    near = None
    if focus is not None:
        near = {index for index, claim in enumerate(claims) if claim.article_id in focus}
        pairs = {pair for pair in pairs if not near.isdisjoint(pair)}
    skewed = set()
    most = words.thresholds["block_most"]
    for key, members in blocks.items():
        size = len(members) + elsewhere.get(key, 0)
        for group in _groups(members, size, claims, tales, focus):
            if len(group) > most:
                skewed.add(key)
                continue
            pairs.update(
                pair
                for pair in pairs_of(group, near)
                if _may_pair(claims[pair[0]], claims[pair[1]])
            )
    return tuple(sorted(pairs)), tuple(sorted(skewed))


def _blocks(
    claims: Sequence[Claim], words: LinkWords
) -> tuple[dict[str, list[int]], set[tuple[int, int]]]:
    """Sort claims into blocks by key; one more copy stands or falls with the first, as a pair."""
    blocks: dict[str, list[int]] = defaultdict(list)
    copies: dict[object, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for index, claim in enumerate(claims):
        if comparable(claim):
            alike = copies[_wording(claim)]
            alike.append(index)
            if len(alike) > _MANY_COPIES and claims[alike[0]].article_id != claim.article_id:
                pairs.add((alike[0], index))
                continue
            for key in keys(claim, words):
                blocks[key].append(index)
    return blocks, pairs


def _wording(claim: Claim) -> object:
    """Give what two claims share when one sentence was printed in two articles."""
    slots, mention = claim.measurand, claim.mention
    if len(slots.words) < _COPIED_WORDS:
        return claim.id
    quantity = mention.quantity and mention.quantity._replace(hedge=None, converted=None)
    moments = tuple(timex and timex.value for timex in (mention.timex, claim.time))
    return (mention.text, quantity, moments, slots._replace(spans=()))


def _groups(
    members: Sequence[int],
    size: int,
    claims: Sequence[Claim],
    tales: Tales | None,
    focus: AbstractSet[str] | None,
) -> Iterator[Sequence[int]]:
    """Part a block (the members at hand of so many) into groups whose pairs are worth a look."""
    if tales is None or size <= SMALL_BLOCK:
        yield members
        return
    by_article: dict[str, list[int]] = defaultdict(list)
    by_place: dict[str, list[int]] = defaultdict(list)
    unplaced = False
    for index in members:
        by_article[claims[index].article_id].append(index)
        if claims[index].measurand.place:
            by_place[claims[index].measurand.place].append(index)
    groups: set[tuple[int, ...]] = set()
    for article in by_article:
        close = tales.close_to(article)
        if close is None:
            unplaced = True
            continue
        if focus is not None and article not in focus:
            continue
        near = close & by_article.keys()
        groups.add(tuple(sorted(index for other in near for index in by_article[other])))
    yield from groups
    yield from by_place.values()
    if unplaced and size == len(members):  # articles too short for a story may belong to any
        yield members


def _may_pair(left: Claim, right: Claim) -> bool:
    """Two numbers of one sentence stand beside each other; they do not answer the same question."""
    return left.article_id != right.article_id or left.sentence != right.sentence


def _keys(claim: Claim, words: LinkWords) -> Iterator[str]:
    slots = claim.measurand
    seen = set(slots.modifiers)
    quantity = claim.mention.quantity
    if quantity is not None and quantity.unit_kind is UnitKind.SCORE:
        yield f"value:{quantity.low}-{quantity.high}"  # another score is another match
        return
    if quantity is not None and abs(quantity.low) >= _TELLING:
        seen.add(f"value:{quantity.low.normalize()}")
    if slots.frame:
        seen.add(f"frame:{slots.frame}")
    if slots.counted:
        seen.add(words.stemmer.stem(slots.counted.split()[-1]))
    if slots.place:
        seen.update(words.stemmer.stem(word) for word in slots.place.split())
    yield from (canonical(key, words) for key in sorted(seen - words.generic))
