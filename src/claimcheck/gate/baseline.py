"""The baseline: findings accepted before, known again by what they say and never by their line.

An entry knows the sentences of the checked articles (by the keys of their claims) and the values
that other articles held against them. It covers a finding of the same rule on the same sentences
and no value more: one sentence or one value that is new makes the finding new. Each entry covers
one finding.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from claimcheck.errors import GateError
from claimcheck.gate.written import written
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report

KIND: Final = "claimcheck-baseline"
VERSION: Final = "1"
_MOST_ENTRIES: Final = 100_000
_SHOWN: Final = 300


class Stated(NamedTuple):
    """One claim of an accepted finding: its key, its words, and the file it was in."""

    key: str
    value: str
    path: str


class Entry(NamedTuple):
    """One accepted finding: what the checked articles state, and what others hold against it."""

    rule: str
    title: str
    new: tuple[Stated, ...]
    others: tuple[Stated, ...] = ()

    def covers(self, other: Entry) -> bool:
        """Tell whether another entry says nothing that this one does not."""
        if self.rule != other.rule or not other.new:
            return False
        more = Counter(each.key for each in other.new) - Counter(each.key for each in self.new)
        values = {each.value for each in (*self.new, *self.others)}
        return not more and all(each.value in values for each in other.others)


class Matched(NamedTuple):
    """Findings beside a baseline: the open ones, those covered with their entries, and the rest.

    `stale` are entries on articles that were looked at, whose finding is gone.
    """

    open: tuple[Finding, ...]
    covered: tuple[tuple[Entry, Entry], ...]  # the entry of the file, and the same as it is now
    stale: tuple[Entry, ...]
    unseen: tuple[Entry, ...]


def entry(finding: Finding, report: Report, folder: str) -> Entry:
    """Give a finding as an entry of a baseline in a folder, whatever its article's names."""
    claims = {claim.id: claim for claim in report.claims}
    paths = {article.id: _near(article.path, folder) for article in report.articles}

    def stated(claim: Claim) -> Stated:
        words = " ".join(claim.mention.text.split())
        return Stated(claim.key, words[:_SHOWN], paths[claim.article_id])

    members = [claims[key] for key in finding.claims if key in claims]
    new = sorted(stated(each) for each in members if each.article_id in report.focus)
    others = sorted({stated(each) for each in members if each.article_id not in report.focus})
    return Entry(finding.rule, finding.title[:_SHOWN], tuple(new), tuple(others))


def matched(report: Report, entries: Sequence[Entry], folder: str) -> Matched:
    """Hold the findings of a report against a baseline: equal ones first, each entry once."""
    now = [(finding, entry(finding, report, folder)) for finding in report.findings]
    left = list(entries)
    by_rule: dict[str, list[Entry]] = {}
    for each in left:
        by_rule.setdefault(each.rule, []).append(each)
    covered: dict[str, tuple[Entry, Entry]] = {}
    for exactly in (True, False):
        for finding, found in now:
            if finding.id in covered:
                continue
            known = by_rule.get(found.rule, [])
            old = next((e for e in known if _same(e, found, exactly=exactly)), None)
            if old is not None:
                known.remove(old)
                covered[finding.id] = (old, found)
    checked = {_near(one.path, folder) for one in report.articles if one.id in report.focus}
    rest = [each for each in left if any(each is one for one in by_rule.get(each.rule, ()))]
    return Matched(
        tuple(finding for finding, _ in now if finding.id not in covered),
        tuple(covered.values()),
        tuple(each for each in rest if _looked_at(each, checked, folder)),
        tuple(each for each in rest if not _looked_at(each, checked, folder)),
    )


def read_baseline(path: str) -> tuple[Entry, ...]:
    """Read a baseline.

    Raises: GateError E501 where there is none or it is unreadable, E502 where it is no baseline.
    """
    text = written(path, GateError, "E501")
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise GateError("E502", place, f"not JSON: {error.msg}", _REMEDY) from error
    except (RecursionError, ValueError) as error:
        raise GateError("E502", path, "not JSON that can be read", _REMEDY) from error
    if not isinstance(found, dict) or found.get("kind") != KIND:
        raise GateError("E502", path, "not a baseline of claimcheck", _REMEDY)
    if found.get("schema_version") != VERSION:
        raise GateError("E502", path, "written by another version", "write it anew")
    listed = found.get("findings")
    if not isinstance(listed, list) or len(listed) > _MOST_ENTRIES:
        raise GateError("E502", path, "findings: no list, or too long", _REMEDY)
    return tuple(_entry(path, number, each) for number, each in enumerate(listed, start=1))


_REMEDY: Final = "write it with claimcheck baseline write"


def baseline_text(entries: Sequence[Entry]) -> str:
    """Write entries as a baseline: sorted and a claim a line, so that changes are easy to read."""
    findings = [
        {
            "rule": each.rule,
            "title": each.title,
            "new": [stated._asdict() for stated in each.new],
            "others": [stated._asdict() for stated in each.others],
        }
        for each in sorted(entries, key=lambda one: (one.rule, one.new, one.others, one.title))
    ]
    whole = {"kind": KIND, "schema_version": VERSION, "findings": findings}
    return json.dumps(whole, indent=1, ensure_ascii=True) + "\n"


def _same(old: Entry, now: Entry, *, exactly: bool) -> bool:
    if not exactly:
        return old.covers(now)
    keys = [[each.key for each in (*one.new, *one.others)] for one in (old, now)]
    return sorted(keys[0]) == sorted(keys[1]) and old.covers(now)


def _looked_at(each: Entry, checked: set[str], folder: str) -> bool:
    """Tell whether an article of an entry was checked, or is no longer there."""
    paths = {stated.path for stated in each.new}
    return bool(paths & checked) or not any(Path(folder, path).exists() for path in paths)


def _near(path: str, folder: str) -> str:
    """Write a path as seen from the folder of the baseline."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return path


def _entry(path: str, number: int, value: object) -> Entry:
    place = f"{path}: finding {number}"
    fields = _object(value, place)
    if not isinstance(fields.get("rule"), str) or not isinstance(fields.get("title"), str):
        raise GateError("E502", place, "rule or title is no text", _REMEDY)
    new = _stated_of(fields.get("new"), f"{place}: new")
    if not new:
        raise GateError("E502", place, "new is empty", _REMEDY)
    others = _stated_of(fields.get("others"), f"{place}: others")
    return Entry(str(fields["rule"]), str(fields["title"]), new, others)


def _stated_of(value: object, place: str) -> tuple[Stated, ...]:
    if not isinstance(value, list):
        raise GateError("E502", place, "no list", _REMEDY)
    found = []
    for each in value:
        fields = _object(each, place)
        if set(fields) != set(Stated._fields) or not all(
            isinstance(v, str) for v in fields.values()
        ):
            remedy = f"each has {', '.join(Stated._fields)}, all text"
            raise GateError("E502", place, "not as claimcheck writes it", remedy)
        found.append(Stated(**{key: str(text) for key, text in fields.items()}))
    return tuple(found)


def _object(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise GateError("E502", place, "not a JSON object", _REMEDY)
    return value
