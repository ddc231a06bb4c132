"""Paths to files: folders are walked in order, without links, hidden and ignored files."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.readers.fetch import fetch, unreadable

if TYPE_CHECKING:  # pathspec costs 70 ms and only folders with an ignore file need it
    from pathspec import GitIgnoreSpec

IGNORE_FILES: Final = (".gitignore", ".claimcheckignore")
_MAX_IGNORE_BYTES: Final = 2**16
_MAX_STARS: Final = 4


class Found(NamedTuple):
    """A file to read: its path, and whether the user named it (or a folder it lies in)."""

    path: str
    named: bool


class Discovery(NamedTuple):
    """Files in the order of their paths, inputs that failed, and what was left out, by kind."""

    files: tuple[Found, ...]
    errors: tuple[ReaderError, ...]
    left_out: tuple[tuple[str, int], ...]


class _Ignore(NamedTuple):
    """The ignore patterns of one folder."""

    folder: str
    patterns: GitIgnoreSpec

    def hides(self, path: str) -> bool:
        """Tell whether a path below the folder is ignored."""
        return self.patterns.match_file(os.path.relpath(path, self.folder).replace(os.sep, "/"))


def discover(paths: Sequence[str], suffixes: Collection[str]) -> Discovery:
    """Find the files that paths name; a folder stands for its files that have a reader.

    A path that cannot be used becomes an error, and the others are still found.
    """
    walk = _Walk(frozenset(suffixes))
    files: set[Found] = set()
    for path in dict.fromkeys(paths):
        files.update(walk.files(path))
    named = {file.path for file in files if file.named}
    kept = sorted(file for file in files if file.named or file.path not in named)
    return Discovery(tuple(kept), tuple(walk.errors), tuple(sorted(walk.left_out.items())))


class _Walk:
    """One walk over all given paths: collects errors and counts what it leaves out."""

    def __init__(self, suffixes: frozenset[str]) -> None:
        self.suffixes = suffixes
        self.errors: list[ReaderError] = []
        self.left_out: Counter[str] = Counter()

    def files(self, path: str) -> Iterator[Found]:
        """Find the files of one given path."""
        if not _is_folder(path):
            yield Found(path, named=True)
            return
        before = self.left_out.copy()
        found = [Found(file, named=False) for file in self._folder(path)]
        yield from found
        if not found and not self.errors:
            self.errors.append(no_article(path, self.suffixes, self.left_out - before))

    def _folder(self, top: str) -> Iterator[str]:
        """Walk a folder without recursion and without following links to folders."""
        pending: list[tuple[str, tuple[_Ignore, ...]]] = [(top, ())]
        while pending:
            folder, above = pending.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name, reverse=True)
            except OSError as error:
                self.errors.append(unreadable(folder, error))
                continue
            ignores = above + self._ignores(folder, {entry.name for entry in entries})
            for entry in entries:
                if self._leaves_out(entry, ignores):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append((entry.path, ignores))
                else:
                    yield entry.path

    def _leaves_out(self, entry: os.DirEntry[str], ignores: tuple[_Ignore, ...]) -> bool:
        """Count an entry that is not looked at, by its kind."""
        folder = entry.is_dir(follow_symlinks=False)
        suffix = PurePath(entry.name).suffix.lower()
        if entry.name.startswith("."):
            kind = "hidden"
        elif any(ignore.hides(entry.path + "/" * folder) for ignore in ignores):
            kind = "ignored"
        elif not folder and entry.is_symlink() and _is_folder(entry.path):
            kind = "linked folder"
        elif not folder and suffix not in self.suffixes:
            kind = suffix or "no suffix"
        else:
            return False
        self.left_out[kind] += 1
        return True

    def _ignores(self, folder: str, names: Collection[str]) -> tuple[_Ignore, ...]:
        """Read the ignore files of a folder."""
        lines: list[str] = []
        for name in IGNORE_FILES:
            if name in names:
                lines += self._lines(str(Path(folder, name)))
        if not lines:
            return ()
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - see above

        return (_Ignore(folder, GitIgnoreSpec.from_lines(lines)),)

    def _lines(self, path: str) -> list[str]:
        """Read an ignore file; a pattern of many stars would backtrack and is left out."""
        try:
            content = fetch(path, _MAX_IGNORE_BYTES).content
        except ReaderError as error:
            self.errors.append(error)
            return []
        lines = content.decode("utf-8", "replace").splitlines()
        return [line for line in lines if line.replace("**", "*").count("*") <= _MAX_STARS]


def no_article(path: str, suffixes: Collection[str], left_out: Mapping[str, int]) -> ReaderError:
    """Say that a folder holds no article, and what it does hold."""
    wanted = ", ".join(sorted(suffixes))
    others = ", ".join(f"{count} {kind}" for kind, count in sorted(left_out.items()))
    problem = f"no article in this folder{f' (left out: {others})' if others else ''}"
    return ReaderError("E009", path, problem, f"articles end in {wanted}")


def _is_folder(path: str) -> bool:
    """Tell whether a path leads to a folder; what fails here fails with words on reading."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False
