"""An input as bytes: where it came from, and the limits it was read under."""

from __future__ import annotations

from typing import NamedTuple

MEGABYTE = 2**20


class Limits(NamedTuple):
    """How much is read: bytes of one article, and of one file that holds many articles."""

    max_bytes: int = 5 * MEGABYTE
    max_file_bytes: int = 256 * MEGABYTE


class Source(NamedTuple):
    """One input, read: its path as the user wrote it, its bytes, and the limits that hold."""

    path: str
    content: bytes
    limits: Limits = Limits()
