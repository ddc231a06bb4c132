"""What an archive holds, article by article: for people, and for other programs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimcheck.errors import UsageError
from claimcheck.model.report import Extraction
from claimcheck.store.codec import read, row
from claimcheck.store.record import Head
from claimcheck.store.sources import path_from, path_to
from claimcheck.store.stored import articles, claims_of

_ENTRY = (
    "SELECT a.id, a.name, a.path, a.part, a.address, a.claims, a.begun, a.ended, s.name, "
    "a.reading, a.head FROM article a LEFT JOIN article s ON s.id = a.successor"
)


class Entry(NamedTuple):
    """One state of an article: current until a run ended it, for a successor or for none."""

    id: int
    name: str
    path: str
    part: str
    url: str
    claims: int
    begun: int
    ended: int | None
    successor: str | None
    stale: bool
    title: str
    published: str

    @property
    def state(self) -> str:
        """Say in a word how things stand with it."""
        if self.ended is None:
            return "stale" if self.stale else "current"
        return "replaced" if self.successor is not None else "gone"


def entries(
    connection: sqlite3.Connection, archive: str, readings: Sequence[int], *, history: bool
) -> Iterator[Entry]:
    """Give the articles of an archive by path, with earlier states if history is asked for.

    `readings` are the numbers of the versions that are not stale.
    """
    where = "" if history else " WHERE a.ended IS NULL"
    for each in connection.execute(f"{_ENTRY}{where} ORDER BY a.path, a.part, a.id"):
        yield _entry(each, archive, readings)


def matching(
    connection: sqlite3.Connection, archive: str, target: str, readings: Sequence[int]
) -> list[Entry]:
    """Give every state of the articles that an id, its beginning, a path or an address names."""
    path = path_from(archive, target)
    beginning = f"{_escaped(target)}%"
    rows = connection.execute(
        f"{_ENTRY} WHERE a.path = ? OR a.name = ? OR a.address = ? "
        "OR (length(?) > 3 AND a.name LIKE ? ESCAPE '!') ORDER BY a.path, a.part, a.id",
        (path, target, target, target, beginning),
    ).fetchall()
    return [_entry(each, archive, readings) for each in rows]


def below(connection: sqlite3.Connection, archive: str, folder: str) -> list[int]:
    """Give every state of the articles below a folder."""
    top = path_from(archive, folder)
    prefix = b"" if top == b"." else top.rstrip(b"/") + b"/"
    rows = connection.execute("SELECT id, path FROM article")
    return [each[0] for each in rows if bytes(each[1]).startswith(prefix)]


def extraction(connection: sqlite3.Connection, archive: str, state: int) -> Extraction:
    """Read one state of an article with its claims. Raises DamagedError."""
    found = articles(connection, [state])[0]
    claims = [one.claim() for one in claims_of(connection, [state])]
    return found.extraction(claims, archive)


def readings(connection: sqlite3.Connection, grammar: str, lexicon: str) -> list[int]:
    """Give the numbers under which an archive knows a version: one, or none."""
    sql = "SELECT id FROM reading WHERE grammar = ? AND lexicon = ?"
    return [each[0] for each in connection.execute(sql, (grammar, lexicon))]


def unknown(target: str, archive: str) -> UsageError:
    """Say that an archive holds no such article."""
    problem = f'holds no article "{target[:80]}"'
    return UsageError("E307", archive, problem, "see claimcheck archive list")


def ambiguous(target: str, archive: str, names: Sequence[str]) -> UsageError:
    """Say that more than one article is meant."""
    some = ", ".join(sorted(set(names))[:5])
    return UsageError("E307", archive, f'"{target[:80]}" names several articles', f"as in {some}")


class _Row(NamedTuple):
    """A row of the query above."""

    id: int
    name: str
    path: bytes
    part: str
    address: str
    claims: int
    begun: int
    ended: int | None
    successor: str | None
    reading: int
    head: str


def _entry(values: tuple[object, ...], archive: str, known: Sequence[int]) -> Entry:
    found = row(_Row, values)
    kept = read(Head, found.head)
    anchor = kept.published
    days = (anchor.earliest, anchor.latest)
    return Entry(
        found.id,
        found.name,
        path_to(archive, found.path),
        found.part,
        found.address,
        found.claims,
        found.begun,
        found.ended,
        found.successor,
        found.reading not in known,
        kept.title or _first_words(kept),
        str(days[0]) if anchor.known else f"{days[0] or ''}..{days[1] or ''}" if any(days) else "",
    )


def _first_words(head: Head) -> str:
    """Give the first line kept of an article, or its beginning, for one without a title."""
    words = head.kept[0][1].strip() if head.kept else ""
    return " ".join(words.partition("\n")[0].split())[:60]


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
