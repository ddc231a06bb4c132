"""An archive opened for reading: what it holds, and what of it bears on new articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple, Self

from claimcheck.linking.background import Background
from claimcheck.linking.profile import Profile
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction
from claimcheck.pipeline import stages
from claimcheck.store.codec import bytes_of
from claimcheck.store.connection import close, reading, told
from claimcheck.store.plan import states_of
from claimcheck.store.related import related
from claimcheck.store.sources import STDIN, path_to
from claimcheck.store.version import version
from claimcheck.store.view import View

if TYPE_CHECKING:
    from claimcheck.store.listing import Entry
    from claimcheck.store.verify import Verified


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
        with told(self.path):
            sql = "SELECT id FROM reading WHERE grammar = ? AND lexicon = ?"
            mine = self.connection.execute(sql, version(lexicon)).fetchone() or (-1,)
            # Two ranges of an index hold just the stale ones; "<>" would walk all the others.
            sql = "SELECT count(*) FROM article WHERE ended IS NULL AND reading"
            return sum(
                int(self.connection.execute(f"{sql} {sign} ?", mine).fetchone()[0]) for sign in "<>"
            )

    def entries(self, lexicon: Lexicon, *, history: bool = False) -> Iterator[Entry]:
        """Give the articles by path, with their earlier states if asked for."""
        from claimcheck.store.listing import entries, readings  # noqa: PLC0415 - a check needs none

        with told(self.path), self._one_moment():
            known = readings(self.connection, *version(lexicon))
            yield from entries(self.connection, self.path, known, history=history)

    def states(self, target: str, lexicon: Lexicon) -> list[Entry]:
        """Give every state of the one article that an id, its beginning, a path or address names.

        Raises: UsageError E307 if there is none, or more than one.
        """
        from claimcheck.store.listing import (  # noqa: PLC0415 - as above
            ambiguous,
            matching,
            readings,
            unknown,
        )

        with told(self.path):
            known = readings(self.connection, *version(lexicon))
            found = matching(self.connection, self.path, target, known)
        names = sorted({(one.path, one.part) for one in found})
        if not found:
            raise unknown(target, self.path)
        if len(names) > 1:
            raise ambiguous(target, self.path, [one.name for one in found])
        return found

    def extraction(self, state: int) -> Extraction:
        """Read one state of an article with its claims."""
        from claimcheck.store.listing import extraction  # noqa: PLC0415 - as above

        with told(self.path):
            return extraction(self.connection, self.path, state)

    def verify(self) -> Verified:
        """Look at every page, row and count."""
        from claimcheck.store.verify import verify  # noqa: PLC0415 - as above

        with told(self.path), self._one_moment():
            return verify(self.connection)

    def paths(self) -> list[str]:
        """Give the files that current articles were read from, in order."""
        sql = "SELECT DISTINCT path FROM article WHERE ended IS NULL ORDER BY path"
        with told(self.path):
            found = [bytes_of(each[0]) for each in self.connection.execute(sql)]
        return [path_to(self.path, path) for path in found if path != STDIN.encode()]

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
