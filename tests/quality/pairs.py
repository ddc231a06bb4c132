"""Public pairs of sentences: what the pipeline says of each, scored per suite and over all.

Run as a script (`make eval-pairs`). A pair is `conflict` if some link between its texts is judged
so, `agree` if some link is judged agreement or approximation, else `unrelated`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimcheck import load_rules
from claimcheck.pipeline import compare_texts
from claimcheck.rules.ruleset import Ruleset

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "evals" / "gold" / "pairs"
# Floors of the pooled figures, on the development part; they only rise.
PRECISION, RECALL = 0.885, 0.29
ABSENT = "the public pairs (../shared/evals) are not here"
_LABELS = {"agreement": "agree", "approximation": "agree"}


class Score(NamedTuple):
    """Counts of one suite: conflicts said, right, and in the gold; updates called conflict."""

    suite: str
    records: int
    said: int
    right: int
    gold: int
    updates: int
    updates_said: int

    @property
    def precision(self) -> float:
        """Share of said conflicts that are right; 1 where none is said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold's conflicts that are said."""
        return self.right / self.gold if self.gold else 1.0


def records(path: Path, *, differing: bool = True) -> Iterator[Mapping[str, str]]:
    """Give the pairs of a suite, those whose numbers differ unless told otherwise."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record: Mapping[str, str] = json.loads(line)
        if not differing or record["nums"] == "diff":
            yield record


@cache
def rules() -> Ruleset:
    """Load the rules once."""
    return load_rules()


def label(left: str, right: str, ruleset: Ruleset | None = None) -> str:
    """Say what the pipeline makes of two texts."""
    report = compare_texts((left, right), ruleset or rules())
    owner = {claim.id: claim.article_id for claim in report.claims}
    across = [one for one in report.judgements if owner[one.left] != owner[one.right]]
    verdicts = {one.verdict.value for one in across}
    if "conflict" in verdicts:
        return "conflict"
    return "agree" if verdicts & _LABELS.keys() else "unrelated"


def score(path: Path, ruleset: Ruleset | None = None) -> Score:
    """Score one suite."""
    counts: Counter[str] = Counter()
    for record in records(path):
        said = label(record["a"], record["b"], ruleset)
        gold = record["label"]
        counts["records"] += 1
        counts["updates"] += gold == "update"
        counts["updates_said"] += gold == "update" and said == "conflict"
        counts["gold"] += gold == "conflict"
        counts["said"] += said == "conflict" and gold != "update"
        counts["right"] += said == gold == "conflict"
    return Score(
        path.stem,
        *(counts[key] for key in ("records", "said", "right", "gold", "updates", "updates_said")),
    )


def total(scores: list[Score]) -> Score:
    """Add suites up, without the one of single swapped words."""
    real = [one for one in scores if one.suite != "breaking_nli"]
    return Score("ALL", *(sum(column) for column in zip(*(one[1:] for one in real), strict=True)))


def main() -> int:
    """Print the table."""
    if not PAIRS.is_dir():
        print(ABSENT)
        return 0
    scores = [score(path) for path in sorted(PAIRS.glob("*.jsonl"))]
    for one in (*scores, total(scores)):
        print(
            f"{one.suite:16} {one.records:4} pairs  conflict: said {one.said:3} right {one.right:3}"
            f" of {one.gold:3}  precision {one.precision:6.1%}  recall {one.recall:6.1%}"
            f"  updates called conflict {one.updates_said} of {one.updates}"
        )
    pooled = total(scores)
    return int(pooled.precision < PRECISION or pooled.recall < RECALL)


if __name__ == "__main__":
    sys.exit(main())
