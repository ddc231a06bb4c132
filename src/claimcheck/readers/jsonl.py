"""JSONL: one article a line, with exact positions inside the JSON string."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, SourceMap
from claimcheck.readers.decode import decode
from claimcheck.readers.kept import Edit, Kept, keep, whole
from claimcheck.readers.metadata import metadata
from claimcheck.readers.plain import content_id, empty
from claimcheck.readers.source import Source

_SHAPE = 'one object a line, such as {"text": "...", "date": "2024-08-05"}'
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:,]')
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)


class _Number(str):
    """A JSON number as written: never computed, so that no number is too long."""

    __slots__ = ()


def read_jsonl(source: Source) -> list[Article | ReaderError]:
    """Read a .jsonl file; a line that is no article becomes an error, and the next one is read.

    Raises: ReaderError E002 for a file without lines, E015 if no line is an object with a text.
    """
    decoded = decode(source.content, source.path)
    entries: list[Article | ReaderError] = []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if line.strip():
            entries.append(_entry(line.rstrip("\r"), number, source, decoded.encoding))
    if not entries:
        raise empty(source.path)
    if all(isinstance(entry, ReaderError) and entry.code == "E015" for entry in entries):
        raise ReaderError("E015", source.path, 'no line has a "text"', _SHAPE)
    return entries


def _entry(line: str, number: int, source: Source, encoding: str) -> Article | ReaderError:
    """Read one line, or say what is wrong with it."""
    try:
        return _article(line, number, source, encoding)
    except ReaderError as error:
        return error


def _article(line: str, number: int, source: Source, encoding: str) -> Article:
    """Read one line.

    Raises: ReaderError E002, E004, E011, E013, E015.
    """
    place = f"{source.path}:{number}"
    fields = _object(line, place, source.limits.max_bytes)
    text = fields.get("text")
    if type(text) is not str:
        problem = '"text" is missing' if text is None else '"text" is not a string'
        raise ReaderError("E015", place, problem, _SHAPE)
    if not text.strip():
        raise empty(place)
    given = fields.get("id")
    kept = _inside(line)
    about = metadata(fields, place)
    return Article(
        id=content_id(kept.text.encode()) if given is None else whole(str(given)),
        text=kept.text,
        path=source.path,
        publisher=about.publisher,
        title=about.title,
        url=about.url,
        published=about.published,
        source=SourceMap(kept.offsets, kept.sources, (0,), number),
        encoding=encoding,
    )


def _object(line: str, place: str, limit: int) -> dict[str, object]:
    """Parse a line as one JSON object: bounded in size and depth, without NaN."""
    if len(line) > limit:
        problem = f"a line of {len(line):,} characters, more than {limit:,}"
        raise ReaderError("E004", place, problem, "raise it with --max-bytes")
    try:
        value = json.loads(
            line, parse_int=_Number, parse_float=_Number, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise ReaderError(
            "E011", f"{place}:{error.colno}", f"not JSON: {error.msg}", _SHAPE
        ) from error
    except RecursionError as error:
        raise ReaderError("E011", place, "JSON nested too deep", _SHAPE) from error
    except ValueError as error:
        raise ReaderError("E011", place, f"not JSON: {error}", _SHAPE) from error
    if not isinstance(value, dict):
        raise ReaderError("E015", place, "not a JSON object", _SHAPE)
    return value


def _refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python reads and JSON does not have."""
    message = f"{name} is no JSON value"
    raise ValueError(message)


def _inside(line: str) -> Kept:
    """Give the characters of the value of "text" and where each stands in the line."""
    start, end = _text_value(line)
    edits = (
        Edit(*found.span(), whole(json.loads(f'"{found[0]}"')))
        for found in _ESCAPE.finditer(line, start + 1, end - 1)
    )
    kept = keep(line, edits, start + 1, end - 1)
    return kept._replace(text=whole(kept.text))


def _text_value(line: str) -> tuple[int, int]:
    """Find the string that is the value of the outermost "text"; the last wins, as in `json`."""
    value = (0, 0)
    for key, span in _members(line):
        if key == "text":
            value = span
    return value


def _members(line: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Walk over the keys of the outermost object and the first token of their values."""
    depth, key, after_colon = 0, "", False
    for found in _TOKEN.finditer(line):
        sign = found[0]
        if depth == 1 and after_colon:
            yield key, found.span()
            after_colon = False
        if sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        elif depth == 1 and sign == ":":
            after_colon = True
        elif depth == 1 and sign[0] == '"':
            key = json.loads(sign)
