"""What a run has to do: which articles are new, changed, read by another version, or gone."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Sequence
from typing import NamedTuple

from claimcheck.model.article import Article
from claimcheck.store.codec import row
from claimcheck.store.record import content_of, layout_of
from claimcheck.store.sources import STDIN, Source, path_from, path_to, sources

_COLUMNS = "SELECT id, name, content, path, part, layout, reading FROM article"


class State(NamedTuple):
    """A current state of an article that is in the archive already."""

    id: int
    name: str
    content: str
    path: bytes
    part: str
    layout: int
    reading: int


class Planned(NamedTuple):
    """An article to read: under its name in the archive, and the states it takes the place of.

    `again` tells that the text is the same and only the grammar or the lexicon is another.
    """

    article: Article
    source: Source
    content: str
    replaces: tuple[int, ...] = ()
    again: bool = False


class Plan(NamedTuple):
    """What a run has to do.

    Articles to read, states that hold (and those whose text only stands elsewhere in its file),
    states whose file no longer holds their article.
    """

    to_read: tuple[Planned, ...]
    unchanged: int
    moved: tuple[tuple[int, Article, Source], ...]
    gone: tuple[int, ...]


def plan(
    connection: sqlite3.Connection,
    articles: Sequence[Article],
    archive: str,
    reading: int,
    doubtful: Collection[str] = (),
) -> Plan:
    """Hold what was read against what the archive has.

    An article takes the place of the one of the same file (and part of it) or the same address.
    What a file no longer holds is gone, unless the path is `doubtful`: not all of it could be read.
    """
    return _Planner(connection, reading).plan(articles, archive, doubtful)


class _Planner:
    """One look at an archive on behalf of a run."""

    def __init__(self, connection: sqlite3.Connection, reading: int) -> None:
        self.connection = connection
        self.reading = reading
        self.taken: set[str] = set()  # names given in this run
        self.met: dict[int, None] = {}  # states that an article of this run is known by

    def plan(self, articles: Sequence[Article], archive: str, doubtful: Collection[str]) -> Plan:
        """Plan a run."""
        doubts = {path_from(archive, path) for path in doubtful} | {STDIN.encode()}
        to_read: list[Planned] = []
        moved: list[tuple[int, Article, Source]] = []
        found = sources(articles, archive)
        held = {path: self.of_path(path) for path in dict.fromkeys(each.path for each in found)}
        for article, source in zip(articles, found, strict=True):
            content = content_of(article)
            states = self.states(source, held[source.path]) or self._moved(content, archive)
            self.met.update(dict.fromkeys(state.id for state in states))
            known = next((state for state in states if self._holds(state, content)), None)
            if known is None:
                to_read.append(self._planned(article, source, content, states))
            elif known.layout != layout_of(article) or known.path != source.path:
                moved.append((known.id, article, source))
        gone = [
            state.id
            for path, states in held.items()
            for state in states
            if path not in doubts and state.id not in self.met
        ]
        return Plan(tuple(to_read), len(articles) - len(to_read), tuple(moved), tuple(gone))

    def of_path(self, path: bytes) -> list[State]:
        """Give the current states of the articles of a file."""
        rows = self.connection.execute(f"{_COLUMNS} WHERE path = ? AND ended IS NULL", (path,))
        return [row(State, each) for each in rows]

    def states(self, source: Source, beside: Sequence[State]) -> list[State]:
        """Give the states an article is known by: of its file and part, and of its address."""
        found = {state.id: state for state in beside if state.part == source.part}
        if source.address:
            sql = f"{_COLUMNS} WHERE address = ? AND address <> '' AND ended IS NULL"
            rows = self.connection.execute(sql, (source.address,))
            found |= {each[0]: row(State, each) for each in rows}
        return [state for state in found.values() if state.id not in self.met]

    def _moved(self, content: str, archive: str) -> list[State]:
        """Give a state of the same content whose file is gone: it was moved."""
        sql = f"{_COLUMNS} WHERE content = ? AND ended IS NULL ORDER BY id"
        found = [row(State, each) for each in self.connection.execute(sql, (content,))]
        return [
            state
            for state in found
            if state.id not in self.met and not os.path.lexists(path_to(archive, state.path))
        ][:1]

    def _holds(self, state: State, content: str) -> bool:
        return state.content == content and state.reading == self.reading

    def _planned(
        self, article: Article, source: Source, content: str, states: Sequence[State]
    ) -> Planned:
        name = self._name(article.id, {state.name for state in states})
        again = bool(states) and all(state.content == content for state in states)
        replaces = tuple(state.id for state in states)
        return Planned(article._replace(id=name), source, content, replaces, again)

    def _name(self, wanted: str, own: Collection[str]) -> str:
        """Give a name that no other current article has."""
        name, number = wanted, 1
        while name in self.taken or (name not in own and self._is_held(name)):
            number += 1
            name = f"{wanted}-{number}"
        self.taken.add(name)
        return name

    def _is_held(self, name: str) -> bool:
        sql = "SELECT 1 FROM article WHERE name = ? AND ended IS NULL"
        return self.connection.execute(sql, (name,)).fetchone() is not None


def states_of(
    connection: sqlite3.Connection, articles: Sequence[Article], archive: str
) -> set[int]:
    """Give the current states that new articles take the place of: by file, address or id."""
    planner = _Planner(connection, 0)
    found: set[int] = set()
    for article, source in zip(articles, sources(articles, archive), strict=True):
        found.update(state.id for state in planner.states(source, planner.of_path(source.path)))
        sql = "SELECT id FROM article WHERE name = ? AND ended IS NULL"
        found.update(each[0] for each in connection.execute(sql, (article.id,)))
    return found
