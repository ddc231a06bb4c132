"""Contrasts: declared pairs of words that make two claims answer different questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from claimcheck.linking.words import Contrast, LinkWords
from claimcheck.model.claim import Claim
from claimcheck.model.link import Comparison

Beside = Mapping[tuple[str, int], frozenset[str]]
_NOTHING: Beside = {}


def contrast(
    left: Claim, right: Claim, words: LinkWords, beside: Beside = _NOTHING
) -> Contrast | None:
    """Find the declared contrast that sets two claims apart, one side each, neither with both.

    The words of the question are asked first, then those of short clauses: "gross" may stand before
    the profit it describes. Some tell only beside a figure (see `near` in contrasts.yaml).
    """
    asked = _between(question(left, words), question(right, words), words)
    found = next(asked, None)
    if found is not None or left.mention.quantity is None or not _short(left, right):
        return found
    around = _between(_clause(left, words, beside), _clause(right, words, beside), words)
    return next((one for one in around if not one.near), None)


def beside(claims: Iterable[Claim], words: LinkWords) -> Beside:
    """Give the words of each sentence that the grammar reads: "monthly", "second"."""
    found: dict[tuple[str, int], frozenset[str]] = {}
    for claim in claims:
        if claim.mention.dimension in _ADJECTIVES:
            stems = frozenset(
                words.stemmer.stem(word) for word in claim.mention.text.lower().split()
            )
            place = (claim.article_id, claim.sentence)
            found[place] = found.get(place, frozenset()) | stems
    return found


_ADJECTIVES = frozenset(("set", "ordinal"))


def shown(found: Contrast) -> Comparison:
    """Give the entry that was applied, as one more line of the evidence; it weighs nothing."""
    return Comparison("contrast", "declared", found.example, 0)


def question(claim: Claim, words: LinkWords) -> frozenset[str]:
    """Give the stems that make up a claim's question: head, modifiers, frame."""
    slots = claim.measurand
    stems = set(slots.modifiers)
    for head in (slots.counted, slots.head):
        stems.update(words.stemmer.stem(word) for word in head.split())
    if slots.frame:
        stems.add(f"frame:{slots.frame}")
    return frozenset(stems)


def _short(left: Claim, right: Claim) -> bool:
    """Tell whether both clauses are short enough for every word to bear on the figure."""
    return max(len(one.measurand.words) for one in (left, right)) <= _SHORT


_SHORT = 7


def _clause(claim: Claim, words: LinkWords, beside: Beside) -> frozenset[str]:
    read = beside.get((claim.article_id, claim.sentence), frozenset())
    return question(claim, words) | frozenset(claim.measurand.words) | read


def _between(
    left: AbstractSet[str], right: AbstractSet[str], words: LinkWords
) -> Iterator[Contrast]:
    """Give the contrasts between two sets of stems, in the order of the table."""
    for number in sorted(_entries(left, words) & _entries(right, words)):
        one = words.contrasts[number]
        for here, there in ((one.left, one.right), (one.right, one.left)):
            if here & left and there & right and not there & left and not here & right:
                yield one


def _entries(stems: AbstractSet[str], words: LinkWords) -> set[int]:
    known = stems & words.contrast_entries.keys()
    return {number for stem in known for number in words.contrast_entries[stem]}
