"""`claimcheck stories` and `claimcheck links`, as typer sees them."""

import typer

from claimcheck.cli.command import command
from claimcheck.cli.groups import HouseRules, Looks, Loudness, Reading
from claimcheck.cli.options import Paths


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "stories", _stories)
    command(app, "links", _links)


def _stories(
    paths: Paths, *, reading: Reading, looks: Looks, loudness: Loudness, house: HouseRules
) -> int:
    """Show which articles tell one event, by which names, and why each joined."""
    inputs, view = reading.inputs(paths, loudness, house), looks.view()
    from claimcheck.cli.stories import stories  # noqa: PLC0415 - a help text needs none of it

    return stories(inputs, view)


def _links(
    paths: Paths, *, reading: Reading, looks: Looks, loudness: Loudness, house: HouseRules
) -> int:
    """Show which questions several claims answer, their values and their relations."""
    inputs, view = reading.inputs(paths, loudness, house), looks.view()
    from claimcheck.cli.links import links  # noqa: PLC0415 - as above

    return links(inputs, view)
