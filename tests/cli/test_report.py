from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.output.cells import cells

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_report_ends_with_0_whatever_it_finds(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Nothing here says which source is right." in done.stdout.decode()


def test_a_missing_path_never_stops_the_others(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles, "nowhere.txt")
    assert done.returncode == 0
    assert done.stderr.decode() == "error[E001]: nowhere.txt: no such file or folder\n"
    assert b"first.txt" in done.stdout


def test_paths_may_stand_on_both_sides_of_an_option(claimcheck: Run, articles: Path) -> None:
    one, other = sorted(articles.iterdir())
    done = claimcheck("report", one, "--all", other)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"second.txt" in done.stdout


def test_nothing_read_is_code_2_and_no_output(claimcheck: Run) -> None:
    done = claimcheck("report", "nowhere.txt")
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize(
    "arguments",
    [
        ["repot"],
        ["report"],
        ["report", "x", "--fromat", "json"],
        ["report", "x", "--format", "yaml"],
        ["report", "x", "--date", "yesterday"],
        ["report", "x", "--width", "3"],
        ["report", "x", "--width", "²"],
        ["report", "x", "--max-bytes", "many"],
        ["report", "x", "--output", "report.json"],
        ["report", "x", "--output", "yaml=report.yaml"],
        ["report", "x", "--output", "json=no/such/folder.json"],
        ["report", "x", "--output", "json=a.json", "--output", "jsonl=a.json"],
        ["report", "x", "--rules", "no-rules.yaml"],
        ["extract", "x", "--what", "everything"],
        ["explain", "ffffffff"],
        ["rules"],
        ["rules", "show", "CC999"],
        ["report", "x", "--jobs", "0"],
        ["rules", "new", "CC390", "slow-count", "--verdict", "wrong"],
        ["demo", "x"],
        ["\x1b[31m"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_is_one_line_and_code_2(claimcheck: Run, arguments: list[str]) -> None:
    done = claimcheck(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("error[E")
    assert "\x1b" not in lines[0]


def test_without_a_command_the_help_goes_to_standard_error(claimcheck: Run) -> None:
    done = claimcheck()
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Commands:" in done.stderr


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["report", "--help"]])
def test_help_and_version_end_with_0(claimcheck: Run, arguments: list[str]) -> None:
    done = claimcheck(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_a_pipe_gets_no_colour_and_80_columns(claimcheck: Run, articles: Path) -> None:
    for environment in ({}, {"COLUMNS": "200"}, {"NO_COLOR": "1"}):
        text = claimcheck("report", articles, "--all", **environment).stdout.decode()
        assert "\x1b" not in text
        assert [line for line in text.splitlines() if cells(line) > 80 and "/" not in line] == []


def test_a_width_is_obeyed(claimcheck: Run, articles: Path) -> None:
    text = claimcheck("report", articles, "--width", "40").stdout.decode()
    assert [line for line in text.splitlines() if cells(line) > 40 and "/" not in line] == []


def test_a_stream_of_ascii_gets_ascii(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"\\u2717" not in done.stdout


def test_json_is_utf_8_even_on_a_stream_of_ascii(claimcheck: Run, articles: Path) -> None:
    (articles / "third.txt").write_text("In Zürich 12 “people” waited.\n", encoding="utf-8")
    plain = claimcheck("report", articles, "--format", "json").stdout
    forced = claimcheck("report", articles, "--format", "json", PYTHONIOENCODING="ascii").stdout
    assert plain == forced
    json.loads(plain)


def test_standard_input_is_an_article(claimcheck: Run) -> None:
    done = claimcheck(
        "extract",
        "-",
        stdin=b"Some 40 homes burned.",
    )
    assert done.returncode == 0
    assert json.loads(done.stdout.splitlines()[0])["text"]


def test_a_reader_that_goes_away_is_no_error(articles: Path) -> None:
    command = f'"{sys.executable}" -m claimcheck report "{articles}" --format json | head -c 1'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == (b"{", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_in_one_line(articles: Path) -> None:
    command = f'"{sys.executable}" -m claimcheck report "{articles}" > /dev/full'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error[E204]: standard output: cannot be written")
    assert done.stderr.count(b"\n") == 1


def test_the_order_of_the_paths_changes_nothing(claimcheck: Run, articles: Path) -> None:
    paths = sorted(articles.iterdir())
    one = claimcheck("report", *paths, "--format", "json")
    other = claimcheck("report", *reversed(paths), "--format", "json")
    assert one.stdout == other.stdout


def test_new_names_for_the_files_change_nothing_but_names(claimcheck: Run, articles: Path) -> None:
    before = claimcheck("report", articles, "--format", "json").stdout
    (articles / "first.txt").rename(articles / "zzzzz.txt")
    after = claimcheck("report", articles, "--format", "json").stdout
    assert after == before.replace(b"first.txt", b"zzzzz.txt")


def test_hostile_names_and_words_stay_words(claimcheck: Run, articles: Path) -> None:
    words = "::error::43 people\n\x1b[31m[/b] \x1b]52;c;eA==\x07 were killed when the ferry sank.\n"
    (articles / "a\nb\x1b[1m.txt").write_text(words, encoding="utf-8")
    done = claimcheck("report", articles, "--all", "-v")
    assert done.returncode == 0
    for line in (done.stdout + done.stderr).decode().splitlines():
        assert not line.lstrip().startswith("::")
        assert not any(ord(char) < 32 for char in line)


def test_demo_shows_the_samples(claimcheck: Run) -> None:
    done = claimcheck("demo")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"CONFLICT" in done.stdout


def test_a_day_given_for_all_is_their_date(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles, "--date", "2024-05-08", "--format", "json")
    found = json.loads(done.stdout)
    assert {article["published"]["best"] for article in found["articles"]} == {"2024-05-08"}


def test_quiet_hides_warnings_and_verbose_names_what_was_left_out(
    claimcheck: Run, articles: Path
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.png").write_bytes(b"\x89PNG")
    assert b"warning[" in claimcheck("report", articles).stderr
    assert claimcheck("report", articles, "-q").stderr == b""
    assert b"1 .png" in claimcheck("report", articles, "-v").stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["repot"], "no such command 'repot'; did you mean report?"),
        (["report", "x", "--fromat", "json"], "no such option: --fromat; did you mean --format?"),
        (["report", "x", "--format", "jsn"], 'no format "jsn"; did you mean "json"?'),
        (["rules", "show", "value-conflit"], 'no rule "value-conflit"; did you mean'),
    ],
)
def test_a_slip_is_answered_with_the_nearest_name(
    claimcheck: Run, arguments: list[str], told: str
) -> None:
    assert told in claimcheck(*arguments).stderr.decode()


def test_after_two_dashes_everything_is_a_path(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", "-q", articles, "--", "--all")
    assert done.stderr.decode() == "error[E001]: --all: no such file or folder\n"


def test_no_article_is_younger_than_the_day_given_as_today(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("report", articles, "--today", "2024-05-08", "--format", "json")
    published = [each["published"] for each in json.loads(done.stdout)["articles"]]
    assert [each["latest"] for each in published] == ["2024-05-08", "2024-05-08"]


def test_several_processes_give_the_same_report(claimcheck: Run, tmp_path: Path) -> None:
    lines = (
        json.dumps({"id": f"{n}", "text": f"The ferry sank and {n + 40} people were killed."})
        for n in range(90)
    )
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    one = claimcheck("extract", "many.jsonl", "--jobs", "1")
    two = claimcheck("extract", "many.jsonl", "--jobs", "2")
    assert (two.returncode, two.stderr) == (0, b"")
    assert one.stdout == two.stdout


def test_rules_are_chosen_and_made_louder_in_a_report_too(claimcheck: Run, articles: Path) -> None:
    def told(*asked: str) -> dict[str, str]:
        done = claimcheck("report", articles, "--format", "json", *asked)
        return {each["rule"]: each["severity"] for each in json.loads(done.stdout)["findings"]}

    everything = told()
    assert {code[:3] for code in everything} >= {"CC3"}
    assert told("--select", "CC3") == {k: v for k, v in everything.items() if k[:3] == "CC3"}
    assert set(told("--select", "CC3", "--severity", "CC3=none").values()) == {"none"}


def test_the_samples_go_by_short_names_wherever_they_lie(claimcheck: Run) -> None:
    paths = [
        each["path"]
        for each in json.loads(claimcheck("demo", "--format", "json").stdout)["articles"]
    ]
    assert all(path.startswith("articles/") for path in paths)
    assert claimcheck("explain", f"{paths[0]}:1").returncode in {0, 2}
