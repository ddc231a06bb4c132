"""Run the command line as a user does: in a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

FERRY = "The ferry sank off the cape on Monday. The coast guard said 43 people were killed.\n"
OTHER = "The ferry sank off the cape on Monday. The coast guard said 57 people were killed.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Give a folder of two articles that disagree."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text(FERRY, encoding="utf-8")
    (folder / "second.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def claimcheck(tmp_path: Path) -> Run:
    """Give a function that runs `claimcheck` in a temporary folder and keeps what it wrote."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        kept = {key: value for key, value in os.environ.items() if key not in _CHANGING}
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *map(str, arguments)],
            cwd=tmp_path,
            env={**kept, "PYTHONIOENCODING": "utf-8", **environment},
            input=stdin,
            capture_output=True,
            timeout=60,
            check=False,
        )

    return run


_CHANGING = {
    "NO_COLOR",
    "COLUMNS",
    "TERM",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
    "PYTHONDONTWRITEBYTECODE",  # bytecode on disk halves the time of every process started here
}
