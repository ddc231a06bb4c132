"""JSON from strangers: bounded, numbers as written, and the place of every string."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

from claimcheck.errors import ReaderError
from claimcheck.readers.kept import Edit, Kept, keep, whole

SHAPE: Final = 'an object such as {"text": "...", "date": "2024-08-05"}'
Path = tuple[str | int, ...]
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[{}\[\]:,]')
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)"
)


class _Number(str):
    """A JSON number as written: never computed, so that no number is too long."""

    __slots__ = ()


def parse(raw: str, place: str, limit: int) -> object:
    """Parse one JSON value: bounded in size and depth, without NaN.

    Raises: ReaderError E004 over the limit, E011 for what is no JSON.
    """
    if len(raw) > limit:
        problem = f"a line of {len(raw):,} characters, more than {limit:,}"
        raise ReaderError("E004", place, problem, "raise it with --max-bytes")
    try:
        value: object = json.loads(
            raw, parse_int=_Number, parse_float=_Number, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        where = f"{place}:{error.colno}" if "\n" not in raw else f"{place}:{error.lineno}"
        raise ReaderError("E011", where, f"not JSON: {error.msg}", SHAPE) from error
    except RecursionError as error:
        raise ReaderError("E011", place, "JSON nested too deep", SHAPE) from error
    except ValueError as error:
        raise ReaderError("E011", place, f"not JSON: {error}", SHAPE) from error
    return value


def object_of(value: object, place: str) -> dict[str, object]:
    """Give a value that has to be an object.

    Raises: ReaderError E015 for any other.
    """
    if not isinstance(value, dict):
        raise ReaderError("E015", place, "not a JSON object", SHAPE)
    return value


def is_text(value: object) -> bool:
    """Tell a string from a number kept as it is written."""
    return type(value) is str


def _refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python reads and JSON does not have."""
    message = f"{name} is no JSON value"
    raise ValueError(message)


def inside(raw: str, span: tuple[int, int]) -> Kept:
    """Give the characters of the string in a span and where each stands."""
    start, end = span
    edits = (
        Edit(*found.span(), whole(json.loads(f'"{found[0]}"')))
        for found in _ESCAPE.finditer(raw, start + 1, end - 1)
    )
    kept = keep(raw, edits, start + 1, end - 1)
    return kept._replace(text=whole(kept.text))


def strings(raw: str) -> dict[Path, tuple[int, int]]:
    """Give the span of every string value by its path; of a name given twice the last, as json."""
    return dict(_strings(raw))


def _strings(raw: str) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Walk over the string values with their paths; the text is known to be JSON."""
    path: list[str | int] = []
    key = False
    for found in _TOKEN.finditer(raw):
        sign = found[0]
        if sign == "{":
            path.append("")
            key = True
        elif sign == "[":
            path.append(0)
            key = False
        elif sign in "}]":
            path.pop()
            key = False
        elif sign == ",":
            last = path[-1]
            key = isinstance(last, str)
            if isinstance(last, int):
                path[-1] = last + 1
        elif sign[0] == '"' and key:
            path[-1] = json.loads(sign)
            key = False
        elif sign[0] == '"':
            yield tuple(path), found.span()
