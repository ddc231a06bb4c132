"""Where results go: standard output, and files written beside and put in place at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from claimcheck.errors import UsageError
from claimcheck.output.formats import FOR_PEOPLE, ours
from claimcheck.output.look import Look

_LOOKED_AT: Final = 8192


class Target(NamedTuple):
    """A file to write and its format."""

    format: str
    path: Path


def targets(given: Sequence[str], formats: tuple[str, ...], *, force: bool) -> tuple[Target, ...]:
    """Read the FORMAT=FILE arguments, and refuse before any work what must not be written.

    Raises UsageError: no such format, no file name, one file twice, or a file that is not ours.
    """
    found = tuple(_target(each, formats) for each in given)
    places = [_real(target.path) for target in found]
    for target, place in zip(found, places, strict=True):
        if places.count(place) > 1:
            raise UsageError("E203", str(target.path), "named twice", "one file for each output")
        _refuse_foreign(target.path, force=force)
    return found


def deliver(
    written: Callable[[str, Look], str],
    form: str,
    files: Sequence[Target],
    looks: tuple[Look, Look],
) -> None:
    """Write a result to its files, then to standard output; `looks` are of the latter, and files.

    Raises UsageError where that is not possible.
    """
    for target in files:
        write_file(target, written(target.format, looks[1]))
    write_out(written(form, looks[0]), form)


def write_out(text: str, form: str) -> None:
    """Write a result to standard output: text for people in its encoding, the rest in UTF-8.

    Raises UsageError where the stream takes nothing (a full disk); BrokenPipeError passes.
    """
    encoding = (sys.stdout.encoding or "utf-8") if form in FOR_PEOPLE else "utf-8"
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UsageError("E204", "standard output", _why(error)) from error


def write_file(target: Target, text: str) -> None:
    """Write a file beside its place, make it durable, then move it in place: all of it or nothing.

    Raises UsageError where that is not possible.
    """
    path = _real(target.path)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        try:
            with beside.open("xb") as stream:
                stream.write(text.encode("utf-8", "backslashreplace"))
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _sync_folder(path.parent)
    except OSError as error:
        raise UsageError("E204", str(target.path), _why(error)) from error


def _target(given: str, formats: tuple[str, ...]) -> Target:
    form, equals, path = given.partition("=")
    if not equals or not path:
        raise UsageError("E203", "", f'"{given[:80]}" is not FORMAT=FILE', "as in json=report.json")
    if form not in formats:
        remedy = f"one of {', '.join(formats)}"
        raise UsageError("E203", "", f'no format "{form[:80]}"', remedy)
    return Target(form, Path(path))


def _real(path: Path) -> Path:
    """Follow links; a link that leads to itself stays as it is and fails where it is opened."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _refuse_foreign(path: Path, *, force: bool) -> None:
    try:
        if path.exists():
            _refuse_existing(path, force=force)
        elif not path.parent.is_dir():
            raise UsageError("E203", str(path), "its folder does not exist", "make it first")
    except (OSError, ValueError, RuntimeError) as error:
        raise UsageError("E203", str(path), _why(error)) from error


def _refuse_existing(path: Path, *, force: bool) -> None:
    if not path.is_file():
        raise UsageError("E203", str(path), "is not a regular file", "name a file")
    if not force and not ours(*_ends(path)):
        remedy = "name another, or --force to replace it"
        raise UsageError("E203", str(path), "exists and is no earlier result", remedy)


def _ends(path: Path) -> tuple[str, str]:
    with path.open("rb") as stream:
        beginning = stream.read(_LOOKED_AT)
        stream.seek(max(0, path.stat().st_size - _LOOKED_AT))
        return beginning.decode("utf-8", "replace"), stream.read().decode("utf-8", "replace")


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be written: {reason.lower()}"
