"""JSONL: one article a line, with exact positions inside the JSON string."""

from __future__ import annotations

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, wide
from claimcheck.readers.decode import decode
from claimcheck.readers.json_article import Place, article_of, find_body
from claimcheck.readers.json_value import object_of, parse, strings
from claimcheck.readers.kept import whole
from claimcheck.readers.plain import empty
from claimcheck.readers.source import Source

_SHAPE = 'one object a line, such as {"text": "...", "date": "2024-08-05"}'


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
    entry = object_of(parse(line, place, source.limits.max_bytes), place)
    body = find_body(entry)
    if body is None:
        given = entry.get("text")
        problem = '"text" is missing' if given is None else '"text" is not a string'
        raise ReaderError("E015", place, problem, _SHAPE)
    made = article_of(
        entry,
        body,
        line,
        Place(source.path, place, encoding, number, (0,), strings(line), wide(line)),
    )
    given = entry.get("id")
    return made if given is None else made._replace(id=whole(str(given)))
