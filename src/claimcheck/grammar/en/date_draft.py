"""A draft: what the ladder has made of some tokens so far, before it becomes a Timex."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.grammar.en.date_tables import DateTables
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.article import Span
from claimcheck.model.mention import Grain, Step, TimexMod


class Draft(NamedTuple):
    """A value in its underspecified form, with its grain and the productions that made it.

    `form` is the small language that `grammar.resolve` reads; see there.
    """

    type: str
    form: str
    grain: Grain
    mod: TimexMod = TimexMod.NONE
    weekday: int | None = None
    also: tuple[str, ...] = ()
    note: str = ""
    steps: tuple[Step, ...] = ()


class Phrase(NamedTuple):
    """One run of tokens in its text."""

    text: str
    tables: DateTables
    start: int

    def before(self, place: int) -> str:
        """Give the word before a place in lower case, "" at a line's start."""
        begin = max(0, place - 24)
        words = self.text[begin:place].rsplit("\n", 1)[-1].split()
        return words[-1].lower().strip("(\"“‘'’-") if words else ""

    def words_before(self, place: int) -> list[str]:
        """List up to four words before a place on its line, in lower case."""
        return self.text[max(0, place - 32) : place].rsplit("\n", 1)[-1].lower().split()[-4:]

    def after(self, place: int) -> str:
        """Give the word after a place as written, "" where the sentence or line ends."""
        rest = self.text[place : place + 32]
        if rest[:1] not in {" ", "-", "\u00a0"}:
            return ""
        line = rest[1:].split("\n", 1)[0]
        word = line.split(" ", 1)[0]
        return word.rstrip('.,;:!?)"”’')


def token(kind: str, parts: list[Token], draft: Draft, production: str) -> Token:
    """Make the token that stands for some others, with its step in front of theirs."""
    start, end = parts[0].start, parts[-1].end
    steps: tuple[Step, ...] = (Step(production, Span(start, end)),)
    for part in parts:
        if isinstance(part.value, Draft):
            steps += part.value.steps
    return Token(kind, Draft(*draft[:-1], steps), start, end)


GRAINS = {
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "WE": Grain.WEEKEND,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "Y": Grain.YEAR,
    "DE": Grain.DECADE,
    "CE": Grain.CENTURY,
    "TH": Grain.TIME,
    "TM": Grain.TIME,
    "TS": Grain.TIME,
}
UNIT_NAMES = {
    "D": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}


def duration(number: str, code: str) -> str:
    """Write a duration: ("2", "Y") is P2Y, ("30", "TM") is PT30M, a fortnight is two weeks."""
    if code == "F":
        return f"P{2 * int(number)}W" if number.isdigit() else "PXW"
    if code == "WE":
        return f"P{number}WE"
    if code.startswith("T"):
        return f"PT{number}{code[1]}"
    return f"P{number}{code}"
