"""Front matter: the YAML or TOML head of a Markdown file, read as data from a stranger."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from claimcheck.errors import ReaderError

_FENCE = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*+(?:\r\n?|\n)")
_FIELD = re.compile(r"\s*+(?:#[^\n\r]*+\s*+)*+[\"']?[A-Za-z_][\w -]{0,60}[\"']?[ \t]*+[:=]")
_MAX_CHARACTERS: Final = 2**16
_MAX_DEPTH: Final = 20
_MOST_BRACKETS: Final = 2_000
_CORE_TAGS: Final = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")
)


class FrontMatter(NamedTuple):
    """The outermost fields of a head, and the offset at which the text begins."""

    fields: Mapping[str, object]
    end: int


def front_matter(raw: str, path: str) -> FrontMatter:
    """Read the head of a file; without one, the fields are empty and the text begins at 0.

    A first `---` that no field follows, or that nothing closes, is a rule across the page.
    Raises: ReaderError E012 for a head that is broken, too long, too deep or uses anchors.
    """
    opening = _FENCE.match(raw)
    if opening is None or not _FIELD.match(raw, opening.end()):
        return FrontMatter({}, 0)
    fence = re.escape(opening["fence"])
    closing = re.compile(rf"^{fence}[ \t]*+(?:\r\n?|\n|\Z)", re.MULTILINE).search(
        raw.replace("\r\n", " \n"), opening.end()
    )
    if closing is None:
        return FrontMatter({}, 0)
    head = raw[opening.end() : closing.start()]
    if len(head) > _MAX_CHARACTERS:
        raise ReaderError(
            "E012", path, f"front matter of {len(head):,} characters", "at most 65,536"
        )
    if head.count("[") + head.count("{") > _MOST_BRACKETS:
        raise ReaderError("E012", path, "front matter nested too deep", "nest at most 20 levels")
    read = _toml if opening["fence"] == "+++" else _yaml
    return FrontMatter(read(head, path), closing.end())


def _toml(head: str, path: str) -> Mapping[str, object]:
    """Read TOML."""
    import tomllib  # noqa: PLC0415 - few articles need it

    try:
        return tomllib.loads(head.replace("\r", "\n") if "\r\n" not in head else head)
    except (RecursionError, ValueError) as error:
        raise ReaderError("E012", path, f"front matter is not TOML: {error}") from error


def _yaml(head: str, path: str) -> Mapping[str, object]:
    """Read the outermost scalars of a YAML mapping, each as the text it was written as.

    The parser's events are enough: nothing is built, so an alias cannot grow and a tag cannot act.
    """
    import yaml  # noqa: PLC0415 - few articles have front matter, and the import costs 15 ms

    try:
        return _scalars(list(yaml.parse(head, Loader=yaml.CSafeLoader)), path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"{path}:{mark.line + 2}:{mark.column + 1}" if mark else path
        raise ReaderError("E012", place, f"front matter is not YAML: {error.problem}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ReaderError("E012", path, "front matter is not YAML") from error


def _scalars(events: list[object], path: str) -> Mapping[str, object]:
    """Collect the outermost key and scalar pairs of a stream of YAML events."""
    fields: dict[str, object] = {}
    depth, key = 0, None
    for event in events:
        _refuse(event, path)
        kind = type(event).__name__
        if kind in {"MappingStartEvent", "SequenceStartEvent"}:
            depth += 1
            if depth > _MAX_DEPTH:
                raise _broken(event, path, "nested too deep", "nest at most 20 levels")
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            depth -= 1
            key = key if depth > 1 else None
        elif kind == "ScalarEvent" and depth == 1:
            value = str(getattr(event, "value", ""))
            if key is None:
                key = value
                if key in fields:
                    raise _broken(event, path, f'"{key[:40]}" is given twice', "keep one of them")
                fields[key] = None
            else:
                fields[key] = None if value in {"", "~", "null"} else value
                key = None
    return fields


def _refuse(event: object, path: str) -> None:
    """Refuse what front matter never needs and attacks do: anchors, aliases, tags."""
    if getattr(event, "anchor", None) is not None:
        raise _broken(event, path, "anchors and aliases are not read", "write the value out")
    tag = getattr(event, "tag", None)
    if tag is not None and str(tag) not in _CORE_TAGS:
        raise _broken(event, path, "tags are not read", "write the plain value")


def _broken(event: object, path: str, problem: str, remedy: str) -> ReaderError:
    """Place an error at a YAML event; the head begins on the second line of the file."""
    mark = getattr(event, "start_mark", None)
    place = f"{path}:{mark.line + 2}:{mark.column + 1}" if mark else path
    return ReaderError("E012", place, f"front matter: {problem}", remedy)
