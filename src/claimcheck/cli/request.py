"""What a command line asks for: small records, checked once, before any work begins."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from claimcheck.errors import UsageError, did_you_mean

REPORT_FORMATS: Final = (
    "terminal", "concise", "json", "jsonl", "csv", "markdown", "sarif", "github", "gitlab",
    "junit", "checkstyle", "rdjson", "rdjsonl", "jsonld",
)  # fmt: skip
DIFF_FORMATS: Final = ("terminal", "json", "markdown")
EXTRACT_FORMATS: Final = ("jsonl", "json", "csv")
CONFIG_FORMATS: Final = ("terminal", "json")
LIST_FORMATS: Final = ("terminal", "json")
WHAT: Final = ("mentions", "claims")
VERDICTS: Final = ("agreement", "approximation", "compatible", "conflict")
LEVELS: Final = ("error", "warning", "note")
SEVERITIES: Final = (*LEVELS, "none")
FAIL_ON: Final = (*LEVELS, "never")
SHOW: Final = (*LEVELS, "all")
MOST_BYTES: Final = 2**40
MOST_JOBS: Final = 256
WIDEST: Final = 10_000
_SHOWN = 80
_DIGITS = 15


class House(NamedTuple):
    """What a newsroom brings: rules, wishes on the command line, and which configuration."""

    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    config: str | None = None
    no_config: bool = False


class Inputs(NamedTuple):
    """Where the articles are, what is known of them, and how loud reading them may be."""

    paths: tuple[str, ...] = ()
    published: date | None = None
    today: date | None = None
    stdin_filename: str | None = None
    max_bytes: int | None = None
    jobs: int | None = None
    quiet: bool = False
    verbose: bool = False
    house: House = House()


class Gate(NamedTuple):
    """What new articles are held against, and what makes them fail; None is left to the config."""

    against: tuple[str, ...] = ()
    fail_on: str | None = None
    show: str | None = None
    since: str | None = None
    baseline: str | None = None
    suppressions: str | None = None
    explain: bool = False


class Store(NamedTuple):
    """Which archive, how many seconds to wait for it, and whether whole texts are kept."""

    archive: str | None = None
    wait: int = 60
    keep_text: bool = False


class Results(NamedTuple):
    """What is written, as which format, and where."""

    format: str
    outputs: tuple[str, ...] = ()
    force: bool = False


class View(NamedTuple):
    """How a text for people is to look."""

    everything: bool = False
    width: int | None = None
    no_color: bool = False
    ascii: bool = False


def day(text: str | None) -> date | None:
    """Read a day as ISO 8601 writes it. Raises UsageError for anything else."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        problem = f'"{text[:_SHOWN]}" is no day'
        raise UsageError("E202", "", problem, "write it as 2024-08-05") from None


def whole(text: str | None, least: int, most: int, what: str) -> int | None:
    """Read a whole number within bounds. Raises UsageError for anything else."""
    if text is None:
        return None
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and least <= int(text) <= most:
        return int(text)
    raise UsageError("E202", "", f'"{text[:_SHOWN]}" is not {what}', "give a whole number")


def one_of(text: str, choices: tuple[str, ...], what: str) -> str:
    """Give a word back that is one of the choices. Raises UsageError, naming the nearest."""
    if text in choices:
        return text
    remedy = did_you_mean(text, choices) or f"one of {', '.join(choices)}"
    raise UsageError("E202", "", f'no {what} "{text[:_SHOWN]}"', remedy)


def one_of_or_none(text: str | None, choices: tuple[str, ...], what: str) -> str | None:
    """As `one_of`; what was not given stays None."""
    return None if text is None else one_of(text, choices, what)
