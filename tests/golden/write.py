"""Write the golden files anew: `make golden`. Read the diff before it is kept.

The reports on the sample articles, the command reference in docs/cli.md, the top help text that is
printed without building the parser, the look in the README.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Final

from typer.main import get_command
from typer.testing import CliRunner

from claimcheck import compare, extract, load_rules, read
from claimcheck.cli.app import program
from claimcheck.cli.run import PROGRAM
from claimcheck.model.report import Report
from claimcheck.output.formats import REPORTS
from claimcheck.output.look import Look
from claimcheck.output.terminal import terminal

ROOT: Final = Path(__file__).resolve().parents[2]
SAMPLES: Final = "data/articles"
_NAMES: Final = {"terminal": "report.txt", "concise": "concise.txt", "markdown": "report.md"}
FORMATS: Final = {form: f"tests/golden/{_NAMES.get(form, f'report.{form}')}" for form in REPORTS}
_LOOK: Final = re.compile(
    r"(?P<head><!-- look -->\n)(?P<look>.*?)(?P<tail><!-- /look -->)", re.DOTALL
)
_ORIGINS: Final = re.compile(r"([0-9]+) origins?")
_HELP: Final = '''"""The help text of `claimcheck`, as `make golden` wrote it; no parser needed."""

from typing import Final

HELP: Final = """\\
{text}"""
'''
_UNLISTED: Final = ("help", "install_completion", "show_completion")
_SHOWN: Final = ("CONFLICT", "APPROXIMATION", "AGREEMENT")


def golden() -> dict[str, str]:
    """Give the text of every golden file by its path from the root of the repository."""
    report = samples()._replace(ruleset_digest="(left out)")
    shown = terminal(report, Look())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return {
        **{name: REPORTS[form](report, Look()) for form, name in FORMATS.items()},
        "docs/cli.md": reference(),
        "src/claimcheck/cli/help.py": _HELP.format(text=top_help()),
        "README.md": _LOOK.sub(lambda found: found["head"] + look(shown) + found["tail"], readme),
    }


def samples() -> Report:
    """Report on the sample articles, under the paths a user at the root would give."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return compare([extract(article) for article in read(SAMPLES)], load_rules())
    finally:
        os.chdir(before)


def look(shown: str) -> str:
    """Cut a report down to one finding of each kind that the README shows."""
    blocks = re.split(r"\n\n(?=[^ ])", shown.rstrip("\n"))
    chosen = [_best([b for b in blocks if f" {word}  CC" in b]) for word in _SHOWN]
    first = "\n".join(_articles(blocks[0])[:2])
    body = "\n\n".join([f"{first}\n…", *filter(None, chosen), f"…\n{blocks[-1]}"])
    return f"```text\n$ claimcheck report {SAMPLES}\n{body}\n```\n"


def _best(blocks: list[str]) -> str:
    """Choose the finding on the most independent origins; the first of equals."""
    return max(blocks, key=lambda block: int(_ORIGINS.findall(block)[0]), default="")


def _articles(head: str) -> list[str]:
    """Give the header of each article, with the lines that continue it."""
    return re.split(r"\n(?=[^ ])", head)


def top_help() -> str:
    """Give the help text of the program as typer lays it out in 80 columns."""
    done = CliRunner().invoke(program(), ["--help"], prog_name=PROGRAM, env={"COLUMNS": "80"})
    return str(done.stdout)


def reference() -> str:
    """Write the reference of every command and option from the typer app itself."""
    top: Any = get_command(program())
    lines = [
        "# Command line",
        "",
        "Generated from the parser by `make golden`; a test keeps it current.",
        "",
    ]
    lines += [str(top.help), "", "```text", str(top.epilog).removeprefix("\b\n"), "```", ""]
    for command in top.commands.values():
        lines += _section(command, PROGRAM, 2)
    return "\n".join(lines).rstrip() + "\n"


def _section(command: Any, above: str, depth: int) -> list[str]:  # noqa: ANN401 - typer moved click's classes
    inner = getattr(command, "commands", {})
    name = f"{above} {command.name}"
    lines = [f"{'#' * depth} {name}", "", str(command.help), ""]
    if not inner:
        listed = [each for each in command.params if each.name not in _UNLISTED]
        arguments = [each.metavar for each in listed if each.param_type_name == "argument"]
        lines += ["```text", " ".join([name, "[OPTIONS]", *arguments]), "```", ""]
        if listed:
            lines += ["| option | what it does |", "|---|---|", *map(_row, listed), ""]
    for each in inner.values():
        lines += _section(each, name, depth + 1)
    return lines


def _row(option: Any) -> str:  # noqa: ANN401 - as above
    argument = option.param_type_name == "argument"
    metavar = str(option.metavar or "").replace("|", "\\|")
    names = f"`{metavar}`" if argument else ", ".join(f"`{each}`" for each in option.opts)
    value = f" {metavar}" if metavar and not argument else ""
    return f"| {names}{value} | {option.help or ''} |"


if __name__ == "__main__":
    for name, text in golden().items():
        (ROOT / name).write_text(text, encoding="utf-8")
