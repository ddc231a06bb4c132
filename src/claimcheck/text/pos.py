"""Parts of speech: what a word can be, by lemma and ending."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

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


class PartsOfSpeech:
    """Look up what a word can be: "n", "v", "a", "r", most used first; an unknown one is a noun."""

    def __init__(self, table: str, forms: Mapping[str, Sequence[str]]) -> None:
        """Take the lines of the lexicon ("return vn") and irregular forms by lemma."""
        # Searched by halves, not put into a dictionary: that alone was 12 ms of every start.
        self._lines = sorted(table.splitlines())
        self._seen: dict[str, str | None] = {}
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

    def kinds(self, word: str) -> str:
        """Give the parts of speech of a lower-case word; participles count as verbs first."""
        lemma = self._irregular.get(word)
        if lemma is not None:
            return self._known(lemma) or "n"
        known = self._known(word)
        if known is not None:
            return known
        return next(self._by_ending(word), "n")

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
        form = word in self._irregular or next(self._by_ending(word), "") != ""
        return form and self._known(word) is None

    def past(self, word: str) -> bool:
        """Tell whether a lower-case word is a past form or participle of a known verb."""
        lemma = self._irregular.get(word)
        if lemma is not None:
            return (self._known(lemma) or "n")[0] == "v" and not word.endswith(("ing", "s"))
        if not word.endswith("ed") or len(word) < 5:
            return False
        return any("v" in kinds for kinds in self._by_ending(word))

    def knows(self, word: str) -> bool:
        """Tell whether the lexicon has a lower-case word, or a form of it; nouns alone are not."""
        form = word in self._irregular or self._known(word) is not None
        return form or next(self._by_ending(word), "") != ""

    def may_be(self, word: str, kind: str) -> bool:
        """Tell whether a word can be of a kind."""
        return kind in self.kinds(word)
