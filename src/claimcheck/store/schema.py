"""The schema of an archive: its tables, its version, and the steps from one version to the next.

An empty file is version 0, so that making an archive and bringing an old one up to date are one
thing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from enum import IntEnum
from typing import Final

APPLICATION: Final = 0x636C6D63  # "clmc": names the file as ours, beside SQLite's own mark


class Kind(IntEnum):
    """What a term is: a name of a profile, a stem, a blocking key, or a place."""

    NAME = 1
    STEM = 2
    BLOCK = 3
    PLACE = 4


_FIRST: Final = """
CREATE TABLE run (           -- each run that changed something
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL
);
CREATE TABLE reading (       -- what articles were read with
    id INTEGER PRIMARY KEY,
    grammar TEXT NOT NULL,
    lexicon TEXT NOT NULL,
    UNIQUE (grammar, lexicon)
);
CREATE TABLE tally (         -- sums that a look-up needs at once
    what TEXT PRIMARY KEY,
    count INTEGER NOT NULL
) WITHOUT ROWID;
INSERT INTO tally VALUES ('articles', 0), ('told', 0), ('with_claims', 0);
CREATE TABLE article (       -- one state of an article; current until its run of ending
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,      -- the id that reports show
    content TEXT NOT NULL,   -- digest of what was read
    path BLOB NOT NULL,      -- relative to the archive where that is possible
    part TEXT NOT NULL,      -- which article of a file of many
    address TEXT NOT NULL,   -- its URL, "" if it has none of its own
    layout INTEGER NOT NULL, -- checksum of where its text stands in its file
    reading INTEGER NOT NULL,
    begun INTEGER NOT NULL,  -- run that added it
    ended INTEGER,           -- run that replaced or removed it
    successor INTEGER,       -- the state that replaced it
    told INTEGER NOT NULL,   -- whether it is long enough to belong to a story
    first_claim INTEGER NOT NULL,
    claims INTEGER NOT NULL, -- how many claims follow from that one on
    head TEXT NOT NULL,
    places TEXT NOT NULL,
    names TEXT NOT NULL,
    terms TEXT NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE UNIQUE INDEX article_name ON article (name) WHERE ended IS NULL;
CREATE INDEX article_path ON article (path) WHERE ended IS NULL;
CREATE INDEX article_address ON article (address) WHERE ended IS NULL AND address <> '';
CREATE INDEX article_content ON article (content) WHERE ended IS NULL;
CREATE INDEX article_reading ON article (reading) WHERE ended IS NULL;
CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    sentence INTEGER NOT NULL,
    body TEXT NOT NULL,
    checksum INTEGER NOT NULL
);
CREATE TABLE term (          -- words of current articles, and how many articles or claims hold them
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    held INTEGER NOT NULL,
    short INTEGER NOT NULL,  -- those of articles too short for a story
    UNIQUE (kind, text)
);
CREATE TABLE named (
    term INTEGER NOT NULL,
    article INTEGER NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (term, article)
) WITHOUT ROWID;
CREATE TABLE block (
    term INTEGER NOT NULL,
    article INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    PRIMARY KEY (term, article, claim)
) WITHOUT ROWID;
CREATE TABLE placed (
    term INTEGER NOT NULL,
    place INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (term, place, claim)
) WITHOUT ROWID;
"""

STEPS: Final = (_FIRST,)
VERSION: Final = len(STEPS)


def version_of(connection: sqlite3.Connection) -> int:
    """Give the version of the schema in a file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Bring the schema up to date, within the transaction that is open."""
    for step in steps[version_of(connection) :]:
        for statement in _statements(step):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {len(steps)}")


def _statements(step: str) -> list[str]:
    """Part a step into its statements; executescript would commit what is open."""
    return [each.strip() for each in step.split(";\n") if each.strip()]


def layout(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Give everything a schema declares: kind, name, statement."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return frozenset((str(kind), str(name), str(sql)) for kind, name, sql in rows)


def expected(version: int = VERSION) -> frozenset[tuple[str, str, str]]:
    """Give the layout of a version, made anew in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, STEPS[:version])
        return layout(connection)
    finally:
        connection.close()
