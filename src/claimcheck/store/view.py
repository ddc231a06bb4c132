"""A view of an archive: its current articles, but for those that new texts take the place of."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from claimcheck.store.codec import DamagedError, read, row
from claimcheck.store.record import Terms
from claimcheck.store.schema import Kind
from claimcheck.store.stored import StoredArticle, articles, names_of
from claimcheck.store.terms import Term, terms, terms_by_id


class _Tally(NamedTuple):
    """A sum that is kept."""

    what: str
    total: int


class View:
    """Counts of what an archive holds, without some of its articles."""

    def __init__(self, connection: sqlite3.Connection, gone: Collection[int]) -> None:
        """Count the articles that are gone out of everything."""
        self.connection = connection
        self.gone = frozenset(gone)
        rows = connection.execute("SELECT what, count FROM tally")
        self._tally = {each[0]: row(_Tally, each).total for each in rows}
        self._missing: Counter[int] = Counter()
        for one in articles(connection, sorted(self.gone)):
            self._leave_out(one)

    def _leave_out(self, one: StoredArticle) -> None:
        stems, blocks = read(Terms, one.terms)
        self._tally["articles"] -= 1
        self._tally["told"] -= int(bool(one.told))
        self._tally["with_claims"] -= int(bool(stems) or bool(blocks))
        self._missing.update(stems)
        self._missing.update(term for term, _ in names_of(one.names) if one.told)
        for _, place, keys in blocks:
            self._missing.update((place, *keys))

    def tally(self, what: str) -> int:
        """Give how many articles there are of a sort."""
        return max(0, self._tally.get(what, 0))

    def terms(self, kind: Kind, texts: Iterable[str]) -> dict[str, Term]:
        """Look up terms by their texts."""
        found = terms(self.connection, kind, sorted(set(texts)))
        return {text: self._left(term) for text, term in found.items()}

    def terms_by_id(self, ids: Iterable[int]) -> dict[int, Term]:
        """Look up terms by their numbers."""
        found = terms_by_id(self.connection, sorted(set(ids)))
        return {key: self._left(term) for key, term in found.items()}

    def _left(self, term: Term) -> Term:
        return term._replace(held=max(0, term.held - self._missing[term.id]))

    def rows(self, sql: str, values: Sequence[object]) -> Iterable[tuple[int, ...]]:
        """Run a query whose first column is an article; rows of those that are gone are left out.

        Every other column is a whole number too.
        """
        for found in self.connection.execute(sql, values):
            if not all(type(value) is int for value in found):
                raise DamagedError("an index does not name rows by number")
            if found[0] not in self.gone:
                yield found
