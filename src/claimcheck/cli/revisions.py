"""Articles as a git revision has them, written to a folder that lasts as long as they are read."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from claimcheck.errors import UsageError

_PATIENCE = 120  # seconds
_MOST_BYTES = 1 << 30
_REMEDY = "give a report, a folder, or REVISION:PATH inside a git repository"


class Revision(NamedTuple):
    """A revision and a path in it, from the working folder."""

    name: str
    path: str


def revision(written: str) -> Revision | None:
    """Read REVISION:PATH; None for a text without a colon.

    >>> revision("main:articles")
    Revision(name='main', path='articles')
    """
    name, colon, path = written.partition(":")
    return Revision(name, path or ".") if colon and name else None


@contextmanager
def checked_out(wanted: Revision) -> Iterator[Path]:
    """Give a folder that holds the path as it was in the revision, under the same name.

    Raises: UsageError E206 where git knows no such revision or path.
    """
    shown = f"{wanted.name}:{wanted.path}"
    commit = _git(shown, "rev-parse", "--verify", "--quiet", "--end-of-options", _peeled(wanted))
    tar = _git(shown, "archive", "--format=tar", commit.decode().strip(), "--", wanted.path)
    with TemporaryDirectory(prefix="claimcheck-") as folder:
        with tarfile.open(fileobj=io.BytesIO(tar)) as packed:
            if sum(member.size for member in packed) > _MOST_BYTES:
                raise UsageError("E206", shown, f"more than {_MOST_BYTES:,} bytes", "name less")
            packed.extractall(folder, filter="data")
        yield Path(folder)


def _peeled(wanted: Revision) -> str:
    return f"{wanted.name}^{{commit}}"


def _git(shown: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ("git", *arguments),  # noqa: S607 - git is found as the user has it
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
        )
    except FileNotFoundError as error:
        raise UsageError("E206", shown, "no such file, and git is not installed", "") from error
    except subprocess.TimeoutExpired as error:
        raise UsageError("E206", shown, f"git took over {_PATIENCE} seconds", "") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = said[-1].removeprefix("fatal: ")[:150] if said else "git knows no such revision"
        raise UsageError("E206", shown, f"no such file, and no revision: {why}", _REMEDY)
    return done.stdout
