"""From settings to the policy of a gate: codes that exist, patterns that match."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from claimcheck.config.settings import Levels, PathWish, Settings
from claimcheck.errors import ConfigError, did_you_mean
from claimcheck.gate.policy import PathScope, Policy, Scope
from claimcheck.rules.judge import UNDECIDED
from claimcheck.rules.reconcile import BOTH_SAY_BOTH
from claimcheck.rules.ruleset import Ruleset

_MOST_STARS: Final = 4  # a pattern of many stars would backtrack


def policy(settings: Settings, ruleset: Ruleset) -> Policy:
    """Give what the settings ask of the rules.

    Raises: ConfigError E405 for a code or beginning that no rule has, E406 for a bad pattern.
    """
    codes = _Codes(ruleset)
    everywhere = Scope(
        codes.known(settings.select, settings.origin("select")),
        codes.known(settings.ignore, settings.origin("ignore")),
        codes.levels(settings.severity, settings.origin("severity")),
    )
    return Policy(everywhere, tuple(_on_paths(each, settings, codes) for each in settings.paths))


class _Codes:
    """The codes and names of all rules."""

    def __init__(self, ruleset: Ruleset) -> None:
        known = (*ruleset.rules, *ruleset.checks, UNDECIDED, BOTH_SAY_BOTH)
        self._codes = {rule.name: rule.code for rule in known}

    def known(self, asked: Iterable[str], place: str) -> tuple[str, ...]:
        """Give codes and beginnings of codes; a name becomes its code."""
        return tuple(self._known(each.strip(), place) for each in asked)

    def levels(self, asked: Levels, place: str) -> Levels:
        """Give severities by code."""
        return tuple((self._known(code, place), level) for code, level in asked)

    def _known(self, asked: str, place: str) -> str:
        if asked in self._codes:
            return self._codes[asked]
        codes = list(self._codes.values())
        if asked and any(code.startswith(asked) for code in codes):
            return asked
        remedy = did_you_mean(asked, [*self._codes, *codes]) or "see claimcheck rules list"
        raise ConfigError("E405", place, f'no rule is "{asked[:80]}" or begins so', remedy)


def _on_paths(wish: PathWish, settings: Settings, codes: _Codes) -> PathScope:
    scope = Scope(
        ignore=codes.known(wish.ignore, wish.place),
        severity=codes.levels(wish.severity, wish.place),
    )
    return PathScope(wish.patterns, _matcher(wish, settings.folder), scope)


def _matcher(wish: PathWish, folder: str) -> Callable[[str], bool]:
    """Match paths as seen from the folder of the configuration; patterns as in .gitignore."""
    _bounded(wish.patterns, wish.place)
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - 70 ms that few runs need

    try:
        patterns = GitIgnoreSpec.from_lines(wish.patterns)
    except ValueError as error:
        raise ConfigError("E406", wish.place, f"paths: {str(error)[:200]}") from error

    def holds(path: str) -> bool:
        near = os.path.relpath(path, folder).replace(os.sep, "/")
        return bool(patterns.match_file(near))

    return holds


def _bounded(patterns: Sequence[str], place: str) -> None:
    for pattern in patterns:
        if pattern.replace("**", "*").count("*") > _MOST_STARS:
            problem = f'paths: "{pattern[:80]}" has more than {_MOST_STARS} stars'
            raise ConfigError("E406", place, problem, "name the folders")
