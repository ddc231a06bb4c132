"""The words to the left of an amount, split once for every rung that looks at them."""

from __future__ import annotations

_WINDOW = 60  # characters in which a hedge, a label or a verb of change may stand


class Left:
    """The text before a place: as written, in small letters, and as words."""

    __slots__ = ("begin", "last", "low", "start", "text", "words")

    def __init__(self, text: str, start: int) -> None:
        """Cut the window; `last` is the last word with its punctuation."""
        self.start = start
        self.text = text[start - _WINDOW if start > _WINDOW else 0 : start]
        self.low = self.text.lower()
        self.words = self.low.split()
        self.last = self.words[-1] if self.words else ""
        self.begin = self.low.rfind(self.last) if self.last else 0

    @property
    def capital(self) -> bool:
        """Whether the last word begins with a capital and ends without punctuation."""
        last = self.last
        return (
            bool(last)
            and self.text[self.begin].isupper()
            and (last[-1].isalpha() or last[-1] == ".")
        )

    @property
    def opens(self) -> bool:
        """Whether the last word is the first of its sentence."""
        if len(self.words) < 2:
            return True
        return self.words[-2][-1] in '.!?:"“”'
