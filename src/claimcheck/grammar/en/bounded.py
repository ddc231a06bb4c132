"""Bounds: the words before and after an amount that say how it limits the figure."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.grammar.en.context import Left
from claimcheck.grammar.en.draft import Draft
from claimcheck.model.lexicon import HedgePhrases
from claimcheck.model.mention import Bound

_SIGNS = re.compile(r"(?:<=|>=|=<|[~≈≤≥<>±])[ ]{0,2}$")
_AFTER = re.compile(r"(?P<gap>[ ]?[-‐‑][ ]?|[ ])?(?P<word>\+|[A-Za-z]+)")
_NOT_OVER = frozenset(("the", "over", "during", "this", "her", "his", "its", "their", "a", "in"))
_IDLE_AFTER = {  # words after which a phrase bounds nothing: "the past 5", "edged up to 4"
    "past": _NOT_OVER,
    "up to": frozenset(
        (
            "edged ticked crept inched nudged went go goes gone going moved pushed sped climbed"
            " shot rose jumped grew added adds adding add amounts catch caught live lived lives"
        ).split()
    ),
}
_DIRECTED = frozenset((Bound.ABOVE, Bound.AT_LEAST, Bound.BELOW, Bound.AT_MOST))
# "for over five years" bounds; "£50m over five years" says during.
_BOUNDING = frozenset(
    "for just well after of took takes lasted lasting is was be been at by in spent with".split()
)
_AFTER_STARTS = frozenset(" +-‑")
_OPENINGS = frozenset("(\"“'‘[—–-") - {""}
_SIGN_ENDS = tuple("~≈≤≥<>±=")


_TIED = re.compile(
    r"[ ]?[-‐‑]?[ ]?(?P<mark>\+|plus\b(?=[ ][a-z])|odd\b|ish\b|something\b"
    r"|or (?:more|so|fewer|less)(?=[ ](?!than)[a-z]))"
)


_TIED_BOUNDS = {
    "+": Bound.AT_LEAST,
    "plus": Bound.AT_LEAST,
    "or more": Bound.AT_LEAST,
    "or fewer": Bound.AT_MOST,
    "or less": Bound.AT_MOST,
}


class Tied(NamedTuple):
    """A hedge after the figure; `tied` ones need their hyphen ("20-something")."""

    phrase: str
    bound: Bound
    tied: bool


class Hedges:
    """Hedge phrases by their last word (before a figure) and their first (after it)."""

    def __init__(self, phrases: HedgePhrases) -> None:
        """Index the phrases, longest first."""
        self._before: dict[str, list[tuple[str, Bound]]] = {}
        for phrase, bound in phrases["before"].items():
            last = phrase.rsplit(" ", 1)[-1]
            self._before.setdefault(last, []).append((phrase, Bound(bound)))
        for rows in self._before.values():
            rows.sort(key=lambda row: (-len(row[0]), row[0]))
        self._after: dict[str, list[Tied]] = {}
        for phrase, bound in phrases["after"].items():
            clean = phrase.strip(" -")
            tied = Tied(clean, Bound(bound), clean != phrase)
            self._after.setdefault(clean.split(" ")[0], []).append(tied)
        for after in self._after.values():
            after.sort(key=lambda row: (-len(row.phrase), row.phrase, not row.tied))
        self._signs = {
            word: rows[0][1] for word, rows in self._before.items() if not word[0].isalpha()
        }

    def read(self, text: str, draft: Draft, left: Left) -> None:
        """Apply the hedges around an amount."""
        if left.text.endswith(_SIGN_ENDS):
            self._read_sign(draft, left.text)
        elif left.last in self._before or left.last[:1] in _OPENINGS:
            self._read_before(draft, left)
        if draft.bound is Bound.ABOVE and draft.dimension == "duration":
            _forget_over(text, draft, left)
        if text[draft.tail : draft.tail + 1] in _AFTER_STARTS:
            self._read_after(text, draft)

    def _read_before(self, draft: Draft, left: Left) -> None:
        """Read stacked hedges leftwards: in "at least about 300" the outer one directs."""
        low = left.low if "\n" not in left.low else left.low.replace("\n", " ")
        if len(low) != len(left.text):
            return
        base, stop = left.start - len(low), left.begin + len(left.last)
        for _ in range(3):
            found = self._ending(low, stop)
            if found is None:
                return
            begin, bound = found
            self._bound(draft, bound)
            draft.hedge = (base + begin, draft.hedge[1] if draft.hedge else base + stop)
            stop = len(low[:begin].rstrip())

    def _ending(self, low: str, stop: int) -> tuple[int, Bound] | None:
        """Find the longest hedge that ends at `stop`: its start and bound."""
        last = low[low.rfind(" ", 0, stop) + 1 : stop]
        if last and last[0] in _OPENINGS:
            last = last.lstrip("(\"“'‘[—–-")
        for phrase, bound in self._before.get(last, ()):
            begin = stop - len(phrase)
            if low.endswith(phrase, 0, stop) and not (begin and low[begin - 1].isalnum()):
                idle = _IDLE_AFTER.get(phrase)
                ahead = low[:begin].rsplit(None, 1)[-1:] if idle else []
                return None if idle and ahead and ahead[0] in idle else (begin, bound)
        return None

    @staticmethod
    def _bound(draft: Draft, bound: Bound) -> None:
        """Combine with the bound read so far: a direction outweighs "about"."""
        if draft.bound is Bound.RANGE or draft.bound is Bound.VAGUE:
            return
        if draft.bound in _DIRECTED and bound not in _DIRECTED:
            return
        draft.bound = bound

    def _read_sign(self, draft: Draft, left: str) -> None:
        """Read ">30", "<= -30", "~2"."""
        found = _SIGNS.search(left)
        sign = found[0].strip() if found else ""
        bound = self._signs.get(sign)
        if found is None or bound is None or left[: found.start()].endswith("="):
            return
        self._bound(draft, bound)
        base = draft.start - len(left) + found.start()
        draft.hedge = (base, base + len(sign))

    def read_tied(self, text: str, draft: Draft) -> int:
        """Read a hedge tied to the figure ("300-odd", "50+", "three-plus"); give where it ends."""
        found = _TIED.match(text, draft.end)
        if found is None:
            return draft.end
        self._bound(draft, _TIED_BOUNDS.get(found["mark"], Bound.ABOUT))
        draft.hedge = found.span("mark")
        draft.tail = found.end()
        return found.end()

    def _read_after(self, text: str, draft: Draft) -> None:
        """Read "or so", "or more", "-odd", "+", "at most"."""
        found = _AFTER.match(text, draft.tail)
        rows = found and self._after.get(found["word"].lower())
        if not found or not rows:
            return
        start = found.start("word")
        for phrase, bound, tied in rows:
            end = start + len(phrase)
            if text[start:end].lower() != phrase or text[end : end + 1].isalnum():
                continue
            if tied and "-" not in (found["gap"] or ""):
                continue
            ends = _ENDED if phrase.startswith("at ") else _END
            if text.startswith(" than", end) or (phrase in _ALONE and not ends.match(text, end)):
                continue
            self._bound(draft, bound)
            draft.hedge = draft.hedge or (start, end)
            return


# These are hedges only where the clause ends: "50 at most." but "50, at least one of whom".
_ALONE = frozenset(
    (
        *("at least", "at most", "at the most", "minimum", "maximum", "max", "plus"),
        *("approximately", "upwards", "and up"),
    )
)
_END = re.compile(r"[ ]?(?:$|[.,;:)\n])")
_ENDED = re.compile(
    r"[ ]?(?:$|[.,;:)\n])"
    r"|[ ](?:is|are|was|were|be|has|have|had|will|would|could|may|might|in|by|on|for)\b"
)


def _forget_over(text: str, draft: Draft, left: Left) -> None:
    """Drop the bound of "over" where it says during."""
    if draft.hedge is None or text[slice(*draft.hedge)] != "over":
        return
    before = left.words[-2] if len(left.words) > 1 else "for"
    if before not in _BOUNDING:
        draft.bound, draft.hedge = Bound.EXACT, None
