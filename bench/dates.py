"""Letters a second of the date pass, beside two peers where they are installed.

Run: python bench/dates.py [FOLDER]. Without a folder of texts it reads news that a seeded script
makes. All tools read the same texts in one run on one core, so the ratios are what counts.
"""

from __future__ import annotations

import importlib
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from claimcheck.grammar.en.dates import date_tables, date_words, recognise_dates
from claimcheck.grammar.resolve import resolve_all
from claimcheck.grammar.scan import Scanner
from claimcheck.model.article import Anchor, AnchorHow
from claimcheck.rules.load import load_lexicon

_ROUNDS = 5
_PEER_LETTERS = 20_000
_PLAIN = (
    "The harbour office said crews had cleared the wreck and that lorries were moving again.",
    "Officials in the old town blamed the storm, a broken pump and the want of spare parts.",
    "Fishers who had waited for fuel were told to use the northern quay until the berth dries.",
    "The council did not say who would pay, and the insurer declined to comment on the claim.",
    "Some 4,300 crates were moved by rail, and 17 boats lay at anchor behind the long mole.",
)
_DATED = (
    "The pier burned on {month} {day}, {year}, and was rebuilt within two years.",
    "The warden said on Tuesday that talks would go on next month.",
    "As of {month} {day}, 430 boats had left, twice the number of a year earlier.",
    "Prices rose in the third quarter of {year} and fell last week.",
)
_MONTHS = ("January", "March", "June", "August", "Oct.", "December")


def made_news(articles: int, seed: int = 7) -> list[str]:
    """Make articles in which one sentence of six carries dates."""
    draw = random.Random(seed)  # noqa: S311  text for a benchmark, not a secret
    out = []
    for _ in range(articles):
        lines = [draw.choice(_PLAIN) for _ in range(25)]
        for _ in range(5):
            line = draw.choice(_DATED).format(
                month=draw.choice(_MONTHS), day=draw.randint(1, 28), year=draw.randint(1990, 2024)
            )
            lines.insert(draw.randint(0, len(lines)), line)
        out.append(" ".join(lines))
    return out


def speed(texts: Sequence[str], work: Callable[[str], object], rounds: int = _ROUNDS) -> float:
    """Give the best letters a second of some rounds."""
    letters = sum(map(len, texts))
    best = 0.0
    for _ in range(rounds):
        began = time.perf_counter()
        for text in texts:
            work(text)
        best = max(best, letters / (time.perf_counter() - began))
    return best


def peers() -> dict[str, Callable[[str], object]]:
    """Give the peers that can be imported."""
    found: dict[str, Callable[[str], object]] = {}
    for name, call in (("datefinder", "find_dates"), ("dateparser.search", "search_dates")):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        work: Callable[[str], object] = getattr(module, call)
        found[name] = lambda text, work=work: list(work(text) or ())  # type: ignore[misc,call-overload]  # either a list, a generator or None
    return found


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    texts = (
        [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
        if folder
        else made_news(200)
    )
    tables = date_tables(load_lexicon())
    scanner = Scanner((), date_words(tables))
    day = date(2024, 9, 4)
    anchor = Anchor(day, day, day, AnchorHow.GIVEN)
    rows = {
        "scan": speed(texts, scanner.scan),
        "scan + recognise": speed(
            texts, lambda text: recognise_dates(text, scanner.scan(text), tables)
        ),
        "scan + recognise + resolve": speed(
            texts,
            lambda text: resolve_all(recognise_dates(text, scanner.scan(text), tables), anchor),
        ),
    }
    sample = [text[:_PEER_LETTERS] for text in texts[:5]]
    for name, work in peers().items():
        rows[name] = speed(sample, work, rounds=1)
    print(f"{sum(map(len, texts)):,} letters, {len(texts)} texts")
    for name, figure in rows.items():
        print(f"{name:28}{figure:14,.0f} letters a second")


if __name__ == "__main__":
    main()
