"""Real folders of articles on one event each: how many links join what the gold says is one thing.

Run as a script (`make eval-links`). A link between two articles is right when both claims meet
annotated mentions of one chain, wrong when they meet mentions of two chains, else not judged.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from claimcheck.model.claim import Claim
from claimcheck.model.link import Relation
from claimcheck.model.report import Report
from claimcheck.rules.ruleset import Ruleset

CLUSTERS = Path(__file__).resolve().parents[3] / "shared" / "evals" / "gold" / "clusters"
PRECISION, RECALL = 0.945, 0.63  # floors on the development part; they only rise
ABSENT = "the public clusters (../shared/evals) are not here"


class Tally(NamedTuple):
    """What the links of the folders came to."""

    links: int
    right: int
    wrong: int
    found: int  # pairs of articles of one chain that some right link joins
    wanted: int
    conflicts: int

    @property
    def precision(self) -> float:
        """Share of judged links that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold's pairs of articles that a right link joins."""
        return self.found / self.wanted if self.wanted else 1.0


def report_on(folder: Path, ruleset: Ruleset | None = None) -> Report:
    """Run the pipeline over one folder."""
    from claimcheck import compare, extract, load_rules, read  # noqa: PLC0415  the door, only when run

    rules = ruleset or load_rules()
    return compare([extract(article, rules) for article in read(str(folder))], rules)


def _mentions() -> Mapping[str, Sequence[Mapping[str, str]]]:
    found = defaultdict(list)
    for line in (CLUSTERS / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found[record["doc"]].append(record)
    return found


def _chains(claim: Claim, gold: Sequence[Mapping[str, str]]) -> set[str]:
    text = claim.mention.text.lower()
    return {
        one["chain"]
        for one in gold
        if text in one["surface"].lower() or one["surface"].lower() in text
    }


def tally(ruleset: Ruleset | None = None) -> Tally:
    """Run every folder and add up."""
    gold = _mentions()
    links = right = wrong = conflicts = 0
    hit: set[tuple[str, str, str]] = set()
    for folder in sorted(path for path in CLUSTERS.iterdir() if path.is_dir()):
        report = report_on(folder, ruleset)
        names = {article.id: Path(article.path).stem for article in report.articles}
        claims = {claim.id: claim for claim in report.claims}
        conflicts += sum(one.verdict.value == "conflict" for one in report.judgements)
        for link in report.links:
            left, right_claim = claims[link.left], claims[link.right]
            docs = sorted((names[left.article_id], names[right_claim.article_id]))
            if link.relation is not Relation.SAME or docs[0] == docs[1]:
                continue
            links += 1
            a = _chains(left, gold.get(names[left.article_id], ()))
            b = _chains(right_claim, gold.get(names[right_claim.article_id], ()))
            right += bool(a & b)
            wrong += bool(a and b and not a & b)
            hit |= {(chain, docs[0], docs[1]) for chain in a & b}
    return Tally(links, right, wrong, len(hit), _wanted(gold), conflicts)


def _wanted(gold: Mapping[str, Sequence[Mapping[str, str]]]) -> int:
    docs: dict[str, set[str]] = defaultdict(set)
    for doc, mentions in gold.items():
        for one in mentions:
            docs[one["chain"]].add(doc)
    return sum(len(list(combinations(group, 2))) for group in docs.values())


def main() -> int:
    """Print the tally."""
    if not CLUSTERS.is_dir():
        print(ABSENT)
        return 0
    got = tally()
    print(f"links {got.links}, of them right {got.right} and wrong {got.wrong}")
    print(f"precision {got.precision:.1%} of the judged; conflicts {got.conflicts}")
    print(f"recall {got.recall:.1%}: {got.found} of {got.wanted} pairs of articles")
    return int(got.precision < PRECISION or got.recall < RECALL)


if __name__ == "__main__":
    sys.exit(main())
