"""The example repository, used as its README says: a hook, a gate, and their exit codes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
EXAMPLE: Final = ROOT / "docs" / "examples" / "newsroom"
CONFLICTING: Final = """\
---
title: Families wait
date: 2024-05-06
---

# Families wait

The owner of the ferry Marigold will pay each family $400,000 until June 30, 2024, he said.
"""
_HOOK: Final = """\
#!/bin/sh
git diff --cached --name-only --diff-filter=ACMR -z -- articles |
  xargs -0 -r "$CLAIMCHECK" check --
"""

pytestmark = pytest.mark.skipif(
    os.name != "posix" or shutil.which("git") is None, reason="needs git and a POSIX shell"
)


class Desk:
    """A copy of the example as a git repository of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder.parent / "bin"

    def run(
        self, *command: str, where: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in a folder of the repository."""
        return subprocess.run(
            command,
            cwd=self.folder / where,
            env={
                **os.environ,
                "PATH": f"{self.bin}{os.pathsep}{os.environ['PATH']}",
                "CLAIMCHECK": str(self.bin / "claimcheck"),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "PYTHONIOENCODING": "utf-8",
                **environment,
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run git as a desk without settings of its own."""
        who = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
        return self.run("git", *who, *arguments)

    def add(self, name: str, text: str) -> None:
        """Write an article and stage it."""
        path = self.folder / "articles" / name
        path.write_text(text, "utf-8")
        self.git("add", "--", str(path))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "news room, été")
    shutil.copytree(EXAMPLE, made.folder)
    made.bin.mkdir()
    program = made.bin / "claimcheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimcheck "$@"\n', "utf-8")
    program.chmod(0o755)
    made.git("init", "-q")
    hook = made.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(_HOOK, "utf-8")
    hook.chmod(0o755)
    return made


def test_a_clean_article_is_committed(desk: Desk) -> None:
    desk.git("add", ".")
    done = desk.git("commit", "-m", "first")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_conflicting_article_is_not(desk: Desk) -> None:
    desk.git("add", ".")
    desk.git("commit", "-q", "-m", "first")
    desk.add("wrong.md", CONFLICTING)
    done = desk.git("commit", "-m", "second")
    assert done.returncode != 0
    assert "$400,000" in done.stdout + done.stderr
    assert "articles/wrong.md:8:54" in done.stdout + done.stderr


@pytest.mark.parametrize("where", ["", "articles"])
def test_the_gate_ends_with_its_codes_from_any_folder(desk: Desk, where: str) -> None:
    path = "clean.md" if where else "articles/clean.md"
    wrong = path.replace("clean", "wrong été")
    assert desk.run("claimcheck", "check", path, where=where).returncode == 0
    desk.add("wrong été.md", CONFLICTING)
    assert desk.run("claimcheck", "check", wrong, where=where).returncode == 1
    assert desk.run("claimcheck", "check", wrong, "--fail-on", "never", where=where).returncode == 0
    gone = desk.run("claimcheck", "check", path, "--against", "gone.db", where=where)
    assert gone.returncode == 2
    assert gone.stderr.startswith("error[E")
    (desk.folder / "articles" / "broken.md").write_bytes(b"\x00\x01\x02")
    broken = path.replace("clean", "broken")
    assert desk.run("claimcheck", "check", path, broken, where=where).returncode == 2


def test_a_pipe_gets_results_without_colour(desk: Desk) -> None:
    desk.add("wrong.md", CONFLICTING)
    done = desk.run("sh", "-c", '"$CLAIMCHECK" check articles | head -n 3', TERM="xterm-256color")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 3
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr


def test_the_hook_for_pre_commit_names_a_command_that_gates(desk: Desk) -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["require_serial"] is True
    desk.add("wrong.md", CONFLICTING)
    entry = str(hook["entry"]).split()
    assert desk.run(*entry, "articles/clean.md").returncode == 0
    assert desk.run(*entry, "articles/clean.md", "articles/wrong.md").returncode == 1


def _action_script() -> tuple[str, dict[str, Any]]:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    [step] = [each for each in action["runs"]["steps"] if each.get("id") == "check"]
    return step["run"], step["env"]


@pytest.mark.parametrize(
    ("paths", "code"),
    [("articles/clean.md\n", 0), ("articles/clean.md\narticles/wrong $(touch x).md", 1), ("no", 2)],
)
def test_the_action_runs_the_gate_and_hands_on_its_code(desk: Desk, paths: str, code: int) -> None:
    desk.add("wrong $(touch x).md", CONFLICTING)
    script, inputs = _action_script()
    files = {name: desk.folder.parent / name.lower() for name in ("SUMMARY", "OUTPUT")}
    done = desk.run(
        "bash",
        "-e",
        "-c",
        script,
        RUNNER_TEMP=str(desk.folder.parent),
        **{f"GITHUB_{'STEP_' * (n == 'SUMMARY')}{n}": str(path) for n, path in files.items()},
        **(dict.fromkeys(inputs, "") | {"PATHS": paths, "AGAINST": "archive", "SARIF": "x.sarif"}),
    )
    assert done.returncode == code, done.stderr
    assert files["OUTPUT"].read_text("utf-8") == f"exit-code={code}\n"
    assert not (desk.folder / "x").exists()
    if code == 1:
        assert done.stdout.startswith("::error file=articles/wrong $(touch x).md,line=8,col=54,")
        assert "slip-of-scale" in files["SUMMARY"].read_text("utf-8")
        assert (desk.folder / "x.sarif").exists()


def test_the_gitlab_job_names_a_command_that_gates(desk: Desk) -> None:
    job = yaml.safe_load((EXAMPLE / ".gitlab-ci.yml").read_text("utf-8"))["claims"]
    desk.add("wrong.md", CONFLICTING)
    done = desk.run("sh", "-e", "-c", job["script"][1])
    assert done.returncode == 1
    for report in job["artifacts"]["reports"].values():
        assert (desk.folder / report).stat().st_size > 2
