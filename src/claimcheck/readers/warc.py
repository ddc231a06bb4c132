"""Web archives (.warc, .warc.gz): each page in them is an article; lines count through the archive.

Only what was answered with a page or a text is read: responses, resources, and converted texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article
from claimcheck.readers.html import read_html
from claimcheck.readers.kept import whole
from claimcheck.readers.packed import unpack
from claimcheck.readers.plain import empty, read_plain
from claimcheck.readers.source import Limits, Source

_FIELD = re.compile(
    rb"^(?P<name>[A-Za-z0-9\-]{1,60}):[ \t]*+(?P<value>[^\r\n]{0,2000})", re.MULTILINE
)
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_BLANK = re.compile(rb"[\r\n]*+")
_LONGEST_HEAD: Final = 2**16
_MOST_RECORDS: Final = 100_000
_KINDS: Final = frozenset({b"response", b"resource", b"conversion"})
_BREAK = re.compile(rb"\r\n?|\n")
_CHUNK = re.compile(rb"(?P<size>[0-9a-fA-F]{1,8})[^\r\n]{0,200}\r\n")
_PAGE: Final = (b"text/html", b"application/xhtml+xml")
_PAGE_TIMES: Final = 2  # most of a page is markup


class Record(NamedTuple):
    """One record: its number in the archive, its fields, its content, the line that begins at."""

    number: int
    fields: Mapping[bytes, bytes]
    content: bytes
    line: int


def read_warc(source: Source) -> list[Article | ReaderError]:
    """Read the pages of an archive; a record that cannot be read is an error, the next is read.

    Raises: ReaderError E002 empty, E014 for what is no archive, E015 for one without pages.
    """
    if not source.content.strip():
        raise empty(source.path)
    found: list[Article | ReaderError] = []
    for record in _records(source):
        if isinstance(record, ReaderError):
            found.append(record)
        elif record.fields.get(b"warc-type", b"").strip().lower() in _KINDS:
            found += _articles(record, source)
    if not found:
        raise ReaderError("E015", source.path, "no page in this archive", "")
    return found


def _records(source: Source) -> Iterator[Record | ReaderError]:
    """Walk over the records; one that lies about its length ends the walk."""
    content, at, line = source.content, 0, 1
    for number in range(1, _MOST_RECORDS):
        blank = _BLANK.match(content, at)
        start = blank.end() if blank else at
        if start >= len(content):
            return
        head = _head_end(content, start)
        if not content.startswith(b"WARC/", start) or head is None:
            if number == 1:
                raise ReaderError("E014", source.path, "not a web archive", "give it its suffix")
            yield _broken(source, number, "no record begins where one should")
            return
        fields = _fields(content[start:head])
        length = fields.get(b"content-length", b"").strip()
        end = head + int(length) if length.isdigit() and len(length) < 12 else len(content) + 1
        if end > len(content):
            yield _broken(source, number, "a record longer than the file")
            return
        line += _breaks(content, at, head)
        yield Record(number, fields, content[head:end], line)
        line += _breaks(content, head, end)
        at = end


def _broken(source: Source, number: int, problem: str) -> ReaderError:
    """Say which record is broken."""
    place = f"{source.path} (record {number})"
    return ReaderError("E014", place, problem, "the records before it were read")


def _head_end(content: bytes, start: int) -> int | None:
    """Give where the content after a head begins; an archive and an answer each have one."""
    found = _END_OF_HEAD.search(content, start, start + _LONGEST_HEAD)
    return found.end() if found else None


def _fields(head: bytes) -> dict[bytes, bytes]:
    """Read the fields of a head; the first of a name wins."""
    found: dict[bytes, bytes] = {}
    for field in _FIELD.finditer(head):
        found.setdefault(field["name"].lower(), field["value"])
    return found


def _breaks(content: bytes, start: int, end: int) -> int:
    """Count line breaks."""
    return sum(1 for _ in _BREAK.finditer(content, start, end))


def _articles(record: Record, source: Source) -> list[Article | ReaderError]:
    """Read the page or the text of a record."""
    place = f"{source.path} (record {record.number})"
    try:
        fields, body, line = _answer(record, place, source.limits)
        kind = fields.get(b"content-type", b"").lower()
        page, text = kind.startswith(_PAGE), kind.startswith(b"text/plain")
        if not (page or text) or not body.strip():
            return []
        limit = source.limits.max_bytes * (_PAGE_TIMES if page else 1)
        if len(body) > limit:
            problem = f"{len(body):,} bytes, more than {limit:,}"
            return [ReaderError("E004", place, problem, "raise it with --max-bytes")]
        made = (read_html if page else read_plain)(Source(source.path, body, source.limits))
    except ReaderError as error:
        return [ReaderError(error.code, place, error.problem, error.remedy)]
    address = record.fields.get(b"warc-target-uri", b"").strip(b" <>").decode("utf-8", "replace")
    return [
        one._replace(
            url=one.url or whole(address) or None, source=one.source._replace(first_line=line)
        )
        for one in made
    ]


def _answer(record: Record, place: str, limits: Limits) -> tuple[Mapping[bytes, bytes], bytes, int]:
    """Give the fields, the body and the first line of what a record holds.

    Raises: ReaderError E004, E014 for a packed body that is broken or too large.
    """
    content = record.content
    if not content.startswith(b"HTTP/"):
        return record.fields, content, record.line
    head = _head_end(content, 0) or len(content)
    fields, body = _fields(content[:head]), content[head:]
    if b"chunked" in fields.get(b"transfer-encoding", b"").lower():
        body = _joined(body)
    if b"gzip" in fields.get(b"content-encoding", b"").lower() and body[:2] == b"\x1f\x8b":
        body = unpack(body, place, limits.max_bytes * _PAGE_TIMES)
    return fields, body, record.line + _breaks(content, 0, head)


def _joined(body: bytes) -> bytes:
    """Join the chunks of an answer; one that is not in chunks stays as it is."""
    pieces: list[bytes] = []
    at = 0
    while (chunk := _CHUNK.match(body, at)) is not None:
        size = int(chunk["size"], 16)
        pieces.append(body[chunk.end() : chunk.end() + size])
        at = chunk.end() + size + 2
        if not size:
            break
    return b"".join(pieces) if pieces else body
