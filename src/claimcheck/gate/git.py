"""Questions to git: fixed arguments, no shell, bounded in time and output."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from typing import Final

from claimcheck.errors import GateError

_SECONDS: Final = 60
_MOST_BYTES: Final = 2**26
# Nothing that a repository configures may start a program or change what is printed.
_FIXED: Final = (
    "git",
    "--no-pager",
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.quotePath=false",
    "-c",
    "diff.relative=false",
)
_DIFF: Final = ("--no-color", "--no-ext-diff", "--no-textconv", "--find-renames")


class Repository:
    """The repository of the working folder."""

    def __init__(self) -> None:
        """Find it. Raises: GateError E521 where there is none, or no git."""
        done = _git(["rev-parse", "--show-toplevel"], ".")
        if done.returncode:
            remedy = "leave out --since and --diff, or run inside a repository"
            raise GateError("E521", os.curdir, "not in a git repository", remedy)
        self.root = os.fsdecode(done.stdout.removesuffix(b"\n"))

    def base(self, revision: str) -> str:
        """Give the commit from which work since a revision counts: where the branch left it.

        Raises: GateError E522 where there is no such revision.
        """
        asked = f"{revision}^{{commit}}"
        done = self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", asked)
        if done.returncode:
            if revision == "HEAD":  # nothing is committed yet
                return self._must("hash-object", "-t", "tree", os.devnull).decode("ascii").strip()
            remedy = "give a branch, a tag or a commit (fetched, in CI)"
            raise GateError("E522", "", f'no revision "{revision[:80]}"', remedy)
        commit = done.stdout.decode("ascii").strip()
        merged = self._ask("merge-base", commit, "HEAD")
        return merged.stdout.decode("ascii").strip() if merged.returncode == 0 else commit

    def tracked(self) -> frozenset[str]:
        """Give the files git knows, from the root."""
        return frozenset(_names(self._must("ls-files", "-z")))

    def changed(self, base: str) -> dict[str, str]:
        """Give each file that differs from a commit, with the name it had there."""
        listed = self._must("diff", *_DIFF, "--name-status", "-z", "--diff-filter=d", base, "--")
        parts = iter(_names(listed))
        found: dict[str, str] = {}
        for status in parts:
            before = next(parts, "")
            now = next(parts, "") if status[:1] in ("R", "C") else before
            found[now] = before
        return found

    def diff(self, base: str, *paths: str) -> bytes:
        """Give the differences of files since a commit, without context."""
        return self._must("diff", *_DIFF, "--unified=0", base, "--", *dict.fromkeys(paths))

    def _must(self, *arguments: str) -> bytes:
        done = self._ask(*arguments)
        if done.returncode or len(done.stdout) > _MOST_BYTES:
            told = done.stderr.decode("utf-8", "replace").partition("\n")[0][:200]
            raise GateError("E523", "", f"git {arguments[0]} failed: {told or 'too much output'}")
        return done.stdout

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        return _git(arguments, self.root)


def _git(arguments: Sequence[str], folder: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - fixed arguments; names follow `--`
            [*_FIXED, *arguments],
            cwd=folder,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:
        raise GateError("E521", "", "git is not installed", "install it") from error
    except (OSError, ValueError) as error:
        raise GateError("E523", "", f"git could not be asked: {error}"[:200]) from error
    except subprocess.TimeoutExpired as error:
        raise GateError("E523", "", f"git took longer than {_SECONDS} seconds") from error


def _names(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]
