"""`claimcheck archive` as people read it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_an_article_without_a_title_is_listed_by_its_first_line(
    claimcheck: Run, tmp_path: Path
) -> None:
    text = "Ferry sinks off the cape, 43 killed\n\nThe coast guard said 43 people were killed.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert claimcheck("archive", "add", "a.txt").returncode == 0
    (line,) = claimcheck("archive", "list").stdout.decode().splitlines()
    assert line.endswith("  a.txt  Ferry sinks off the cape, 43 killed")
