"""`claimcheck watch`: report once, then tell what changed each time an article does."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path

from claimcheck.changes.diff import diff
from claimcheck.changes.show import terminal as change_text
from claimcheck.cli.delivery import write_out
from claimcheck.cli.house import open_rulebook
from claimcheck.cli.mishap import say
from claimcheck.cli.request import Inputs, View
from claimcheck.cli.steps import looks, work, written
from claimcheck.errors import UsageError
from claimcheck.output.plain import report_document

_SETTLE = 400  # milliseconds without a further change before articles are read anew
_PULSE = 500  # milliseconds after which an empty set says that nothing changed
_STEP = 100  # milliseconds between two looks, the longest an interrupt waits


def watch(inputs: Inputs, view: View) -> int:
    """Report, then wait for changes until interrupted.

    Raises UsageError E207 where the extra is not installed or a path is no file or folder.
    """
    changes = _changes(inputs.paths)
    next(changes)  # from now on nothing is missed, not even while the first report is made
    chosen, _ = looks(view, verbose=inputs.verbose)
    book = open_rulebook(inputs.house)
    done = work(inputs, book)
    known = done.report()
    write_out(written(known)("terminal", chosen), "terminal")
    if not inputs.quiet:
        say("watching; Ctrl-C ends it")
    with suppress(KeyboardInterrupt):  # the way to end it
        for changed in changes:
            if not changed:
                continue
            done = work(inputs, book)
            found = done.report()
            change = diff(report_document(known), report_document(found), ("before", "now"))
            if change["patch"]["lists"]:
                write_out("\n" + change_text(change, chosen), "terminal")
            known = found
    return done.exit_code


def _changes(paths: tuple[str, ...]) -> Iterator[AbstractSet[object]]:
    """Give the changes below the paths, each burst as a set; an empty one now and then."""
    try:
        from watchfiles import watch as watched  # noqa: PLC0415 - an extra
    except ImportError as error:
        remedy = "pip install 'claimcheck[watch]'"
        raise UsageError("E207", "", "watch needs the extra watchfiles", remedy) from error
    missing = [path for path in paths if not _there(path)]
    if missing:
        raise UsageError("E207", missing[0], "no such file or folder", "name one that exists")
    return watched(
        *paths,
        debounce=_SETTLE,
        step=_STEP,
        rust_timeout=_PULSE,
        yield_on_timeout=True,
        raise_interrupt=False,
    )


def _there(path: str) -> bool:
    try:
        return Path(path).is_dir() or Path(path).is_file()
    except (OSError, ValueError):
        return False
