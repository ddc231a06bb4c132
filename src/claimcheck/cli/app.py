"""The commands and their options, as typer builds them; each command imports its own work.

No annotation here is postponed: typer evaluates them at every start, and text costs it more.
"""

from collections.abc import Callable
from typing import NoReturn

import typer

from claimcheck import __version__
from claimcheck.cli.help import HELP
from claimcheck.cli.mishap import ReaderGoneError
from claimcheck.cli.options import (
    AllExamples,
    AllRegions,
    Ascii,
    Code,
    Day,
    Everything,
    ExtractFormat,
    Force,
    Jobs,
    MaxBytes,
    Name,
    NoColor,
    OtherPaths,
    Output,
    OwnRules,
    Paths,
    Quiet,
    ReportFormat,
    Rule,
    RuleFiles,
    StdinFilename,
    Target,
    Today,
    Verbose,
    Verdict,
    Version,
    What,
    Width,
)
from claimcheck.cli.request import (
    EXTRACT_FORMATS,
    REPORT_FORMATS,
    VERDICTS,
    WHAT,
    Inputs,
    Results,
    View,
    day,
    one_of,
    whole,
)

_EXIT = """\b
Exit codes:
  0  done, whatever was found
  1  rules test: an example does not hold
  2  the work could not be done: usage, rules, or no article could be read
  3  a bug in claimcheck"""
_SETTINGS = {"help_option_names": ["-h", "--help"]}
_MOST_BYTES = 2**40
_WIDEST = 10_000
_MOST_JOBS = 256

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
    epilog=_EXIT,
)
rules_app = typer.Typer(rich_markup_mode=None, context_settings=_SETTINGS)
app.add_typer(rules_app, name="rules", help="List, show and test the rules.")


@app.callback(invoke_without_command=True)
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


@app.command()
def report(  # noqa: PLR0913 - typer reads the options of a command from its signature
    paths: Paths,
    *,
    date: Day = None,
    today: Today = None,
    stdin_filename: StdinFilename = None,
    max_bytes: MaxBytes = None,
    jobs: Jobs = None,
    format: ReportFormat = "terminal",  # noqa: A002 - the option's name
    output: Output = [],  # noqa: B006 - read, never changed
    force: Force = False,
    everything: Everything = False,
    width: Width = None,
    no_color: NoColor = False,
    ascii: Ascii = False,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
    rules: RuleFiles = [],  # noqa: B006 - as above
) -> None:
    """Show what articles agree and disagree on.

    Exit code 0 whatever the articles say; 2 if none of them could be read.
    """
    from claimcheck.cli.report import report  # noqa: PLC0415 - a help text needs none of it

    inputs = Inputs(
        tuple(paths),
        day(date),
        day(today),
        stdin_filename,
        _bytes(max_bytes),
        _jobs(jobs),
        tuple(rules),
        quiet,
        verbose,
    )
    results = Results(one_of(format, REPORT_FORMATS, "format"), tuple(output), force)
    _end(lambda: report(inputs, results, View(everything, _width(width), no_color, ascii)))


@app.command()
def extract(  # noqa: PLR0913 - as above
    paths: Paths,
    *,
    date: Day = None,
    today: Today = None,
    stdin_filename: StdinFilename = None,
    max_bytes: MaxBytes = None,
    jobs: Jobs = None,
    what: What = "mentions",
    all_regions: AllRegions = False,
    format: ExtractFormat = "jsonl",  # noqa: A002 - the option's name
    output: Output = [],  # noqa: B006 - read, never changed
    force: Force = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write the numbers, dates and claims of articles."""
    from claimcheck.cli.extract import Scope, extract  # noqa: PLC0415 - as above

    inputs = Inputs(
        tuple(paths),
        day(date),
        day(today),
        stdin_filename,
        _bytes(max_bytes),
        _jobs(jobs),
        quiet=quiet,
        verbose=verbose,
    )
    results = Results(one_of(format, EXTRACT_FORMATS, "format"), tuple(output), force)
    _end(lambda: extract(inputs, results, Scope(one_of(what, WHAT, "kind"), all_regions)))


@app.command()
def explain(  # noqa: PLR0913 - as above
    target: Target,
    paths: OtherPaths = [],  # noqa: B006 - read, never changed
    *,
    date: Day = None,
    today: Today = None,
    stdin_filename: StdinFilename = None,
    max_bytes: MaxBytes = None,
    everything: Everything = False,
    width: Width = None,
    no_color: NoColor = False,
    ascii: Ascii = False,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
    rules: RuleFiles = [],  # noqa: B006 - as above
) -> None:
    """Show how a number was read, compared and judged.

    A place is FILE:LINE:COL as reports print it; the beginning of an id is enough.
    """
    from claimcheck.cli.explain import explain  # noqa: PLC0415 - as above

    inputs = Inputs(
        tuple(paths),
        day(date),
        day(today),
        stdin_filename,
        _bytes(max_bytes),
        rules=tuple(rules),
        quiet=quiet,
        verbose=verbose,
    )
    _end(lambda: explain(target, inputs, View(everything, _width(width), no_color, ascii)))


@app.command()
def demo(  # noqa: PLR0913 - as above
    *,
    format: ReportFormat = "terminal",  # noqa: A002 - the option's name
    output: Output = [],  # noqa: B006 - read, never changed
    force: Force = False,
    everything: Everything = False,
    width: Width = None,
    no_color: NoColor = False,
    ascii: Ascii = False,  # noqa: A002 - the option's name
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Show the report on the sample articles."""
    from claimcheck.cli.report import demo  # noqa: PLC0415 - as above

    results = Results(one_of(format, REPORT_FORMATS, "format"), tuple(output), force)
    view = View(everything, _width(width), no_color, ascii)
    _end(lambda: demo(Inputs(quiet=quiet, verbose=verbose), results, view))


@rules_app.command("list")
def list_rules(*, rules: RuleFiles = []) -> None:  # noqa: B006 - read, never changed
    """List every rule, one a line."""
    from claimcheck.cli.rules import listed  # noqa: PLC0415 - as above

    _end(lambda: listed(rules))


@rules_app.command("show")
def show_rule(
    rule: Rule,
    *,
    rules: RuleFiles = [],  # noqa: B006 - read, never changed
) -> None:
    """Show what a rule does, why, and its examples."""
    from claimcheck.cli.rules import shown  # noqa: PLC0415 - as above

    _end(lambda: shown(rule, rules))


@rules_app.command("test")
def try_rules(paths: OwnRules = [], *, verbose: AllExamples = False) -> None:  # noqa: B006 - read, never changed
    """Run the examples inside the rules.

    Exit code 1 if one does not hold.
    """
    from claimcheck.cli.rules import tested  # noqa: PLC0415 - as above

    _end(lambda: tested(paths, verbose=verbose))


@rules_app.command("schema")
def rule_schema() -> None:
    """Print the JSON Schema of a rule file, for editors."""
    from claimcheck.cli.rules import schema  # noqa: PLC0415 - as above

    _end(schema)


@rules_app.command("new")
def new_rule(code: Code, name: Name, *, verdict: Verdict = "conflict") -> None:
    """Print a rule file to start from, with an example of each kind."""
    from claimcheck.cli.rules import started  # noqa: PLC0415 - as above

    _end(lambda: started(code, name, one_of(verdict, VERDICTS, "verdict")))


def _bytes(text: str | None) -> int | None:
    return whole(text, 1, _MOST_BYTES, "a number of bytes")


def _jobs(text: str | None) -> int | None:
    return whole(text, 1, _MOST_JOBS, f"a number of processes, 1 to {_MOST_JOBS}")


def _width(text: str | None) -> int | None:
    return whole(text, 20, _WIDEST, f"a width of 20 to {_WIDEST} columns")


def _end(work: Callable[[], int]) -> NoReturn:
    """Do the work and end with its code.

    A reader that went away passes by another name: typer takes a broken pipe for a failure.
    """
    try:
        code = work()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    raise typer.Exit(code)
