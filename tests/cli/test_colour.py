"""Colour, width and progress on a real terminal, as the system gives one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")


@pytest.mark.parametrize(
    ("environment", "option", "coloured"),
    [
        ({}, "--all", True),
        ({"NO_COLOR": "1"}, "--all", False),
        ({"NO_COLOR": ""}, "--all", True),
        ({"TERM": "dumb"}, "--all", False),
        ({}, "--no-color", False),
    ],
)
def test_a_terminal_gets_colour_unless_told_otherwise(
    articles: Path, environment: dict[str, str], option: str, *, coloured: bool
) -> None:
    kept = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    text = _on_terminal(articles, option, {**kept, "TERM": "xterm", **environment})
    assert ("\x1b[1" in text) is coloured
    assert "source is right." in text


@pytest.mark.parametrize(("option", "shown"), [("-v", True), ("-q", False)])
def test_many_articles_show_progress_on_a_terminal(
    tmp_path: Path, option: str, *, shown: bool
) -> None:
    lines = (f'{{"id": "{n}", "text": "Some {n + 40} homes burned."}}' for n in range(30))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "extract", str(tmp_path), option],
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    text = _all_of(ours)
    assert process.wait(timeout=60) == 0
    assert ("reading articles" in text) is shown
    assert not shown or "30/30" in text


def _on_terminal(articles: Path, option: str, environment: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "report", str(articles), option],
        stdout=theirs,
        stdin=subprocess.DEVNULL,
        env=environment,
    )
    os.close(theirs)
    text = _all_of(ours)
    assert process.wait(timeout=60) == 0
    return text


def _all_of(terminal: int) -> str:
    chunks = []
    while chunk := _read(terminal):
        chunks.append(chunk)
    os.close(terminal)
    return b"".join(chunks).decode("utf-8", "replace")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says that the other end closed
        return b""
