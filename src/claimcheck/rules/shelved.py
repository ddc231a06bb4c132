"""A large table on disk, mapped into memory when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap


class ShelvedTable:
    """The bytes of a file that stays on disk; a copy for another process carries only its path."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is opened yet. A file that is not there is an empty table."""
        self.path = path

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ShelvedTable) and self.path == other.path

    def __hash__(self) -> int:
        return hash(self.path)

    def __reduce__(self) -> tuple[type[ShelvedTable], tuple[Path]]:
        return ShelvedTable, (self.path,)

    @cached_property
    def _bytes(self) -> bytes | mmap:
        from mmap import ACCESS_READ, mmap  # noqa: PLC0415 - only where a word is looked up

        if not self.path.is_file() or not self.path.stat().st_size:
            return b""
        with self.path.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)

    def __len__(self) -> int:
        return len(self._bytes)

    def __getitem__(self, part: slice, /) -> bytes:
        return self._bytes[part]

    def find(self, sub: bytes, start: int, /) -> int:
        """Give the first place of some bytes at or after a start; -1 for none."""
        return self._bytes.find(sub, start)

    def rfind(self, sub: bytes, start: int, end: int, /) -> int:
        """Give the last place of some bytes within [start, end); -1 for none."""
        return self._bytes.rfind(sub, start, end)
