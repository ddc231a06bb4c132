"""What went wrong, on standard error: one line each, nothing in it that acts on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError
from claimcheck.output.safe import safe

if TYPE_CHECKING:
    from claimcheck.engines.fence import Broken

_QUOTED = 200


class ReaderGoneError(Exception):
    """Whoever read our output went away, as `head` does."""


def tell(errors: Iterable[ClaimcheckError]) -> None:
    """Say errors, and those found with them, one line each."""
    for error in errors:
        say(f"error[{error.code}]: {error}")
        tell(error.also)


def say(line: str) -> None:
    """Write one line to standard error, made safe."""
    sys.stderr.write(f"{safe(line)}\n")


def tell_bug(error: BaseException, *, verbose: bool = False) -> None:
    """Say in one line that claimcheck itself failed; the traceback is shown only when asked for."""
    import traceback  # noqa: PLC0415 - only when something broke

    if verbose:
        _say_lines("".join(traceback.format_exception(error)))
    at = traceback.extract_tb(error.__traceback__)[-1:]
    where = f"{at[0].filename.rsplit('/', 1)[-1]}:{at[0].lineno}" if at else ""
    say(bug_line(type(error).__name__, str(error), where=where))


def tell_broken(broken: Broken, *, verbose: bool = False) -> None:
    """Say in one line on which article claimcheck failed, as `tell_bug` does."""
    if verbose:
        _say_lines(broken.trace)
    say(bug_line(broken.kind, broken.words, broken.path, broken.place))


def _say_lines(text: str) -> None:
    for line in text.splitlines():
        say(line)


def bug_line(kind: str, words: str, path: str = "", where: str = "") -> str:
    """Describe an unexpected exception in one line.

    >>> bug_line("KeyError", "'x'", "a.txt", "a.py:7")
    "error[E900]: a.txt: a bug in claimcheck at a.py:7: KeyError: 'x'; please report it"
    """
    head = f"{path}: " if path else ""
    at = f" at {where}" if where else ""
    told = f"{head}a bug in claimcheck{at}: {kind}: {words[:_QUOTED]}"
    return f"error[E900]: {told}; please report it"
