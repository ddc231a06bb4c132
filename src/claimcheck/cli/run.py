"""From arguments to a command: typer parses; what it finds wrong is told as all our errors are."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any, Final, cast

import typer
from typer.main import get_command

from claimcheck.cli.app import COMMANDS, program
from claimcheck.cli.mishap import ReaderGoneError
from claimcheck.errors import UsageError

PROGRAM: Final = "claimcheck"
# What typer raises for a wrong command line; its module moved between versions.
_Wrong = cast("type[Exception]", typer.BadParameter.__base__)
_NO_COMMAND: Final = re.compile(r"No such command '(?P<name>[^']*)'")
_SHOWN = 200


def run(argv: list[str]) -> int:
    """Carry out a command line and give its exit code.

    Raises ClaimcheckError for what the user got wrong; BrokenPipeError where the reader left.
    """
    try:
        code = get_command(program(*_modules(argv))).main(
            args=argv, prog_name=PROGRAM, standalone_mode=False
        )
    except _Wrong as error:
        raise _told(error) from None
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except ReaderGoneError as error:
        raise BrokenPipeError from error
    return code if isinstance(code, int) else 0


def _modules(argv: list[str]) -> tuple[str, ...]:
    """Name the module of the command that stands first; a slip needs them all, to find the near."""
    return (COMMANDS[argv[0]],) if argv and argv[0] in COMMANDS else ()


def _told(error: Any) -> UsageError:  # noqa: ANN401 - the class has no name that all versions share
    """Say a wrong command line in our words: the problem, then the nearest name or the help."""
    problem = error.format_message().partition("\n")[0]
    problem = problem.partition(" Did you mean")[0].partition(" (Possible")[0].rstrip(". ")
    command = error.ctx.command_path if error.ctx else PROGRAM
    near = _nearest(error, problem)
    remedy = f"did you mean {near}?" if near else f"see {command} --help"
    return UsageError("E201", "", f"{problem[:1].lower()}{problem[1:_SHOWN]}", remedy)


def _nearest(error: Any, problem: str) -> str:  # noqa: ANN401 - as above
    """Name the option or command most like the one that is not there."""
    if error.ctx is None:
        return ""
    missing = _NO_COMMAND.match(problem)
    if missing:
        wanted, known = missing["name"], list(error.ctx.command.commands)
    else:
        wanted = getattr(error, "option_name", "")
        known = [name for each in error.ctx.command.params for name in each.opts]
    near = get_close_matches(wanted, known, 1)
    return near[0] if near and near[0] != wanted else ""
