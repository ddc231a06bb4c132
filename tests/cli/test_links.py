"""`claimcheck stories` and `claimcheck links` on folders."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_links_lists_each_question_with_its_values(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("links", articles)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "first.txt:1:" in text
    assert "pairs: " in text


def test_stories_tells_each_articles_place(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("stories", articles)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "first.txt" in text
    assert "second.txt" in text


def test_nothing_to_read_is_no_success(claimcheck: Run, tmp_path: Path) -> None:
    assert claimcheck("links", tmp_path / "absent.txt").returncode == 2
    assert claimcheck("stories", tmp_path / "absent.txt").returncode == 2
