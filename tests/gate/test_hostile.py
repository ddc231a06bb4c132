"""Whatever people or machines write into the gate's files ends in an answer or one clear error."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.config.settings import read_settings
from claimcheck.errors import ClaimcheckError
from claimcheck.gate.baseline import KIND, read_baseline
from claimcheck.gate.changed import lines_of
from claimcheck.gate.comments import read_comments
from claimcheck.gate.sidecar import read_sidecar

PIECES = st.lists(
    st.sampled_from(
        [
            *("select", "ignore", "severity", "[[path]]", "paths", "[[reference]]", "fact", "="),
            *("[", "]", "{", "}", '"', "'''", '"""', "\n", "#", ",", ".", "CC3", "error", "1", "-"),
            *("rule", "claim", "reason", "until", ":", "- ", "  ", "\x00", "é", "\u202e"),
        ]
    ),
    max_size=40,
).map("".join)
FEW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FEW
@given(text=PIECES)
def test_a_configuration_is_read_or_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "claimcheck.toml"
    file.write_text(text, encoding="utf-8")
    try:
        read_settings(file)
    except ClaimcheckError:
        return


@FEW
@given(text=PIECES)
def test_a_file_of_suppressions_is_read_or_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "x.yaml"
    file.write_text(text, encoding="utf-8")
    try:
        read_sidecar(str(file))
    except ClaimcheckError:
        return


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["rule", "title", "new", "others", "key", "value", "path"]), inner
        )
    ),
    max_leaves=12,
)


@FEW
@given(findings=_JSON)
def test_a_baseline_is_read_or_refused(tmp_path: Path, findings: object) -> None:
    file = tmp_path / "b.json"
    whole = {"kind": KIND, "schema_version": "1", "findings": findings}
    file.write_text(json.dumps(whole), encoding="utf-8")
    try:
        read_baseline(str(file))
    except ClaimcheckError:
        return


@FEW
@given(said=st.text(max_size=80))
def test_a_comment_silences_or_is_told(said: str) -> None:
    found, wrong = read_comments("a.md", f"<!-- claimcheck: {said} -->")
    assert len(found) + len(wrong) <= 2


@FEW
@given(diff=st.binary(max_size=200))
def test_any_bytes_are_a_diff(diff: bytes) -> None:
    lines_of(diff)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- claimcheck: " * 20_000,
        "<!-- claimcheck: ignore " + 'a="' * 20_000 + " -->",
        "<!-- claimcheck: ignore " + "x" * 300_000 + " -->",
        "<!-- claimcheck: ignore CC301 -->" * 20_000,
    ],
    ids=["never closed", "quotes", "one word", "many"],
)
def test_comments_are_read_in_linear_time(text: str) -> None:
    start = time.perf_counter()
    read_comments("a.md", text)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "text",
    ["a" + ".a" * 100_000 + " = 1", "a = [" * 20_000, '"' * 300_000, "a = '''" + "x\n" * 200_000],
    ids=["dots", "brackets", "quotes", "a long string"],
)
def test_configurations_are_read_in_linear_time(tmp_path: Path, text: str) -> None:
    file = tmp_path / "claimcheck.toml"
    file.write_text(text, encoding="utf-8")
    start = time.perf_counter()
    with pytest.raises(ClaimcheckError):
        read_settings(file)
    assert time.perf_counter() - start < 5
