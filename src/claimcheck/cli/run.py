"""From arguments to a command: parsed once, then only what the command needs is imported."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from claimcheck import __version__
from claimcheck.cli.arguments import Parser, parser

Command = Callable[[Namespace], int]

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "report": ("claimcheck.cli.report", "report"),
    "demo": ("claimcheck.cli.report", "demo"),
    "extract": ("claimcheck.cli.extract", "extract"),
    "explain": ("claimcheck.cli.explain", "explain"),
    "rules": ("claimcheck.cli.rules", "rules"),
}


def run(argv: list[str]) -> int:
    """Carry out a command line and give its exit code.

    Raises ClaimcheckError for what the user got wrong; SystemExit after a help text.
    """
    top = parser()
    arguments, others = top.parse_known_args(argv)
    _take_paths(arguments, others, top)
    if arguments.version:
        sys.stdout.write(f"claimcheck {__version__}\n")
        return 0
    if arguments.command is None:
        top.print_help(sys.stderr)
        return 2
    module, name = COMMANDS[arguments.command]
    return cast("Command", getattr(import_module(module), name))(arguments)


def _take_paths(arguments: Namespace, others: list[str], top: Parser) -> None:
    """Add paths that stand behind an option; argparse itself only takes the first row of them."""
    if not others:
        return
    if getattr(arguments, "paths", None) is None or any(
        each.startswith("-") and each != "-" for each in others
    ):
        top.error(f"unrecognized arguments: {' '.join(others)[:200]}")
    arguments.paths = [*arguments.paths, *others]
