"""From arguments to a command: parsed once, then only what the command needs is imported."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from importlib import import_module
from typing import Final, cast

from claimcheck import __version__
from claimcheck.cli.arguments import parser

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
    arguments = top.parse_args(argv)
    if arguments.version:
        sys.stdout.write(f"claimcheck {__version__}\n")
        return 0
    if arguments.command is None:
        top.print_help(sys.stderr)
        return 2
    module, name = COMMANDS[arguments.command]
    return cast("Command", getattr(import_module(module), name))(arguments)
