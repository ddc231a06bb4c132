"""How a report is shown: width, colour, characters, and how much of it."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.finding import CheckResult, Severity, Verdict
from claimcheck.output.safe import to_ascii

_SYMBOLS = {
    Verdict.CONFLICT: "✗",
    Verdict.CHECK: "!",
    Verdict.UNRESOLVED: "?",
    Verdict.APPROXIMATION: "≈",
    Verdict.COMPATIBLE: "+",
    Verdict.AGREEMENT: "✓",
}
_ASCII_SYMBOLS = {"✗": "X", "≈": "~", "✓": "=", "·": "-"}
_COLOURS = {
    Verdict.CONFLICT: "1;31",
    Verdict.CHECK: "1;35",
    Verdict.UNRESOLVED: "1;33",
    Verdict.APPROXIMATION: "1;36",
    Verdict.COMPATIBLE: "1;34",
    Verdict.AGREEMENT: "1;32",
}
_RESET = "\x1b[0m"

# Worst first: what a desk must look at before what it may skip.
RANK = {verdict: index for index, verdict in enumerate(_SYMBOLS)}
LOUDNESS = {severity: index for index, severity in enumerate(Severity)}
MARKS = {
    CheckResult.FINDING: "!",
    CheckResult.NOTE: "·",
    CheckResult.OK: "✓",
    CheckResult.NOTHING: " ",
}
FULL_CHARACTERS = "✗≈✓·…–“’"
MIN_WIDTH = 20


class Look(NamedTuple):
    """The look of text for people, and which severities fail the gate, for formats that tell."""

    width: int = 80
    colour: bool = False
    ascii: bool = False
    everything: bool = False
    verbose: bool = False
    failing: frozenset[Severity] = frozenset((Severity.ERROR,))

    def symbol(self, verdict: Verdict) -> str:
        """Give the sign of a verdict; the word always stands beside it."""
        return self.mark(_SYMBOLS[verdict])

    def mark(self, sign: str) -> str:
        """Give a sign, or its ASCII cousin where the stream cannot encode it."""
        return _ASCII_SYMBOLS.get(sign, sign) if self.ascii else sign

    def verdict(self, verdict: Verdict, text: str) -> str:
        """Colour a text by verdict."""
        return self._paint(_COLOURS[verdict], text)

    def strong(self, text: str) -> str:
        """Make a text bold."""
        return self._paint("1", text)

    def faint(self, text: str) -> str:
        """Make a text faint."""
        return self._paint("2", text)

    def finish(self, lines: list[str]) -> str:
        """Join lines into what is written, in the characters the stream can take."""
        text = "\n".join(line.rstrip() for line in lines) + "\n"
        return to_ascii(text) if self.ascii else text

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}{_RESET}" if self.colour and text else text
