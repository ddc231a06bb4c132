"""`claimcheck diff`, as typer sees it."""

import typer

from claimcheck.cli.command import command
from claimcheck.cli.groups import DiffResults, HouseRules, Looks, Loudness, Reading
from claimcheck.cli.options import ExitCode, NewSide, OldSide


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "diff", _diff)


def _diff(  # noqa: PLR0913 - one for each group of options
    old: OldSide,
    new: NewSide,
    *,
    reading: Reading,
    results: DiffResults,
    looks: Looks,
    loudness: Loudness,
    house: HouseRules,
    exit_code: ExitCode = False,
) -> int:
    """Show what changed between two reports, or two sets of articles.

    Exit code 0 whatever changed; with --exit-code 1 where a conflict, a check or an unresolved
    finding of severity error or warning appeared or grew louder; 2 where an input cannot be read.
    """
    inputs = reading.inputs((), loudness, house)
    told, view = results.results(), looks.view()
    from claimcheck.cli.diff import Sides, diff  # noqa: PLC0415 - a help text needs none of it

    return diff(Sides(old, new, exit_code), inputs, told, view)
