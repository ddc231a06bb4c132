"""`claimcheck config`: show."""

import typer

from claimcheck.cli.app import SETTINGS
from claimcheck.cli.command import command
from claimcheck.cli.groups import HouseRules
from claimcheck.cli.options import Config, ConfigFormat, NoConfig
from claimcheck.cli.request import CONFIG_FORMATS, one_of


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    config = typer.Typer(rich_markup_mode=None, context_settings=SETTINGS)
    command(config, "show", _show)
    app.add_typer(config, name="config", help="Show the settings and where each comes from.")


def _show(
    *,
    house: HouseRules,
    config: Config = None,
    no_config: NoConfig = False,
    format: ConfigFormat = "terminal",  # noqa: A002 - the option's name
) -> int:
    """Show every setting with its value, and where that value comes from."""
    form = one_of(format, CONFIG_FORMATS, "format")
    from claimcheck.cli.config import show  # noqa: PLC0415 - a help text needs none of it

    return show(house.house(config, no_config=no_config), form)
