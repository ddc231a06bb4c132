"""What a bare number is of: a counted noun, an age, a magnitude; and its rate."""

from __future__ import annotations

import re

from claimcheck.grammar.en.bounded import Hedges
from claimcheck.grammar.en.context import Left
from claimcheck.grammar.en.counted import CountedNouns, Noun
from claimcheck.grammar.en.draft import Draft
from claimcheck.grammar.en.units import UnitIndex
from claimcheck.model.mention import Role, UnitKind

# A name, or one person by what he does: "the striker, 29, has".
_NAME_COMMA = re.compile(
    r"(?:[A-Z][A-Za-z'’.-]+"
    r"|\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)[ ](?:[a-z-]+[ ]){0,2}[a-z-]*[a-rt-z]), $"
)
_NAME_BRACKET = re.compile(r"[A-Z][a-z'’-]+[ ][A-Z][A-Za-z'’-]+ \($")
_AT_AGE = re.compile(
    r"\b(?:dies|died|dead|death|turn(?:s|ed|ing)?)(?:[ ][a-z]+){0,3}[ ](?:at[ ])?"
    r"(?:the[ ]age[ ]of[ ])?$"
    r"|\bturn(?:s|ed|ing)?[ ]$"
)
_HE_WAS = re.compile(
    r"(?:\b(?:[Hh]e|[Ss]he)(?:[ ](?:was|is)|[’']s)|, both)[ ](?:only[ ]|just[ ])?$"
)
_STOPPED = re.compile(r"[ ]?(?:[.,;)]|$|\n)|[ ]when\b")
_QUAKE = re.compile(
    r"[ -]{1,3}(?:magnitude|(?:[a-z]+[ ])?(?:earth)?quake|temblor|tremor|aftershock)\b",
    re.IGNORECASE,
)
_AGE_WORDS = frozenset(("aged", "age", "ages"))
_CUES = _AGE_WORDS | {"of"}
_AGE_LEFT = frozenset(
    "at of turned turns turn turning was is he's she's he’s she’s both only just".split()
)


class MeaningReader:
    """Give bare numbers their noun, age or magnitude."""

    def __init__(self, nouns: CountedNouns, hedges: Hedges, units: UnitIndex) -> None:
        """Keep the readers of nouns, tied hedges and rates."""
        self._nouns = nouns
        self._hedges = hedges
        self._units = units

    def read(self, text: str, draft: Draft, left: Left, numbers: frozenset[str]) -> bool:
        """Give a bare number its meaning; True where it counts a noun."""
        if draft.unit or draft.dimension not in ("number", "ordinal"):
            return False
        if left.last in _CUES and self._is_age(left):
            _age(draft)
            return False
        if self._is_magnitude(text, draft, left):
            draft.unit, draft.kind, draft.dimension = "magnitude", UnitKind.MEASURE, "magnitude"
            return False
        begin = draft.end
        if text[begin : begin + 1] in "+- ‑o":
            begin = self._hedges.read_tied(text, draft)
        single = draft.dimension == "ordinal" or draft.high == 1
        noun = self._nouns.after(text, begin, single=single)
        if noun is None or noun.unit in numbers:
            if draft.dimension == "number" and draft.low <= 120 and _age_said(text, draft, left):
                _age(draft)
            elif draft.dimension == "number" and self._nouns.members(left.words):
                draft.unit, draft.kind, draft.dimension = "people", UnitKind.COUNTED, "count"
            elif draft.dimension == "number" and text[draft.tail : draft.tail + 2] in RATE_STARTS:
                self._rate(text, draft, draft.tail)
            return False
        return self._count(text, draft, noun, begin)

    @staticmethod
    def _is_age(left: Left) -> bool:
        """Tell "aged 44", "at the age of 44"."""
        last = left.last
        return last in _AGE_WORDS or (last == "of" and left.words[-2:-1] == ["age"])

    @staticmethod
    def _is_magnitude(text: str, draft: Draft, left: Left) -> bool:
        """Tell "magnitude 5.9", "a 5.9 quake"."""
        last = left.last
        if last == "magnitude" or (last == "of" and left.words[-2:-1] == ["magnitude"]):
            return True
        if last.endswith("magnitude-"):
            return True
        return not draft.words and draft.low < 10 and _QUAKE.match(text, draft.end) is not None

    def _count(self, text: str, draft: Draft, noun: Noun, begin: int) -> bool:
        """Let the number count its noun, at its rate."""
        draft.unit, draft.tail = noun.unit, noun.end
        draft.hyphen = begin == draft.end and text.startswith(("-", "‑", " - "), begin)
        if draft.dimension == "ordinal":
            return True
        draft.kind, draft.dimension = UnitKind.COUNTED, "count"
        if text[noun.end : noun.end + 2] in RATE_STARTS:
            self._rate(text, draft, noun.end)
        return True

    def _rate(self, text: str, draft: Draft, pos: int) -> None:
        """Read what the count is per: "300 people a day", "35 per 100,000", "600 a day"."""
        per = self._units.per(text, pos)
        if per is not None:
            draft.unit, draft.tail, draft.role = f"{draft.unit}/{per[0]}", per[1], Role.RATE


RATE_STARTS = frozenset((" p", " a", " e", " /", "-a", "-p", " P", "/h", "/d", "/m"))


def _age(draft: Draft) -> None:
    """Make a number an age in years."""
    draft.unit, draft.kind, draft.dimension = "year", UnitKind.AGE, "age"


def _age_said(text: str, draft: Draft, left: Left) -> bool:
    """Tell an age by what stands around it: "dies at 75", "She was 85.", "the minister, 44,"."""
    if left.text.endswith(" (") and text[draft.end : draft.end + 1] == ")":
        return draft.low >= 10 and not draft.words and bool(_NAME_BRACKET.search(left.text))
    if left.text.endswith(", "):
        return text[draft.end : draft.end + 1] in (",", ".") and bool(_NAME_COMMA.search(left.text))
    if left.last not in _AGE_LEFT:
        return False
    if _AT_AGE.search(left.text):
        return True
    return bool(_HE_WAS.search(left.text)) and _STOPPED.match(text, draft.end) is not None
