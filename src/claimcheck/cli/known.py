"""What new articles are held against: files, folders and archives."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from claimcheck.cli.house import Rulebook
from claimcheck.cli.mishap import say, tell
from claimcheck.cli.request import Inputs
from claimcheck.cli.steps import read_articles, work
from claimcheck.errors import ArchiveError
from claimcheck.gate.outcome import Trouble
from claimcheck.linking.background import together
from claimcheck.model.report import Extraction, Skipped
from claimcheck.pipeline import Backing

_SUFFIXES: Final = frozenset({".db", ".sqlite", ".sqlite3"})
_SQLITE: Final = b"SQLite format 3\0"


class Known(NamedTuple):
    """What is known before, and what kept more from being it."""

    backing: Backing = Backing()
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
    held = [_from_archive(path, new, inputs, book) for path in archives]
    every = (found, *held)
    return Known(
        _together([each.backing for each in every], new),
        found.skipped,
        Trouble(sum(each.trouble.inputs for each in every), found.trouble.bugs),
        sum(each.searched for each in every),
    )


def _together(parts: Sequence[Backing], new: Sequence[Extraction]) -> Backing:
    """Put together what files and archives know; the first to know an article wins."""
    profiles = {key: one for each in reversed(parts) for key, one in each.profiles.items()}
    backgrounds = [each.background for each in parts if each.background is not None]
    extractions = _apart([one for each in parts for one in each.extractions], new)
    return Backing(extractions, profiles, together(backgrounds))


def _from_files(
    files: tuple[str, ...], new: Sequence[Extraction], inputs: Inputs, book: Rulebook
) -> Known:
    known = inputs._replace(paths=files, stdin_filename=None)
    reading = read_articles(known)
    book.settings.tell_naming("against", *reading.errors)
    done = work(known, book, reading)
    checked = {os.path.realpath(one.article.path) for one in new}
    kept = tuple(
        one for one in done.extractions if os.path.realpath(one.article.path) not in checked
    )
    return Known(Backing(kept), done.skipped, done.trouble, len(kept))


def _from_archive(path: str, new: Sequence[Extraction], inputs: Inputs, book: Rulebook) -> Known:
    from claimcheck.store.archive import open_archive  # noqa: PLC0415 - only where one is named

    try:
        with open_archive(path) as archive:
            related = archive.related(new, book.ruleset.lexicon)
    except ArchiveError as error:
        book.settings.tell_naming("against", error)
        tell([error])
        return Known(trouble=Trouble(inputs=1))
    if related.stale and not inputs.quiet:
        counted = "1 article was" if related.stale == 1 else f"{related.stale} articles were"
        problem = f"{counted} read by another version"
        say(f"warning[E310]: {path}: {problem}; see claimcheck archive update")
    profiles = {one.article: one for one in related.profiles}
    backing = Backing(related.extractions, profiles, related.background)
    return Known(backing, searched=related.searched)


def _is_archive(path: str) -> bool:
    """Tell an archive by its name or its first bytes."""
    if Path(path).suffix.lower() in _SUFFIXES:
        return True
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
