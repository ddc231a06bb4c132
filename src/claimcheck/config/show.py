"""The settings as they are shown: each with its value and where that comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.config.settings import Levels, Settings
from claimcheck.output.safe import one_line, safe_path

Value = str | list[str] | dict[str, str] | None


class Row(NamedTuple):
    """One setting as the configuration names it."""

    key: str
    value: Value
    origin: str


def rows(settings: Settings) -> Iterator[Row]:
    """Give every setting in the order of the documentation, tables entry by entry."""
    for name in ("select", "ignore", "fail_on", "show"):
        yield _row(settings, name)
    yield from _levels(settings)
    for name in ("against", "baseline", "suppressions", "rules", "lexicon"):
        yield _row(settings, name)
    for index, wish in enumerate(settings.paths):
        yield Row(f"path.{index}.paths", list(wish.patterns), wish.place)
        if wish.ignore:
            yield Row(f"path.{index}.ignore", list(wish.ignore), wish.place)
        if wish.severity:
            yield Row(f"path.{index}.severity", _table(wish.severity), wish.place)
    for index, fact in enumerate(settings.references):
        named = {"fact": fact.fact, "source": fact.source}
        more = {"tolerance": fact.tolerance, "as-of": fact.as_of}
        told = {key: value for key, value in (named | more).items() if value}
        yield Row(f"reference.{index}", told, fact.place)


def terminal(settings: Settings) -> str:
    """Show settings for people, a line each."""
    head = safe_path(settings.file) if settings.file else "no configuration"
    listed = list(rows(settings))
    width = max(len(row.key) for row in listed)
    lines = [
        f"{one_line(r.key):{width}}  {_shown(r.value)}  ({one_line(r.origin)})" for r in listed
    ]
    return "\n".join((head, *lines)) + "\n"


def document(settings: Settings) -> str:
    """Show settings as JSON."""
    found = [row._asdict() for row in rows(settings)]
    whole = {"config": settings.file or None, "settings": found}
    return json.dumps(whole, indent=1, ensure_ascii=True) + "\n"


def _row(settings: Settings, name: str) -> Row:
    value = getattr(settings, name)
    plain = list(value) if isinstance(value, tuple) else value
    return Row(name.replace("_", "-"), plain, settings.origin(name))


def _levels(settings: Settings) -> Iterator[Row]:
    for code, level in settings.severity:
        yield Row(f"severity.{code}", level.value, settings.origin(f"severity.{code}"))


def _table(levels: Levels) -> dict[str, str]:
    return {code: level.value for code, level in levels}


def _shown(value: Value) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{one_line(key)} {one_line(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(one_line, value)) or "-"
    return one_line(value) if value else "-"
