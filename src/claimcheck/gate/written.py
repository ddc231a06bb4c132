"""Files that people write for the gate: regular, of bounded size, UTF-8."""

from __future__ import annotations

import codecs

from claimcheck.errors import ClaimcheckError, ReaderError
from claimcheck.readers.fetch import fetch

MOST_BYTES = 4_000_000


def written(path: str, kind: type[ClaimcheckError], code: str) -> str:
    """Read such a file. Raises an error of this kind and code where it cannot be read as text."""
    return decoded(content(path, kind, code), path, kind, code)


def content(path: str, kind: type[ClaimcheckError], code: str) -> bytes:
    """Give the bytes of such a file; raises as `written`."""
    try:
        return fetch(path, MOST_BYTES).content
    except ReaderError as error:
        remedy = "" if error.code == "E004" else error.remedy
        raise kind(code, path, error.problem, remedy) from error


def decoded(content: bytes, path: str, kind: type[ClaimcheckError], code: str) -> str:
    """Give bytes as text, without a byte order mark."""
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise kind(code, f"{path}:{line}", "not UTF-8", "save it as UTF-8") from error
