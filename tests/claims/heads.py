"""What each figure of a corpus of sentences is about: the annotated head against ours.

Run as a script to see the score and every miss: `python -m tests.claims.heads [FILE]`.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml
from tests.claims.slots import extracted

from claimcheck.model.claim import Claim
from claimcheck.rules.load import load_lexicon
from claimcheck.text.stems import Stemmer

FIRST = Path(__file__).with_name("heads.corpus.yaml")
_FIGURE = re.compile(r"\{(?P<figure>[^{}=]+)=(?P<heads>[^{}]+)\}")
_AMOUNTS = frozenset(("money", "percent", "fraction", "points"))
_STEMMER = Stemmer(load_lexicon()["lemmas"]["forms"])


class Wanted(NamedTuple):
    """One figure at its place in a plain sentence, and the heads that are right for it."""

    sentence: str
    start: int
    end: int
    heads: tuple[str, ...]


class Scored(NamedTuple):
    """A figure, its kind (count, amount, measure), and the head we gave it; None if not read."""

    wanted: Wanted
    kind: str
    head: str | None

    @property
    def right(self) -> bool:
        """Tell whether the head is one of those wanted."""
        return self.head is not None and _key(self.head) in map(_key, self.wanted.heads)


def figures(line: str) -> Iterator[Wanted]:
    """Give the figures of an annotated line, placed in the line without its marks."""
    plain, starts, at = "", [], 0
    for found in _FIGURE.finditer(line):
        plain += line[at : found.start()]
        starts.append((len(plain), found["figure"], found["heads"]))
        plain += found["figure"]
        at = found.end()
    plain += line[at:]
    for start, figure, heads in starts:
        yield Wanted(plain, start, start + len(figure), tuple(heads.split("/")))


def _key(head: str) -> str:
    return _STEMMER.stem(head.rsplit(maxsplit=1)[-1].lower()) if head else ""


def scored(file: Path = FIRST) -> Iterator[Scored]:
    """Score every figure of a corpus."""
    groups: dict[str, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    for line in (line for group in groups.values() for line in group):
        wanted = tuple(figures(line))
        claims = extracted(wanted[0].sentence).claims if wanted else ()
        yield from (_score(one, claims) for one in wanted)


def _score(wanted: Wanted, claims: tuple[Claim, ...]) -> Scored:
    for claim in claims:
        span, dimension = claim.mention.span, claim.mention.dimension
        if span.start < wanted.end and wanted.start < span.end and claim.mention.quantity:
            kind = "amount" if dimension in _AMOUNTS else "measure"
            kind = "count" if dimension in ("count", "number") else kind
            return Scored(wanted, kind, claim.measurand.head)
    return Scored(wanted, "unread", None)


def main(file: Path) -> int:
    """Print every miss and the shares that are right."""
    totals: Counter[str] = Counter()
    rights: Counter[str] = Counter()
    for one in scored(file):
        totals[one.kind] += 1
        rights[one.kind] += one.right
        if not one.right:
            figure = one.wanted.sentence[one.wanted.start : one.wanted.end]
            print(
                f"{one.kind:8} {one.head!s:14} {'/'.join(one.wanted.heads):18} {figure:14}"
                f" {one.wanted.sentence}"
            )
    for kind, total in sorted(totals.items()):
        print(f"{kind:8} {rights[kind]:4} of {total:4}  {rights[kind] / total:6.1%}")
    print(
        f"all      {rights.total():4} of {totals.total():4}  {rights.total() / totals.total():6.1%}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else FIRST))
