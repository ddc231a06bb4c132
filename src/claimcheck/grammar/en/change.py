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
_PREPOSITIONS = frozenset(("to", "by", "from", "of"))


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

    def read(self, text: str, draft: Draft, left: Left) -> None:
        """Set change and role of an amount from the words before it, else from those after it."""
        words = left.words
        if draft.hedge and left.start - len(left.low) <= draft.hedge[0] < left.start:
            words = left.low[: draft.hedge[0] - left.start].split()
        steps, preposition = 0, ""
        for word in reversed(words):
            change = self._verbs.get(word)
            if change is None and preposition:
                change = self._nouns.get(word)
            if change is not None:
                if preposition or word in ("up", "down") or _moves_alone(draft):
                    self._apply(draft, change, preposition)
                return
            if word in _PREPOSITIONS:
                preposition = preposition or word
            elif word not in self._fillers:
                steps += 1
                if (
                    steps > (5 if preposition == "to" else 2)
                    or not preposition
                    or word[-1] in ".;:!?—"
                ):
                    break
        if text[draft.tail : draft.tail + 1] in (" ", "-"):
            self._read_after(text, draft)

    @staticmethod
    def _apply(draft: Draft, change: Change, preposition: str) -> None:
        """Tell level from change by the preposition: "rose by 5", "rose to 20"."""
        draft.change = change
        draft.role = Role.LEVEL if preposition in ("to", "from") else Role.CHANGE

    def _read_after(self, text: str, draft: Draft) -> None:
        """Read "a 5% rise", "12 percent higher", "300 fewer"."""
        found = _AFTER.match(text, draft.tail)
        if found is None:
            return
        for group in ("word", "second", "third"):
            word = (found[group] or "").lower()
            change = self._after.get(word)
            if change is not None and (
                word not in ("more", "less", "up", "down", "off") or group == "word"
            ):
                draft.change, draft.role = change, Role.CHANGE
                return
            if draft.dimension not in ("percent", "percentage point", "money"):
                return

    def moved(self, left: str) -> bool:
        """Tell whether a verb of change governs a "from ... to ..." that begins after `left`."""
        for word in reversed(left.lower().split()[-7:]):
            if word[-1] in ".;:!?—":
                return False
            if word in self._verbs or word in self._nouns or word in self._moves:
                return True
        return False


def _moves_alone(draft: Draft) -> bool:
    """Tell amounts a verb moves by itself: "rose 5%"; "lost two games" needs a preposition."""
    return draft.dimension in _MOVING or draft.unit == "point"
