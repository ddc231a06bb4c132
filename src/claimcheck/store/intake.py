"""A run that writes to an archive: one transaction, committed whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Final, NamedTuple, Self

from claimcheck.model.article import Article, Span
from claimcheck.store.codec import read, written
from claimcheck.store.connection import close, told, writing
from claimcheck.store.listing import below, matching, unknown
from claimcheck.store.plan import Plan, Planned, plan
from claimcheck.store.record import Head, Record, Terms, checksum, layout_of, places
from claimcheck.store.schema import Kind
from claimcheck.store.sources import Source
from claimcheck.store.terms import TermBook
from claimcheck.store.version import Version

_BATCH = 5000  # claims written in one go


class Outcome(NamedTuple):
    """What a run did, in articles; `claims` were added."""

    added: int = 0
    replaced: int = 0
    read_again: int = 0
    unchanged: int = 0
    removed: int = 0
    claims: int = 0


class Intake:
    """One run that writes. Nothing of it is in the archive before `commit`."""

    def __init__(
        self,
        path: str,
        command: str,
        version: Version | None,
        *,
        wait: float = 0,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        """Take the right to write, waiting so many seconds for another run.

        Raises: ArchiveError, as `writing` says.
        """
        self.path = path
        self._connection = writing(path, wait, waiting)
        with told(path):
            self._terms = TermBook(self._connection)
            self._command = command
            self._run = self._next("run")
            self._reading = self._reading_of(version)
            self._article = self._next("article")
            self._claim = self._next("claim")
            self._rows: dict[str, list[tuple[object, ...]]] = {each: [] for each in _INSERTS}
            self._tally = {"articles": 0, "told": 0, "with_claims": 0}
            self._done = Outcome()
            self._changed = False

    def _next(self, table: str) -> int:
        sql = f"SELECT coalesce(max(id), 0) + 1 FROM {table}"  # noqa: S608 - a name of ours
        return int(self._connection.execute(sql).fetchone()[0])

    def _reading_of(self, version: Version | None) -> int:
        """Give the number of a version; a run that reads no article has none."""
        if version is None:
            return 0
        self._connection.execute(
            "INSERT OR IGNORE INTO reading (grammar, lexicon) VALUES (?, ?)", version
        )
        sql = "SELECT id FROM reading WHERE grammar = ? AND lexicon = ?"
        return int(self._connection.execute(sql, version).fetchone()[0])

    def plan(self, articles: Sequence[Article], doubtful: Collection[str] = ()) -> Plan:
        """Hold what was read against the archive: `claimcheck.store.plan`."""
        with told(self.path):
            return plan(self._connection, articles, self.path, self._reading, doubtful)

    def begin(self, planned: Plan) -> None:
        """Note what needs no reading: what holds, what moved in its file, what is gone."""
        with told(self.path):
            for state, article, source in planned.moved:
                self._move(state, article, source)
            for state in planned.gone:
                self._end(state, None)
        self._done = self._done._replace(unchanged=planned.unchanged, removed=len(planned.gone))

    def put(self, planned: Planned, record: Record) -> None:
        """Add an article, in place of the states it replaces.

        Those of another text become history, those of the same text go.
        """
        with told(self.path):
            for state in planned.replaces:
                if planned.again:
                    self._drop(state)
                else:
                    self._end(state, self._article)
            self._add(planned, record)
        field = "read_again" if planned.again else "replaced" if planned.replaces else "added"
        done = self._done._asdict()
        added = {field: done[field] + 1, "claims": self._done.claims + len(record.claims)}
        self._done = self._done._replace(**added)

    def remove(self, targets: Sequence[str]) -> None:
        """Remove articles for good, with all their states, by id, path, address or folder.

        Raises: UsageError E307 for a target that names nothing.
        """
        with told(self.path):
            states: set[int] = set()
            for target in targets:
                found = [one.id for one in matching(self._connection, self.path, target, ())]
                found = found or below(self._connection, self.path, target)
                if not found:
                    raise unknown(target, self.path)
                states.update(found)
            for state in sorted(states):
                self._drop(state)
        self._done = self._done._replace(removed=len(states))

    def forget(self) -> None:
        """Drop the earlier states of all articles."""
        with told(self.path):
            sql = "SELECT id FROM article WHERE ended IS NOT NULL"
            for row in self._connection.execute(sql).fetchall():
                self._drop(row[0])

    def compact(self) -> None:
        """Commit, and give back the space of what is gone; takes as much of it in the meantime."""
        with told(self.path):
            self._flush()
            self._connection.execute("DELETE FROM term WHERE held = 0")
            self._connection.execute("COMMIT")
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def commit(self) -> Outcome:
        """Make the run last; a run that changed nothing leaves no trace."""
        with told(self.path):
            self._flush()
            if self._changed:
                run = (self._run, self._command)
                self._connection.execute("INSERT INTO run VALUES (?, ?)", run)
                for what, by in self._tally.items():
                    sql = "UPDATE tally SET count = count + ? WHERE what = ?"
                    self._connection.execute(sql, (by, what))
            self._connection.execute("COMMIT")
        with suppress(sqlite3.Error):  # readers may be at work; the next run tries again
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self._done

    def close(self) -> None:
        """Let the archive go; without a commit it is as it was."""
        close(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _add(self, planned: Planned, record: Record) -> None:
        at, first = self._article, self._claim
        self._article += 1
        self._claim += len(record.claims)
        terms = self._index(at, first, record)
        names = tuple((self._terms.id_of(Kind.NAME, text), n) for text, n in record.names)
        self._count(terms, names, 1, told=record.told, claims=len(record.claims))
        kept = (record.head, record.places, written(names), written(terms))
        self._rows["article"].append(
            (
                *(at, record.name, planned.content, *planned.source),
                *(layout_of(planned.article), self._reading, self._run, None, None),
                *(record.told, first, len(record.claims), *kept, checksum(at, *kept)),
            )
        )
        self._rows["named"].extend((term, at, times) for term, times in names if record.told)
        self._rows["claim"].extend(
            (first + n, at, one.sentence, one.body, checksum(first + n, at, one.body))
            for n, one in enumerate(record.claims)
        )
        self._changed = True
        if len(self._rows["claim"]) >= _BATCH:
            self._flush()

    def _index(self, at: int, first: int, record: Record) -> Terms:
        """Enter the claims of an article in their blocks, and give its terms by number."""
        blocks: list[tuple[int, int, tuple[int, ...]]] = []
        for n, one in enumerate(record.claims):
            if not one.keys:
                continue
            place = self._terms.id_of(Kind.PLACE, one.place) if one.place else 0
            keys = tuple(self._terms.id_of(Kind.BLOCK, key) for key in dict.fromkeys(one.keys))
            blocks.append((n, place, keys))
            self._rows["block"].extend((key, at, first + n) for key in keys)
            if place:
                self._rows["placed"].extend((key, place, first + n, at) for key in keys)
        stems = tuple(self._terms.id_of(Kind.STEM, stem) for stem in record.stems)
        return Terms(stems, tuple(blocks))

    def _count(
        self,
        terms: Terms,
        names: Sequence[tuple[int, int]],
        by: int,
        *,
        told: bool,
        claims: int,
    ) -> None:
        """Count an article in, or with -1 out."""
        for stem in terms.stems:
            self._terms.count(stem, by)
        for _, place, keys in terms.blocks:
            for key in (*keys, *((place,) if place else ())):
                self._terms.count(key, by, short=not told)
        if told:
            for term, _ in names:
                self._terms.count(term, by)
        self._tally["articles"] += by
        self._tally["told"] += by * told
        self._tally["with_claims"] += by * bool(claims)

    def _move(self, state: int, article: Article, source: Source) -> None:
        """Note where a text stands now that its file has changed around it."""
        sql = "SELECT head, names, terms FROM article WHERE id = ?"
        head, names, terms = self._connection.execute(sql, (state,)).fetchone()
        kept = [Span(start, start + len(text)) for start, text in read(Head, head).kept]
        moved = written(places(article.source, kept))
        self._connection.execute(
            "UPDATE article SET path = ?, part = ?, address = ?, layout = ?, places = ?, "
            "checksum = ? WHERE id = ?",
            (*source, layout_of(article), moved, checksum(state, head, moved, names, terms), state),
        )
        self._changed = True

    def _end(self, state: int, successor: int | None) -> None:
        """Make a current state history: it is kept, and found no more."""
        self._unindex(state)
        sql = "UPDATE article SET ended = ?, successor = ? WHERE id = ?"
        self._connection.execute(sql, (self._run, successor, state))

    def _drop(self, state: int) -> None:
        """Delete a state and its claims."""
        self._unindex(state)
        sql = "SELECT first_claim, first_claim + claims - 1 FROM article WHERE id = ?"
        reach = self._connection.execute(sql, (state,)).fetchone()
        self._connection.execute("DELETE FROM claim WHERE id BETWEEN ? AND ?", reach)
        self._connection.execute("DELETE FROM article WHERE id = ?", (state,))

    def _unindex(self, state: int) -> None:
        """Take a current state out of every look-up; one that is history is in none."""
        if any(self._rows.values()):
            self._flush()
        self._changed = True
        sql = "SELECT names, terms, told, first_claim, claims, ended FROM article WHERE id = ?"
        *kept, told, first, claims, ended = self._connection.execute(sql, (state,)).fetchone()
        if ended is not None:
            return
        names, terms = read(tuple[tuple[int, int], ...], kept[0]), read(Terms, kept[1])
        self._count(terms, names, -1, told=bool(told), claims=claims)
        run = self._connection.executemany
        run(
            "DELETE FROM named WHERE term = ? AND article = ?", [(term, state) for term, _ in names]
        )
        keys = {key for _, _, keys in terms.blocks for key in keys}
        run("DELETE FROM block WHERE term = ? AND article = ?", [(key, state) for key in keys])
        run(
            "DELETE FROM placed WHERE term = ? AND place = ? AND claim = ?",
            [(key, place, first + n) for n, place, keys in terms.blocks if place for key in keys],
        )

    def _flush(self) -> None:
        """Write what has gathered, in the order in which the tables lie."""
        self._terms.flush()
        for table, sql in _INSERTS.items():
            rows = self._rows[table]
            if table in _SORTED:
                rows.sort()
            self._connection.executemany(sql, rows)
            rows.clear()


_INSERTS: Final = {
    "article": "INSERT INTO article VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    "claim": "INSERT INTO claim VALUES (?, ?, ?, ?, ?)",
    "named": "INSERT INTO named VALUES (?, ?, ?)",
    "block": "INSERT INTO block VALUES (?, ?, ?)",
    "placed": "INSERT INTO placed VALUES (?, ?, ?, ?)",
}
_SORTED: Final = frozenset({"named", "block", "placed"})
