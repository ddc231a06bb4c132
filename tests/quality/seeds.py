"""The five real articles against their gold: every claim, pair, check and date, expected and got.

Run as a script (`make seeds`) it prints the table; the test beside it asks that every row holds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ABSENT = "the real articles (../shared/seeds) are not here"
_ALLOWED = {
    "agreement": {"agreement"},
    "approximation": {"approximation"},
    "subset": {"compatible", "unresolved"},
    "consistent-by-time": {"compatible", "unresolved", "unlinked"},
}
_DATES = {"stated": 4, "inferred": 4}


class Row(NamedTuple):
    """One line of the table: what was asked, what the gold says, what the report says."""

    kind: str
    name: str
    expected: str
    got: str
    held: bool


def report() -> Mapping[str, Any]:
    """Give the report document on the real articles."""
    from claimcheck import compare, extract, load_rules, read  # noqa: PLC0415  as above
    from claimcheck.output.plain import report_document  # noqa: PLC0415  the door, only when run

    rules = load_rules()
    articles = [extract(article, rules) for article in read(str(SEEDS))]
    document: Mapping[str, Any] = report_document(compare(articles, rules))
    return document


def rows() -> Iterator[Row]:
    """Compare the report with the gold, row by row."""
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    document = report()
    found = {claim["id"]: _claim(claim, document) for claim in gold["claims"]}
    conflicts = [one for one in document["findings"] if one["verdict"] == "conflict"]
    yield Row("report", "conflicts", "0", str(len(conflicts)), not conflicts)
    for claim in gold["claims"]:
        yield _claim_row(claim, found[claim["id"]])
    for pair in gold["pairs"]:
        yield _pair_row(pair, found, document)
    for check in gold["checks"]:
        yield _check_row(check, found, document)
    for name, published in gold["publication"].items():
        yield _publication_row(name, published, document)


def _article(name: str, document: Mapping[str, Any]) -> Mapping[str, Any]:
    return next(one for one in document["articles"] if one["path"].endswith(name))


def _claim(gold: Mapping[str, Any], document: Mapping[str, Any]) -> Mapping[str, Any] | None:
    article = _article(gold["article"], document)["id"]
    want_quantity = gold["kind"] != "date"
    here = [
        one
        for one in document["claims"]
        if one["article_id"] == article
        and one["start"] < gold["end"]
        and gold["start"] < one["end"]
        and (one["quantity"] is not None) == want_quantity
    ]
    return here[0] if here else None


def _claim_row(gold: Mapping[str, Any], claim: Mapping[str, Any] | None) -> Row:
    expected = str(gold.get("date") or gold["surface"])
    if claim is None:
        return Row("claim", gold["id"], expected, "none", held=False)
    if gold.get("furniture"):
        return Row(
            "furniture",
            gold["id"],
            "boilerplate",
            claim["region"],
            claim["region"] == "boilerplate",
        )
    if gold["kind"] == "date":
        got = claim["timex"]["value"]
        return Row(
            "claim", gold["id"], expected, got, not gold.get("date") or got.startswith(gold["date"])
        )
    quantity = claim["quantity"]
    stated = _stated(gold)
    got = f"{quantity['low']} {quantity['unit']} {quantity['bound']}"
    return Row(
        "claim",
        gold["id"],
        f"{stated} {gold['hedge'] or ''}",
        got,
        stated is None or float(quantity["low"]) == stated,
    )


def _stated(gold: Mapping[str, Any]) -> float | None:
    """Give the figure as stated, from the gold's interval and hedge; None for a vague one."""
    low, high = gold["low"], gold["high"]
    match gold["hedge"]:
        case "nearly":
            return float(high)
        case "over":
            return float(low) - (1 if low % 10 else 0)
        case "vague":
            return None
        case _:
            return float(low + high) / 2


def _pair_row(
    pair: Mapping[str, Any], found: Mapping[str, Any], document: Mapping[str, Any]
) -> Row:
    name = f"{pair['a']} ~ {pair['b']}"
    a, b = found[pair["a"]], found[pair["b"]]
    if a is None or b is None:
        return Row("pair", name, pair["verdict"], "no claim", held=False)
    link = next(
        (one for one in document["links"] if {one["left"], one["right"]} == {a["id"], b["id"]}),
        None,
    )
    if link is None:
        got = "unlinked"
    else:
        got = f"{link['relation']} {link['verdict']} {link['rule']} {link['match_weight']}"
    if pair["verdict"] == "not-comparable":
        return Row("pair", name, pair["verdict"], got, link is None or link["relation"] != "same")
    verdict = "unlinked" if link is None else link["verdict"]
    return Row("pair", name, pair["verdict"], got, verdict in _ALLOWED[pair["verdict"]])


def _check_row(
    check: Mapping[str, Any], found: Mapping[str, Any], document: Mapping[str, Any]
) -> Row:
    article = _article(check["article"], document)["id"]
    wanted = {found[name]["id"] for name in check["claims"] if found[name]}
    here = [
        one
        for one in document["checks"]
        if one["article_id"] == article and one["name"] == check["check"]
    ]
    best = max(here, key=lambda one: len(wanted & set(one["claims"])), default=None)
    got = (
        "none"
        if best is None
        else f"{best['result']} on {len(wanted & set(best['claims']))} of {len(wanted)}"
    )
    held = best is not None and best["result"] == check["result"] and wanted <= set(best["claims"])
    return Row("check", f"{check['article'][:3]} {check['check']}", check["result"], got, held)


def _publication_row(name: str, gold: Mapping[str, Any], document: Mapping[str, Any]) -> Row:
    published = _article(name, document)["published"]
    got = f"{published['earliest']} .. {published['latest']} {published['how']}"
    if gold["stated"]:
        held = published["earliest"] == published["latest"] == gold["stated"]
        return Row("published", name, gold["stated"], got, held and bool(published["evidence"]))
    low, high = _first(gold["inferred"][0]), _last(gold["inferred"][-1])
    earliest, latest = published["earliest"] or "0", published["latest"] or "9"
    year = timedelta(days=366)
    held = earliest <= high and low <= latest and latest != "9" and earliest != "0"
    held = held and date.fromisoformat(latest) - date.fromisoformat(earliest) <= year
    span = gold["inferred"]
    held = held and bool(published["evidence"])
    return Row("published", name, " .. ".join(span), got, held)


def _first(written: str) -> str:
    return (written + "-01-01")[:10]


def _last(written: str) -> str:
    return written + "-12-31"[len(written) - 4 :] if len(written) < 10 else written


def main() -> int:
    """Print the table; tell by the exit code whether every row holds."""
    if not SEEDS.is_dir():
        print(ABSENT)
        return 0
    table = list(rows())
    for row in table:
        mark = "ok  " if row.held else "MISS"
        print(f"{mark} {row.kind:9} {row.name:42} {row.expected:22} {row.got}")
    missed = sum(not row.held for row in table)
    print(f"{len(table) - missed} of {len(table)} rows hold")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
