from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_every_rule_is_listed_with_its_code_and_verdict(claimcheck: Run) -> None:
    lines = claimcheck("rules", "list").stdout.decode().splitlines()
    assert any(line.startswith("CC301") and " conflict " in line for line in lines)
    assert lines == sorted(lines)


def test_a_rule_is_shown_by_code_or_by_name(claimcheck: Run) -> None:
    by_code = claimcheck("rules", "show", "CC301").stdout
    assert by_code == claimcheck("rules", "show", "value-conflict").stdout
    assert b"why" in by_code
    assert b"fires" in by_code


def test_the_schema_of_a_rule_is_a_json_schema(claimcheck: Run) -> None:
    assert "properties" in json.loads(claimcheck("rules", "schema").stdout)


def test_the_exit_code_says_whether_every_example_holds(claimcheck: Run) -> None:
    done = claimcheck("rules", "test")
    assert done.returncode == (0 if done.stdout.endswith(b" hold, 0 do not\n") else 1)


def test_a_rule_that_is_no_yaml_is_one_line(claimcheck: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("code: [", encoding="utf-8")
    done = claimcheck("rules", "test", "mine.yaml")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error[E102]: mine.yaml:")
    assert done.stderr.count(b"\n") == 1
