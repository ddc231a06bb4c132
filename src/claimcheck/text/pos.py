"""Parts of speech: what a word can be, by lemma and ending."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

_CACHE_LIMIT = 50_000

_ENDINGS = (
    # ending, what replaces it, the parts of speech the ending can mark
    ("ies", "y", "nv"),
    ("es", "", "nv"),
    ("es", "e", "nv"),
    ("s", "", "nv"),
    ("ied", "y", "v"),
    ("ed", "", "v"),
    ("ed", "e", "v"),
    ("ing", "", "v"),
    ("ing", "e", "v"),
    ("est", "", "a"),
    ("er", "", "a"),
    ("er", "e", "a"),
    ("est", "e", "a"),
    ("iest", "y", "a"),
    ("ier", "y", "a"),
    ("ly", "", "r"),
)


class Reading(NamedTuple):
    """What a word can be, and whether it is a past form, known, a form of another known word."""

    kinds: str
    past: bool
    known: bool
    inflects: bool


class PartsOfSpeech:
    """Look up what a word can be: "n", "v", "a", "r", most used first; an unknown one is a noun."""

    def __init__(self, table: str, forms: Mapping[str, Sequence[str]]) -> None:
        """Take the lines of the lexicon ("return vn") and irregular forms by lemma."""
        # Searched by halves, not put into a dictionary: that alone was 12 ms of every start.
        self._lines = sorted(table.splitlines())
        self._seen: dict[str, str | None] = {}
        self._read: dict[str, Reading] = {}
        self._irregular = {form: lemma for lemma, group in forms.items() for form in group}

    def _known(self, word: str) -> str | None:
        """Give what the lexicon says of a word, or None; remembers it, within a bound."""
        if word not in self._seen:
            if len(self._seen) >= _CACHE_LIMIT:
                self._seen.clear()
            index = bisect_left(self._lines, f"{word} ")
            found, _, kinds = "".join(self._lines[index : index + 1]).partition(" ")
            self._seen[word] = kinds if found == word else None
        return self._seen[word]

    def reading(self, word: str) -> Reading:
        """Give everything known of a lower-case word; remembers it, within a bound."""
        found = self._read.get(word)
        if found is None:
            if len(self._read) >= _CACHE_LIMIT:
                self._read.clear()
            found = self._read[word] = self._reading(word)
        return found

    def _reading(self, word: str) -> Reading:
        lemma = self._irregular.get(word)
        known = self._known(word)
        by_ending = tuple(self._by_ending(word))
        form = lemma is not None or bool(by_ending)
        if lemma is not None:
            kinds = self._known(lemma) or "n"
            past = kinds[0] == "v" and not word.endswith(("ing", "s"))
        else:
            kinds = known if known is not None else next(iter(by_ending), "n")
            past = word.endswith("ed") and len(word) > 4 and any("v" in k for k in by_ending)
        return Reading(kinds, past, known is not None or form, form and known is None)

    def kinds(self, word: str) -> str:
        """Give the parts of speech of a lower-case word; participles count as verbs first."""
        return self.reading(word).kinds

    def _by_ending(self, word: str) -> Iterator[str]:
        for ending, instead, allowed in _ENDINGS:
            if len(word) <= len(ending) + 1 or not word.endswith(ending):
                continue
            root = word[: -len(ending)] + instead
            for candidate in (
                root,
                root[:-1] if len(root) > 3 and root[-1:] == root[-2:-1] else root,
            ):
                kinds = self._known(candidate)
                if kinds is None:
                    continue
                if allowed == "r":
                    yield "r"
                kept = "".join(kind for kind in kinds if kind in allowed)
                if kept:
                    yield kept

    def inflects(self, word: str) -> bool:
        """Tell whether a lower-case word is a form of a known one ("crews") and none itself."""
        return self.reading(word).inflects

    def past(self, word: str) -> bool:
        """Tell whether a lower-case word is a past form or participle of a known verb."""
        return self.reading(word).past

    def knows(self, word: str) -> bool:
        """Tell whether the lexicon has a lower-case word, or a form of it; nouns alone are not."""
        return self.reading(word).known

    def may_be(self, word: str, kind: str) -> bool:
        """Tell whether a word can be of a kind."""
        return kind in self.kinds(word)
