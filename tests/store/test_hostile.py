"""Files that are no archive, broken ones, hostile ones, full disks: one clear line, exit code 2."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.store.making import (
    LEXICON,
    add,
    article,
    change,
    claimcheck,
    command,
    environment,
    extract,
    write_articles,
)

from claimcheck.errors import ArchiveError
from claimcheck.store.archive import open_archive
from claimcheck.store.connection import writing
from claimcheck.store.schema import STEPS, VERSION, expected, layout, migrate

FERRY = "The ferry sank off the cape on Monday. The coast guard said {} people were killed.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive of two articles."""
    found = [article(tmp_path / f"{n}.txt", FERRY.format(n)) for n in (43, 47)]
    add(tmp_path / "a.db", found)
    return tmp_path / "a.db"


def folder(path: Path) -> None:
    path.mkdir()


def text(path: Path) -> None:
    path.write_text("not a database, and no archive at all\n" * 10, encoding="utf-8")


def foreign(path: Path) -> None:
    change(path, "CREATE TABLE article (id)")


def half_made(path: Path) -> None:
    path.write_bytes(b"")


def newer(path: Path) -> None:
    add(path, [article(path.parent / "1.txt", FERRY.format(1))])
    change(path, f"PRAGMA user_version = {VERSION + 1}")


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (folder, "a folder, not an archive"),
        (text, "not an archive of claimcheck"),
        (foreign, "not an archive of claimcheck"),
        (half_made, "holds nothing"),
        (newer, "written by a newer claimcheck"),
        (pipe, "not a regular file"),
    ],
)
def test_what_is_no_archive_is_told_in_one_line(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    make(tmp_path / "x.db")
    for arguments in (["list"], ["remove", "7"]):
        done = claimcheck(tmp_path, "archive", *arguments, "--archive", "x.db")
        assert done.returncode == 2
        assert words in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_missing_archive_is_told_in_one_line(tmp_path: Path) -> None:
    for arguments in (["verify"], ["list"], ["show", "7"], ["remove", "7"], ["compact"]):
        done = claimcheck(tmp_path, "archive", *arguments)
        assert done.returncode == 2
        assert done.stderr == (
            "error[E301]: claimcheck.db: no such archive; make one with claimcheck archive add\n"
        )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("make", [folder, text, foreign, newer])
def test_nothing_is_added_to_what_is_no_archive(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "x.db")
    before = None if (tmp_path / "x.db").is_dir() else (tmp_path / "x.db").read_bytes()
    write_articles(tmp_path / "in", 1)
    done = claimcheck(tmp_path, "archive", "add", "in", "--archive", "x.db")
    assert done.returncode == 2
    assert before is None or (tmp_path / "x.db").read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM article; END",
        "CREATE VIEW v AS SELECT * FROM article",
        "CREATE TABLE more (id)",
        "CREATE INDEX more ON claim (body)",
        "DROP INDEX article_path",
        "DROP TABLE placed",
    ],
)
def test_a_schema_that_is_not_ours_is_refused(archive: Path, statement: str) -> None:
    change(archive, statement)
    with pytest.raises(ArchiveError, match=r"not ours|missing"):
        open_archive(str(archive))
    with pytest.raises(ArchiveError, match=r"not ours|missing"):
        writing(str(archive), 0, lambda: None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET body = 7",
        "UPDATE claim SET body = x'00ff'",
        "UPDATE claim SET body = replace(body, '43', '53')",
        "UPDATE claim SET body = '[' || body || ']'",
        "UPDATE claim SET body = printf('%.900c', '[')",
        "UPDATE claim SET sentence = 'a'",
        "UPDATE article SET head = '[]'",
        "UPDATE article SET head = 'no json'",
        "UPDATE article SET names = '[[1]]'",
        "UPDATE article SET terms = '[[1],[[0,0,[1e999]]]]'",
        "UPDATE article SET claims = claims + 1",
        "UPDATE article SET path = 9",
        "UPDATE article SET name = x'ff' WHERE id = 1",
        "UPDATE article SET told = 'yes'",
        "DELETE FROM claim WHERE id = 1",
        "DELETE FROM block",
        "UPDATE term SET held = held + 1",
        "UPDATE tally SET count = 99",
        "UPDATE tally SET count = 'many'",
    ],
)
def test_changed_rows_are_found_and_never_a_traceback(archive: Path, statement: str) -> None:
    change(archive, statement)
    assert _is_damaged(archive)
    _use(archive)


def _is_damaged(archive: Path) -> bool:
    try:
        with open_archive(str(archive)) as found:
            return found.verify().problems != ()
    except ArchiveError:
        return True


def _use(archive: Path) -> None:
    """Do with an archive what can be done; only ArchiveError may come of it."""
    new = extract(article(archive.parent / "new.txt", FERRY.format(44)))
    for work in (
        lambda found: found.related([new], LEXICON),
        lambda found: list(found.entries(LEXICON, history=True)),
        lambda found: found.paths(),
    ):
        try:
            with open_archive(str(archive)) as found:
                work(found)
        except ArchiveError:
            pass


@pytest.mark.parametrize("seed", range(40))
def test_flipped_bytes_never_give_a_traceback(archive: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be repeated
    content = bytearray(archive.read_bytes())
    for _ in range(chance.choice((1, 3, 30))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    archive.write_bytes(content)
    _use(archive)
    _is_damaged(archive)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_an_archive_cut_short_is_damaged(archive: Path, share: float) -> None:
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ArchiveError):
        open_archive(str(archive))


def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 3)
    assert claimcheck(tmp_path, "archive", "add", "in").returncode == 0
    write_articles(tmp_path / "in", 60)

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (160_000, 160_000))

    done = subprocess.run(
        command("archive", "add", "in"), cwd=tmp_path, env=environment(), capture_output=True,
        text=True, timeout=120, check=False, preexec_fn=small,
    )  # fmt: skip
    assert done.returncode == 2
    assert "nothing was changed" in done.stderr
    assert "sound: 3 articles" in claimcheck(tmp_path, "archive", "verify").stdout
    assert claimcheck(tmp_path, "archive", "add", "in").returncode == 0
    assert "sound: 60 articles" in claimcheck(tmp_path, "archive", "verify").stdout


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_archive_can_be_read_and_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    place = tmp_path / "kept"
    place.mkdir()
    add(place / "a.db", [article(tmp_path / "1.txt", FERRY.format(1))])
    (place / "a.db").chmod(0o444)
    place.chmod(0o555)
    try:
        assert claimcheck(tmp_path, "archive", "verify", "--archive", "kept/a.db").returncode == 0
        write_articles(tmp_path / "in", 1)
        done = claimcheck(tmp_path, "archive", "add", "in", "--archive", "kept/a.db")
        assert (done.returncode, "read-only" in done.stderr) == (2, True)
    finally:
        place.chmod(0o755)


def test_a_second_run_waits_or_says_who_is_in_the_way(archive: Path, tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 1)
    with closing(writing(str(archive), 0, lambda: None)):
        done = claimcheck(tmp_path, "archive", "add", "in", "--archive", "a.db", "--wait", "0")
        assert done.returncode == 2
        assert "another run is writing" in done.stderr
        assert claimcheck(tmp_path, "archive", "verify", "--archive", "a.db").returncode == 0
    done = claimcheck(tmp_path, "archive", "add", "in", "--archive", "a.db", "--wait", "0")
    assert done.returncode == 0


def test_an_archive_of_an_earlier_version_is_brought_up_to_date(archive: Path) -> None:
    steps = (*STEPS, "ALTER TABLE run ADD COLUMN note TEXT;\nCREATE INDEX run_note ON run (note);")
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        before = connection.execute("SELECT count(*) FROM claim").fetchone()
        migrate(connection, steps)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
        assert connection.execute("SELECT note FROM run").fetchone() == (None,)
        assert connection.execute("SELECT count(*) FROM claim").fetchone() == before
        migrate(connection, steps)


def test_the_schema_of_an_archive_is_the_one_made_anew(archive: Path) -> None:
    with closing(sqlite3.connect(archive)) as connection:
        assert layout(connection) == expected()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_a_commit_is_forced_to_the_disk(tmp_path: Path) -> None:
    write_articles(tmp_path / "in", 1)
    traced = ["strace", "-f", "-e", "trace=fsync,fdatasync", *command("archive", "add", "in")]
    done = subprocess.run(
        traced, cwd=tmp_path, env=environment(), capture_output=True, text=True, timeout=120,
        check=False,
    )  # fmt: skip
    assert done.stderr.count("sync(") >= 2


def test_trust_is_withheld(archive: Path) -> None:
    with open_archive(str(archive)) as found:
        assert found.connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert found.connection.execute("PRAGMA query_only").fetchone() == (1,)
    with closing(writing(str(archive), 0, lambda: None)) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
