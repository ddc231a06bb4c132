"""Packed files: .gz in front of any reader, unpacked as a stream that cannot grow without bound."""

from __future__ import annotations

import zlib
from typing import Final

from claimcheck.errors import ReaderError

_MOST_TIMES: Final = 200  # real text packs to a tenth; what grows more is a bomb
_CHUNK: Final = 2**20
_GZIP: Final = 16 + zlib.MAX_WBITS


def unpack(content: bytes, path: str, limit: int) -> bytes:
    """Unpack the first members of a .gz, up to a limit.

    Raises: ReaderError E004 for more than the limit or 200 times its size, E014 for a broken file.
    """
    out: list[bytes] = []
    size, rest = 0, content
    while rest[:2] == b"\x1f\x8b" and len(out) < _CHUNK:
        stream = zlib.decompressobj(_GZIP)
        while rest and not stream.eof:
            try:
                piece = stream.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise ReaderError("E014", path, "not a whole .gz file", "pack it again") from error
            rest = stream.unconsumed_tail
            size += len(piece)
            out.append(piece)
            if size > limit or size > max(_CHUNK, len(content) * _MOST_TIMES):
                problem = f"unpacks to more than {min(limit, len(content) * _MOST_TIMES):,} bytes"
                raise ReaderError("E004", path, problem, "raise it with --max-bytes")
        if not stream.eof:
            raise ReaderError("E014", path, "a .gz file that breaks off", "pack it again")
        rest = stream.unused_data
    if not out:
        raise ReaderError("E014", path, "not a .gz file", "give it its own suffix")
    return b"".join(out)
