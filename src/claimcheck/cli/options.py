"""The options and arguments of all commands, as typer reads them from annotations.

Everything arrives as text and is checked in `request`, so that a mistake is one line of ours.
No annotation here is postponed: typer evaluates them at every start, and text costs it more.
"""

from typing import Annotated, Final

import typer

from claimcheck.cli.request import (
    DIFF_FORMATS,
    EXTRACT_FORMATS,
    LEVELS,
    LIST_FORMATS,
    REPORT_FORMATS,
    VERDICTS,
    WHAT,
)

NOTHING_GIVEN: Final[list[str]] = []  # the default of options that repeat; nobody changes it

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders (with all below them), or - for standard input.",
        show_default=False,
    ),
]
OtherPaths = Annotated[
    list[str],
    typer.Argument(
        metavar="[PATH]...",
        help="The articles of the report; for an id default the samples, for a place its file.",
        show_default=False,
    ),
]
Target = Annotated[
    str, typer.Argument(metavar="ID|FILE:LINE:COL", help="A finding, a claim, or a place.")
]
Day = Annotated[
    str | None,
    typer.Option("--date", metavar="DAY", help="The day all of them appeared, as 2024-08-05."),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DAY",
        help="No article is younger, and what is suppressed until then ends (no clock is read).",
    ),
]
StdinFilename = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="Name of standard input, for its format and its places.",
    ),
]
MaxBytes = Annotated[
    str | None,
    typer.Option("--max-bytes", metavar="N", help="Largest article read (default: 5242880)."),
]
Jobs = Annotated[
    str | None,
    typer.Option(
        "--jobs",
        metavar="N",
        help="Processes that read (default: 1; above 200 articles one for each core).",
    ),
]
Output = Annotated[
    list[str],
    typer.Option(
        "--output",
        metavar="FORMAT=FILE",
        help="Write a file as well; may be given several times.",
        show_default=False,
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Replace a file even if it is no earlier result.")
]
ReportFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"On standard output: {', '.join(REPORT_FORMATS)} (default: terminal).",
        autocompletion=lambda: list(REPORT_FORMATS),
        show_default=False,
    ),
]
ExtractFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"On standard output: {', '.join(EXTRACT_FORMATS)} (default: jsonl).",
        autocompletion=lambda: list(EXTRACT_FORMATS),
        show_default=False,
    ),
]
What = Annotated[
    str,
    typer.Option(
        "--what",
        metavar="KIND",
        help="mentions: every number and date as read; claims: with the question each answers "
        "(default: mentions).",
        autocompletion=lambda: list(WHAT),
        show_default=False,
    ),
]
AllRegions = Annotated[
    bool, typer.Option("--all-regions", help="With --what claims: page furniture too.")
]
Everything = Annotated[
    bool,
    typer.Option("--all", help="Nothing shortened: all that was not compared, all checks."),
]
Width = Annotated[
    str | None,
    typer.Option("--width", metavar="N", help="Columns (default: the terminal's, else 80)."),
]
NoColor = Annotated[
    bool, typer.Option("--no-color", help="No colours; NO_COLOR and pipes do the same.")
]
Ascii = Annotated[
    bool, typer.Option("--ascii", help="ASCII only, as where the stream cannot encode more.")
]
Quiet = Annotated[
    bool, typer.Option("-q", "--quiet", help="No warnings and no progress on standard error.")
]
Verbose = Annotated[
    bool,
    typer.Option("-v", "--verbose", help="More reasons, and what was left out of folders."),
]
RuleFiles = Annotated[
    list[str],
    typer.Option(
        "--rules",
        metavar="PATH",
        help="A rule file or folder of your own; may be repeated.",
        show_default=False,
    ),
]
Config = Annotated[
    str | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Read this configuration (default: claimcheck.toml or [tool.claimcheck] of "
        "pyproject.toml, here or in a folder above).",
    ),
]
NoConfig = Annotated[bool, typer.Option("--no-config", help="Read no configuration.")]
Select = Annotated[
    list[str],
    typer.Option(
        "--select",
        metavar="CODES",
        help="Only these rules: codes or their beginnings, as CC3,CC501; may be repeated.",
        show_default=False,
    ),
]
Ignore = Annotated[
    list[str],
    typer.Option(
        "--ignore",
        metavar="CODES",
        help="None of these rules; may be repeated.",
        show_default=False,
    ),
]
Severities = Annotated[
    list[str],
    typer.Option(
        "--severity",
        metavar="CODE=LEVEL",
        help="Say how loud a rule is: error, warning, note or none; may be repeated.",
        show_default=False,
    ),
]
New = Annotated[
    list[str],
    typer.Argument(
        metavar="NEW...",
        help="The articles to check: files, folders, or - for standard input.",
        show_default=False,
    ),
]
Against = Annotated[
    list[str],
    typer.Option(
        "--against",
        metavar="PATH",
        help="What they are held against: an archive, a folder or files; may be repeated.",
        show_default=False,
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help=f"Exit code 1 from this level on: {', '.join(LEVELS)} or never (default: error).",
        autocompletion=lambda: [*LEVELS, "never"],
    ),
]
Show = Annotated[
    str | None,
    typer.Option(
        "--show",
        metavar="LEVEL",
        help=f"Show findings from this level on: {', '.join(LEVELS)} or all (default: note).",
        autocompletion=lambda: [*LEVELS, "all"],
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="REF",
        help="Only claims on lines that changed since this git revision.",
    ),
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Only claims on lines that are not committed yet.")
]
Baseline = Annotated[
    str | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Leave out the findings that this file has accepted."
    ),
]
Suppressions = Annotated[
    str | None,
    typer.Option(
        "--suppressions",
        metavar="FILE",
        help="Findings silenced with a reason (default: claimcheck.ignore.yaml, if there).",
    ),
]
Explain = Annotated[
    bool,
    typer.Option("--explain", help="Say what each rule saw, and how to silence a finding."),
]
Accept = Annotated[
    list[str],
    typer.Option(
        "--accept",
        metavar="ID",
        help="Take in this new finding, by its id or the beginning of it; may be repeated.",
        show_default=False,
    ),
]
ConfigFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="terminal or json (default: terminal).",
        show_default=False,
    ),
]
OldSide = Annotated[
    str,
    typer.Argument(
        metavar="OLD", help="A JSON report, a folder or file of articles, or REVISION:PATH in git."
    ),
]
NewSide = Annotated[str, typer.Argument(metavar="NEW", help="The same, as it is now.")]
DiffFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"On standard output: {', '.join(DIFF_FORMATS)} (default: terminal).",
        autocompletion=lambda: list(DIFF_FORMATS),
    ),
]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="End with 1 where something got worse.")
]
Rule = Annotated[str, typer.Argument(metavar="CODE|NAME", help="As CC301, or value-conflict.")]
OwnRules = Annotated[
    list[str],
    typer.Argument(
        metavar="[PATH]...",
        help="Your own rule files or folders, tested too.",
        show_default=False,
    ),
]
AllExamples = Annotated[
    bool, typer.Option("-v", "--verbose", help="Name the examples that hold too.")
]
Code = Annotated[str, typer.Argument(metavar="CODE", help="As CC390.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="As slow-count.")]
Verdict = Annotated[
    str,
    typer.Option(
        "--verdict",
        metavar="VERDICT",
        help=f"One of {', '.join(VERDICTS)} (default: conflict).",
        autocompletion=lambda: list(VERDICTS),
        show_default=False,
    ),
]
Version = Annotated[
    bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)
]
ArchiveFile = Annotated[
    str | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help="The archive (default: the first .db of against in the configuration, "
        "else claimcheck.db).",
    ),
]
Wait = Annotated[
    str | None,
    typer.Option(
        "--wait",
        metavar="SECONDS",
        help="How long another run that writes to it is waited for (default: 60).",
    ),
]
KeepText = Annotated[
    bool,
    typer.Option(
        "--keep-text", help="Keep whole texts, not only the sentences that claims stand in."
    ),
]
History = Annotated[
    bool, typer.Option("--history", help="Earlier states too: what was replaced, what is gone.")
]
Forget = Annotated[bool, typer.Option("--forget-history", help="Drop earlier states for good.")]
ListFormat = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"On standard output: {', '.join(LIST_FORMATS)} (default: terminal).",
        autocompletion=lambda: list(LIST_FORMATS),
        show_default=False,
    ),
]
ArchivedPaths = Annotated[
    list[str],
    typer.Argument(
        metavar="[PATH]...",
        help="Only what was read from these files and folders.",
        show_default=False,
    ),
]
Archived = Annotated[
    str,
    typer.Argument(metavar="ID|PATH|URL", help="An article; the beginning of an id is enough."),
]
ArchivedMany = Annotated[
    list[str],
    typer.Argument(
        metavar="ID|PATH|URL...",
        help="Articles, or folders with all that was read below them.",
        show_default=False,
    ),
]
