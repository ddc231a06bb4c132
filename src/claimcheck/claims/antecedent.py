"""Antecedents: whom a sentence without a name of its own speaks of ("They sent back 700,000")."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.claims.clause import Clause, clause
from claimcheck.claims.phrases import phrase_start, subject
from claimcheck.claims.words import ClaimWords

_PRONOUNS = frozenset(("it", "they", "he", "she"))


def names_before(
    text: str,
    sentences: Sequence[tuple[int, int]],
    index: int,
    here: Clause,
    words: ClaimWords,
) -> tuple[str, ...]:
    """Give the names of the subject before a sentence that goes back to it, if it does."""
    if not index or not _goes_back(here, words):
        return ()
    earlier = clause(text, sentences[index - 1], (), words)
    head = subject(earlier.tags.find("V"), earlier.tags)
    if head is None:
        return ()
    phrase = range(phrase_start(head, earlier.tags), head + 1)
    return tuple(earlier.stems[at] for at in phrase if _names_one(at, earlier, words))


def _names_one(at: int, earlier: Clause, words: ClaimWords) -> bool:
    """Tell a name from a plain word with a capital ("Plan C")."""
    lower = earlier.tokens[at].lower
    own = lower in words.lands or not words.pos.knows(lower)
    return earlier.tags[at] == "X" and len(lower) > 1 and own


def _goes_back(here: Clause, words: ClaimWords) -> bool:
    """Tell a sentence whose subject is a pronoun or "the group", and that names no one."""
    if "X" in here.tags or not here.tokens:
        return False
    first, *rest = here.stems[:2]
    body = bool(rest) and rest[0] in words.sources
    return here.tokens[0].lower in _PRONOUNS or (first == "the" and body)
