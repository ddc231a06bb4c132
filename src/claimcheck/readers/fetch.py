"""Bytes of one file: regular files only, never blocking, never more than the limit."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO, Final, NamedTuple

from claimcheck.errors import ReaderError

_CHUNK: Final = 2**20
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_KINDS: Final = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISDIR, "a folder"),
)


class Fetched(NamedTuple):
    """The bytes of a file and the identity of the file they came from."""

    content: bytes
    device: int
    inode: int


def fetch(path: str, limit: int) -> Fetched:
    """Read a regular file.

    Raises: ReaderError E001 missing, E003 not a regular file, E004 larger than the limit,
    E005 not readable, E008 a link that leads to itself.
    """
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise ReaderError("E003", path, f"{_kind(status.st_mode)}, not a file", "give a file")
        if status.st_size > limit:
            raise too_large(path, status.st_size, limit)
        return Fetched(_bytes(handle, path, limit), status.st_dev, status.st_ino)
    except OSError as error:
        raise unreadable(path, error) from error
    finally:
        os.close(handle)


def fetch_stream(stream: BinaryIO, path: str, limit: int) -> bytes:
    """Read a stream to its end.

    Raises: ReaderError E004 as soon as there is more than the limit.
    """
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_large(path, None, limit)
    return content


def unreadable(path: str, error: Exception) -> ReaderError:
    """Say in one line why the system does not give a file."""
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.ENOENT, errno.ENOTDIR} or isinstance(error, ValueError):
        return ReaderError("E001", path, "no such file or folder")
    if number == errno.ELOOP:
        return ReaderError("E008", path, "a link that leads to itself")
    if number in {errno.ENXIO, errno.ENODEV, errno.EOPNOTSUPP}:
        return ReaderError("E003", path, "not a file", "give a file")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "unreadable"
    return ReaderError("E005", path, f"cannot be read: {reason.lower()}")


def too_large(path: str, size: int | None, limit: int) -> ReaderError:
    """Say that an input is too large, and which flag lifts the limit."""
    much = f"{size:,} bytes" if size is not None else "more"
    return ReaderError("E004", path, f"{much}, more than {limit:,}", "raise it with --max-bytes")


def _bytes(handle: int, path: str, limit: int) -> bytes:
    """Read to the end, counting: a file may grow, and some report no size."""
    chunks: list[bytes] = []
    size = 0
    while chunk := os.read(handle, _CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            raise too_large(path, None, limit)
    return b"".join(chunks)


def _kind(mode: int) -> str:
    """Name what a path is, other than a regular file."""
    return next((name for test, name in _KINDS if test(mode)), "special")
