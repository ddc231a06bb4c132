"""An archive opened for reading: what it holds, and what of it bears on new articles."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import NamedTuple, Self

from claimcheck.linking.background import Background
from claimcheck.linking.profile import Profile
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction


class Related(NamedTuple):
    """What an archive holds about the questions of new articles.

    Each archived article is cut down to the claims that bear on the new ones (and the rest of
    their sentences); its text is blank but for the sentences of those claims, so every offset
    holds. `profiles` are of these articles, for linking: their texts are too thin to take one from.
    `background` counts what else the archive holds. `searched` counts the current articles of the archive, `stale` those among them that
    another version of the grammar or the lexicon has read. Left out are the archived states of the
    new articles themselves (the same content, path or address): a new text supersedes them.
    """

    extractions: tuple[Extraction, ...]
    profiles: tuple[Profile, ...]
    background: Background
    searched: int
    stale: int


class Archive:
    """An archive opened for reading; others may read and one may write meanwhile."""

    def related(self, extractions: Sequence[Extraction], lexicon: Lexicon) -> Related:
        """Give the archived claims that a comparison with these articles would look at.

        The cost grows with the claims of the new articles, not with the archive.
        Raises: ArchiveError for rows that are not as claimcheck wrote them.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let the file go."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_archive(path: str) -> Archive:
    """Open an archive to read from it.

    Raises: ArchiveError E301 missing, E302 no archive of ours, E303 corrupt, E304 written by a
    newer claimcheck, E305 cannot be read or written, E306 locked by another run.
    """
    raise NotImplementedError
