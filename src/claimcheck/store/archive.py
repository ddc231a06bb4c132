"""An archive opened for reading: what it holds, and what of it bears on new articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from types import TracebackType
from typing import NamedTuple, Self

from claimcheck.linking.background import Background
from claimcheck.linking.profile import Profile
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction
from claimcheck.pipeline import stages
from claimcheck.store.connection import close, reading, told
from claimcheck.store.plan import states_of
from claimcheck.store.related import related
from claimcheck.store.version import version
from claimcheck.store.view import View


class Related(NamedTuple):
    """What an archive holds about the questions of new articles.

    `extractions` are archived articles; their texts are blank but for the sentences of their
    claims, so that every offset holds. `profiles` are of these articles, for linking: the texts are
    too thin to take one from. `background` counts what else the archive holds. `searched` counts
    the current articles of the archive, `stale` those among them that another version of the
    grammar or the lexicon has read.
    """

    extractions: tuple[Extraction, ...]
    profiles: tuple[Profile, ...]
    background: Background
    searched: int
    stale: int


class Archive:
    """An archive opened for reading; others may read and one may write meanwhile."""

    def __init__(self, path: str) -> None:
        """Open the file. Raises: ArchiveError, as `open_archive` says."""
        self.path = path
        self.connection = reading(path)

    def related(self, extractions: Sequence[Extraction], lexicon: Lexicon) -> Related:
        """Give the archived articles that a comparison with these would look at.

        Those that the archive holds of these very articles (the same file, address or id) are left
        out: a new text takes their place. The cost grows with the claims of the new articles, not
        with the archive.
        Raises: ArchiveError E303 for rows that are not as claimcheck wrote them.
        """
        with told(self.path), self._one_moment():
            own = states_of(self.connection, [one.article for one in extractions], self.path)
            view = View(self.connection, own)
            found = related(view, extractions, stages(lexicon).linking, self.path)
            return Related(*found, view.tally("articles"), self.stale(lexicon))

    def stale(self, lexicon: Lexicon) -> int:
        """Count the current articles that another version of grammar or lexicon has read."""
        sql = (
            "SELECT count(*) FROM article WHERE ended IS NULL AND reading NOT IN "
            "(SELECT id FROM reading WHERE grammar = ? AND lexicon = ?)"
        )
        with told(self.path):
            return int(self.connection.execute(sql, version(lexicon)).fetchone()[0])

    def _one_moment(self) -> _Moment:
        """See the archive as it is now, whatever a writer commits meanwhile."""
        return _Moment(self.connection)

    def close(self) -> None:
        """Let the file go."""
        close(self.connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Moment:
    """A transaction that only reads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def __enter__(self) -> None:
        self.connection.execute("BEGIN")

    def __exit__(self, *_: object) -> None:
        self.connection.execute("COMMIT")


def open_archive(path: str) -> Archive:
    """Open an archive to read from it.

    Raises: ArchiveError E301 missing, E302 no archive of ours, E303 damaged, E304 written by a
    newer or older claimcheck, E305 cannot be read, E306 locked by another program.
    """
    return Archive(path)
