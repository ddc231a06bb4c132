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


def test_the_rules_of_the_configuration_are_listed_shown_and_tested(
    claimcheck: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "house" / "conflict"
    folder.mkdir(parents=True)
    new = claimcheck("rules", "new", "NR101", "tolls-differ").stdout
    (folder / "tolls-differ.yaml").write_bytes(new)
    (tmp_path / "claimcheck.toml").write_text('rules = ["house/"]\n', encoding="utf-8")
    lines = claimcheck("rules", "list").stdout.decode().splitlines()
    (own,) = (line for line in lines if line.startswith("NR101"))
    assert own.endswith(" (house/conflict/tolls-differ.yaml:9)")
    shown = claimcheck("rules", "show", "NR101")
    assert (shown.returncode, b"house/conflict/tolls-differ.yaml:9" in shown.stdout) == (0, True)
    for given in ((), ("house",), ("house/conflict/tolls-differ.yaml",)):
        done = claimcheck("rules", "test", "-v", *given)
        assert b" NR101 house/" in done.stdout.replace(b"ok      ", b"ok ")


def test_a_rule_folder_that_is_missing_is_named_at_its_line(
    claimcheck: Run, tmp_path: Path
) -> None:
    (tmp_path / "claimcheck.toml").write_text('rules = ["none"]\n', encoding="utf-8")
    done = claimcheck("rules", "list")
    assert (done.returncode, b"named at claimcheck.toml:1:10" in done.stderr) == (2, True)
