"""`claimcheck diff` on reports, folders and git revisions, with its exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def later(articles: Path, tmp_path: Path) -> Path:
    """Give the same folder after an edit that mends the conflict."""
    folder = tmp_path / "later, mendé"
    shutil.copytree(articles, folder)
    second = folder / "second.txt"
    second.write_text(second.read_text("utf-8").replace("57", "43"), "utf-8")
    return folder


def test_two_folders_differ_by_what_was_edited(
    claimcheck: Run, articles: Path, later: Path
) -> None:
    done = claimcheck("diff", articles, later)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "57 → 43" in text
    assert "conflict" in text
    assert "second.txt:1:61" in text


def test_worse_ends_with_1_only_when_asked(claimcheck: Run, articles: Path, later: Path) -> None:
    assert claimcheck("diff", later, articles).returncode == 0
    assert claimcheck("diff", later, articles, "--exit-code").returncode == 1
    assert claimcheck("diff", articles, later, "--exit-code").returncode == 0


def test_two_reports_differ_as_their_articles_do(
    claimcheck: Run, articles: Path, later: Path, tmp_path: Path
) -> None:
    for folder, name in ((articles, "old.json"), (later, "new.json")):
        claimcheck("report", folder, "--output", f"json={name}")
    done = claimcheck(
        "diff", "old.json", "new.json", "--format", "json", "--output", "markdown=d.md"
    )
    change = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [one["change"] for one in change["claims"]["changed"]] == ["57 → 43"]
    assert "57 → 43" in (tmp_path / "d.md").read_text("utf-8")


def test_a_report_and_itself_differ_in_nothing(claimcheck: Run, articles: Path) -> None:
    claimcheck("report", articles, "--output", "json=old.json")
    done = claimcheck("diff", "old.json", "old.json", "--exit-code")
    assert done.returncode == 0
    assert done.stdout.decode().endswith("Nothing changed.\n")


def test_an_article_is_revised_by_its_text_or_its_name_not_by_its_folder(
    claimcheck: Run, articles: Path, tmp_path: Path
) -> None:
    claimcheck("report", articles, "--output", "json=old.json")
    told = claimcheck("diff", "old.json", articles).stdout.decode()
    assert told.endswith("No finding, claim or article changed.\n")
    (articles / "second.txt").rename(articles / "moved.txt")
    done = claimcheck("diff", "old.json", articles, "--format", "json")
    (revised,) = json.loads(done.stdout)["articles"]["revised"]
    assert Path(revised["old"]["path"]).name == "second.txt"
    assert (revised["new"]["path"], tmp_path.exists()) == ("moved.txt", True)


@_GIT
def test_a_git_revision_is_a_side(claimcheck: Run, articles: Path, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ("git", "-c", "user.name=desk", "-c", "user.email=desk@example.org", *arguments),  # noqa: S607 - as installed
            cwd=tmp_path,
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    second = articles / "second.txt"
    second.write_text(second.read_text("utf-8").replace("57", "61"), "utf-8")
    done = claimcheck("diff", "HEAD:articles", "articles")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "57 → 61" in done.stdout.decode()
    unknown = claimcheck("diff", "gone:articles", "articles")
    assert unknown.returncode == 2
    assert unknown.stderr.startswith(b"error[E206]: gone:articles: ")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"schema_version": "1"', b"not JSON"),
        (b'{"schema_version": "0"}', b"of schema"),
        (b'{"schema_version": "1"}', b"field required"),
        (b'{"schema_version": "1", "x": ' + b"[" * 200_000, b"not JSON"),
        (b'{"schema_version": NaN}', b"not JSON"),
        (
            b'{"schema_version": "1", "tool_version": "", "ruleset_digest": "", "articles": 3}',
            b"articles",
        ),
    ],
)
def test_a_bad_report_is_one_clear_line(
    claimcheck: Run, tmp_path: Path, content: bytes, problem: bytes
) -> None:
    (tmp_path / "bad.json").write_bytes(content)
    done = claimcheck("diff", "bad.json", "bad.json")
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"error[E205]: bad.json: ")
    assert problem in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("side", ["gone", "--", "-x", "gone:", ":gone", "a\nb", "HEAD~1:../..", ""])
def test_a_side_that_is_not_there_is_one_clear_line(
    claimcheck: Run, articles: Path, side: str
) -> None:
    done = claimcheck("diff", "--", side, articles)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1
