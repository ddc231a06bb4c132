"""Commands on articles: report, extract, explain, demo."""

import typer

from claimcheck.cli.command import command
from claimcheck.cli.groups import (
    ExtractResults,
    HouseRules,
    Looks,
    Loudness,
    Reading,
    ReportResults,
)
from claimcheck.cli.options import NOTHING_GIVEN, AllRegions, OtherPaths, Paths, Target, What
from claimcheck.cli.request import WHAT, Inputs, one_of


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    command(app, "report", _report)
    command(app, "extract", _extract)
    command(app, "explain", _explain)
    command(app, "demo", _demo)


def _report(  # noqa: PLR0913 - one for each group of options
    paths: Paths,
    *,
    reading: Reading,
    results: ReportResults,
    looks: Looks,
    loudness: Loudness,
    house: HouseRules,
) -> int:
    """Show what articles agree and disagree on.

    Exit code 0 whatever the articles say; 2 if none of them could be read.
    """
    inputs, told, view = reading.inputs(paths, loudness, house), results.results(), looks.view()
    from claimcheck.cli.report import report  # noqa: PLC0415 - a help text needs none of it

    return report(inputs, told, view)


def _extract(  # noqa: PLR0913 - as above
    paths: Paths,
    *,
    reading: Reading,
    results: ExtractResults,
    loudness: Loudness,
    what: What = "mentions",
    all_regions: AllRegions = False,
) -> int:
    """Write the numbers, dates and claims of articles."""
    inputs, told, kind = (
        reading.inputs(paths, loudness),
        results.results(),
        one_of(what, WHAT, "kind"),
    )
    from claimcheck.cli.extract import Scope, extract  # noqa: PLC0415 - as above

    return extract(inputs, told, Scope(kind, all_regions))


def _explain(  # noqa: PLR0913 - as above
    target: Target,
    paths: OtherPaths = NOTHING_GIVEN,
    *,
    reading: Reading,
    looks: Looks,
    loudness: Loudness,
    house: HouseRules,
) -> int:
    """Show how a number was read, compared and judged.

    A place is FILE:LINE:COL as reports print it; the beginning of an id is enough.
    """
    inputs, view = reading.inputs(paths, loudness, house), looks.view()
    from claimcheck.cli.explain import explain  # noqa: PLC0415 - as above

    return explain(target, inputs, view)


def _demo(results: ReportResults, looks: Looks, loudness: Loudness) -> int:
    """Show the report on the sample articles."""
    told, view = results.results(), looks.view()
    from claimcheck.cli.report import demo  # noqa: PLC0415 - as above

    return demo(Inputs(quiet=loudness.quiet, verbose=loudness.verbose), told, view)
