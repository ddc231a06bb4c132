"""Estimate match weights: how often each level of a slot is reached by same and other questions.

Run as a script (`python -m tests.quality.weights` from the root). m is the share of pairs of claims
that the gold calls one thing which reach a level, u the share among pairs of two folders that tell
two events; the weight of a level is 100 * log2(m / u), in whole numbers. Pairs are those that
blocking proposes: what never meets needs no weight. The gold marks few chains, so estimates that
rest on less than thirty pairs are shown with a "?"; they are advice, and rules/lexicon/weights.yaml
says beside each weight that was changed what it rests on.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from tests.quality.links import ABSENT, CLUSTERS, _chains, _mentions

from claimcheck import extract, load_rules, read
from claimcheck.linking.background import NOTHING_ELSE
from claimcheck.linking.blocking import comparable, keys
from claimcheck.linking.comparisons import Scale, compare
from claimcheck.linking.contrasts import beside
from claimcheck.linking.crowd import Crowds
from claimcheck.linking.link import rarity_of
from claimcheck.linking.profile import profile
from claimcheck.linking.rarity import hundredths_of_log2
from claimcheck.linking.stories import Tales
from claimcheck.linking.words import LinkWords, link_words
from claimcheck.model.claim import Claim
from claimcheck.model.report import Extraction

FEW = 30
MOST_OTHERS = 40  # articles of other folders each article is held against

Levels = Counter[tuple[str, str]]


class Folder(NamedTuple):
    """A folder of articles on one event: its claims and the chains the gold sees in each."""

    name: str
    read: tuple[Extraction, ...]
    chains: dict[str, frozenset[str]]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that may be compared."""
        return tuple(c for one in self.read for c in one.claims if comparable(c))


def folders() -> Iterator[Folder]:
    """Read the public folders."""
    rules, gold = load_rules(), _mentions()
    for path in sorted(each for each in CLUSTERS.iterdir() if each.is_dir()):
        found = tuple(extract(article, rules) for article in read(str(path)))
        chains = {
            claim.id: frozenset(_chains(claim, gold.get(Path(one.article.path).stem, ())))
            for one in found
            for claim in one.claims
        }
        yield Folder(path.name, found, chains)


def scale_of(read_ones: tuple[Extraction, ...], words: LinkWords) -> Scale:
    """Give the scale that linking would use for some articles."""
    claims = [claim for one in read_ones for claim in one.claims]
    tales = Tales([profile(one.article, words) for one in read_ones], words)
    rarity = rarity_of(claims, words, NOTHING_ELSE)
    return Scale(words, rarity, tales, Crowds(claims, words), beside(claims, words))


def same(folder: Folder, words: LinkWords) -> Iterator[tuple[Claim, Claim]]:
    """Give the pairs of claims of two articles that share a chain and a blocking key."""
    for left, right in combinations(folder.claims, 2):
        if left.article_id != right.article_id and folder.chains[left.id] & folder.chains[right.id]:
            yield from _proposed(left, right, words)


def other(one: Folder, two: Folder, words: LinkWords) -> Iterator[tuple[Claim, Claim]]:
    """Give the pairs of claims of two events that share a blocking key."""
    for left in one.claims[:MOST_OTHERS]:
        for right in two.claims[:MOST_OTHERS]:
            yield from _proposed(left, right, words)


def _proposed(left: Claim, right: Claim, words: LinkWords) -> Iterator[tuple[Claim, Claim]]:
    alike = (left.mention.quantity is None) is (right.mention.quantity is None)
    if alike and not set(keys(left, words)).isdisjoint(keys(right, words)):
        yield left, right


def counted(pairs: Iterator[tuple[Claim, Claim]], scale: Scale) -> Levels:
    """Count the levels that pairs reach."""
    found: Levels = Counter()
    for left, right in pairs:
        found.update((one.slot, one.level) for one in compare(left, right, scale))
    return found


def estimate(m: int, of_m: int, u: int, of_u: int) -> int:
    """Give 100 * log2(m / u) of two shares, with one half added to each count."""
    above, below = (2 * m + 1) * (of_u + 1), (2 * u + 1) * (of_m + 1)
    if above >= below:
        return hundredths_of_log2(above, below)
    return -hundredths_of_log2(below, above)


def table() -> Iterator[str]:
    """Give a line for each level: slot, level, counts, estimate, and the weight in use."""
    words = link_words(load_rules().lexicon)
    read_ones = list(folders())
    same_levels: Levels = Counter()
    other_levels: Levels = Counter()
    for number, folder in enumerate(read_ones):
        same_levels += counted(same(folder, words), scale_of(folder.read, words))
        next_one = read_ones[(number + 2) % len(read_ones)]
        both = scale_of((*folder.read, *next_one.read), words)
        other_levels += counted(other(folder, next_one, words), both)
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for which, levels in enumerate((same_levels, other_levels)):
        for (slot, _), count in levels.items():
            totals[slot][which] += count
    for slot, level in sorted(same_levels.keys() | other_levels.keys()):
        m, u = same_levels[slot, level], other_levels[slot, level]
        of_m, of_u = totals[slot]
        doubt = "?" if m + u < FEW else " "
        used = words.weights.get(slot, {}).get(level, "by rarity or digits")
        yield (
            f"{slot:12} {level:26} same {m:5} of {of_m:5}  other {u:5} of {of_u:5}"
            f"  estimate {estimate(m, of_m, u, of_u):5}{doubt}  in use {used}"
        )


def main() -> int:
    """Print the table."""
    if not CLUSTERS.is_dir():
        print(ABSENT)
        return 0
    for line in table():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
