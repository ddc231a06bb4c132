"""Suppressions: findings silenced with a reason, for a while or for good.

A claim is named by its key, which edits elsewhere in the article leave as it is, or the beginning
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from claimcheck.errors import GateError
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report

SIDECAR: Final = "claimcheck.ignore.yaml"  # where suppressions lie unless a name is given
FIELDS: Final = ("rule", "claim", "reason", "until")
_SHORTEST: Final = 6  # characters of a key that name a claim
_LONGEST: Final = 2000


class Suppression(NamedTuple):
    """One finding silenced: the rule, the claim, why, until when, and where it says so.

    `until` is "" for good; `path` is the article whose comment it is, "" for one of a file.
    """

    rule: str
    claim: str
    reason: str
    until: str
    place: str
    path: str = ""


def suppression(fields: Mapping[str, str], place: str, code: str) -> Suppression:
    """Give a suppression of its fields.

    Raises: GateError of the given code where rule, claim or reason is missing.
    """
    for name in FIELDS[:3]:
        if not fields.get(name, "").strip():
            raise GateError(code, place, f"{name} is missing", f"add {name}")
        if len(fields[name]) > _LONGEST:
            raise GateError(code, place, f"{name} is too long", "make it shorter")
    if len(fields["claim"]) < _SHORTEST:
        problem = f'claim "{fields["claim"]}" is shorter than {_SHORTEST} characters'
        raise GateError(code, place, problem, "give more of the key")
    return Suppression(
        fields["rule"], fields["claim"], fields["reason"], fields.get("until", ""), place
    )


class Silenced(NamedTuple):
    """The findings of a report beside suppressions, and what is to be said of those."""

    open: tuple[Finding, ...]
    silenced: tuple[tuple[Finding, Suppression], ...]
    warnings: tuple[GateError, ...]


def silenced(
    report: Report, suppressions: Sequence[Suppression], today: date | None, *, unused: bool = True
) -> Silenced:
    """Leave out the findings that a suppression in force names; say which are over or unused."""
    warnings = [error for each in suppressions if (error := _over(each, today)) is not None]
    in_force = [each for each in suppressions if _over(each, today) is None]
    names = _Names(report)
    open_: list[Finding] = []
    quiet: list[tuple[Finding, Suppression]] = []
    used: set[int] = set()
    for finding in report.findings:
        fitting = [n for n, each in enumerate(in_force) if names.fits(finding, each)]
        used.update(fitting)
        if fitting:
            quiet.append((finding, in_force[fitting[0]]))
        else:
            open_.append(finding)
    if unused:
        rest = (each for n, each in enumerate(in_force) if n not in used)
        warnings += [_unused(each) for each in rest if each.path or names.known(each)]
    return Silenced(tuple(open_), tuple(quiet), tuple(warnings))


class _Names:
    """By what names the claims of a report are known."""

    def __init__(self, report: Report) -> None:
        paths = {article.id: article.path for article in report.articles}
        self._claims = {c.id: (c.key, c.id, paths[c.article_id]) for c in report.claims}

    def fits(self, finding: Finding, one: Suppression) -> bool:
        """Tell whether a suppression names this finding."""
        if one.rule not in (finding.rule, finding.name):
            return False
        return any(self._is(key, one) for key in finding.claims)

    def known(self, one: Suppression) -> bool:
        """Tell whether the claim of a suppression was met at all."""
        return any(self._is(key, one) for key in self._claims)

    def _is(self, claim: str, one: Suppression) -> bool:
        if claim not in self._claims:
            return False
        key, identity, path = self._claims[claim]
        named = key.startswith(one.claim) or identity.startswith(one.claim)
        return named and one.path in ("", path)


def _over(one: Suppression, today: date | None) -> GateError | None:
    """Say why a suppression no longer holds: its last day is past, or is no day."""
    if not one.until:
        return None
    try:
        last = date.fromisoformat(one.until)
    except ValueError:
        problem = f'until "{one.until[:40]}" is no day: taken as expired'
        return GateError("E514", one.place, problem, "write it as 2026-12-31")
    if today is not None and today > last:
        return GateError("E514", one.place, f"expired after {last}", "settle it, or give a new day")
    return None


def _unused(one: Suppression) -> GateError:
    problem = f"unused: no {one.rule} on claim {one.claim}"
    return GateError("E515", one.place, problem, "remove it")


def to_silence(finding: Finding, report: Report) -> Iterator[str]:
    """Say how each new claim of a finding is silenced."""
    claims = {claim.id: claim for claim in report.claims}
    for key in finding.claims:
        claim = claims.get(key)
        if claim is not None and claim.article_id in report.focus:
            yield f'<!-- claimcheck: ignore {finding.rule} claim={claim.key} reason="" -->'
