from __future__ import annotations

from importlib import import_module

from claimcheck.cli.arguments import EXTRACT_FORMATS, REPORT_FORMATS, WHAT, parser
from claimcheck.cli.run import COMMANDS
from claimcheck.output.formats import EXTRACTS, REPORTS


def test_the_arguments_name_exactly_the_formats_there_are() -> None:
    assert tuple(REPORTS) == REPORT_FORMATS
    assert set(EXTRACTS) == set(WHAT)
    assert all(tuple(formats) == EXTRACT_FORMATS for formats in EXTRACTS.values())


def test_every_command_of_the_parser_has_its_function() -> None:
    shown = parser().format_help().partition("commands:")[2].partition("exit codes:")[0]
    listed = {line.split()[0] for line in shown.splitlines() if line.startswith("    ")}
    assert listed == set(COMMANDS)
    for module, name in COMMANDS.values():
        assert callable(getattr(import_module(module), name))
