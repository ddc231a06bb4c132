"""Colour and width on a real terminal, as the system gives one."""

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


def _on_terminal(articles: Path, option: str, environment: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "report", str(articles), option],
        stdout=theirs,
        stdin=subprocess.DEVNULL,
        env=environment,
    )
    os.close(theirs)
    chunks = []
    while chunk := _read(ours):
        chunks.append(chunk)
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return b"".join(chunks).decode("utf-8", "replace")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says that the other end closed
        return b""
