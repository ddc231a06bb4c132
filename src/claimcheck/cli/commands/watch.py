"""`claimcheck watch`, as typer sees it."""

import typer

from claimcheck.cli.command import command
from claimcheck.cli.groups import HouseRules, Looks, Loudness, Reading
from claimcheck.cli.options import Paths


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    command(app, "watch", _watch)


def _watch(
    paths: Paths,
    *,
    reading: Reading,
    looks: Looks,
    loudness: Loudness,
    house: HouseRules,
) -> int:
    """Report, then tell what changed each time an article does; Ctrl-C ends it.

    Needs the extra: pip install 'claimcheck[watch]'. Exit code 0; 2 if nothing could be read.
    """
    inputs, view = reading.inputs(paths, loudness, house), looks.view()
    from claimcheck.cli.watch import watch  # noqa: PLC0415 - a help text needs none of it

    return watch(inputs, view)
