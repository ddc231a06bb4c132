"""Verify an archive: every page, every row, every count."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from claimcheck.store.codec import DamagedError, read, row
from claimcheck.store.connection import check
from claimcheck.store.record import Terms
from claimcheck.store.stored import StoredArticle, articles, claims_of, names_of

_AT_ONCE = 200
_MOST_TOLD = 20


class Verified(NamedTuple):
    """What a verification looked at, and what it found wrong."""

    articles: int
    history: int
    claims: int
    problems: tuple[str, ...]


def verify(connection: sqlite3.Connection) -> Verified:
    """Look at all of an archive; at most twenty problems are told.

    Its pages, that every article has all its claims and nothing else does, that each row is as it
    was written and can be read, that indexes and counts tell of these articles and no others.
    """
    try:
        check(connection)
        _indexes(connection)
    except DamagedError as error:
        return Verified(0, 0, 0, (str(error),))
    walk = _Walk(connection)
    problems: list[str] = []
    for problem in (*walk.rows(), *walk.strays(), *walk.counts()):
        problems.append(problem)
        if len(problems) == _MOST_TOLD:
            break
    return Verified(walk.current, walk.history, walk.claims, tuple(problems))


def _indexes(connection: sqlite3.Connection) -> None:
    """Hold every index against its table. Raises DamagedError."""
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if found != "ok":
        raise DamagedError(found.partition("\n")[0][:120])


class _Extent(NamedTuple):
    """How many claims an article has, and whether it is current."""

    id: int
    claims: int
    ended: int | None


class _Walk:
    """One walk over all articles: what it met, to hold the indexes against."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.current = self.history = self.claims = 0
        self.held: Counter[int] = Counter()
        self.short: Counter[int] = Counter()
        self.tally = Counter({"articles": 0, "told": 0, "with_claims": 0})
        self.indexed = Counter({"named": 0, "block": 0, "placed": 0})

    def rows(self) -> Iterator[str]:
        """Read every article and claim; yields what is wrong."""
        sql = "SELECT id, claims, ended FROM article ORDER BY id"
        known = [row(_Extent, each) for each in self.connection.execute(sql)]
        for at in range(0, len(known), _AT_ONCE):
            some = known[at : at + _AT_ONCE]
            yield from self._some(some)

    def _some(self, known: Iterable[_Extent]) -> Iterator[str]:
        wanted = {one.id: (one.claims, one.ended) for one in known}
        found: Counter[int] = Counter()
        for claim in claims_of(self.connection, sorted(wanted)):
            found[claim.article] += 1
            yield from _told(f"claim {claim.id}", claim.claim)
        for one in articles(self.connection, sorted(wanted)):
            claims, ended = wanted[one.id]
            if found[one.id] != claims:
                yield f"article {one.id} has {found[one.id]} of its {claims} claims"
            self.claims += found[one.id]
            yield from _told(f"article {one.id}", one.extraction, (), "")
            if ended is None:
                self.current += 1
                yield from _told(f"article {one.id}", self._count, one, claims)
            else:
                self.history += 1

    def _count(self, one: StoredArticle, claims: int) -> None:
        """Count what the indexes must hold of a current article."""
        stems, blocks = read(Terms, one.terms)
        names = names_of(one.names) if one.told else ()
        self.tally.update(articles=1, told=int(bool(one.told)), with_claims=int(claims > 0))
        self.held.update((*stems, *(term for term, _ in names)))
        self.indexed["named"] += len(names)
        for _, place, keys in blocks:
            terms = (*keys, *((place,) if place else ()))
            self.held.update(terms)
            if not one.told:
                self.short.update(terms)
            self.indexed["block"] += len(keys)
            self.indexed["placed"] += len(keys) if place else 0

    def strays(self) -> Iterator[str]:
        """Tell of claims without an article."""
        total = self.connection.execute("SELECT count(*) FROM claim").fetchone()[0]
        if total != self.claims:
            yield f"{total} claims are stored, {self.claims} of them belong to articles"

    def counts(self) -> Iterator[str]:
        """Tell of counts and indexes that do not match the articles."""
        for what, count in self.connection.execute("SELECT what, count FROM tally"):
            if self.tally[what] != count:
                yield f"{count} {what} are counted, {self.tally[what]} are there"
        for table, wanted in self.indexed.items():
            sql = f"SELECT count(*) FROM {table}"  # noqa: S608 - a name of ours
            count = self.connection.execute(sql).fetchone()[0]
            if count != wanted:
                yield f"index {table} has {count} rows, {wanted} belong to articles"
        for term, held, short in self.connection.execute("SELECT id, held, short FROM term"):
            if (self.held[term], self.short[term]) != (held, short):
                yield f"term {term} counts {held} holders, {self.held[term]} are there"


def _told(place: str, work: Callable[..., object], *given: object) -> Iterator[str]:
    """Do a piece of work, and tell what it finds damaged."""
    try:
        work(*given)
    except DamagedError as error:
        yield f"{place}: {error}"
