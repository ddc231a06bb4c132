"""Stems: one key for the forms of a word, so that "residing" meets "resides".

Stems are keys, not words to show. Irregular forms come from a table; the rest is found by endings,
with no dictionary, the same way for the words of the lexicon and of the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_VOWELS = frozenset("aeiouy")
_SIBILANT_PLURALS = ("sses", "shes", "ches", "xes", "zes")
_CACHE_LIMIT = 50_000


class Stemmer:
    """Turn a word into its stem; remembers what it has seen, within a bound."""

    def __init__(self, forms: Mapping[str, Sequence[str]]) -> None:
        """Take irregular forms as lemma -> forms ("send": ["sent"])."""
        self._irregular = {form: lemma for lemma, group in forms.items() for form in group}
        self._seen: dict[str, str] = {}

    def stem(self, word: str) -> str:
        """Give the stem of a lower-case word; "" stays ""."""
        seen = self._seen.get(word)
        if seen is None:
            if len(self._seen) >= _CACHE_LIMIT:
                self._seen.clear()
            seen = self._seen[word] = self._make(word)
        return seen

    def _make(self, word: str) -> str:
        for mark in ("'s", "’s", "s'", "s’", "'", "’"):
            if word.endswith(mark) and len(word) > len(mark) + 1:
                word = word[: -len(mark)] + ("s" if mark[0] == "s" else "")
                break
        word = self._irregular.get(word, word)
        return _bare(_without_ending(singular(word)))


def singular(word: str) -> str:
    """Take the ending of a plural off a lower-case noun; irregular ones stay as they are."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(_SIBILANT_PLURALS):
        return word[:-2]
    return word[:-1]


def _without_ending(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        root = word[: -len(ending)]
        if word.endswith(ending) and len(root) > 2 and not _VOWELS.isdisjoint(root):
            return root
    return word


def _bare(word: str) -> str:
    if len(word) > 3 and word.endswith("e"):
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    return word
