"""Stored rows back to nouns, each held against its checksum."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.report import Extraction
from claimcheck.store.codec import DamagedError, read, row
from claimcheck.store.record import Head, Places, checksum, source_of
from claimcheck.store.sources import path_to
from claimcheck.store.terms import in_parts, marks

_LONGEST = 2**28  # characters of a text; a longer one was never read


class StoredClaim(NamedTuple):
    """A claim as its row has it."""

    id: int
    article: int
    sentence: int
    body: str
    checksum: int

    def claim(self) -> Claim:
        """Read the claim. Raises DamagedError where the row is not as it was written."""
        if checksum(self.id, self.article, self.body) != self.checksum:
            raise DamagedError(f"claim {self.id} of article {self.article} has changed")
        found = read(Claim, self.body)
        if found.sentence != self.sentence:
            raise DamagedError(f"claim {self.id} stands in another sentence")
        return found


def claims_of(connection: sqlite3.Connection, articles: Sequence[int]) -> list[StoredClaim]:
    """Give the claims of articles, unread, in text order."""
    found: list[StoredClaim] = []
    for some in in_parts(articles):
        sql = (
            "SELECT c.id, c.article, c.sentence, c.body, c.checksum FROM article a JOIN claim c "  # noqa: S608 - only marks are put in
            "ON c.id BETWEEN a.first_claim AND a.first_claim + a.claims - 1 "
            f"WHERE a.id IN ({marks(some)}) ORDER BY c.id"
        )
        found.extend(row(StoredClaim, each) for each in connection.execute(sql, some))
    return found


class StoredArticle(NamedTuple):
    """An article as its row has it."""

    id: int
    name: str
    path: bytes
    told: int
    head: str
    places: str
    names: str
    terms: str
    checksum: int

    def extraction(self, claims: Sequence[Claim], archive: str) -> Extraction:
        """Give the article with some of its claims; its text is blank where none was kept.

        Raises: DamagedError where the row is not as it was written.
        """
        if checksum(self.id, self.head, self.places, self.names, self.terms) != self.checksum:
            raise DamagedError(f"article {self.id} has changed")
        head, places = read(Head, self.head), read(Places, self.places)
        article = Article(
            self.name,
            _text(head),
            path_to(archive, self.path),
            head.publisher,
            head.title,
            head.url,
            head.published,
            head.regions,
            source_of(places),
            head.encoding,
        )
        mentions = tuple(claim.mention for claim in claims)
        return Extraction(article, head.sentences, mentions, tuple(claims))


def articles(connection: sqlite3.Connection, ids: Sequence[int]) -> list[StoredArticle]:
    """Give the rows of articles by their numbers."""
    found: list[StoredArticle] = []
    for some in in_parts(ids):
        sql = (
            "SELECT id, name, path, told, head, places, names, terms, checksum FROM article "  # noqa: S608 - as above
            f"WHERE id IN ({marks(some)}) ORDER BY id"
        )
        found.extend(row(StoredArticle, each) for each in connection.execute(sql, some))
    return found


def _text(head: Head) -> str:
    """Put the kept stretches at their places and blanks between them."""
    if head.length > _LONGEST:
        raise DamagedError("a text of no possible length")
    pieces: list[str] = []
    at = 0
    for start, text in head.kept:
        if start < at or start + len(text) > head.length:
            raise DamagedError("stretches of text out of order")
        pieces += (" " * (start - at), text)
        at = start + len(text)
    pieces.append(" " * (head.length - at))
    return "".join(pieces)


def names_of(written: object) -> tuple[tuple[int, int], ...]:
    """Read the names of an article: the number of each term, and how often it stands there."""
    return read(tuple[tuple[int, int], ...], written)
