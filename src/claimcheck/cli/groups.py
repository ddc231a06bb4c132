"""Options that commands share, in groups; each group gives the record the work wants.

Mistakes are found here, before any work begins.
"""

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.cli.options import (
    NOTHING_GIVEN,
    Against,
    Ascii,
    Baseline,
    Config,
    Day,
    Diff,
    DiffFormat,
    Everything,
    Explain,
    ExtractFormat,
    FailOn,
    Force,
    Ignore,
    Jobs,
    MaxBytes,
    NoColor,
    NoConfig,
    Output,
    Quiet,
    ReportFormat,
    RuleFiles,
    Select,
    Severities,
    Show,
    Since,
    StdinFilename,
    Suppressions,
    Today,
    Verbose,
    Width,
)
from claimcheck.cli.request import (
    DIFF_FORMATS,
    EXTRACT_FORMATS,
    FAIL_ON,
    MOST_BYTES,
    MOST_JOBS,
    REPORT_FORMATS,
    SHOW,
    WIDEST,
    Gate,
    House,
    Inputs,
    Results,
    View,
    day,
    one_of,
    one_of_or_none,
    whole,
)


class Loudness(NamedTuple):
    """How much is said beside the results."""

    quiet: Quiet = False
    verbose: Verbose = False


class HouseRules(NamedTuple):
    """What a newsroom asks of the rules."""

    rules: RuleFiles = NOTHING_GIVEN
    select: Select = NOTHING_GIVEN
    ignore: Ignore = NOTHING_GIVEN
    severity: Severities = NOTHING_GIVEN

    def house(self, config: str | None, *, no_config: bool) -> House:
        """Give the house's own rules and wishes, and which configuration holds more of them."""
        return House(
            tuple(self.rules),
            tuple(self.select),
            tuple(self.ignore),
            tuple(self.severity),
            config,
            no_config,
        )


_NO_HOUSE = HouseRules()


class Reading(NamedTuple):
    """How articles are read; a configuration brings words of its own."""

    date: Day = None
    today: Today = None
    stdin_filename: StdinFilename = None
    max_bytes: MaxBytes = None
    jobs: Jobs = None
    config: Config = None
    no_config: NoConfig = False

    def inputs(
        self, paths: Sequence[str], loudness: Loudness, house: HouseRules = _NO_HOUSE
    ) -> Inputs:
        """Give the articles to read, by whose rules, and how loud reading them may be."""
        return Inputs(
            tuple(paths),
            day(self.date),
            day(self.today),
            self.stdin_filename,
            whole(self.max_bytes, 1, MOST_BYTES, "a number of bytes"),
            whole(self.jobs, 1, MOST_JOBS, f"a number of processes, 1 to {MOST_JOBS}"),
            loudness.quiet,
            loudness.verbose,
            house.house(self.config, no_config=self.no_config),
        )


class ReportResults(NamedTuple):
    """Where a report goes."""

    format: ReportFormat = "terminal"
    output: Output = NOTHING_GIVEN
    force: Force = False

    def results(self) -> Results:
        """Give what is written and where."""
        form = one_of(self.format, REPORT_FORMATS, "format")
        return Results(form, tuple(self.output), self.force)


class ExtractResults(NamedTuple):
    """Where an extraction goes."""

    format: ExtractFormat = "jsonl"
    output: Output = NOTHING_GIVEN
    force: Force = False

    def results(self) -> Results:
        """Give what is written and where."""
        form = one_of(self.format, EXTRACT_FORMATS, "format")
        return Results(form, tuple(self.output), self.force)


class DiffResults(NamedTuple):
    """Where a diff goes."""

    format: DiffFormat = "terminal"
    output: Output = NOTHING_GIVEN
    force: Force = False

    def results(self) -> Results:
        """Give what is written and where."""
        form = one_of(self.format, DIFF_FORMATS, "format")
        return Results(form, tuple(self.output), self.force)


class Looks(NamedTuple):
    """How text for people looks."""

    everything: Everything = False
    width: Width = None
    no_color: NoColor = False
    ascii: Ascii = False

    def view(self) -> View:
        """Give the look asked for."""
        width = whole(self.width, 20, WIDEST, f"a width of 20 to {WIDEST} columns")
        return View(self.everything, width, self.no_color, self.ascii)


class Known(NamedTuple):
    """What new articles are held against, and what was settled before."""

    against: Against = NOTHING_GIVEN
    baseline: Baseline = None
    suppressions: Suppressions = None

    def gate(self) -> Gate:
        """Give a gate of these terms."""
        return Gate(tuple(self.against), baseline=self.baseline, suppressions=self.suppressions)


class Gates(NamedTuple):
    """What makes new articles fail, and what is shown of them."""

    fail_on: FailOn = None
    show: Show = None
    since: Since = None
    diff: Diff = False
    explain: Explain = False

    def gate(self, known: Known) -> Gate:
        """Give the terms of the gate."""
        return known.gate()._replace(
            fail_on=one_of_or_none(self.fail_on, FAIL_ON, "level"),
            show=one_of_or_none(self.show, SHOW, "level"),
            since="HEAD" if self.diff else self.since,
            explain=self.explain,
        )
