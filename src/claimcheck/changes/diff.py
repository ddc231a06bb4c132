"""Two reports, and what changed between them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, cast

from claimcheck import __version__
from claimcheck.changes import match
from claimcheck.changes.patch import patch
from claimcheck.model.article import RegionKind
from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.mention import TimexRole
from claimcheck.output.look import LOUDNESS, RANK
from claimcheck.output.words import days, figure

if TYPE_CHECKING:
    from claimcheck.changes.document import (
        ArticleNote,
        Articles,
        ClaimNote,
        Claims,
        DiffDocument,
        FindingNote,
        Findings,
        Json,
        Side,
    )
    from claimcheck.output.document import (
        ArticleItem,
        ClaimItem,
        FindingItem,
        ReportDocument,
        TimexItem,
    )

SCHEMA_VERSION = "1"
_TROUBLE = frozenset((Verdict.CONFLICT, Verdict.CHECK, Verdict.UNRESOLVED))
_LOUD = frozenset((Severity.ERROR, Severity.WARNING))
_BARE_VERB = "verb:"  # a frame that is only the stem of a verb
_FEW_CLAIMS = 12  # claims of one finding that are told


def diff(old: ReportDocument, new: ReportDocument, names: tuple[str, str]) -> DiffDocument:
    """Tell what changed; a report and itself differ in nothing."""
    same_articles = match.articles(old["articles"], new["articles"])
    same_claims = match.claims(old, new, same_articles)
    told = _findings(old, new, same_claims)
    worse = sum(_bad(one) for one in told["appeared"]) + sum(one["worse"] for one in told["moved"])
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "diff",
        "tool_version": __version__,
        "old": _side(old, names[0]),
        "new": _side(new, names[1]),
        "worse": worse,
        "findings": told,
        "claims": _claims(old, new, same_claims),
        "articles": _articles(old, new, same_articles),
        # A TypedDict is a dict of objects at run time, which its type cannot say.
        "patch": patch(cast("Json", old), cast("Json", new)),
    }


def _side(report: ReportDocument, name: str) -> Side:
    return {
        "name": name,
        "tool_version": report["tool_version"],
        "ruleset_digest": report["ruleset_digest"],
        "articles": len(report["articles"]),
        "claims": len(report["claims"]),
        "findings": len(report["findings"]),
    }


def _articles(old: ReportDocument, new: ReportDocument, same: match.Pairs) -> Articles:
    before = {item["id"]: item for item in old["articles"]}
    after = {item["id"]: item for item in new["articles"]}
    kept = set(same.values())
    return {
        "added": [_article(item) for key, item in after.items() if key not in kept],
        "removed": [_article(item) for key, item in before.items() if key not in same],
        "revised": [
            {"old": _article(before[left]), "new": _article(after[right])}
            for left, right in _in_order(same, before)
            if left != right or match.file_name(before[left]) != match.file_name(after[right])
        ],
    }


def _claims(old: ReportDocument, new: ReportDocument, same: match.Pairs) -> Claims:
    before = {item["id"]: item for item in old["claims"] if _told(item)}
    after = {item["id"]: item for item in new["claims"] if _told(item)}
    same = {a: b for a, b in same.items() if a in before and b in after}
    kept = set(same.values())
    pairs = [(_claim(before[a]), _claim(after[b])) for a, b in _in_order(same, before)]
    return {
        "added": [_claim(item) for key, item in after.items() if key not in kept],
        "removed": [_claim(item) for key, item in before.items() if key not in same],
        "changed": [
            {"old": left, "new": right, "change": change}
            for left, right in pairs
            if (change := _change(left, right))
        ],
    }


def _findings(old: ReportDocument, new: ReportDocument, same: match.Pairs) -> Findings:
    before = {item["id"]: item for item in old["findings"]}
    after = {item["id"]: item for item in new["findings"]}
    here = {item["id"]: item for item in old["claims"]}
    there = {item["id"]: item for item in new["claims"]}
    paired = match.findings(old["findings"], new["findings"], same)
    kept = set(paired.values())
    appeared = [_finding(item, there) for key, item in after.items() if key not in kept]
    vanished = [_finding(item, here) for key, item in before.items() if key not in paired]
    told: Findings = {
        "appeared": sorted(appeared, key=_worst),
        "vanished": sorted(vanished, key=_worst),
        "moved": [],
        "changed": [],
    }
    for left, right in _in_order(paired, before):
        one, other = _finding(before[left], here), _finding(after[right], there)
        if _stands(one) != _stands(other):
            worse = _bad(other) and _worst(other) < _worst(one)
            told["moved"].append({"old": one, "new": other, "worse": worse})
        elif _says(one) != _says(other):
            told["changed"].append({"old": one, "new": other, "worse": False})
    return told


def _told(item: ClaimItem) -> bool:
    """Leave out furniture, the date of the page, and what an article says twice."""
    published = item["timex"] is not None and item["timex"]["role"] == TimexRole.PUBLICATION
    return not published and item["region"] != RegionKind.BOILERPLATE and item["repeats"] is None


def _in_order(pairs: match.Pairs, before: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(key, pairs[key]) for key in before if key in pairs]


def _worst(note: FindingNote) -> tuple[int, int]:
    return (RANK[note["verdict"]], LOUDNESS[note["severity"]])


def _bad(note: FindingNote) -> bool:
    return note["verdict"] in _TROUBLE and note["severity"] in _LOUD


def _stands(note: FindingNote) -> tuple[str, str, str]:
    return (note["rule"], note["verdict"], note["severity"])


def _says(note: FindingNote) -> object:
    return (note["message"], [(claim["text"], claim["moment"]) for claim in note["claims"]])


def _article(item: ArticleItem) -> ArticleNote:
    return {"id": item["id"], "path": item["path"]}


def _finding(item: FindingItem, claims: Mapping[str, ClaimItem]) -> FindingNote:
    known = [claims[key] for key in item["claims"] if key in claims]
    return {
        "id": item["id"],
        "rule": item["rule"],
        "name": item["name"],
        "verdict": Verdict(item["verdict"]),
        "severity": Severity(item["severity"]),
        "title": item["title"],
        "message": item["message"],
        "claims": [_claim(claim) for claim in known[:_FEW_CLAIMS]],
    }


def _claim(item: ClaimItem) -> ClaimNote:
    asked, said, time = item["measurand"], item["attribution"], item["time"]
    event = asked["frame"] if not asked["frame"].startswith(_BARE_VERB) else ""
    return {
        "id": item["id"],
        "path": item["path"],
        "line": item["line"],
        "col": item["col"],
        "text": item["text"],
        "about": " ".join(filter(None, (asked["head"], event))),
        "value": _value(item),
        "moment": f"{time['role'].replace('_', ' ')} {_days(time['timex'])}" if time else "",
        "source": said["source"] if said else "",
    }


def _value(item: ClaimItem) -> str:
    quantity, timex = item["quantity"], item["timex"]
    if quantity is None:
        return _days(timex) if timex else ""
    low, high = figure(Decimal(quantity["low"])), figure(Decimal(quantity["high"]))
    shown = low if low == high else f"{low} to {high}"
    bound = "" if quantity["bound"] in ("exact", "range") else quantity["bound"].replace("_", " ")
    return " ".join(filter(None, (bound, shown, quantity["unit"])))


def _days(timex: TimexItem) -> str:
    if timex["first"] is None or timex["last"] is None:
        return timex["value"]
    return days(date.fromisoformat(timex["first"]), date.fromisoformat(timex["last"]))


def _change(old: ClaimNote, new: ClaimNote) -> str:
    """Say what became of a claim: "675,190 → 702,000, as of 4 Aug 2024 → as of 1 Sep 2024"."""
    parts = []
    if old["value"] != new["value"]:
        words = (old["text"], new["text"])
        if words[0] == words[1]:
            words = (old["value"], new["value"])
        parts.append(f"{words[0]} → {words[1]}")
    if old["moment"] != new["moment"]:
        parts.append(f"{old['moment'] or 'no date'} → {new['moment'] or 'no date'}")
    if old["source"] != new["source"]:
        parts.append(f"{old['source'] or 'no source'} → {new['source'] or 'no source'}")
    return ", ".join(parts)
