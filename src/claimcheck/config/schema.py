"""The shape of a configuration, and what is wrong with one, at its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from claimcheck.config.toml import Path, Toml
from claimcheck.errors import ConfigError, did_you_mean

Level = Literal["error", "warning", "note", "none"]
Text = Annotated[str, Field(min_length=1, max_length=2000)]
Word = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[list[Word], Field(max_length=1000)]
Levels = Annotated[dict[Word, Level], Field(max_length=1000)]


class _Table(BaseModel):
    """Keys are written with hyphens; nothing unknown passes, no value is bent into another type."""

    model_config = ConfigDict(
        strict=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-")
    )


class PathTable(_Table):
    """`[[path]]`: other wishes for some paths, patterns as in .gitignore."""

    paths: Annotated[Words, Field(min_length=1)]
    ignore: Words = []
    severity: Levels = {}


class ReferenceTable(_Table):
    """`[[reference]]`: a pinned fact that claims are held against."""

    fact: Text
    source: Word
    tolerance: Word | None = None
    as_of: Word | None = None


class File(_Table):
    """A whole configuration."""

    select: Words = []
    ignore: Words = []
    severity: Levels = {}
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    show: Literal["error", "warning", "note", "all"] = "note"
    against: Words = []
    baseline: Word | None = None
    suppressions: Word | None = None
    rules: Words = []
    lexicon: Words = []
    path: Annotated[list[PathTable], Field(max_length=1000)] = []
    reference: Annotated[list[ReferenceTable], Field(max_length=1000)] = []


def validated(toml: Toml, table: object, at: Path) -> File:
    """Hold a table to the shape of a configuration.

    Raises: ConfigError E403 an unknown key, E404 a missing key or a wrong value; with the first as
    they stand in the file, the others.
    """
    try:
        return File.model_validate(table)
    except ValidationError as error:
        problems = sorted(error.errors(include_url=False), key=lambda one: _where(toml, at, one))
        first, *rest = (_mistake(toml, at, one) for one in problems[:_MOST])
        first.also = tuple(rest)
        raise first from error


def _where(toml: Toml, at: Path, problem: Any) -> tuple[int, int]:  # noqa: ANN401 - pydantic's dict
    """Order mistakes as they stand in the file."""
    path = (*at, *problem["loc"])
    while path and path not in toml.places:
        path = path[:-1]
    return toml.places.get(path, (0, 0))


def _mistake(toml: Toml, at: Path, problem: Any) -> ConfigError:  # noqa: ANN401 - as above
    """Say a mistake that pydantic found in the terms of the file."""
    loc = tuple(part for part in problem["loc"] if part != "[key]")
    name, place = _name(loc), toml.place((*at, *loc))
    shown = _shown(problem["input"])
    match problem["type"]:
        case "extra_forbidden":
            known = _known(loc[:-1])
            remedy = did_you_mean(str(loc[-1]), known) or f"known: {', '.join(known)}"
            return ConfigError("E403", place, f'unknown key "{name[:80]}"', remedy)
        case "missing":
            return ConfigError("E404", place, f"{name} is missing", f"add {loc[-1]}")
        case "literal_error":
            choices = _choices(str(problem["ctx"]["expected"]))
            remedy = did_you_mean(str(problem["input"]), choices) or f"one of {', '.join(choices)}"
            return ConfigError("E404", place, f"{name}: no level {shown}", remedy)
        case kind if kind in _NOT:
            example = _EXAMPLES.get(_key(loc), "")
            remedy = f"write it as {example}" if example else ""
            return ConfigError("E404", place, f"{name}: {shown} is {_NOT[kind]}", remedy)
        case _:
            told = str(problem["msg"]).removeprefix("Input ")
            return ConfigError("E404", place, f"{name}: {shown}: {told[:1].lower()}{told[1:]}")


_MOST = 50  # mistakes told at once
_NOT = {
    "string_type": "no text",
    "list_type": "no list",
    "dict_type": "no table",
    "model_type": "no table",
    "string_too_short": "empty",
    "too_short": "empty",
}
_EXAMPLES = {
    "select": 'select = ["CC3", "CC501"]',
    "ignore": 'ignore = ["CC310"]',
    "severity": '[severity] and a line CC308 = "warning"',
    "against": 'against = ["archive.db"]',
    "baseline": 'baseline = "claimcheck.baseline.json"',
    "suppressions": 'suppressions = "claimcheck.ignore.yaml"',
    "rules": 'rules = ["house-rules/"]',
    "lexicon": 'lexicon = ["beats/migration.yaml"]',
    "path": "[[path]] and lines below it",
    "paths": 'paths = ["sport/**"]',
    "reference": "[[reference]] and lines below it",
    "source": 'source = "interior ministry"',
    "tolerance": 'tolerance = "5%"',
    "as-of": 'as-of = "2023-10-31"',
}


def _key(loc: Sequence[str | int]) -> str:
    """Give the key of the configuration that a place is about."""
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def _shown(value: object) -> str:
    """Write a value as its file does, or name its kind."""
    match value:
        case str():
            return f'"{value[:_WIDE]}"'
        case bool():
            return "true" if value else "false"
        case list():
            return "a list"
        case dict():
            return "a table"
    return str(value)[:_WIDE]


_WIDE = 80


def _name(loc: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in loc) or "the table"


def _choices(expected: str) -> tuple[str, ...]:
    return tuple(part.strip("' ") for each in expected.split(" or ") for part in each.split(","))


def _known(loc: Sequence[str | int]) -> list[str]:
    """Give the keys that may stand where an unknown one stands."""
    model: Any = File
    for part in loc:
        if isinstance(part, str):
            model = _inner(model, part.replace("-", "_"))
    return [str(field.alias or name) for name, field in model.model_fields.items()]


def _inner(model: Any, field: str) -> Any:  # noqa: ANN401 - a pydantic model in a field's type
    annotation = model.model_fields[field].annotation
    while get_origin(annotation) is not None:
        annotation = get_args(annotation)[0]
    return annotation
