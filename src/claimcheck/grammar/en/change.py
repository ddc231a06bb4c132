"""Change: whether the text says a figure rose or fell, and whether the figure is the new level."""

from __future__ import annotations

import re

from claimcheck.grammar.en.context import Left
from claimcheck.grammar.en.draft import Draft
from claimcheck.model.lexicon import Changes
from claimcheck.model.mention import Change, Role

_AFTER = re.compile(
    r"[ -](?P<word>[a-z]+)(?:[ ](?P<second>[a-z]+))?(?:[ ](?P<third>[a-z]+))?", re.IGNORECASE
)
_MOVING = frozenset(("percent", "percentage point", "money", "number", "fraction"))
_SHARES = frozenset(("percent", "percentage point"))  # "raised prices 5%", "cut rates 25bps"
_SHARED_OUT = frozenset((*_SHARES, "money"))
_RIGHT_AFTER = frozenset(("more", "less", "up", "down", "off"))
_COPULAS = frozenset(
    "is are was were be been being down up and now still stood closed ended finished traded".split()
)
_GOES_ON = frozenset((" ", "-", ","))
_TREND = re.compile(r",[ ](?:or[ ])?(?P<way>up|down)[ ](?:sharply[ ]|slightly[ ])?(?:from|on)[ ]")
_PREPOSITIONS = frozenset(("to", "by", "from", "of", "at"))
_LEVELS = frozenset(("to", "from", "at"))


class ChangeWords:
    """Words of rising and falling."""

    def __init__(self, changes: Changes) -> None:
        """Index the words by direction."""
        self._verbs: dict[str, Change] = {}
        self._nouns: dict[str, Change] = {}
        self._after: dict[str, Change] = {}
        for change, words in ((Change.UP, changes["up"]), (Change.DOWN, changes["down"])):
            self._verbs.update(dict.fromkeys(words["verbs"], change))
            self._nouns.update(dict.fromkeys(words["nouns"], change))
            self._after.update(dict.fromkeys(words["after"], change))
        self._moves = frozenset(changes["moves"])
        self._fillers = frozenset(changes["fillers"])
        self._takes_money = frozenset(changes["takes_money"])

    def read(self, text: str, draft: Draft, left: Left) -> None:
        """Set change and role of an amount from the words before it, else from those after it."""
        words = left.words
        if draft.hedge and left.start - len(left.low) <= draft.hedge[0] < left.start:
            words = left.low[: draft.hedge[0] - left.start].split()
        if not self._read_before(draft, words) and text[draft.tail : draft.tail + 1] in _GOES_ON:
            self._read_after(text, draft)

    def _read_before(self, draft: Draft, words: list[str]) -> bool:
        """Find the word of change that governs an amount, leftwards; True where one stands."""
        steps, preposition = 0, ""
        for word in reversed(words):
            shot_down = preposition == "of" and word in ("up", "down")  # "34 of 40 drones"
            change = None if shot_down else self._verbs.get(word)
            if change is None and preposition:
                change = self._nouns.get(word)
            if change is not None:
                if preposition or self._moves_alone(draft, word, words):
                    self._apply(draft, change, preposition)
                return True
            if word in _PREPOSITIONS:
                preposition = preposition or word
            elif word not in self._fillers:
                steps += 1
                near = preposition or (draft.dimension in _SHARES and word.isalpha())
                if not near or word[-1] in ".;:!?—" or steps > (5 if preposition == "to" else 2):
                    return False
        return False

    def _moves_alone(self, draft: Draft, word: str, words: list[str]) -> bool:
        """Tell a verb that moves its object by itself: "rose 5%"; "lost two games" needs a "by"."""
        if word in ("up", "down") and draft.dimension not in _SHARED_OUT:
            said = words[-1] == word and len(words) > 1 and words[-2].rstrip(",") in _COPULAS
            return said or draft.unit == "point"
        if draft.dimension == "money" and word in self._takes_money:
            return False
        return draft.dimension in _MOVING or draft.unit == "point"

    @staticmethod
    def _apply(draft: Draft, change: Change, preposition: str) -> None:
        """Tell level from change by the preposition: "rose by 5", "rose to 20"."""
        draft.change = change
        rate = preposition == "at" and draft.dimension == "percent"  # "grew at 3.4%"
        draft.role = Role.LEVEL if preposition in _LEVELS and not rate else Role.CHANGE

    def _read_after(self, text: str, draft: Draft) -> None:
        """Read "a 5% rise", "12 percent higher", "300 fewer"."""
        found = _AFTER.match(text, draft.tail)
        if found is None:
            self._read_trend(text, draft)
            return
        for group in ("word", "second", "third"):
            word = (found[group] or "").lower()
            change = self._after.get(word)
            if change is not None and (word not in _RIGHT_AFTER or group == "word"):
                if word == "off" and draft.dimension not in ("percent", "money"):
                    return
                draft.change, draft.role = change, Role.CHANGE
                return
            if draft.dimension not in ("percent", "percentage point", "money"):
                return

    @staticmethod
    def _read_trend(text: str, draft: Draft) -> None:
        """Read the level in "67 per cent, up from 61 per cent"."""
        found = _TREND.match(text, draft.tail)
        if found is not None and draft.role is Role.UNKNOWN:
            draft.change = Change.UP if found["way"] == "up" else Change.DOWN
            draft.role = Role.LEVEL

    def moved(self, left: str) -> bool:
        """Tell whether a verb of change governs a "from ... to ..." that begins after `left`."""
        for word in reversed(left.lower().split()[-7:]):
            if word[-1] in ".;:!?—":
                return False
            if word in self._verbs or word in self._nouns or word in self._moves:
                return True
        return False
