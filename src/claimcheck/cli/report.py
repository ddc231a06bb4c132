"""`claimcheck report` and `claimcheck demo`: articles in, one report out."""

from __future__ import annotations

from pathlib import Path

from claimcheck.cli.delivery import targets, write_file, write_out
from claimcheck.cli.request import REPORT_FORMATS, Inputs, Results, View
from claimcheck.cli.steps import for_file, look, work
from claimcheck.output.formats import REPORTS
from claimcheck.rules.load import shipped


def report(inputs: Inputs, results: Results, view: View) -> int:
    """Report on the given articles."""
    files = targets(results.outputs, REPORT_FORMATS, force=results.force)
    done = work(inputs)
    if not done.extractions:
        return done.exit_code
    found = done.report()
    chosen = look(view, verbose=inputs.verbose)
    for target in files:
        write_file(target, REPORTS[target.format](found, for_file(chosen, view)))
    write_out(REPORTS[results.format](found, chosen), results.format)
    return done.exit_code


def demo(inputs: Inputs, results: Results, view: View) -> int:
    """Report on the sample articles."""
    return report(inputs._replace(paths=(samples(),)), results, view)


def samples() -> str:
    """Give the folder of the sample articles: shipped in the package, else in the source tree."""
    installed = shipped("articles")
    folder = installed if installed.is_dir() else shipped("data", "articles")
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
