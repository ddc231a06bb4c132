"""The error tree: every mistake a user can make, with place, problem and remedy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self


class ClaimcheckError(Exception):
    """A user's mistake or a broken input: the place, the problem, and what would be right.

    `place` is `path`, `path:line` or `path:line:col`; `remedy` may be empty when nothing would
    help. `code` is stable (E0xx reader, E1xx rules and lexicon, E2xx usage, E3xx archive, E4xx
    configuration, E5xx gate).
    """

    def __init__(self, code: str, place: str, problem: str, remedy: str = "") -> None:
        """Keep the parts; the message is `error[E012]: PATH:LINE:COL: problem; remedy`."""
        super().__init__(code, place, problem, remedy)
        self.code = code
        self.place = place
        self.problem = problem
        self.remedy = remedy
        self.also: tuple[ClaimcheckError, ...] = ()  # further mistakes found with this one
        self.named = ""  # where the configuration names the file that this is about

    def __str__(self) -> str:
        """Give the one line a user sees, without the `error[...]` head."""
        head = f"{self.place}: " if self.place else ""
        named = f", named at {self.named}" if self.named else ""
        tail = f"; {self.remedy}" if self.remedy else ""
        return f"{head}{self.problem}{named}{tail}"


class ReaderError(ClaimcheckError):
    """An article that cannot be read: missing, empty, binary, too large, badly encoded."""


class RuleError(ClaimcheckError):
    """A rule or lexicon file that says something the engine does not know."""


class ConfigError(ClaimcheckError):
    """A configuration key or value that is not known."""


class ArchiveError(ClaimcheckError):
    """An archive that is missing, locked, corrupt or of another version."""


class GateError(ClaimcheckError):
    """A baseline, a suppression or a git revision that the gate cannot use."""


class UsageError(ClaimcheckError):
    """A command line that cannot be carried out."""


class Mistakes:
    """Mistakes kept while more is looked at, and told together.

    `with mistakes:` keeps one that is raised within; `tell` raises what was kept.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self._found: list[ClaimcheckError] = []

    def __bool__(self) -> bool:
        """Whether any was made."""
        return bool(self._found)

    def __enter__(self) -> Self:
        """Begin a part of the work that may be wrong by itself."""
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        """Keep the mistake that ended it; a bug passes."""
        if isinstance(error, ClaimcheckError):
            self._found.append(error)
            return True
        return False

    def tell(self) -> None:
        """Raise the first, with the others beside it; nothing where there is none."""
        if self._found:
            first, *rest = self._found
            first.also = (*first.also, *rest)
            raise first


def did_you_mean(word: str, known: Iterable[str], least: float = 0.6) -> str:
    """Ask for the known word most like this one; "" where none is like it.

    `least` is the share of characters, from 0 to 1, that both must have in common.

    >>> did_you_mean("selct", ("select", "ignore"))
    'did you mean "select"?'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

    near = get_close_matches(word[:_COMPARED], list(known), 1, least)
    return f'did you mean "{near[0]}"?' if near else ""


_COMPARED = 80  # characters of a word that are held against the known ones
