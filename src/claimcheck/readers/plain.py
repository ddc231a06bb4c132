"""Plain text: one file, one article."""

from __future__ import annotations

import hashlib
from datetime import date

from claimcheck.errors import ReaderError
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence, SourceMap, wide
from claimcheck.readers.decode import decode
from claimcheck.readers.invisible import hidden_at, unseen
from claimcheck.readers.kept import in_order, keep, line_breaks, line_starts
from claimcheck.readers.source import Source


def read_plain(source: Source) -> list[Article]:
    """Read a .txt file: the whole of it is one article.

    Raises: ReaderError E002 for a file without words, and what `decode` raises.
    """
    decoded = decode(source.content, source.path)
    if not decoded.text.strip():
        raise empty(source.path)
    kept = keep(decoded.text, in_order(line_breaks(decoded.text), unseen(decoded.text)))
    return [
        Article(
            id=content_id(source.content),
            text=kept.text,
            path=source.path,
            source=SourceMap(
                kept.offsets, kept.sources, line_starts(decoded.text), wide=wide(decoded.text)
            ),
            encoding=decoded.encoding,
            invisible=hidden_at(kept, decoded.text),
        )
    ]


def content_id(content: bytes) -> str:
    """Name content by the first 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(content).hexdigest()[:16]


def on_day(day: date, how: AnchorHow, reason: str) -> Anchor:
    """Anchor an article to a day that is named outside its text."""
    return Anchor(day, day, day, how, (Evidence(None, reason),))


def empty(place: str) -> ReaderError:
    """Say that an input holds no words."""
    return ReaderError("E002", place, "empty, nothing to read")
