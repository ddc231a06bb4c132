"""Articles as desks get them: how many planted agreements, updates and conflicts are found.

Each document in `desks/` holds articles of one story by our own hand, and pairs of words of two of
them that answer one question. A conflict between any other two claims is a false alarm. Run by
`make eval-desks`; the floors are in test_desks.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from claimcheck import Article, compare, extract, load_rules
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Verdict
from claimcheck.model.report import Report

FOLDER: Final = Path(__file__).with_name("desks")
WANTED: Final = {
    "same": {Verdict.AGREEMENT, Verdict.APPROXIMATION},
    "updates": {Verdict.COMPATIBLE},
    "conflicts": {Verdict.CONFLICT},
}
_RULES: Final = load_rules()


class Row(NamedTuple):
    """One planted pair: where it stands, what it should be, and what was made of it."""

    desk: str
    kind: str
    left: str
    right: str
    got: str

    @property
    def right_verdict(self) -> bool:
        """Whether the verdict is the one wanted."""
        return self.got in WANTED.get(self.kind, ())


def rows() -> Iterator[Row]:
    """Give every planted pair, and every false conflict as a row of kind "none"."""
    for path in sorted(FOLDER.glob("*.yaml")):
        documents = yaml.safe_load_all(path.read_text("utf-8"))
        for number, document in enumerate(documents, start=1):
            yield from _rows(f"{path.stem} {number}", document)


def _rows(desk: str, document: dict[str, list[dict[str, str]] | list[list[str]]]) -> Iterator[Row]:
    articles = [
        Article.from_text(str(one["text"]), date=str(one["date"]), id=f"{number:02}")
        for number, one in enumerate(document["articles"])
        if isinstance(one, dict)
    ]
    report = compare([extract(one) for one in articles], _RULES)
    verdicts = {frozenset((j.left, j.right)): j.verdict for j in report.judgements}
    planted: set[frozenset[str]] = set()
    for kind in WANTED:
        for left, right in document.get(kind, ()):
            pairs = [
                frozenset((a.id, b.id))
                for a in _claims(report, str(left))
                for b in _claims(report, str(right))
                if a.article_id < b.article_id
            ]
            got = [verdicts[pair] for pair in pairs if pair in verdicts]
            if kind == "conflicts":
                planted.update(pairs)
            wanted = [verdict for verdict in got if verdict in WANTED[kind]]
            made: list[str] = [*wanted, *got, "not compared"]
            yield Row(desk, kind, str(left), str(right), made[0])
    texts = {claim.id: claim.mention.text for claim in report.claims}
    for pair, verdict in verdicts.items():
        if verdict is Verdict.CONFLICT and pair not in planted:
            left, right = sorted(texts[key] for key in pair)
            yield Row(desk, "none", left, right, verdict)


def _claims(report: Report, words: str) -> Iterator[Claim]:
    """Give the claims whose number or date lies within these words."""
    texts = {article.id: article.text for article in report.articles}
    for claim in report.claims:
        span, text = claim.mention.span, texts[claim.article_id]
        start = text.find(words, max(0, span.start - len(words)))
        while 0 <= start < span.end:
            if start <= span.start and span.end <= start + len(words):
                yield claim
                break
            start = text.find(words, start + 1)


def main() -> None:
    """Print every planted pair that was missed, and the share that was found."""
    found = list(rows())
    for row in found:
        if not row.right_verdict:
            print(f"{row.desk:14} {row.kind:9} {row.left!r} / {row.right!r}: {row.got}")
    for kind in WANTED:
        told = [row for row in found if row.kind == kind]
        right = sum(row.right_verdict for row in told)
        print(f"{kind}: {right} of {len(told)}")
    print(f"false conflicts: {sum(row.kind == 'none' for row in found)}")


if __name__ == "__main__":
    main()
