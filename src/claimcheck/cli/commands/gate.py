"""The gate: check, and the baseline of what was accepted."""

import typer

from claimcheck.cli.app import SETTINGS
from claimcheck.cli.command import command
from claimcheck.cli.groups import Gates, HouseRules, Known, Looks, Loudness, Reading, ReportResults
from claimcheck.cli.options import NOTHING_GIVEN, Accept, Force, New


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "check", _check)
    baseline = typer.Typer(rich_markup_mode=None, context_settings=SETTINGS)
    command(baseline, "write", _write)
    command(baseline, "update", _update)
    command(baseline, "prune", _prune)
    app.add_typer(baseline, name="baseline", help="Accept the findings there are; see check.")


def _check(  # noqa: PLR0913 - one for each group of options
    new: New,
    *,
    known: Known,
    gates: Gates,
    reading: Reading,
    results: ReportResults,
    looks: Looks,
    loudness: Loudness,
    house: HouseRules,
) -> int:
    """Hold new articles against what is known, and against each other.

    Shown is only what touches the new articles. Exit code 1 for findings at or above --fail-on,
    2 where an article or an archive could not be read (the rest is checked), 0 otherwise.
    """
    inputs, gate = reading.inputs(new, loudness, house), gates.gate(known)
    told, view = results.results(), looks.view()
    from claimcheck.cli.check import check  # noqa: PLC0415 - a help text needs none of it

    return check(inputs, gate, told, view)


def _write(  # noqa: PLR0913 - as above
    new: New,
    *,
    known: Known,
    reading: Reading,
    loudness: Loudness,
    house: HouseRules,
    force: Force = False,
) -> int:
    """Write a baseline of all the findings there are now.

    The file is --baseline, else claimcheck.baseline.json; an earlier one is replaced by --force.
    """
    inputs, gate = reading.inputs(new, loudness, house), known.gate()
    from claimcheck.cli.baseline import write  # noqa: PLC0415 - as above

    return write(inputs, gate, force=force)


def _update(  # noqa: PLR0913 - as above
    new: New,
    *,
    known: Known,
    reading: Reading,
    loudness: Loudness,
    house: HouseRules,
    accept: Accept = NOTHING_GIVEN,
) -> int:
    """Bring the entries of a baseline up to date.

    A finding that is new is never taken in unless --accept names it.
    """
    inputs, gate = reading.inputs(new, loudness, house), known.gate()
    from claimcheck.cli.baseline import update  # noqa: PLC0415 - as above

    return update(inputs, gate, accept)


def _prune(
    new: New, *, known: Known, reading: Reading, loudness: Loudness, house: HouseRules
) -> int:
    """Take entries out of a baseline whose finding is gone."""
    inputs, gate = reading.inputs(new, loudness, house), known.gate()
    from claimcheck.cli.baseline import prune  # noqa: PLC0415 - as above

    return prune(inputs, gate)
