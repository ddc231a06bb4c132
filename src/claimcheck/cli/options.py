"""The options and arguments of all commands, as typer reads them from annotations.

Everything arrives as text and is checked in `request`, so that a mistake is one line of ours.
"""

from typing import Annotated

import typer

from claimcheck.cli.request import EXTRACT_FORMATS, REPORT_FORMATS, VERDICTS, WHAT

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
        help="No article is younger than this day (the clock is never read).",
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
