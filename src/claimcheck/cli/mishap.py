"""What went wrong, on standard error: one line each, nothing in it that acts on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from claimcheck.errors import ClaimcheckError
from claimcheck.output.safe import safe

_QUOTED = 200


class ReaderGoneError(Exception):
    """Whoever read our output went away, as `head` does."""


def tell(errors: Iterable[ClaimcheckError]) -> None:
    """Say errors, one line each."""
    for error in errors:
        say(f"error[{error.code}]: {error}")


def say(line: str) -> None:
    """Write one line to standard error, made safe."""
    sys.stderr.write(f"{safe(line)}\n")


def tell_bug(error: BaseException, path: str = "", *, verbose: bool = False) -> None:
    """Say in one line that claimcheck itself failed; the traceback is shown only when asked for."""
    import traceback  # noqa: PLC0415 - only when something broke

    if verbose:
        for line in "".join(traceback.format_exception(error)).splitlines():
            say(line)
    at = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {at[0].filename.rsplit('/', 1)[-1]}:{at[0].lineno}" if at else ""
    say(bug_line(error, path, where))


def bug_line(error: BaseException, path: str = "", where: str = "") -> str:
    """Describe an unexpected exception in one line.

    >>> bug_line(KeyError("x"), "a.txt", " at a.py:7")
    "error[E900]: a.txt: a bug in claimcheck at a.py:7: KeyError: 'x'; please report it"
    """
    head = f"{path}: " if path else ""
    told = f"{head}a bug in claimcheck{where}: {type(error).__name__}: {str(error)[:_QUOTED]}"
    return f"error[E900]: {told}; please report it"
