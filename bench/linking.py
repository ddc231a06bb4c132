"""Time linking over more and more made-up articles: it grows with their number, not its square.

`python bench/linking.py` takes 100 and 1,000 articles; with `--all` 10,000 as well (minutes). The
articles are extracted first, outside the clock.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.linking.link import link
from claimcheck.linking.profile import profile
from claimcheck.linking.words import LinkWords, link_words
from claimcheck.model.article import Article
from claimcheck.model.report import Extraction
from claimcheck.pipeline import extract
from claimcheck.rules.load import load_lexicon
from corpus import articles

SIZES = (100, 1_000)
ALL_SIZES = (*SIZES, 10_000)


class Row(NamedTuple):
    """One size: articles, claims, links, and processor seconds for profiles and links."""

    articles: int
    claims: int
    links: int
    seconds: float


def timed(extractions: Sequence[Extraction], words: LinkWords) -> Row:
    """Link the claims of some articles."""
    claims = [claim for one in extractions for claim in one.claims]
    begin = time.process_time()
    profiles = [profile(one.article, words) for one in extractions]
    found = link(profiles, claims, words)
    return Row(len(extractions), len(claims), len(found.links), time.process_time() - begin)


def rows(sizes: Sequence[int]) -> list[Row]:
    """Time each size on the first articles of one corpus."""
    lexicon = load_lexicon()
    words = link_words(lexicon)
    extractions = [
        extract(Article.from_text(page.text, id=page.name, date=page.published), lexicon)
        for page in articles(max(sizes))
    ]
    timed(extractions[:3], words)  # the first call warms the stemmer's memory
    return [timed(extractions[:size], words) for size in sizes]


def table(sizes: Sequence[int] = SIZES) -> str:
    """Give the table of docs/benchmarks.md."""
    lines = ["| articles | claims | links | seconds | claims a second |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.articles:,} | {one.claims:,} | {one.links:,} | {one.seconds:.1f}"
        f" | {one.claims / one.seconds:,.0f} |"
        for one in rows(sizes)
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(ALL_SIZES if "--all" in sys.argv else SIZES))
