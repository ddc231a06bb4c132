"""Measure start-up, a report on five articles, each stage, a peer: docs/benchmarks.md.

`python bench/run.py` prints them in about a minute; with `--write` they go into the page as well.
Start-up is the median of several runs, also as a ratio to a bare `python -c pass` of the same
minute, so that machines can be compared; stages are the least of three.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import linking
import quantities
import readers
from claimcheck.claims.build import claims
from claimcheck.grammar.parser import recognise
from claimcheck.model.article import Article
from claimcheck.pipeline import compare, extract, stages
from claimcheck.rules.load import load_lexicon, load_rules
from claimcheck.text.regions import regions
from claimcheck.text.sentences import sentences
from corpus import articles, text_of
from judge import RULES, pace

CHARACTERS = 1_000_000
ARTICLES = 100
PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
RUNS = 15


class Row(NamedTuple):
    """One line of the first table: what was run, its median time in seconds, the ratio allowed."""

    name: str
    seconds: float
    target: int | None


def main() -> None:
    """Print both tables, and keep them if asked to."""
    machine = f"Python {platform.python_version()}, {platform.machine()}, {platform.system()}"
    with tempfile.TemporaryDirectory() as folder:
        start_up = f"{machine}\n\n{_start_up_table(_start_up(Path(folder)))}"
    print(f"{start_up}\n")
    stages_ = _stages_table()
    print(f"{stages_}\n")
    peers = quantities.table([page.text for page in articles(ARTICLES)])
    print(peers)
    pages = readers.table()
    print(pages)
    links = linking.table()
    print(links)
    if "--write" in sys.argv:
        kept = {"start-up": start_up, "stages": stages_, "quantities": peers, "readers": pages}
        _keep({**kept, "linking": links})


def _keep(tables: dict[str, str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        before, rest = page.split(f"<!-- {name} -->\n")
        after = rest.split(f"<!-- /{name} -->")[1]
        page = f"{before}<!-- {name} -->\n{table}\n<!-- /{name} -->{after}"
    PAGE.write_text(page, encoding="utf-8")


def _start_up(folder: Path) -> list[Row]:
    """Time each command in turn, many times over, so that a busy minute falls on all alike."""
    for page in articles(5):
        (folder / f"{page.name}.txt").write_text(page.text, encoding="utf-8")
    ours = (sys.executable, "-m", "claimcheck")
    commands: dict[str, tuple[Sequence[str], int | None]] = {
        "python -c pass": ((sys.executable, "-c", "pass"), None),
        "claimcheck --version": ((*ours, "--version"), 8),
        "claimcheck --help": ((*ours, "--help"), 8),
        "claimcheck report --help": ((*ours, "report", "--help"), None),
        "claimcheck report, five articles": ((*ours, "report", str(folder)), 20),
        "claimcheck extract, five articles": ((*ours, "extract", str(folder)), 20),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, (command, _most) in commands.items():
            times[name].append(_process(command))
    return [Row(name, median(times[name]), most) for name, (_, most) in commands.items()]


def _process(command: Sequence[str]) -> float:
    """Time a process as an installed program runs: with its bytecode kept on disk."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True, env=kept)
    return time.perf_counter() - begun


def _start_up_table(rows: Sequence[Row]) -> str:
    lines = ["| command | ms | × `python -c pass` | at most |", "|---|---:|---:|---:|"]
    for row in rows:
        ratio = row.seconds / rows[0].seconds
        most = f"{row.target}" if row.target else ""
        lines.append(f"| `{row.name}` | {row.seconds * 1000:.0f} | {ratio:.1f} | {most} |")
    return "\n".join(lines)


def _stages_table() -> str:
    """Time each stage on one long text, then both halves of the pipeline on many articles."""
    lexicon, ruleset = load_lexicon(), load_rules()
    ready = stages(lexicon)
    text = text_of(CHARACTERS)
    whole = extract(Article.from_text(text, date="2024-05-08"), lexicon)
    pages = [Article.from_text(page.text, id=page.name) for page in articles(ARTICLES)]
    extracted = [extract(page, lexicon) for page in pages]
    size = sum(len(page.text) for page in pages)
    work: dict[str, tuple[int, Callable[[], object]]] = {
        "text: regions": (len(text), lambda: regions(text, lexicon["furniture"])),
        "text: sentences": (len(text), lambda: sentences(text)),
        "grammar: numbers and dates": (len(text), lambda: recognise(text, ready.grammar)),
        "claims": (
            len(text),
            lambda: claims(whole.article, whole.sentences, whole.mentions, ready.claims),
        ),
        f"extract, {ARTICLES} articles": (size, lambda: [extract(p, lexicon) for p in pages]),
        f"compare, {ARTICLES} articles": (size, lambda: compare(extracted, ruleset)),
    }
    lines = ["| stage | million characters a second |", "|---|---:|"]
    for name, (characters, run) in work.items():
        lines.append(f"| {name} | {characters / _least(run, 3) / 1e6:.2f} |")
    judged = pace()
    told = f"{RULES} rules load in {judged.load * 1000:.0f} ms and judge {judged.links:,.0f} links"
    return "\n".join((*lines, "", f"{told} a second (`bench/judge.py`)."))


def _least(work: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


if __name__ == "__main__":
    main()
