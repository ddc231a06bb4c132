"""`claimcheck check` as people and machines run it: exit codes, pipes, folders, git, baselines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.gate.desk import KNOWN, NEW

from claimcheck.output.cells import cells

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with a known article, a new one that conflicts with it, and a clean one."""
    (tmp_path / "known").mkdir()
    (tmp_path / "known" / "a.txt").write_text(KNOWN, encoding="utf-8")
    (tmp_path / "new désk").mkdir()
    (tmp_path / "new désk" / "bad.md").write_text(NEW, encoding="utf-8")
    (tmp_path / "new désk" / "good.md").write_text(NEW.replace("57", "43"), encoding="utf-8")
    return tmp_path


BAD, GOOD = "new désk/bad.md", "new désk/good.md"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([GOOD, "--against", "known"], 0),
        ([BAD, "--against", "known"], 1),
        ([BAD, "--against", "known/a.txt"], 1),
        ([BAD, GOOD], 1),
        ([BAD], 0),
        ([BAD, "--against", "known", "--fail-on", "never"], 0),
        ([GOOD, "--against", "known", "--fail-on", "note"], 1),
        ([GOOD, "--against", "known", "--fail-on", "warning"], 0),
        ([BAD, "--against", "known", "--severity", "CC3=warning"], 0),
        ([BAD, "--against", "known", "--ignore", "CC3"], 0),
        ([BAD, "--against", "known", "--select", "CC1,CC5"], 0),
        ([GOOD, "--against", "nowhere"], 2),
        ([BAD, "--against", "known", "--against", "nowhere"], 2),
        ([BAD, "--against", "nowhere.db"], 2),
        ([BAD, "nowhere.md", "--against", "known"], 2),
        (["nowhere.md", "--against", "known"], 2),
        ([BAD, "--against", "known", "--baseline", "none.json"], 2),
        ([BAD, "--against", "known", "--suppressions", "none.yaml"], 2),
        ([BAD, "--against", "known", "--fail-on", "errors"], 2),
        ([BAD, "--against", "known", "--severity", "CC301"], 2),
    ],
)
def test_the_exit_code(claimcheck: Run, desk: Path, arguments: list[str], code: int) -> None:
    assert desk.exists()
    done = claimcheck("check", *arguments)
    assert done.returncode == code
    told = done.stderr.decode().splitlines()
    assert told
    assert told[-1].startswith((f"claimcheck: exit {code}: ", "error[E"))


def test_with_an_input_missing_the_rest_is_checked_and_shown(claimcheck: Run, desk: Path) -> None:
    done = claimcheck("check", BAD, "nowhere.md", "--against", "known", "--format", "concise")
    assert (done.returncode, desk.exists()) == (2, True)
    assert done.stdout.decode().startswith(f"{BAD}:3:")
    assert b"1 error" in done.stderr


def test_what_lies_wholly_in_the_archive_neither_shows_nor_fails(
    claimcheck: Run, desk: Path
) -> None:
    (desk / "known" / "b.txt").write_text(KNOWN.replace("43", "49"), encoding="utf-8")
    (desk / "rain.md").write_text("Rain fell on the valley for two days.\n", encoding="utf-8")
    done = claimcheck("check", "rain.md", "--against", "known", "--show", "all")
    assert done.returncode == 0
    assert b"CONFLICT" not in done.stdout


def test_new_articles_inside_the_known_folder_are_not_known_twice(
    claimcheck: Run, desk: Path
) -> None:
    done = claimcheck("check", BAD, "--against", ".", "--format", "json", "--show", "all")
    paths = [article["path"] for article in json.loads(done.stdout)["articles"]]
    assert sorted(paths) == sorted(set(paths))
    assert (done.returncode, desk.exists()) == (1, True)


def test_a_pipe_that_closes_is_no_error(desk: Path) -> None:
    command = f'"{sys.executable}" -m claimcheck check "{BAD}" --against known | head -c 1'
    done = subprocess.run(
        ["/bin/sh", "-c", command], cwd=desk, capture_output=True, timeout=60, check=False
    )
    assert len(done.stdout) == 1
    assert b"Traceback" not in done.stderr


def test_in_a_pipe_there_is_no_colour_and_80_columns(claimcheck: Run, desk: Path) -> None:
    for environment in ({}, {"NO_COLOR": "1"}, {"COLUMNS": "200"}):
        done = claimcheck("check", BAD, "--against", "known", "--explain", **environment)
        text = done.stdout.decode()
        assert "\x1b" not in text
        assert [line for line in text.splitlines() if cells(line) > 80 and "/" not in line] == []
    assert desk.exists()


def test_quiet_says_nothing_beside_the_result(claimcheck: Run, desk: Path) -> None:
    done = claimcheck("check", BAD, "--against", "known", "-q")
    assert (done.returncode, done.stderr, desk.exists()) == (1, b"", True)


def test_an_empty_article_could_not_be_looked_at(claimcheck: Run, desk: Path) -> None:
    (desk / "new désk" / "empty.md").write_text(" \n", encoding="utf-8")
    done = claimcheck("check", "new désk", "--against", "known", "--fail-on", "never", "-q")
    assert (done.returncode, done.stderr.decode()) == (
        2,
        "error[E002]: new désk/empty.md: empty, nothing to read\n",
    )
    known = claimcheck("check", GOOD, "--against", "new désk", "--fail-on", "never")
    assert known.returncode == 0


def test_a_name_that_does_not_exist_is_told_before_its_suffix(claimcheck: Run, desk: Path) -> None:
    done = claimcheck("check", GOOD, "typo.mdx", "--against", "nowhere.xyz")
    assert (done.returncode, desk.exists()) == (2, True)
    assert b"error[E001]: typo.mdx: no such file or folder\n" in done.stderr
    assert b"error[E001]: nowhere.xyz: no such file or folder\n" in done.stderr


def test_the_comment_that_silences_stands_on_one_line(claimcheck: Run, desk: Path) -> None:
    done = claimcheck("check", BAD, "--against", "known", "--explain", "--width", "30")
    lines = [line for line in done.stdout.decode().splitlines() if "<!--" in line]
    assert lines
    assert all(line.startswith("<!-- claimcheck: ignore CC") for line in lines)
    assert all(line.endswith('reason="" -->') for line in lines)
    assert desk.exists()


def test_a_format_that_cannot_explain_is_told(claimcheck: Run, desk: Path) -> None:
    terms = (BAD, "--against", "known", "--explain", "--format", "concise")
    done = claimcheck("check", *terms)
    assert b"warning[E517]: --explain does not show in concise; use terminal, " in done.stderr
    assert (claimcheck("check", *terms, "-q").stderr, desk.exists()) == (b"", True)


def test_show_hides_what_is_quieter_but_does_not_change_the_code(
    claimcheck: Run, desk: Path
) -> None:
    shown = {
        level: claimcheck(
            "check", BAD, "--against", "known", "--format", "concise", "--show", level
        )
        for level in ("error", "note", "all")
    }
    assert {done.returncode for done in shown.values()} == {1}
    lines = [len(shown[level].stdout.splitlines()) for level in ("error", "note", "all")]
    assert lines == sorted(set(lines))
    assert desk.exists()


def test_a_baseline_lets_the_old_pass_and_the_new_fail(claimcheck: Run, desk: Path) -> None:
    terms = ("new désk/bad.md", "--against", "known", "--baseline", "b.json")
    assert claimcheck("baseline", "write", *terms).returncode == 0
    assert claimcheck("baseline", "write", *terms).returncode == 2
    assert claimcheck("check", *terms).returncode == 0
    (desk / BAD).write_text("Rain fell.\n\n" + NEW, encoding="utf-8")
    assert claimcheck("check", *terms).returncode == 0
    (desk / BAD).write_text(NEW.replace("57", "59"), encoding="utf-8")
    done = claimcheck("check", *terms)
    assert done.returncode == 1
    assert b"stale: CC313" in done.stderr
    assert claimcheck("baseline", "update", *terms).returncode == 0
    done = claimcheck("check", *terms, "--format", "json")
    assert done.returncode == 1
    (worst,) = (f for f in json.loads(done.stdout)["findings"] if f["severity"] == "error")
    assert claimcheck("baseline", "update", *terms, "--accept", worst["id"]).returncode == 0
    assert claimcheck("check", *terms).returncode == 0
    assert claimcheck("baseline", "prune", *terms).returncode == 0
    done = claimcheck("check", *terms)
    assert (done.returncode, b"stale" in done.stderr) == (0, False)


def test_a_baseline_stays_as_it_is_where_something_could_not_be_read(
    claimcheck: Run, desk: Path
) -> None:
    terms = (BAD, "--against", "known", "--baseline", "b.json")
    assert claimcheck("baseline", "write", *terms).returncode == 0
    before = (desk / "b.json").read_bytes()
    assert claimcheck("baseline", "prune", *terms, "--against", "nowhere").returncode == 2
    assert (desk / "b.json").read_bytes() == before


def _key(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stdout.decode().split("claim=")[1][:12]


def test_a_comment_and_a_file_silence_with_a_reason(claimcheck: Run, desk: Path) -> None:
    terms = (BAD, "--against", "known", "--severity", "CC1=none")
    explained = claimcheck("check", *terms, "--explain", "--width", "200")
    key = _key(explained)
    (desk / "claimcheck.ignore.yaml").write_text(
        f"- rule: CC313\n  claim: {key}\n  reason: settled with the desk\n  until: 2026-06-30\n",
        encoding="utf-8",
    )
    assert claimcheck("check", *terms, "--today", "2026-06-30").returncode == 0
    late = claimcheck("check", *terms, "--today", "2026-07-01")
    assert late.returncode == 1
    assert b"claimcheck.ignore.yaml:1:3: expired after 2026-06-30" in late.stderr
    (desk / "claimcheck.ignore.yaml").unlink()
    comment = f'<!-- claimcheck: ignore CC313 claim={key} reason="settled" -->\n'
    (desk / BAD).write_text(f"{comment}\n{NEW}", encoding="utf-8")
    done = claimcheck("check", *terms)
    assert done.returncode == 0
    assert b"1 silenced" in done.stderr


def _git(folder: Path, *arguments: str) -> None:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    who = ("-c", "user.name=desk", "-c", "user.email=desk@example.org")
    subprocess.run(
        ["git", *who, *arguments],  # noqa: S607 - git as it is installed
        cwd=folder,
        env=kept,
        check=True,
        capture_output=True,
    )


def test_only_changed_lines_count_if_that_is_asked(claimcheck: Run, desk: Path) -> None:
    _git(desk, "init", "-q", "-b", "main")
    _git(desk, "add", "-A")
    _git(desk, "commit", "-q", "-m", "state")
    terms = (BAD, "--against", "known")
    (desk / BAD).write_text(NEW.replace("Ancona sent two", "Ancona sent many"), encoding="utf-8")
    assert claimcheck("check", *terms).returncode == 1
    assert claimcheck("check", *terms, "--diff").returncode == 0
    (desk / BAD).write_text(NEW.replace("57", "59"), encoding="utf-8")
    assert claimcheck("check", *terms, "--diff").returncode == 1
    assert claimcheck("check", *terms, "--since", "main").returncode == 1
    assert claimcheck("check", *terms, "--since", "nowhere").returncode == 2


def test_a_configuration_is_found_above_and_its_paths_count_from_it(desk: Path) -> None:
    (desk / "claimcheck.toml").write_text('against = ["known"]\n', encoding="utf-8")

    def check(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "bad.md", "--format=concise", *arguments],
            cwd=desk / "new désk",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            timeout=60,
            check=False,
        )

    done = check()
    assert done.returncode == 1
    assert done.stdout.decode().startswith("bad.md:3:")
    assert "../known/a.txt:3:" in done.stdout.decode()
    assert check("--no-config").returncode == 0
    (desk / ".git").mkdir()
    assert check().returncode == 1
    (desk / "new désk" / ".git").mkdir()
    assert check().returncode == 0


def test_an_archive_is_as_good_as_its_articles(claimcheck: Run, desk: Path) -> None:
    assert claimcheck("archive", "add", "known", "--archive", "a.db").returncode == 0
    for against, code in (("a.db", 1), ("broken.db", 2)):
        (desk / "broken.db").write_bytes(b"no archive")
        done = claimcheck("check", BAD, "--against", against, "--format", "concise")
        assert done.returncode == code
    assert b"broken.db: not an archive" in done.stderr
