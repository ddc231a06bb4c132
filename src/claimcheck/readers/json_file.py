"""JSON files: one article, or a list of them; what holds none is no article and not an error."""

from __future__ import annotations

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, wide
from claimcheck.readers.decode import decode
from claimcheck.readers.json_article import Place, article_of, entries, find_body, no_article
from claimcheck.readers.json_value import parse, strings
from claimcheck.readers.kept import line_starts, whole
from claimcheck.readers.plain import empty
from claimcheck.readers.source import Source


def read_json(source: Source) -> list[Article | ReaderError]:
    """Read a .json file.

    Raises: ReaderError E002 for an empty file, E011 for what is no JSON, E015 without an article.
    """
    decoded = decode(source.content, source.path)
    raw = decoded.text
    if not raw.strip():
        raise empty(source.path)
    value = parse(raw, source.path, source.limits.max_bytes)
    place = Place(
        source.path, source.path, decoded.encoding, 1, line_starts(raw), strings(raw), wide(raw)
    )
    found: list[Article | ReaderError] = []
    for above, entry in entries(value):
        body = find_body(entry)
        if body is None:
            continue
        try:
            made = article_of(entry, body, raw, place, above)
        except ReaderError as error:
            found.append(error)
            continue
        given = entry.get("id")
        found.append(made._replace(id=whole(given)) if isinstance(given, str) and given else made)
    if not found:
        raise no_article(source.path)
    return found
