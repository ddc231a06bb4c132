"""The program: which module holds each command, and the typer app built of them."""

from importlib import import_module
from typing import Final

import typer

from claimcheck import __version__
from claimcheck.cli.help import HELP
from claimcheck.cli.options import Version

# Command or group of commands, and the module under cli/commands/ that adds it.
COMMANDS: Final = {
    "report": "articles",
    "check": "gate",
    "extract": "articles",
    "explain": "articles",
    "stories": "linking",
    "links": "linking",
    "demo": "articles",
    "diff": "diff",
    "baseline": "gate",
    "watch": "watch",
    "archive": "archive",
    "rules": "rules",
    "config": "config",
}
SETTINGS: Final = {"help_option_names": ["-h", "--help"]}
_EXIT = """\b
Exit codes:
  0  done; for check: nothing at or above --fail-on
  1  check: findings at or above --fail-on; rules test: an example does not hold
  2  the work could not be done: usage, config, rules, articles that cannot be read
  3  a bug in claimcheck"""


def program(*wanted: str) -> typer.Typer:
    """Build the app with the commands of these modules; with all of them if none is named."""
    app = typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=SETTINGS,
        epilog=_EXIT,
    )
    app.callback(invoke_without_command=True)(main)
    for module in wanted or dict.fromkeys(COMMANDS.values()):
        import_module(f"claimcheck.cli.commands.{module}").add_to(app)
    return app


def main(context: typer.Context, *, version: Version = False) -> None:
    """Compare what articles say in numbers and dates.

    Reads articles, links claims that answer one question, and marks where they agree, approximate
    or conflict. It never says which source is right.
    """
    if version:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(HELP, err=True, nl=False)
        raise typer.Exit(2)
