"""What is planted in the sample articles against what the report says: a row for each case.

Run as a script it prints the rows that miss.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from claimcheck import compare, extract, load_rules, read
from claimcheck.model.claim import Claim
from claimcheck.model.link import Relation
from claimcheck.model.report import Report

ROOT = Path(__file__).resolve().parents[2]
Case = Mapping[str, Any]


class Row(NamedTuple):
    """One case: where it stands, what is planted, what the report says."""

    kind: str
    name: str
    expected: str
    got: str
    held: bool


def planted() -> Mapping[str, Sequence[Case]]:
    """Read the list of cases."""
    cases: Mapping[str, Sequence[Case]] = yaml.safe_load(
        (ROOT / "tests" / "golden" / "planted.yaml").read_text(encoding="utf-8")
    )
    return cases


def sample_report() -> Report:
    """Run the pipeline over the sample articles."""
    rules = load_rules()
    articles = read(str(ROOT / "data" / "articles"))
    return compare([extract(article, rules) for article in articles], rules)


class Desk:
    """Finds the claims that a case names in a report."""

    def __init__(self, report: Report) -> None:
        """Index a report by article name."""
        self.report = report
        self.names = {article.id: Path(article.path).name for article in report.articles}
        self.texts = {article.id: article.text for article in report.articles}
        self.verdicts = {
            frozenset((one.left, one.right)): one.verdict.value for one in report.judgements
        }
        self.relations = {frozenset((one.left, one.right)): one.relation for one in report.links}

    def claims(self, case: Case, *, dates: bool | None = None) -> list[Claim]:
        """Give the claims that overlap the text a case names, in text order."""
        return [claim for claim in self.report.claims if self._meets(claim, case, dates=dates)]

    def _meets(self, claim: Claim, case: Case, *, dates: bool | None) -> bool:
        if case["article"] not in (claim.article_id, self.names[claim.article_id]):
            return False
        if dates is not None and (claim.mention.quantity is None) is not dates:
            return False
        text, wanted = self.texts[claim.article_id], case["text"] + case.get("then", "")
        at = text.find(wanted)
        while at >= 0:
            if claim.mention.span.start < at + len(case["text"]) and at < claim.mention.span.end:
                return True
            at = text.find(wanted, at + 1)
        return False


def rows(report: Report) -> Iterator[Row]:
    """Compare the report with everything planted."""
    cases, desk = planted(), Desk(report)
    allowed: set[frozenset[str]] = set()
    for pair in cases["pairs"]:
        keys = [
            frozenset((a.id, b.id))
            for a in desk.claims(pair["left"])
            for b in desk.claims(pair["right"])
        ]
        got = {desk.verdicts[key] for key in keys if key in desk.verdicts} - {"unresolved"}
        got = got or {desk.verdicts.get(key, "unlinked") for key in keys}
        if "conflict" in pair["verdicts"]:
            allowed.update(keys)
        held = bool(got) and got <= set(pair["verdicts"])
        yield Row("pair", pair["name"], "/".join(pair["verdicts"]), "/".join(sorted(got)), held)
    yield from _apart(cases["not_the_same"], desk)
    yield from _checks(cases["checks"], desk)
    yield from _values(cases, desk)
    for key, verdict in desk.verdicts.items():
        if verdict == "conflict" and key not in allowed:
            words = " ~ ".join(sorted(c.mention.text for c in report.claims if c.id in key))
            yield Row("conflict", words, "none planted", verdict, held=False)


def _apart(cases: Sequence[Case], desk: Desk) -> Iterator[Row]:
    for case in cases:
        keys = [
            frozenset((a.id, b.id))
            for a in desk.claims(case["left"])
            for b in desk.claims(case["right"])
        ]
        same = [key for key in keys if desk.relations.get(key) is Relation.SAME]
        name = f"{case['left']['text']} / {case['right']['text']}"
        yield Row("apart", name, "not the same", "same" if same else "apart", not same)


def _checks(cases: Sequence[Case], desk: Desk) -> Iterator[Row]:
    for case in cases:
        wanted = {
            claim.id
            for text in case["claims"]
            for claim in desk.claims({"article": case["article"], "text": text})
        }
        got = {
            one.result.value for one in desk.report.checks if wanted and wanted <= set(one.claims)
        }
        yield Row(
            "check", case["name"], case["result"], "/".join(sorted(got)), case["result"] in got
        )


def _values(cases: Mapping[str, Sequence[Case]], desk: Desk) -> Iterator[Row]:
    for case in cases["quantities"]:
        got = [
            one.mention.quantity for one in desk.claims(case, dates=False) if one.mention.quantity
        ]
        held = any(
            q.low == Decimal(case["low"])
            and q.high == Decimal(case.get("high", case["low"]))
            and q.bound.value == case["bound"]
            and q.unit == case.get("unit", q.unit)
            for q in got
        )
        said = "; ".join(f"{q.low} {q.unit} {q.bound.value}" for q in got)
        yield Row("quantity", case["text"], f"{case['low']} {case.get('unit')}", said, held)
    for case in cases["dates"]:
        values = {
            one.mention.timex.value for one in desk.claims(case, dates=True) if one.mention.timex
        }
        yield Row(
            "date", case["text"], case["value"], "/".join(sorted(values)), case["value"] in values
        )


def main() -> int:
    """Print what misses."""
    table = list(rows(sample_report()))
    for row in table:
        if not row.held:
            print(f"MISS {row.kind:9} {row.name:42} {row.expected:24} {row.got}")
    print(f"{sum(row.held for row in table)} of {len(table)} rows hold")
    return 0 if all(row.held for row in table) else 1


if __name__ == "__main__":
    sys.exit(main())
