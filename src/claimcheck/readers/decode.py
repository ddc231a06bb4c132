"""Bytes to characters: byte order mark, then UTF-8, then the likeliest other encoding."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from claimcheck.errors import ReaderError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD = 8192
_HIGH = re.compile(rb"[\x80-\xff]")
_UNUSED_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_C1 = re.compile(rb"[\x80-\x9f]")


class Decoded(NamedTuple):
    """A text and the encoding it was read in, in words for the report."""

    text: str
    encoding: str


def decode(content: bytes, path: str, declared: str | None = None) -> Decoded:
    """Decode a file; `declared` is the encoding that it names itself, tried after UTF-8.

    Raises: ReaderError E006 for binary content, E007 for bytes that no encoding explains.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding, path)
    if b"\0" in content[:_HEAD]:
        return _strict(content, _utf16_order(content[:_HEAD], path), path)
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(content, declared) or _guess(content, path)


def _declared(content: bytes, name: str | None) -> Decoded | None:
    """Decode in the encoding a page names, if it is one of text and fits."""
    if name is None or name.lower() in {"utf-8", "utf8"}:
        return None
    # Browsers read pages that say Latin-1 as Windows-1252, and so do those who write them.
    known = "cp1252" if name.lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii"} else name
    try:
        found = codecs.lookup(known)
        text = content.decode(found.name)
    except (LookupError, UnicodeError):
        return None
    return Decoded(text, found.name.replace("_", "-"))


def _strict(content: bytes, encoding: str, path: str) -> Decoded:
    """Decode in an encoding that the content itself declares."""
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        problem = f"not {encoding} at byte {error.start}, though it begins like it"
        raise ReaderError("E007", path, problem, "save the file as UTF-8") from error


def _utf16_order(head: bytes, path: str) -> str:
    """Tell UTF-16 without a mark (every other byte of English is zero) from binary content."""
    half = len(head) // 2
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if half > 8 and zeros.count(0) > 0.8 * half and head.count(0) < 1.1 * half:
            return encoding
    raise ReaderError("E006", path, "binary content, not text", "give a text file")


def _guess(content: bytes, path: str) -> Decoded:
    """Decode bytes that are not UTF-8.

    A few broken bytes among good UTF-8 are replaced. Mostly plain English is a Western encoding:
    detectors guess badly from two curly quotes. Only the rest is worth a detector.
    """
    high = len(_HIGH.findall(content))
    mended = content.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    good = high - broken  # bytes that did form characters, roughly
    if broken * 4 < good:
        return Decoded(mended, f"utf-8 ({broken} broken bytes replaced)")
    if high * 10 < len(content) and not _UNUSED_IN_CP1252.search(content):
        name = "cp1252" if _C1.search(content) else "latin-1"
        return Decoded(content.decode(name), name)
    return _detect(content, path)


def _detect(content: bytes, path: str) -> Decoded:
    """Ask charset-normalizer; imported here because few files need it and it costs 20 ms."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - see above

    best = from_bytes(content[: 2**16]).best()
    if best is None:
        raise ReaderError("E007", path, "in no known encoding", "save the file as UTF-8")
    text = content.decode(best.encoding, "replace")
    return Decoded(text, best.encoding.replace("_", "-"))
