"""What new articles are held against: files, folders and archives."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from claimcheck.cli.house import Rulebook
from claimcheck.cli.mishap import say, tell
from claimcheck.cli.request import Inputs
from claimcheck.cli.steps import work
from claimcheck.errors import ArchiveError
from claimcheck.gate.outcome import Trouble
from claimcheck.model.report import Extraction, Skipped

_SQLITE: Final = b"SQLite format 3\0"


class Known(NamedTuple):
    """The articles known before, and what kept others from being it."""

    extractions: tuple[Extraction, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    trouble: Trouble = Trouble()
    searched: int = 0  # how many articles were looked through


def known_articles(
    paths: Sequence[str], new: Sequence[Extraction], inputs: Inputs, book: Rulebook
) -> Known:
    """Read what new articles are held against; the new ones among it are left out.

    What cannot be read is told on standard error and counted; the rest is used.
    """
    archives = [path for path in paths if _is_archive(path)]
    files = tuple(path for path in paths if path not in archives)
    found = _from_files(files, new, inputs, book) if files else Known()
    for path in archives:
        more = _from_archive(path, new, inputs, book)
        found = Known(
            (*found.extractions, *more.extractions),
            found.skipped,
            Trouble(found.trouble.inputs + more.trouble.inputs, found.trouble.bugs),
            found.searched + more.searched,
        )
    return found._replace(extractions=_apart(found.extractions, new))


def _from_files(
    files: tuple[str, ...], new: Sequence[Extraction], inputs: Inputs, book: Rulebook
) -> Known:
    done = work(inputs._replace(paths=files, stdin_filename=None), book)
    checked = {os.path.realpath(one.article.path) for one in new}
    kept = tuple(
        one for one in done.extractions if os.path.realpath(one.article.path) not in checked
    )
    return Known(kept, done.skipped, done.trouble, len(kept))


def _from_archive(path: str, new: Sequence[Extraction], inputs: Inputs, book: Rulebook) -> Known:
    from claimcheck.store.archive import open_archive  # noqa: PLC0415 - only where one is named

    try:
        with open_archive(path) as archive:
            related = archive.related(new, book.ruleset.lexicon)
    except ArchiveError as error:
        tell([error])
        return Known(trouble=Trouble(inputs=1))
    if related.stale and not inputs.quiet:
        problem = f"{related.stale} articles were read by another version"
        say(f"warning[E310]: {path}: {problem}; see claimcheck archive update")
    return Known(related.extractions, searched=related.searched)


def _is_archive(path: str) -> bool:
    """Tell an archive by its first bytes; what cannot be opened fails with words on reading."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except (OSError, ValueError):
        return False


def _apart(known: Sequence[Extraction], new: Sequence[Extraction]) -> tuple[Extraction, ...]:
    """Leave out what is known twice, or is one of the new articles word for word on one path."""
    seen = {one.article.id for one in new}
    kept = []
    for one in known:
        if one.article.id not in seen:
            seen.add(one.article.id)
            kept.append(one)
    return tuple(kept)
