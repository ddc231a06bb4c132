"""Kill runs that write to an archive at random moments, and see that nothing is lost.

`python tests/store/crash.py 200` kills two hundred (`make crash`); the tests kill ten.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.store.making import (
    LEXICON,
    claimcheck,
    command,
    environment,
    write_articles,
)

from claimcheck.store.archive import open_archive

ARCHIVE = "claimcheck.db"


class Crashed(NamedTuple):
    """What a series of killings left: runs killed in time, and runs that had ended before."""

    killed: int
    ended: int


def crash(folder: Path, times: int, seed: int = 7, articles: int = 30) -> Crashed:
    """Start two runs at once, kill both at a random moment, look at the archive; so many times.

    Each run adds a folder of its own. After each killing the archive is sound and holds each folder
    whole or not at all, and what a run said it had committed is there. Raises AssertionError.
    """
    chance = random.Random(seed)  # noqa: S311 - a test that can be repeated
    committed: set[str] = set()
    killed = ended = 0
    whole = _lifetime(folder, articles)
    for number in range(0, times, 2):
        names = [f"batch-{number:03}", f"batch-{number + 1:03}"]
        for name in names:
            _write(folder / name, articles, f"{seed}:{name}")
        runs = [_start(folder, name) for name in names]
        time.sleep(whole * chance.uniform(0.2, 1.6))
        for name, run in zip(names, runs, strict=True):
            run.kill()
            _, told = run.communicate()
            done = b"exit code 0" in told
            committed |= {name} if done else set()
            ended, killed = ended + done, killed + (not done)
        _look(folder, committed, articles)
    _again(folder, times, articles)
    return Crashed(killed, ended)


def _lifetime(folder: Path, articles: int) -> float:
    """Give how many seconds two runs at once take here and now."""
    names = ["first", "second"]
    for name in names:
        _write(folder / name, articles, name)
    begun = time.monotonic()
    for run in [_start(folder, name, "--archive", f"{name}.db") for name in names]:
        run.communicate()
    return time.monotonic() - begun


def _write(folder: Path, articles: int, seed: str) -> None:
    write_articles(folder, articles, sum(seed.encode()) * 1000 + len(seed))


def _start(folder: Path, name: str, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command("archive", "add", name, *options),
        cwd=folder,
        env=environment(),
        stderr=subprocess.PIPE,
    )


def _look(folder: Path, committed: set[str], articles: int) -> None:
    """Make sure that the archive is sound, and holds folders whole or not at all."""
    if not (folder / ARCHIVE).exists() or not (folder / ARCHIVE).stat().st_size:
        assert not committed
        return
    done = claimcheck(folder, "archive", "verify")
    if "holds nothing" in done.stderr:
        assert not committed
        return
    assert done.returncode == 0, done.stderr
    held: dict[str, int] = {}
    with open_archive(str(folder / ARCHIVE)) as archive:
        for entry in archive.entries(LEXICON):
            name = Path(entry.path).parent.name
            held[name] = held.get(name, 0) + 1
    assert set(held.values()) <= {articles}, held
    assert committed <= held.keys()


def _again(folder: Path, times: int, articles: int) -> None:
    """Run all of it once more, to the end."""
    names = [f"batch-{number:03}" for number in range(times)]
    done = claimcheck(folder, "archive", "add", *names)
    assert done.returncode == 0, done.stderr
    _look(folder, set(names), articles)


def main() -> None:
    """Kill as many runs as asked for."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        done = crash(Path(folder), times)
    print(f"{done.killed} runs killed, {done.ended} had ended; every archive sound, none half")


if __name__ == "__main__":
    main()
