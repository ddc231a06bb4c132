"""`claimcheck rules`: list, show, test, schema, new."""

import typer

from claimcheck.cli.app import SETTINGS
from claimcheck.cli.command import command
from claimcheck.cli.options import (
    NOTHING_GIVEN,
    AllExamples,
    Code,
    Name,
    OwnRules,
    Rule,
    RuleFiles,
    Verdict,
)
from claimcheck.cli.request import VERDICTS, one_of


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    rules = typer.Typer(rich_markup_mode=None, context_settings=SETTINGS)
    command(rules, "list", _list)
    command(rules, "show", _show)
    command(rules, "test", _test)
    command(rules, "schema", _schema)
    command(rules, "new", _new)
    app.add_typer(rules, name="rules", help="List, show and test the rules.")


def _list(rules: RuleFiles = NOTHING_GIVEN) -> int:
    """List every rule, one a line."""
    from claimcheck.cli.rules import listed  # noqa: PLC0415 - a help text needs none of it

    return listed(rules)


def _show(rule: Rule, rules: RuleFiles = NOTHING_GIVEN) -> int:
    """Show what a rule does, why, and its examples."""
    from claimcheck.cli.rules import shown  # noqa: PLC0415 - as above

    return shown(rule, rules)


def _test(paths: OwnRules = NOTHING_GIVEN, *, verbose: AllExamples = False) -> int:
    """Run the examples inside the rules.

    Exit code 1 if one does not hold.
    """
    from claimcheck.cli.rules import tested  # noqa: PLC0415 - as above

    return tested(paths, verbose=verbose)


def _schema() -> int:
    """Print the JSON Schema of a rule file, for editors."""
    from claimcheck.cli.rules import schema  # noqa: PLC0415 - as above

    return schema()


def _new(code: Code, name: Name, *, verdict: Verdict = "conflict") -> int:
    """Print a rule file to start from, with an example of each kind."""
    kind = one_of(verdict, VERDICTS, "verdict")
    from claimcheck.cli.rules import started  # noqa: PLC0415 - as above

    return started(code, name, kind)
