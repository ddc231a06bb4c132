"""Measure archives: checks against them by size, their growth, and how fast articles are added.

`python bench/archive.py` measures 1,000 and 10,000 articles in about a minute; `--heavy` 100,000
(about a million claims) and the adding of 5,000 more. `--write` keeps the tables in
docs/archive.md. The large archives hold copies of a thousand extracted articles under other names
of places, so that their stories and blocks differ as those of real articles do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from statistics import median
from typing import NamedTuple

import corpus
from claimcheck.model.article import Article
from claimcheck.pipeline import extract, stages
from claimcheck.rules.load import load_lexicon
from claimcheck.store.intake import Intake
from claimcheck.store.plan import Planned
from claimcheck.store.record import ClaimRecord, Record, record
from claimcheck.store.sources import Source
from claimcheck.store.version import version

SIZES = (1_000, 10_000)
HEAVY = (*SIZES, 100_000)
BASE = 1_000
SENTENCES = 15  # about ten claims
RUNS = 9
PAGE = Path(__file__).resolve().parents[1] / "docs" / "archive.md"
_MARK = "qxz"  # in every made name of a place; each copy has three other letters
_COMMAND = (sys.executable, "-m", "claimcheck")


class Made(NamedTuple):
    """An archive that was made: its articles and claims, and how long writing them took."""

    path: Path
    articles: int
    claims: int
    seconds: float


class Cost(NamedTuple):
    """What one run took: seconds, those of them a processor was busy, and megabytes of memory."""

    seconds: float
    busy: float
    megabytes: float


def main() -> None:
    """Print the tables, and keep them if asked to."""
    heavy = "--heavy" in sys.argv
    with tempfile.TemporaryDirectory() as folder:
        checks = _checks(Path(folder), HEAVY if heavy else SIZES)
        print(f"{checks}\n")
        adding = _adding(Path(folder), 5_000 if heavy else 1_000)
        print(adding)
    if "--write" in sys.argv:
        _keep({"checks": checks, "adding": adding})


def _keep(tables: dict[str, str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        before, rest = page.split(f"<!-- {name} -->\n")
        after = rest.split(f"<!-- /{name} -->")[1]
        page = f"{before}<!-- {name} -->\n{table}\n<!-- /{name} -->{after}"
    PAGE.write_text(page, encoding="utf-8")


def _checks(folder: Path, sizes: Sequence[int]) -> str:
    """Check one new article against archives of these sizes."""
    base = _base()
    new = folder / "new.txt"
    new.write_text(_new_article(), encoding="utf-8")
    lines = [
        "| articles | claims | file | bytes a claim | check of one article | busy | memory |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    bare = median(_run((sys.executable, "-c", "pass"), folder).seconds for _ in range(RUNS))
    for size in sizes:
        made = _made(folder / f"{size}.db", base, size)
        costs = [
            _run((*_COMMAND, "check", str(new), "--against", str(made.path)), folder)
            for _ in range(RUNS)
        ]
        file = made.path.stat().st_size
        seconds = median(cost.seconds for cost in costs)
        busy = median(cost.busy for cost in costs)
        most = max(cost.megabytes for cost in costs)
        lines.append(
            f"| {made.articles:,} | {made.claims:,} | {file / 2**20:,.0f} MB "
            f"| {file / made.claims:,.0f} | {seconds * 1000:.0f} ms ({seconds / bare:.1f} × "
            f"`python -c pass`) | {busy * 1000:.0f} ms | {most:.0f} MB |"
        )
    return "\n".join(lines)


def _adding(folder: Path, articles: int) -> str:
    """Add articles for real, on one core and on two."""
    source = folder / "add.jsonl"
    pages = corpus.articles(articles, seed=11, sentences=SENTENCES)
    with source.open("w", encoding="utf-8") as stream:
        for page in pages:
            stream.write(_line(page))
    costs = {}
    for jobs in (1, 2):
        target = folder / f"add-{jobs}.db"
        options = ("--archive", str(target), "--jobs", str(jobs))
        costs[jobs] = _run((*_COMMAND, "archive", "add", str(source), *options), folder)
    lines = ["| processes | articles a second | of twice one | busy |", "|---:|---:|---:|---:|"]
    for jobs, cost in costs.items():
        share = f"{costs[1].seconds / (2 * cost.seconds):.0%}" if jobs > 1 else ""
        lines.append(f"| {jobs} | {articles / cost.seconds:.0f} | {share} | {cost.busy:.1f} s |")
    return "\n".join(lines)


def _line(page: corpus.Page) -> str:
    entry = {"id": page.name, "text": page.text, "date": page.published.isoformat()}
    return json.dumps(entry) + "\n"


_LAUNCH = """
import resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
passed, used = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
print(passed, used.ru_utime + used.ru_stime, used.ru_maxrss, code)
"""


def _run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command as an installed program runs, and measure it.

    It is launched by a small process: one started by a large one counts that one's memory too.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    launcher = (sys.executable, "-c", _LAUNCH, *command)
    done = subprocess.run(launcher, cwd=folder, env=kept, capture_output=True, check=True)
    seconds, busy, kilobytes, code = done.stdout.split()
    if int(code) not in {0, 1}:
        raise SystemExit(done.stderr.decode())
    return Cost(float(seconds), float(busy), int(kilobytes) / 1024)


def _base() -> list[tuple[Article, Record]]:
    """Extract the articles that the archives hold copies of."""
    lexicon = load_lexicon()
    words = stages(lexicon).linking
    found = []
    for page in _marked(BASE):
        article = Article.from_text(page.text, id=page.name, date=page.published)
        found.append((article, record(extract(article, lexicon), words)))
    return found


def _marked(count: int) -> Iterator[corpus.Page]:
    """Make articles whose names of places hold the mark."""
    plain = corpus.MIDDLE
    corpus.MIDDLE = tuple(f"{middle}{_MARK}" for middle in plain)
    try:
        yield from corpus.articles(count, sentences=SENTENCES)
    finally:
        corpus.MIDDLE = plain


def _new_article() -> str:
    """Write a new article on a story of the archive."""
    first = next(_marked(1))
    return first.text.replace(_MARK, _letters(0))


def _letters(copy: int) -> str:
    """Give the three letters of a copy, of other names the more they differ."""
    consonants, vowels = "bdfghjklmnprstvwyz", "aeiou"
    every = list(product(consonants, vowels, consonants))
    return "".join(every[copy % len(every)])


def _made(path: Path, base: Sequence[tuple[Article, Record]], size: int) -> Made:
    """Write an archive of so many articles."""
    lexicon = load_lexicon()
    claims = 0
    begun = time.perf_counter()
    with Intake(str(path), "add", version(lexicon)) as run:
        for number in range(size):
            article, one = base[number % BASE]
            copy = _copy(one, number)
            claims += len(copy.claims)
            source = Source(f"articles/{number:06}.txt".encode(), "", "")
            run.put(Planned(article, source, f"{number:032x}"), copy)
        run.commit()
    return Made(path, size, claims, time.perf_counter() - begun)


def _copy(one: Record, number: int) -> Record:
    """Give a record under another name and with other places."""
    letters = _letters(number // BASE)
    name = f"{number:06}.txt"

    def other(text: str) -> str:
        return text.replace(_MARK, letters)

    return Record(
        name,
        one.told,
        other(one.head),
        one.places,
        tuple((other(text), times) for text, times in one.names),
        tuple(map(other, one.stems)),
        tuple(_claim_copy(claim, n, number, other) for n, claim in enumerate(one.claims)),
    )


def _claim_copy(
    claim: ClaimRecord, place: int, number: int, other: Callable[[str], str]
) -> ClaimRecord:
    """Give a claim its own id."""
    own = f'["{number:08x}{place:04x}"'
    body = other(claim.body)
    keys = tuple(map(other, claim.keys))
    return ClaimRecord(claim.sentence, own + body[len(own) :], keys, other(claim.place))


if __name__ == "__main__":
    main()
