"""Changed lines, as git tells them: renamed files, odd names, subfolders, nothing committed yet."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from claimcheck.errors import GateError
from claimcheck.gate.changed import Lines, changed_lines, lines_of

ALL = Lines()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a repository with one commit, as the working folder."""
    for name in [each for each in os.environ if each.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    _git("init", "-q", "-b", "main")
    (tmp_path / "désk one").mkdir()
    (tmp_path / "désk one" / "a b.md").write_text("one\ntwo\nthree\nfour\n", encoding="utf-8")
    _commit()
    return tmp_path


def _git(*arguments: str) -> None:
    who = ["-c", "user.name=desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)  # noqa: S607


def _commit() -> None:
    _git("add", "-A")
    _git("commit", "-q", "-m", "state")


def test_changed_lines_are_those_of_now(repository: Path) -> None:
    file = repository / "désk one" / "a b.md"
    file.write_text("zero\none\ntwo\n3\nfour\n", encoding="utf-8")
    assert changed_lines([str(file)], "HEAD") == {str(file): Lines(((1, 1), (4, 4)))}


def test_a_renamed_file_keeps_its_lines(repository: Path) -> None:
    _git("mv", "--", "désk one/a b.md", "-odd\tname.md")
    moved = repository / "-odd\tname.md"
    moved.write_text("one\ntwo\nthree\nfour\nfive\n", encoding="utf-8")
    assert changed_lines([str(moved)], "HEAD") == {str(moved): Lines(((5, 5),))}


def test_from_a_subfolder_the_same_lines_changed(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "désk one" / "a b.md").write_text("one\n2\nthree\nfour\n", encoding="utf-8")
    monkeypatch.chdir(repository / "désk one")
    assert changed_lines(["a b.md"], "HEAD") == {"a b.md": Lines(((2, 2),))}


def test_a_file_that_git_does_not_know_has_changed_wholly(repository: Path) -> None:
    (repository / "new.md").write_text("one\n", encoding="utf-8")
    assert changed_lines(["new.md", "désk one/a b.md"], "HEAD") == {
        "new.md": ALL,
        "désk one/a b.md": Lines(()),
    }


def test_since_a_branch_means_since_it_was_left(repository: Path) -> None:
    file = repository / "désk one" / "a b.md"
    _git("checkout", "-q", "-b", "story")
    file.write_text("one\ntwo\nthree\n4\n", encoding="utf-8")
    _commit()
    _git("checkout", "-q", "main")
    file.write_text("1\ntwo\nthree\nfour\n", encoding="utf-8")
    _commit()
    _git("checkout", "-q", "story")
    assert changed_lines([str(file)], "main") == {str(file): Lines(((4, 4),))}


def test_before_the_first_commit_everything_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _git("init", "-q")
    (tmp_path / "a.md").write_text("one\n", encoding="utf-8")
    _git("add", "a.md")
    assert changed_lines(["a.md"], "HEAD") == {"a.md": Lines(((1, 1),))}


@pytest.mark.parametrize("since", ["nowhere", "--output=x", "HEAD~9", "\0", ""])
def test_a_revision_that_is_none_is_an_error(repository: Path, since: str) -> None:
    with pytest.raises(GateError):
        changed_lines(["a.md"], since)
    assert not (repository / "x").exists()


def test_outside_a_repository_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(GateError, match="not in a git repository"):
        changed_lines(["a.md"], "HEAD")


def test_lines_that_look_like_a_diff_are_lines() -> None:
    diff = b"--- a/x\n+++ b/x\n@@ -1,0 +2,2 @@\n+@@ -1 +1 @@\n+++ b/y\n@@ -9 +12 @@\n-a\n+b\n"
    assert lines_of(diff) == Lines(((2, 3), (12, 12)))


def test_a_file_that_is_no_text_has_changed_wholly() -> None:
    assert lines_of(b"diff --git a/x b/x\nBinary files a/x and b/x differ\n") == ALL
