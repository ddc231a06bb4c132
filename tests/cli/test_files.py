from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_several_files_are_written_beside_the_report(
    claimcheck: Run, articles: Path, tmp_path: Path
) -> None:
    done = claimcheck("report", articles, "--output", "json=r.json", "--output", "terminal=r.txt")
    assert done.returncode == 0
    assert json.loads((tmp_path / "r.json").read_bytes())["schema_version"]
    assert (tmp_path / "r.txt").read_bytes() == done.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "r.json", "r.txt"]


@pytest.mark.parametrize(
    ("command", "form"),
    [
        *(("report", form) for form in ("terminal", "concise", "json", "jsonl")),
        *(("extract", form) for form in ("jsonl", "json", "csv")),
    ],
)
def test_an_earlier_result_is_replaced(
    claimcheck: Run, articles: Path, tmp_path: Path, command: str, form: str
) -> None:
    for _ in range(2):
        done = claimcheck(command, articles, "--output", f"{form}=result")
        assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "result").exists()


def test_a_file_of_the_user_is_kept_unless_forced(
    claimcheck: Run, articles: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "notes.json"
    notes.write_text('{"mine": 1}', encoding="utf-8")
    done = claimcheck("report", articles, "--output", "json=notes.json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "error[E203]: notes.json: exists and is no earlier result; "
        "name another, or --force to replace it\n"
    )
    assert notes.read_text(encoding="utf-8") == '{"mine": 1}'
    assert claimcheck("report", articles, "--output", "json=notes.json", "--force").returncode == 0
    assert json.loads(notes.read_bytes())["schema_version"]


def test_an_article_is_never_taken_for_a_result(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles, "--output", f"terminal={articles / 'first.txt'}")
    assert done.returncode == 2


def test_a_folder_is_no_file(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles, "--output", "json=articles")
    assert done.stderr.decode() == ("error[E203]: articles: is not a regular file; name a file\n")
