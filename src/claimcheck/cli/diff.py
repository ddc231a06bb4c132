"""`claimcheck diff`: two reports, or what two sets of articles come to, and what changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.changes.diff import diff as compared
from claimcheck.changes.load import is_report, load
from claimcheck.changes.show import markdown, terminal
from claimcheck.cli.delivery import deliver, targets
from claimcheck.cli.request import DIFF_FORMATS, Inputs, Results, View
from claimcheck.cli.revisions import checked_out, revision
from claimcheck.cli.steps import Work, looks, work
from claimcheck.errors import UsageError
from claimcheck.output.dumps import document
from claimcheck.output.plain import report_document

if TYPE_CHECKING:
    from claimcheck.output.document import ReportDocument

_WRITERS: Final = {
    "terminal": terminal,
    "json": lambda change, _: document(change),
    "markdown": markdown,
}


class Sides(NamedTuple):
    """The two sides as they were named, and whether worse findings fail."""

    old: str
    new: str
    exit_code: bool = False


def diff(sides: Sides, inputs: Inputs, results: Results, view: View) -> int:
    """Tell what changed; 1 where it got worse and that is asked for, 2 where a side is missing."""
    files = targets(results.outputs, DIFF_FORMATS, force=results.force)
    old, old_code = _side(sides.old, inputs)
    new, new_code = _side(sides.new, inputs)
    if old is None or new is None:
        return max(old_code, new_code)
    change = compared(old, new, (sides.old, sides.new))
    chosen = looks(view, verbose=inputs.verbose)
    deliver(lambda form, look: _WRITERS[form](change, look), results.format, files, chosen)
    worse = 1 if sides.exit_code and change["worse"] else 0
    return max(old_code, new_code, worse)


def _side(name: str, inputs: Inputs) -> tuple[ReportDocument | None, int]:
    """Give the report of one side, and the code reading it ends with."""
    path = Path(name)
    if _exists(path):
        if path.is_file() and is_report(path):
            return load(path), 0
        done = work(inputs._replace(paths=(name,)))
        return _reported(_renamed(done, name.rstrip("/\\") + "/") if path.is_dir() else done)
    wanted = revision(name)
    if wanted is None:
        raise UsageError("E206", name, "no such file or folder", "see claimcheck diff --help")
    with checked_out(wanted) as folder:
        done = work(inputs._replace(paths=(str(folder / wanted.path),)))
        return _reported(_renamed(done, f"{folder / wanted.path}/"))


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _reported(done: Work) -> tuple[ReportDocument | None, int]:
    code = done.exit_code or (2 if done.skipped else 0)
    return (report_document(done.report()) if done.extractions else None), code


def _renamed(done: Work, folder: str) -> Work:
    """Give the work with its articles under the names they have inside a folder."""
    return done._replace(
        extractions=tuple(
            one._replace(article=one.article._replace(path=one.article.path.removeprefix(folder)))
            for one in done.extractions
        ),
        skipped=tuple(one._replace(path=one.path.removeprefix(folder)) for one in done.skipped),
    )
