"""Where the configuration is: here or above, up to the root of the repository."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from claimcheck.errors import ConfigError

NAME: Final = "claimcheck.toml"
SHARED: Final = "pyproject.toml"
TABLE: Final = ("tool", "claimcheck")
_OURS: Final = re.compile(
    rb"""^[ \t]*+\[{1,2}[ \t]*+"?tool"?[ \t]*+\.[ \t]*+"?claimcheck"?[ \t]*+[].]""", re.MULTILINE
)


def found(folder: Path) -> Path | None:
    """Find the nearest configuration: claimcheck.toml, else a pyproject.toml that has our table.

    The search ends at the folder that holds .git.
    """
    for each in (folder, *folder.parents):
        for name in (NAME, SHARED):
            path = each / name
            if path.is_file() and (name == NAME or _names_us(path)):
                return path
        if (each / ".git").exists():
            return None
    return None


def shown(path: Path) -> str:
    """Write a path as seen from the working folder."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)


def given(path: str) -> Path:
    """Give the configuration named on the command line. Raises ConfigError where it is not."""
    if not Path(path).exists():
        raise ConfigError("E401", path, "no such file", "name a configuration, or --no-config")
    return Path(path)


def _names_us(path: Path) -> bool:
    """Tell whether a pyproject.toml has a table of ours; it is parsed only then."""
    try:
        with path.open("rb") as stream:
            return _OURS.search(stream.read(2**20)) is not None
    except OSError:
        return False
