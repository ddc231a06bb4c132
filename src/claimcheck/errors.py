"""The error tree: every mistake a user can make, with place, problem and remedy."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """A user's mistake or a broken input: the place, the problem, and what would be right.

    `place` is `path`, `path:line` or `path:line:col`; `remedy` may be empty when nothing would
    help. `code` is stable (E0xx reader, E1xx rules and lexicon, E2xx usage, E3xx archive).
    """

    def __init__(self, code: str, place: str, problem: str, remedy: str = "") -> None:
        """Keep the parts; the message is `error[E012]: PATH:LINE:COL: problem; remedy`."""
        super().__init__(code, place, problem, remedy)
        self.code = code
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        """Give the one line a user sees, without the `error[...]` head."""
        head = f"{self.place}: " if self.place else ""
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{head}{self.problem}{tail}"


class ReaderError(ClaimcheckError):
    """An article that cannot be read: missing, empty, binary, too large, badly encoded."""


class RuleError(ClaimcheckError):
    """A rule or lexicon file that says something the engine does not know."""


class ConfigError(ClaimcheckError):
    """A configuration key or value that is not known."""


class ArchiveError(ClaimcheckError):
    """An archive that is missing, locked, corrupt or of another version."""


class UsageError(ClaimcheckError):
    """A command line that cannot be carried out."""
