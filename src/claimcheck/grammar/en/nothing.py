"""What is no quantity: years, clock times, labels, product names, idioms."""

from __future__ import annotations

import re

from claimcheck.grammar.en.draft import Draft
from claimcheck.model.lexicon import Nothing

_GLUED = re.compile(r"[A-Za-z]+$")
_JOINERS = frozenset(
    ("to", "and", "or", "about", "than", "some", "minus", "over", "under", "nearly", "by")
)
_CLOCK = re.compile(r"[ ]?(?:[ap]\.?[ ]?m\b|o[’']clock\b|GMT\b|BST\b)", re.IGNORECASE)
_NAME_AFTER = re.compile(r"[ ](?P<word>[A-Z][A-Za-z]+)")
_LAST_WORD = re.compile(r"(?P<word>[A-Za-z][A-Za-z.'’-]*)(?:[ ]\.)?[ \u00a0]$")
_COUNTING = re.compile(r"[ ]and[ ](?:two|three|[0-9])")
_YEAR_BEFORE = frozenset(
    "in since by of during until till from before after early late mid circa year summer winter spring autumn fall"
    " the fiscal fy through and to or between january february march april may june july august september october"
    " november december jan feb mar apr jun jul aug sep sept oct nov dec election elections olympics cup".split()
)


class Rejections:
    """Tell numbers that count or measure nothing, by the words around them."""

    def __init__(self, nothing: Nothing) -> None:
        """Index the words."""
        self.labels = frozenset(nothing["labels"])
        self.after_one = frozenset(nothing["after_one"])
        self.before_one = frozenset(nothing["before_one"])
        self.after_hyphen = frozenset(nothing["after_hyphen"])
        self.slashes = frozenset(nothing["slashes"])
        self._idioms: dict[str, list[str]] = {}
        for phrase in nothing["idioms"]:
            self._idioms.setdefault(re.split("[ -]", phrase)[0], []).append(phrase)
        self._idioms_before = frozenset(nothing["idioms_before"])

    def idiom(self, text: str, start: int, word: str) -> bool:
        """Tell whether a number word begins an idiom ("zero tolerance")."""
        rows = self._idioms.get(word)
        if rows is None:
            return False
        return any(text[start : start + len(row)].lower() == row for row in rows)

    def named(self, text: str, start: int, end: int, left: str) -> bool:
        """Tell a spelled number that is part of a name: "the Six Nations", "Big Ten", "ground zero"."""
        before = _LAST_WORD.search(left)
        word = before["word"] if before else ""
        if word.lower() in self._idioms_before:
            return True
        if not text[start].isupper() or text[start : start + 2].isupper() or before is None:
            return False
        after = _NAME_AFTER.match(text, end)
        return after is not None and word[0].islower()

    def one(self, text: str, end: int, left: str) -> bool:
        """Tell "one" the pronoun from one the number."""
        words = left.lower().split()
        if left[-1:] == "-" or (words and words[-1] in self.before_one):
            return True
        follow = re.match(
            r"[ ]?(?P<word>-?[a-z]+|['’]s|[.,;:?!\"”)])", text[end : end + 24].lower()
        )
        if follow is None:
            return bool(words)
        word = follow["word"]
        if word == "and":
            return _COUNTING.match(text, end) is None
        return (
            word in self.after_one
            or word in ("’s", "'s")
            or not word[0].isalpha()
            and word[0] != "-"
        )

    def label(self, left: str) -> bool:
        """Tell whether the word before a figure makes it a label: "Flight 370", "No. 5"."""
        found = _LAST_WORD.search(left)
        return found is not None and found["word"].lower() in self.labels

    def year(self, draft: Draft, left: str, *, counted: bool) -> bool:
        """Tell a bare figure of four digits that is a year."""
        if draft.number_end - draft.start != 4 or not 1000 <= draft.low <= 2199:
            return False
        if draft.low != int(draft.low) or draft.unit and draft.dimension != "count":
            return False
        found = _LAST_WORD.search(left)
        word = found["word"].lower() if found else ""
        if word in _YEAR_BEFORE or not counted:
            return True
        return draft.low >= 1900 and draft.low % 100 != 0 and draft.low <= 2100

    @staticmethod
    def clock(text: str, end: int) -> bool:
        """Tell a clock time: "2pm", "11 a.m."."""
        return _CLOCK.match(text, end) is not None

    @staticmethod
    def product(text: str, draft: Draft, left: str) -> bool:
        """Tell a bare figure right after a name: "Boeing 777", "Windows 10"."""
        found = _LAST_WORD.search(left)
        if found is None or not found["word"][0].isupper() or draft.unit:
            return False
        head = left[: found.start()].rstrip()
        if not head or head[-1] in '.!?:\n"“”':
            return False
        return True
