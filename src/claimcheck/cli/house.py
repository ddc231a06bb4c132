"""What a run is judged by: settings, rules with their lexicon, policy, pinned facts."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.request import SEVERITIES, House, one_of
from claimcheck.config.find import found, given
from claimcheck.config.policy import policy
from claimcheck.config.settings import Settings, read_settings
from claimcheck.errors import Mistakes, UsageError
from claimcheck.gate.policy import Policy
from claimcheck.model.finding import Severity
from claimcheck.model.report import Extraction
from claimcheck.rules.load import load_rules
from claimcheck.rules.ruleset import Ruleset


class Rulebook(NamedTuple):
    """All that decides over articles besides themselves."""

    settings: Settings
    ruleset: Ruleset
    policy: Policy
    references: tuple[Extraction, ...] = ()


def open_rulebook(house: House) -> Rulebook:
    """Open the rules, the configuration and what the command line asks for.

    Raises: ConfigError, RuleError, UsageError for what is wrong with them.
    """
    return rulebook(settings_of(house))


def rulebook(settings: Settings) -> Rulebook:
    """Open what settings name.

    Raises: as `open_rulebook`, the first mistake with the others beside it.
    """
    mistakes = Mistakes()
    ruleset = _ruleset(settings, mistakes)
    wishes = Policy()
    if not mistakes:  # a code that is unknown may be of a rule that could not be read
        with mistakes:
            wishes = policy(settings, ruleset)
    if settings.lexicon:
        from claimcheck.config.lexicon import with_house_words  # noqa: PLC0415 - few have one

        with mistakes, settings.naming("lexicon"):
            ruleset = with_house_words(ruleset, settings.lexicon)
    facts: tuple[Extraction, ...] = ()
    if settings.references:
        from claimcheck.config.reference import pinned  # noqa: PLC0415 - as above

        with mistakes:
            facts = pinned(settings.references, ruleset.lexicon)
    mistakes.tell()
    return Rulebook(settings, ruleset, wishes, facts)


def _ruleset(settings: Settings, mistakes: Mistakes) -> Ruleset:
    """Load the shipped rules and the house's; only the former where the latter are wrong."""
    with mistakes, settings.naming("rules"):
        return load_rules([Path(path) for path in settings.rules])
    return load_rules()


def settings_of(house: House) -> Settings:
    """Give the settings: the configuration found or named, and over it the command line."""
    if house.no_config:
        path = None
    elif house.config is not None:
        path = given(house.config)
    else:
        path = found(Path.cwd())
    return _asked(read_settings(path), house)


def _asked(settings: Settings, house: House) -> Settings:
    """Put the wishes of the command line over the settings: more rules, more ignored codes."""
    select, ignore = _codes(house.select), _codes(house.ignore)
    levels = tuple(_level(each) for each in house.severity)
    said = {code for code, _ in levels}
    kept = tuple(each for each in settings.severity if each[0] not in said)
    for option, values in (
        ("--rules", {"rules": house.rules and (*settings.rules, *house.rules)}),
        ("--select", {"select": select}),
        ("--ignore", {"ignore": ignore and (*settings.ignore, *ignore)}),
        ("--severity", {"severity": levels and (*kept, *levels)}),
    ):
        settings = settings.given(option, **values)
    codes = {f"severity.{code}": "--severity" for code in said}
    return settings._replace(origins={**settings.origins, **codes})


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code.strip() for each in given for code in each.split(",") if code.strip())


def _level(given: str) -> tuple[str, Severity]:
    code, equals, level = given.partition("=")
    if not equals or not code.strip():
        problem = f'"{given[:80]}" is not CODE=LEVEL'
        raise UsageError("E202", "", problem, "as in --severity CC301=warning")
    return code.strip(), Severity(one_of(level.strip(), SEVERITIES, "level"))
