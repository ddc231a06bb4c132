"""`claimcheck watch` in a process of its own; every wait is bounded."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

pytest.importorskip("watchfiles", reason="the extra [watch] is not installed")
_PATIENCE = 30  # seconds for one line to come


class Watching:
    """A running `claimcheck watch`, its lines as they come."""

    def __init__(self, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "claimcheck", "watch", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        )
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line.decode("utf-8"))

    def until(self, words: str) -> str:
        """Read to the line that holds these words."""
        seen = ""
        while words not in seen:
            try:
                seen += self._lines.get(timeout=_PATIENCE)
            except Empty:
                pytest.fail(f"{words!r} did not come; seen: {seen}")
        return seen


@pytest.fixture
def watching(articles: Path) -> Iterator[Watching]:
    started = Watching(str(articles))
    yield started
    if started.process.poll() is None:
        started.process.kill()
    started.process.wait(_PATIENCE)


@pytest.mark.skipif(os.name != "posix", reason="interrupts are sent as signals")
def test_a_change_is_told_and_an_interrupt_ends_it(watching: Watching, articles: Path) -> None:
    assert "CONFLICT" in watching.until("watching")
    second = articles / "second.txt"
    second.write_text(second.read_text("utf-8").replace("57", "43"), "utf-8")
    assert "57 → 43" in watching.until("Findings: ")
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(_PATIENCE) == 0


def test_a_path_that_is_not_there_is_one_clear_line(claimcheck: Run) -> None:
    done = claimcheck("watch", "gone")
    assert done.returncode == 2
    assert done.stderr.startswith(b"error[E207]: gone: ")
    assert done.stderr.count(b"\n") == 1
