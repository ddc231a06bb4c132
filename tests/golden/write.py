"""Write the golden files anew: `make golden`. Read the diff before it is kept.

The reports on the sample articles, the command reference in docs/cli.md, the look in the README.
"""

from __future__ import annotations

import os
import re
from argparse import Action, ArgumentParser, _SubParsersAction
from pathlib import Path
from typing import Final

from claimcheck import compare, extract, load_rules, read
from claimcheck.cli.arguments import parser
from claimcheck.model.report import Report
from claimcheck.output.concise import concise
from claimcheck.output.dumps import report_json
from claimcheck.output.look import Look
from claimcheck.output.terminal import terminal

ROOT: Final = Path(__file__).resolve().parents[2]
SAMPLES: Final = "data/articles"
_LOOK: Final = re.compile(
    r"(?P<head><!-- look -->\n)(?P<look>.*?)(?P<tail><!-- /look -->)", re.DOTALL
)
_ORIGINS: Final = re.compile(r"([0-9]+) origins?")
_SHOWN: Final = ("CONFLICT", "APPROXIMATION", "AGREEMENT")


def golden() -> dict[str, str]:
    """Give the text of every golden file by its path from the root of the repository."""
    report = samples()
    shown = terminal(report, Look())
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return {
        "tests/golden/report.txt": shown,
        "tests/golden/concise.txt": concise(report, Look()),
        "tests/golden/report.json": report_json(report._replace(ruleset_digest="(left out)")),
        "docs/cli.md": reference(),
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


def reference() -> str:
    """Write the reference of every command and option from the parser itself."""
    top = parser()
    lines = [
        "# Command line",
        "",
        "Generated from the parser by `make golden`; a test keeps it current.",
        "",
    ]
    lines += [str(top.description), "", "```text", str(top.epilog).rstrip(), "```", ""]
    for command in _commands(top):
        lines += _section(command, 2)
    return "\n".join(lines).rstrip() + "\n"


def _section(command: ArgumentParser, depth: int) -> list[str]:
    inner = _commands(command)
    positional = [_name(each) for each in command._actions if not each.option_strings]  # noqa: SLF001 - argparse offers no public list
    usage = command.prog if inner else " ".join([command.prog, "[OPTIONS]", *positional])
    lines = [f"{'#' * depth} {command.prog}", "", str(command.description), ""]
    if not inner:
        lines += ["```text", usage, "```", ""]
        lines += ["| option | what it does |", "|---|---|"]
        lines += [_row(each) for each in command._actions if each.dest != "help"]  # noqa: SLF001 - as above
        lines.append("")
    for each in inner:
        lines += _section(each, depth + 1)
    return lines


def _row(action: Action) -> str:
    names = ", ".join(f"`{each}`" for each in action.option_strings) or f"`{_name(action)}`"
    if action.option_strings and action.nargs != 0:
        names += f" {action.metavar or '|'.join(action.choices or ())}"
    cell = f"| {names} | {action.help or ''} |"
    return (
        cell.replace("ID|FILE", r"ID\|FILE")
        .replace("CODE|NAME", r"CODE\|NAME")
        .replace("mentions|claims", r"mentions\|claims")
    )


def _name(action: Action) -> str:
    name = str(action.metavar or action.dest)
    return {"+": f"{name}...", "*": f"[{name}...]"}.get(str(action.nargs), name)


def _commands(of: ArgumentParser) -> list[ArgumentParser]:
    for action in of._actions:  # noqa: SLF001 - as above
        if isinstance(action, _SubParsersAction):
            return list(action.choices.values())
    return []


if __name__ == "__main__":
    for name, text in golden().items():
        (ROOT / name).write_text(text, encoding="utf-8")
