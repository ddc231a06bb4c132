"""Plain text: bytes, or a string, to one article."""

from __future__ import annotations

import hashlib
from datetime import date as Date  # noqa: N812 - `date` is the public keyword of from_text

from claimcheck.errors import ReaderError
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence, SourceMap
from claimcheck.readers.decode import decode
from claimcheck.readers.kept import keep, line_breaks, line_starts, whole
from claimcheck.readers.source import Source


def read_plain(source: Source) -> list[Article]:
    """Read a .txt file: the whole of it is one article.

    Raises: ReaderError E002 for a file without words, and what `decode` raises.
    """
    decoded = decode(source.content, source.path)
    if not decoded.text.strip():
        raise empty(source.path)
    kept = keep(decoded.text, line_breaks(decoded.text))
    return [
        Article(
            id=content_id(source.content),
            text=kept.text,
            path=source.path,
            source=SourceMap(kept.offsets, kept.sources, line_starts(decoded.text)),
            encoding=decoded.encoding,
        )
    ]


def from_text(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the public name of the keyword
    date: Date | None = None,
    path: str = "",
) -> Article:
    """Make an article of a string; without an id, the id is a hash of the text in UTF-8.

    Every offset counts in the string as given. `date` is the day of publication.

    >>> from_text("25,000 wait for a visa.", id="a").excerpt((0, 6))
    '25,000'
    """
    text = whole(text)
    return Article(
        id=content_id(text.encode()) if id is None else id,
        text=text,
        path=path,
        published=Anchor() if date is None else on_day(date, AnchorHow.GIVEN, "given"),
        source=SourceMap(line_starts=line_starts(text)),
    )


def content_id(content: bytes) -> str:
    """Name content by the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(content).hexdigest()[:16]


def on_day(day: Date, how: AnchorHow, reason: str) -> Anchor:
    """Anchor an article to a day that is named outside its text."""
    return Anchor(day, day, day, how, (Evidence(None, reason),))


def empty(place: str) -> ReaderError:
    """Say that an input holds no words."""
    return ReaderError("E002", place, "empty, nothing to read")
