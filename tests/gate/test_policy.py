"""Rules chosen, left out and made louder, everywhere or on some paths."""

from __future__ import annotations

import pytest
from tests.gate.desk import KNOWN, NEW, report

from claimcheck.gate.outcome import Trouble, fails, outcome
from claimcheck.gate.policy import PathScope, Policy, Scope, governed
from claimcheck.model.finding import Severity

_ALL = report({"news/new.md": NEW}, {"known.txt": KNOWN})
REPORT = _ALL._replace(findings=tuple(each for each in _ALL.findings if each.rule < "CC4"))
NEWS = frozenset(REPORT.focus)
CODES = {each.rule for each in REPORT.findings}


def _codes(policy: Policy) -> set[str]:
    return {each.rule for each in governed(REPORT, policy, NEWS).findings}


@pytest.mark.parametrize(
    ("scope", "beginning"),
    [
        (Scope(select=("CC3",)), "CC3"),
        (Scope(ignore=("CC1",)), "CC3"),
        (Scope(select=("CC",), ignore=("CC3",)), "CC1"),
        (Scope(select=("CC101",), ignore=("CC1",)), "CC101"),
        (Scope(select=("CC3",), ignore=("CC3",)), "no rule"),
    ],
)
def test_the_longer_beginning_decides_and_of_equals_the_ignored(
    scope: Scope, beginning: str
) -> None:
    assert {code[0:3] for code in CODES} == {"CC1", "CC3"}
    assert _codes(Policy(scope)) == {code for code in CODES if code.startswith(beginning)}


def test_the_longest_code_gives_the_severity() -> None:
    levels = (("CC", Severity.NONE), ("CC3", Severity.WARNING), ("CC30", Severity.ERROR))
    told = governed(REPORT, Policy(Scope(severity=levels)), NEWS)
    assert {each.rule[:3]: each.severity for each in told.findings} == {
        "CC1": Severity.NONE,
        "CC3": Severity.WARNING,
    }


def test_a_path_speaks_where_all_new_articles_lie_on_it() -> None:
    scope = Scope(ignore=("CC3",))
    for holds, kept in ((True, False), (False, True)):
        on = PathScope(("news/",), lambda _, holds=holds: holds, scope)  # type: ignore[misc]  # bool
        assert any(code.startswith("CC3") for code in _codes(Policy(paths=(on,)))) is kept


def test_a_level_fails_from_itself_on() -> None:
    levels = [Severity.NONE, Severity.NOTE, Severity.WARNING, Severity.ERROR]
    failing = {on: [fails(each, on) for each in levels] for on in ("note", "error", "never")}
    assert failing == {
        "note": [False, True, True, True],
        "error": [False, False, False, True],
        "never": [False] * 4,
    }


@pytest.mark.parametrize(
    ("fail_on", "trouble", "code"),
    [
        ("error", Trouble(), 1),
        ("never", Trouble(), 0),
        ("error", Trouble(inputs=1), 2),
        ("error", Trouble(inputs=1, bugs=1), 3),
    ],
)
def test_the_exit_code_says_the_worst(fail_on: str, trouble: Trouble, code: int) -> None:
    ended = outcome(REPORT.findings, fail_on, trouble)
    assert ended.code == code
    assert ended.why.startswith(f"exit {code}: ")
