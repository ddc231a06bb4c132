"""A killed run leaves the archive as it was, and the next one completes the work."""

from __future__ import annotations

from pathlib import Path

from tests.store.crash import crash


def test_ten_killed_runs_lose_nothing(tmp_path: Path) -> None:
    done = crash(tmp_path, 10, articles=12)
    assert done.killed + done.ended == 10
