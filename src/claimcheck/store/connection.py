"""Doors to an archive file: opened with care, and every failure told in one line."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from typing import Final
from urllib.parse import quote_from_bytes

from claimcheck.errors import ArchiveError
from claimcheck.store.codec import DamagedError
from claimcheck.store.schema import (
    APPLICATION,
    VERSION,
    expected,
    layout,
    migrate,
    version_of,
)

_MAGIC: Final = b"SQLite format 3\0"
_ANEW: Final = "make it anew with claimcheck archive add, or restore a copy"
_CHECKED: Final = 4 * 2**20  # bytes of a file that is checked whole whenever it is opened to read
_CHECKED_TO_WRITE: Final = 256 * 2**20  # and whenever it is opened to write
_CACHE: Final = 64 * 1024  # KiB of pages a writer keeps
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_MISMATCH})
_REASONS: Final = {
    sqlite3.SQLITE_FULL: ("the disk is full; nothing was changed", "free some space"),
    sqlite3.SQLITE_READONLY: ("is read-only", "make the file and its folder writable"),
    sqlite3.SQLITE_IOERR: ("cannot be read or written to the end; nothing was changed", ""),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "make the file and its folder accessible"),
    sqlite3.SQLITE_PERM: ("access is not permitted", ""),
    sqlite3.SQLITE_TOOBIG: ("an article is too long to be kept", "add it without --keep-text"),
    sqlite3.SQLITE_NOMEM: ("not enough memory", ""),
}


@contextmanager
def told(path: str) -> Iterator[None]:
    """Turn what the database says into an ArchiveError about this file."""
    try:
        yield
    except DamagedError as error:
        raise ArchiveError("E303", path, f"is damaged: {error}", _ANEW) from error
    except UnicodeError as error:
        raise ArchiveError("E303", path, "is damaged: text that is no UTF-8", _ANEW) from error
    except sqlite3.Error as error:
        raise _as_told(path, error) from error
    except OverflowError as error:
        raise ArchiveError("E303", path, "is damaged: a number out of range", _ANEW) from error


def _as_told(path: str, error: sqlite3.Error) -> ArchiveError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in _BUSY:
        return ArchiveError("E306", path, "another run is writing to it", "try again when it ends")
    if code in _BROKEN or code not in _REASONS:
        return ArchiveError("E303", path, f"is damaged: {str(error)[:120]}", _ANEW)
    return ArchiveError("E305", path, *_REASONS[code])


def reading(path: str) -> sqlite3.Connection:
    """Open an archive to read from it; a writer may be at work meanwhile.

    Raises: ArchiveError, as `open_archive` says.
    """
    size = _looked_at(path)
    if size is None:
        remedy = "make one with claimcheck archive add"
        raise ArchiveError("E301", path, "no such archive", remedy)
    with told(path):
        connection = _open_to_read(path)
        try:
            _guard(connection)
            connection.execute("PRAGMA query_only = ON")
            _inspect(connection, path)
            if size <= _CHECKED:
                check(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def writing(path: str, wait: float, waiting: Callable[[], None]) -> sqlite3.Connection:
    """Open an archive to write to it, and begin the one transaction of a run.

    Another run that is writing is waited for, so many seconds; `waiting` is called first. An
    archive that does not exist is made, one of an earlier version brought up to date.
    Raises: ArchiveError E302 to E306.
    """
    size = _looked_at(path)
    with told(path):
        connection = _connect(path, "rwc")
        try:
            _guard(connection)
            if size:
                _ours(connection, path)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            _begin(connection, wait, waiting)
            _prepare(connection, path)
            if size and size <= _CHECKED_TO_WRITE:
                check(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def check(connection: sqlite3.Connection) -> None:
    """Check every page of a file. Raises DamagedError."""
    found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise DamagedError(found.partition("\n")[0][:120])


def _looked_at(path: str) -> int | None:
    """Give the size of a file that could be an archive; None if there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - a path may be of bytes that are no text
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
            raise ArchiveError("E302", path, f"{kind}, not an archive", "name a file")
        with open(path, "rb") as file:  # noqa: PTH123 - as above
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise ArchiveError("E305", path, f"cannot be read: {reason.lower()}") from error
    if head and head != _MAGIC:
        raise ArchiveError("E302", path, "not an archive of claimcheck", "name another file")
    return status.st_size


def _open_to_read(path: str) -> sqlite3.Connection:
    """Open a file; where its folder takes no lock files and no run is writing, as it stands."""
    connection = _connect(path, "rw")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        with suppress(OSError):
            if os.stat(f"{path}-wal").st_size:  # noqa: PTH116 - as above
                raise
        connection = _connect(path, "ro&immutable=1")
    return connection


def _connect(path: str, mode: str) -> sqlite3.Connection:
    name = quote_from_bytes(os.fsencode(os.path.abspath(path)))  # noqa: PTH100 - as above
    return sqlite3.connect(
        f"file:{name}?mode={mode}", timeout=0, isolation_level=None, uri=True, cached_statements=64
    )


def _guard(connection: sqlite3.Connection) -> None:
    """Trust nothing that a file brings along."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    defensive = getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE", None)
    if defensive is not None:  # from Python 3.12 on
        connection.setconfig(defensive, True)  # type: ignore[attr-defined]  # noqa: FBT003 - its signature


def _inspect(connection: sqlite3.Connection, path: str) -> None:
    """Make sure that a file is an archive of this version, with our schema and nothing else."""
    if _ours(connection, path):
        problem = "holds nothing: no run that was to fill it came to its end"
        raise ArchiveError("E302", path, problem, "run claimcheck archive add again")
    version = version_of(connection)
    if version > VERSION:
        problem = f"written by a newer claimcheck (schema {version}, this one knows {VERSION})"
        raise ArchiveError("E304", path, problem, "upgrade claimcheck")
    if version < VERSION:
        problem = f"written by an older claimcheck (schema {version}, now {VERSION})"
        raise ArchiveError("E304", path, problem, "bring it up to date: claimcheck archive update")
    _hold_schema(connection, path, version)


def _ours(connection: sqlite3.Connection, path: str) -> bool:
    """Make sure that a file is ours, or empty; tell whether it is empty."""
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark == 0 and not layout(connection):
        return True
    if mark != APPLICATION:
        raise ArchiveError("E302", path, "not an archive of claimcheck", "name another file")
    return False


def _hold_schema(connection: sqlite3.Connection, path: str, version: int) -> None:
    """Refuse triggers, views and tables that claimcheck did not make."""
    found, wanted = layout(connection), expected(version)
    for kind, name, _ in sorted(found - wanted):
        raise ArchiveError("E303", path, f"holds a {kind} that is not ours: {name[:60]}", _ANEW)
    for kind, name, _ in sorted(wanted - found):
        raise ArchiveError("E303", path, f"the {kind} {name} is missing", _ANEW)


def _begin(connection: sqlite3.Connection, wait: float, waiting: Callable[[], None]) -> None:
    """Turn on the write-ahead log and take the one right to write."""

    def begin() -> None:
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
        if mode != "wal":
            raise DamagedError(f"its journal cannot be a write-ahead log but {mode}")
        connection.execute("BEGIN IMMEDIATE")

    try:
        begin()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _BUSY or wait <= 0:
            raise
        waiting()
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        begin()


def _prepare(connection: sqlite3.Connection, path: str) -> None:
    """Make the schema of a new file, migrate an old one, refuse any other."""
    if _ours(connection, path):
        migrate(connection)
        return
    version = version_of(connection)
    if 0 < version < VERSION:
        _hold_schema(connection, path, version)
        migrate(connection)
    _inspect(connection, path)


def close(connection: sqlite3.Connection) -> None:
    """Let go of an archive; what was not committed is gone."""
    with closing(connection), suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
