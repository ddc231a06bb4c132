"""Made articles and archives for the tests of this room, and the command line in a process."""

from __future__ import annotations

import os
import runpy
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from claimcheck import Article, pipeline
from claimcheck.model.report import Extraction
from claimcheck.rules.load import load_rules
from claimcheck.store.intake import Intake, Outcome
from claimcheck.store.record import recorded
from claimcheck.store.version import version

ROOT = Path(__file__).resolve().parents[2]
CORPUS = runpy.run_path(str(ROOT / "bench/corpus.py"))
RULES = load_rules()
LEXICON = RULES.lexicon


def write_articles(folder: Path, count: int, seed: int = 7) -> list[Path]:
    """Write made articles into a folder, one a file."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for page in CORPUS["articles"](count, seed, 10):
        path = folder / page.name
        path.write_text(page.text, encoding="utf-8")
        found.append(path)
    return found


def article(path: Path, text: str, **about: str) -> Article:
    """Give an article of a file that need not be there."""
    day = about.pop("date", "2024-05-10")
    return Article.from_text(text, date=day)._replace(path=str(path), url=about.get("url"))


def add(archive: Path, articles: Sequence[Article], grammar: str = "") -> Outcome:
    """Add articles as the command does, if asked for under another version of the grammar."""
    reads = version(LEXICON)
    with Intake(str(archive), "add", reads._replace(grammar=grammar or reads.grammar)) as run:
        plan = run.plan(articles)
        run.begin(plan)
        for planned in plan.to_read:
            run.put(planned, recorded(extract(planned.article), LEXICON))
        return run.commit()


def extract(one: Article) -> Extraction:
    """Extract an article."""
    return pipeline.extract(one, LEXICON)


def claimcheck(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder."""
    return subprocess.run(
        command(*arguments), cwd=folder, env=environment(), capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip


def command(*arguments: str | Path) -> list[str]:
    """Give the command line of these arguments."""
    return [sys.executable, "-m", "claimcheck", *map(str, arguments)]


def environment() -> dict[str, str]:
    """Give the environment without what changes the output or slows the start."""
    left_out = {"NO_COLOR", "COLUMNS", "PYTHONDONTWRITEBYTECODE"}
    return {name: value for name, value in os.environ.items() if name not in left_out}


def change(archive: Path, *statements: str) -> None:
    """Change an archive behind the back of claimcheck."""
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
