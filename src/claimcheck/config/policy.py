"""From settings to the policy of a gate: codes that exist, patterns that match."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Final

from claimcheck.config.settings import Levels, PathWish, Settings
from claimcheck.errors import ConfigError, Mistakes, did_you_mean
from claimcheck.gate.policy import PathScope, Policy, Scope
from claimcheck.rules.judge import UNDECIDED
from claimcheck.rules.reconcile import BOTH_SAY_BOTH
from claimcheck.rules.ruleset import Ruleset

_MOST_STARS: Final = 4  # a pattern of many stars would backtrack
_CODE_ALIKE: Final = 0.8  # codes are short: one character of five may be another
_BEGINNING: Final = re.compile(r"[A-Z]+[0-9]")
Placed = Callable[[str], str]  # a code as it was asked for to the place that asks


def policy(settings: Settings, ruleset: Ruleset) -> Policy:
    """Give what the settings ask of the rules.

    Raises: ConfigError E405 for codes or beginnings that no rule has, E406 for a bad pattern.
    """
    codes = _Codes(ruleset)
    everywhere = Scope(
        codes.known(settings.select, partial(settings.origin_of, "select")),
        codes.known(settings.ignore, partial(settings.origin_of, "ignore")),
        codes.levels(settings.severity, partial(settings.origin_of, "severity")),
    )
    paths = tuple(_on_paths(each, settings, codes) for each in settings.paths)
    codes.mistakes.tell()
    return Policy(everywhere, paths)


class _Codes:
    """The codes and names of all rules, and what was asked for that is none."""

    def __init__(self, ruleset: Ruleset) -> None:
        known = (*ruleset.rules, *ruleset.checks, UNDECIDED, BOTH_SAY_BOTH)
        self._codes = {rule.name: rule.code for rule in known}
        self.mistakes = Mistakes()

    def known(self, asked: Iterable[str], placed: Placed) -> tuple[str, ...]:
        """Give codes and beginnings of codes; a name becomes its code."""
        return tuple(self._kept(each, placed) for each in asked)

    def levels(self, asked: Levels, placed: Placed) -> Levels:
        """Give severities by code."""
        return tuple((self._kept(code, placed), level) for code, level in asked)

    def _kept(self, asked: str, placed: Placed) -> str:
        with self.mistakes:
            return self._known(asked.strip(), placed(asked))
        return asked

    def _known(self, asked: str, place: str) -> str:
        if asked in self._codes:
            return self._codes[asked]
        codes = list(self._codes.values())
        if asked and any(code.startswith(asked) for code in codes):
            return asked
        near = did_you_mean(asked, self._codes) or did_you_mean(asked.upper(), codes, _CODE_ALIKE)
        remedy = near or f"{_beginnings(codes)}: see claimcheck rules list"
        raise ConfigError("E405", place, f'no rule is "{asked[:80]}" or begins so', remedy)


def _beginnings(codes: Iterable[str]) -> str:
    """Say how codes begin, in order."""
    found = {begin[0] for code in codes if (begin := _BEGINNING.match(code))}
    return f"codes begin with {', '.join(sorted(found))}"


def _on_paths(wish: PathWish, settings: Settings, codes: _Codes) -> PathScope:
    scope = Scope(
        ignore=codes.known(wish.ignore, wish.place_of),
        severity=codes.levels(wish.severity, wish.place_of),
    )
    return PathScope(wish.patterns, _matcher(wish, settings.folder), scope)


def _matcher(wish: PathWish, folder: str) -> Callable[[str], bool]:
    """Match paths as seen from the folder of the configuration; patterns as in .gitignore."""
    _bounded(wish)
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 70 ms that few runs need

    try:
        patterns = GitIgnoreSpec.from_lines(wish.patterns)
    except ValueError as error:
        raise ConfigError("E406", wish.place, f"paths: {str(error)[:200]}") from error

    def holds(path: str) -> bool:
        near = os.path.relpath(path, folder).replace(os.sep, "/")
        return bool(patterns.match_file(near))

    return holds


def _bounded(wish: PathWish) -> None:
    for pattern in wish.patterns:
        if pattern.replace("**", "*").count("*") > _MOST_STARS:
            problem = f'paths: "{pattern[:80]}" has more than {_MOST_STARS} stars'
            raise ConfigError("E406", wish.place_of(pattern), problem, "name the folders")
