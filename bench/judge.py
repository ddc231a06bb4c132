"""Measure the rules: a thousand of them loaded, and links judged a second.

`python bench/judge.py` prints one line for the table of bench/run.py.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, Relation
from claimcheck.model.report import Extraction
from claimcheck.rules.compile import compiled
from claimcheck.rules.describe import skeleton
from claimcheck.rules.examples import claim_of
from claimcheck.rules.judge import Context, Engine
from claimcheck.rules.load import load_rules, shipped
from claimcheck.rules.ruleset import Ruleset

RULES = 1000
CLAIMS = 150
_FRAMES = ("die", "return", "reside", "injure", "")
_BOUNDS = ("exact", "about", "nearly", "above", "at_least", "at_most")
_DAYS = ("2024-03-01", "2024-03-02", "2024-03-04")


class Pace(NamedTuple):
    """Seconds to load a thousand rules, links judged a second; of processor time, on one core."""

    load: float
    links: float


def main() -> None:
    """Print the pace."""
    found = pace()
    print(f"{RULES} rules load in {found.load * 1000:.0f} ms; {found.links:,.0f} links a second")


def pace() -> Pace:
    """Load a thousand rules from their compiled form, and judge made-up links by all of them."""
    with tempfile.TemporaryDirectory() as folder:
        root = _many_rules(Path(folder))
        begun = time.process_time()
        ruleset = load_rules(root=root)
        loaded = time.process_time() - begun
    links = list(_links())
    seconds = min(_timed(lambda: _judge(links, ruleset)) for _ in range(3))
    return Pace(loaded, len(links) / seconds)


def _many_rules(root: Path) -> Path:
    """Copy the shipped rules and add rules of a house until there are a thousand."""
    for path in shipped("rules").rglob("*.yaml"):
        copy = root / path.relative_to(shipped("rules"))
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    have = len(list(root.glob("*/*.yaml"))) - len(list(root.glob("lexicon/*.yaml")))
    for number in range(RULES - have):
        code = f"H{chr(65 + number // 1000)}{number % 1000:03d}"
        text = skeleton(code, f"house-{number}").replace(
            "  difference_over: 10\n",
            f"  difference_over: {number % 90 + 5}\n  words: [word{number}]\n",
        )
        (root / "conflict" / f"house-{number}.yaml").write_text(text, encoding="utf-8")
    (root / "compiled.json").write_text(compiled(root), encoding="utf-8")
    return root


Judged = tuple[Link, Claim, Claim, Context]


def _links() -> Iterator[Judged]:
    """Give every pair of some made-up claims."""
    made: list[tuple[Claim, Extraction]] = []
    for number in range(CLAIMS):
        row = {
            "value": 40 + number * number % 977,
            "bound": _BOUNDS[number % len(_BOUNDS)],
            "frame": _FRAMES[number % len(_FRAMES)],
            "published": _DAYS[number % len(_DAYS)],
        }
        made.append(claim_of(row, f"claim-{number}"))
    for (left, here), (right, there) in combinations(made, 2):
        yield Link(left.id, right.id, Relation.SAME, 900, ()), left, right, Context(here, there)


def _judge(links: list[Judged], ruleset: Ruleset) -> None:
    engine = Engine(ruleset)
    for each in links:
        engine.judge(*each)


def _timed(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
