"""The commands and options, as argparse builds them; a help text needs no other import."""

from __future__ import annotations

from argparse import ArgumentParser, HelpFormatter, RawDescriptionHelpFormatter
from datetime import date
from typing import TYPE_CHECKING, NoReturn

from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

REPORT_FORMATS = ("terminal", "concise", "json", "jsonl")
EXTRACT_FORMATS = ("jsonl", "json", "csv")
WHAT = ("mentions", "claims")

_EXIT = """\
exit codes:
  0  done, whatever was found
  1  rules test: an example does not hold
  2  the work could not be done: usage, rules, or no article could be read
  3  a bug in claimcheck
"""


class Parser(ArgumentParser):
    """A parser whose errors are ours: one line with a code, and exit 2."""

    def error(self, message: str) -> NoReturn:
        """Raise what argparse would print."""
        raise UsageError("E201", "", message, f"see {self.prog} --help")


class _Formatter(RawDescriptionHelpFormatter):
    """The usual layout, with room for the longest option."""

    def __init__(self, prog: str) -> None:
        HelpFormatter.__init__(self, prog, max_help_position=26)


def parser() -> Parser:
    """Build the parser of all commands."""
    top = _new(
        "claimcheck",
        "Do our sources tell the same story in numbers and dates? Reads articles, links claims\n"
        "that answer one question, and marks where they agree, approximate or conflict.\n"
        "It never says which source is right.",
    )
    top.epilog = _EXIT
    top.add_argument("--version", action="store_true", help="print the version and stop")
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND")
    _report(commands)
    _extract(commands)
    _explain(commands)
    _rules(commands)
    _demo(commands)
    return top


def _new(prog: str, description: str) -> Parser:
    return Parser(
        prog=prog, description=description, formatter_class=_Formatter, allow_abbrev=False
    )


def _command(
    commands: _SubParsersAction[Parser], name: str, summary: str, more: str = ""
) -> Parser:
    text = f"{summary[0].upper()}{summary[1:]}.{more}"
    return commands.add_parser(
        name, help=summary, description=text, formatter_class=_Formatter, allow_abbrev=False
    )


def _report(commands: _SubParsersAction[Parser]) -> None:
    more = "\nExit code 0 whatever the articles say; 2 if none of them could be read."
    report = _command(commands, "report", "show what articles agree and disagree on", more)
    _inputs(report, "+")
    _formats(report, REPORT_FORMATS, "terminal")
    _looks(report)
    _rule_files(report)


def _extract(commands: _SubParsersAction[Parser]) -> None:
    extract = _command(commands, "extract", "write the numbers, dates and claims of articles")
    _inputs(extract, "+")
    extract.add_argument(
        "--what",
        choices=WHAT,
        default="mentions",
        help="mentions: every number and date as read; claims: with the question each answers "
        "(default: mentions)",
    )
    extract.add_argument(
        "--all-regions", action="store_true", help="with --what claims: page furniture too"
    )
    _formats(extract, EXTRACT_FORMATS, "jsonl")
    extract.set_defaults(rules=[])


def _explain(commands: _SubParsersAction[Parser]) -> None:
    more = "\nA place is FILE:LINE:COL as reports print it; the beginning of an id is enough."
    explain = _command(commands, "explain", "show how a number was read, compared and judged", more)
    explain.add_argument(
        "target", metavar="ID|FILE:LINE:COL", help="a finding, a claim, or a place"
    )
    _inputs(
        explain,
        "*",
        "the articles of the report; for an id default the samples, for a place its file",
    )
    _looks(explain)
    _rule_files(explain)


def _rules(commands: _SubParsersAction[Parser]) -> None:
    rules = _command(commands, "rules", "list, show and test the rules")
    actions = rules.add_subparsers(title="actions", dest="action", metavar="ACTION", required=True)
    listing = _command(actions, "list", "list every rule, one a line")
    _rule_files(listing)
    show = _command(actions, "show", "show what a rule does, why, and its examples")
    show.add_argument("rule", metavar="CODE|NAME", help="CC301 or value-conflict")
    _rule_files(show)
    test = _command(
        actions, "test", "run the examples inside the rules", "\nExit code 1 if one does not hold."
    )
    test.add_argument(
        "paths", nargs="*", metavar="PATH", help="your own rule files or folders, tested too"
    )
    test.add_argument(
        "-v", "--verbose", action="store_true", help="name the examples that hold too"
    )
    _command(actions, "schema", "print the JSON Schema of a rule file, for editors")


def _demo(commands: _SubParsersAction[Parser]) -> None:
    demo = _command(commands, "demo", "show the report on the sample articles")
    _formats(demo, REPORT_FORMATS, "terminal")
    _looks(demo)
    demo.set_defaults(
        paths=None, date=None, today=None, stdin_filename=None, max_bytes=None, rules=[]
    )


def _inputs(
    to: Parser,
    count: str,
    about: str = "files, folders (with all below them), or - for standard input",
) -> None:
    to.add_argument("paths", nargs=count, metavar="PATH", help=about)
    group = to.add_argument_group("articles")
    group.add_argument(
        "--date", type=_day, metavar="DAY", help="the day all of them appeared, as 2024-08-05"
    )
    group.add_argument(
        "--today",
        type=_day,
        metavar="DAY",
        help="no article is younger than this day (the clock is never read)",
    )
    group.add_argument(
        "--stdin-filename",
        metavar="NAME",
        help="name of standard input, for its format and its places",
    )
    group.add_argument(
        "--max-bytes", type=_bytes, metavar="N", help="largest article read (default: 5242880)"
    )


def _formats(to: Parser, formats: tuple[str, ...], default: str) -> None:
    group = to.add_argument_group("results")
    group.add_argument(
        "--format",
        choices=formats,
        default=default,
        help=f"on standard output: {', '.join(formats)} (default: {default})",
        metavar="FORMAT",
    )
    group.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="write a file as well; may be given several times",
    )
    group.add_argument(
        "--force", action="store_true", help="replace a file even if it is no earlier result"
    )
    if default == "jsonl":
        _noise(group)


def _looks(to: Parser) -> None:
    group = to.add_argument_group("look")
    group.add_argument(
        "--all",
        action="store_true",
        help="nothing shortened: all that was not compared, all checks",
    )
    group.add_argument(
        "--width", type=_width, metavar="N", help="columns (default: the terminal's, else 80)"
    )
    group.add_argument(
        "--no-color", action="store_true", help="no colours; NO_COLOR and pipes do the same"
    )
    group.add_argument(
        "--ascii", action="store_true", help="ASCII only, as where the stream cannot encode more"
    )
    _noise(group)


def _noise(group: object) -> None:
    add = group.add_argument  # type: ignore[attr-defined] # argparse names no public type for groups
    add("-q", "--quiet", action="store_true", help="no warnings on standard error")
    add(
        "-v",
        "--verbose",
        action="store_true",
        help="more reasons, and what was left out of folders",
    )


def _rule_files(to: Parser) -> None:
    to.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="PATH",
        help="a rule file or folder of your own; may be repeated",
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError("E202", "", f'"{text[:80]}" is no day', "write it as 2024-08-05") from None


def _bytes(text: str) -> int:
    return _whole(text, 1, 2**40, "a number of bytes")


def _width(text: str) -> int:
    return _whole(text, 20, 10_000, "a width of 20 to 10000 columns")


def _whole(text: str, least: int, most: int, what: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= 15 and least <= int(text) <= most:
        return int(text)
    raise UsageError("E202", "", f'"{text[:80]}" is not {what}', "give a whole number")
