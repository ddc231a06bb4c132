"""`claimcheck report` and `claimcheck demo`: articles in, one report out."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from claimcheck.cli.arguments import REPORT_FORMATS
from claimcheck.cli.delivery import targets, write_file, write_out
from claimcheck.cli.steps import for_file, look, work
from claimcheck.output.formats import REPORTS
from claimcheck.rules.load import shipped


def report(arguments: Namespace) -> int:
    """Report on the given articles."""
    return _report(arguments, arguments.paths)


def demo(arguments: Namespace) -> int:
    """Report on the sample articles."""
    return _report(arguments, [samples()])


def samples() -> str:
    """Give the folder of the sample articles: shipped in the package, else in the source tree."""
    installed = shipped("articles")
    folder = installed if installed.is_dir() else shipped("data", "articles")
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)


def _report(arguments: Namespace, paths: list[str]) -> int:
    files = targets(arguments.output, REPORT_FORMATS, force=arguments.force)
    done = work(arguments, paths)
    if not done.extractions:
        return done.exit_code
    found = done.report()
    chosen = look(arguments)
    for target in files:
        write_file(target, REPORTS[target.format](found, for_file(chosen, arguments)))
    write_out(REPORTS[arguments.format](found, chosen), arguments.format)
    return done.exit_code
