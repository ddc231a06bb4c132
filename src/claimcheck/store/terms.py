"""The terms of an archive: words by number, and how many articles or claims hold each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from claimcheck.store.codec import row
from claimcheck.store.schema import Kind

T = TypeVar("T")
_MOST_KEPT = 300_000  # terms a run keeps at hand before it looks them up anew
_AT_ONCE = 500  # values of one statement


class Term(NamedTuple):
    """A word of current articles: its number, and how many hold it (`short`: too short ones)."""

    id: int
    text: str
    held: int
    short: int


def terms(connection: sqlite3.Connection, kind: Kind, texts: Sequence[str]) -> dict[str, Term]:
    """Look up terms by their texts; those that no article ever held are missing."""
    found: dict[str, Term] = {}
    for some in in_parts(texts):
        sql = (
            "SELECT id, text, held, short FROM term "  # noqa: S608 - only marks are put in
            f"WHERE kind = {int(kind)} AND text IN ({marks(some)})"
        )
        cursor = connection.execute(sql, some)
        found.update((each[1], row(Term, each)) for each in cursor)
    return found


def terms_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Term]:
    """Look up terms by their numbers."""
    found: dict[int, Term] = {}
    for some in in_parts(ids):
        sql = f"SELECT id, text, held, short FROM term WHERE id IN ({marks(some)})"  # noqa: S608 - as above
        cursor = connection.execute(sql, some)
        found.update((each[0], row(Term, each)) for each in cursor)
    return found


def in_parts(values: Sequence[T]) -> list[Sequence[T]]:
    """Part values into lists that one statement takes."""
    return [values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE)]


def marks(values: Sequence[object]) -> str:
    """Give a question mark for each value."""
    return ",".join("?" * len(values))


class TermBook:
    """The terms of a run that writes: numbered as they come, counted, written in one go."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Go on with the numbers of the archive."""
        self._connection = connection
        highest = connection.execute("SELECT coalesce(max(id), 0) FROM term").fetchone()[0]
        self._next = int(highest) + 1
        self._ids: dict[tuple[Kind, str], int] = {}
        self._fresh: list[tuple[int, int, str]] = []
        self._held: dict[int, int] = {}
        self._short: dict[int, int] = {}

    def id_of(self, kind: Kind, text: str) -> int:
        """Give the number of a term, a new one if it has none."""
        found = self._ids.get((kind, text))
        if found is None:
            found = self._ids[kind, text] = self._look_up(kind, text)
        return found

    def _look_up(self, kind: Kind, text: str) -> int:
        sql = "SELECT id FROM term WHERE kind = ? AND text = ?"
        found = self._connection.execute(sql, (int(kind), text)).fetchone()
        if found is not None:
            return int(found[0])
        self._fresh.append((self._next, int(kind), text))
        self._next += 1
        return self._next - 1

    def count(self, term: int, by: int, *, short: bool = False) -> None:
        """Count a holder more, or with a negative number less."""
        self._held[term] = self._held.get(term, 0) + by
        if short:
            self._short[term] = self._short.get(term, 0) + by

    def flush(self) -> None:
        """Write what was counted."""
        self._connection.executemany("INSERT INTO term VALUES (?, ?, ?, 0, 0)", self._fresh)
        self._connection.executemany(
            "UPDATE term SET held = held + ?, short = short + ? WHERE id = ?",
            [(by, self._short.get(term, 0), term) for term, by in sorted(self._held.items())],
        )
        self._fresh.clear()
        self._held.clear()
        self._short.clear()
        if len(self._ids) > _MOST_KEPT:
            self._ids.clear()
