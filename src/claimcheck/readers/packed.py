"""Packed files: .gz in front of any reader, unpacked as a stream that cannot grow without bound."""

from __future__ import annotations

import zlib
from typing import Final

from claimcheck.errors import ReaderError

_MOST_TIMES: Final = 200  # real text packs to a tenth; what grows more is a bomb
_CHUNK: Final = 2**20
_FED: Final = 2**14
_MAGIC: Final = b"\x1f\x8b"
_GZIP: Final = 16 + zlib.MAX_WBITS


def unpack(content: bytes, path: str, limit: int) -> bytes:
    """Unpack the members of a .gz one after the other, up to a limit.

    Raises: ReaderError E004 for more than the limit or 200 times its size, E014 for a broken file.
    """
    most = min(limit, max(_CHUNK, len(content) * _MOST_TIMES))
    out = bytearray()
    at = 0
    while content[at : at + 2] == _MAGIC:
        at = _member(content, at, out, most, path)
    if not out and at == 0:
        raise ReaderError("E014", path, "not a .gz file", "give it its own suffix")
    return bytes(out)


def _member(content: bytes, at: int, out: bytearray, most: int, path: str) -> int:
    """Unpack one member behind the others and give where it ends.

    Only a little is fed at a time, so that a file of many members is never copied again and again.
    """
    stream = zlib.decompressobj(_GZIP)
    while at < len(content) and not stream.eof:
        piece = content[at : at + _FED]
        at += len(piece)
        while piece and not stream.eof:
            try:
                out += stream.decompress(piece, _CHUNK)
            except zlib.error as error:
                raise ReaderError("E014", path, "not a whole .gz file", "pack it again") from error
            piece = stream.unconsumed_tail
            if len(out) > most:
                problem = f"unpacks to more than {most:,} bytes"
                raise ReaderError("E004", path, problem, "raise it with --max-bytes")
    if not stream.eof:
        raise ReaderError("E014", path, "a .gz file that breaks off", "pack it again")
    return at - len(stream.unused_data)
