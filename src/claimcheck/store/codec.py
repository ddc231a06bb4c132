"""The nouns as JSON and back: written as they stand, read field by field and trusted in nothing.

A record is an array of its fields in order, each read as its annotation says. Fields are only ever
added at the end and with a default: records written before that are shorter and take the default.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from enum import EnumMeta
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, TypeVar, get_args, get_origin, get_type_hints

from claimcheck.model.claim import Claim

T = TypeVar("T")
Read = Callable[[object], T]

_DECIMAL: Final = re.compile(r"-?[0-9]{1,80}(?:\.[0-9]{1,80})?(?:E[+-]?[0-9]{1,2})?")
_LARGEST: Final = 2**31  # no article is that long


class DamagedError(Exception):
    """A stored value that claimcheck cannot have written."""


def written(value: object) -> str:
    """Write a noun, or a list of them, as one line of JSON in ASCII.

    >>> written((3, date(2024, 5, 2)))
    '[3,"2024-05-02"]'
    """
    return json.dumps(value, default=str, separators=(",", ":"))


def claim_written(claim: Claim) -> str:
    """Write a claim; how its value was derived is left out."""
    return written(claim._replace(mention=claim.mention._replace(trace=())))


def read(kind: type[T], line: object) -> T:
    """Read what `written` wrote of a value of this type. Raises DamagedError for anything else."""
    try:
        value: object = json.loads(text_of(line))
    except (ValueError, RecursionError) as error:
        raise DamagedError("no JSON") from error
    found: T = reader(kind)(value)  # type: ignore[arg-type]  # every type is hashable
    return found


@cache
def reader(kind: Any) -> Read[Any]:  # noqa: ANN401 - any annotation of a noun
    """Give the function that takes a plain value as this type. Raises TypeError for a new one."""
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if get_origin(kind) is UnionType:
        inner = reader(next(each for each in get_args(kind) if each is not NoneType))
        return lambda value: None if value is None else inner(value)
    if isinstance(kind, EnumMeta):
        return _member(kind)
    if hasattr(kind, "_field_defaults"):
        return _record(kind)
    raise TypeError(f"no way to read {kind}")


def row(kind: type[T], values: Sequence[object]) -> T:
    """Take a row of a query as a record whose fields are text, numbers, bytes or nothing.

    Raises: DamagedError for a value of another type.
    """
    for value, allowed in zip(values, _columns(kind), strict=True):  # type: ignore[arg-type]  # every type is hashable
        if type(value) not in allowed:
            raise DamagedError(f"a {type(value).__name__} where none can be")
    return kind(*values)


@cache
def _columns(kind: Any) -> tuple[tuple[type, ...], ...]:  # noqa: ANN401 - any NamedTuple
    hints = get_type_hints(kind)
    return tuple(get_args(hints[name]) or (hints[name],) for name in kind._fields)


def text_of(value: object) -> str:
    """Take a string."""
    if type(value) is not str:
        raise DamagedError("no text")
    return value


def bytes_of(value: object) -> bytes:
    """Take bytes."""
    if type(value) is not bytes:
        raise DamagedError("no bytes")
    return value


def number_of(value: object) -> int:
    """Take a whole number of the size of an offset, not negative."""
    if type(value) is not int or not 0 <= value < _LARGEST:
        raise DamagedError("no number")
    return value


def _truth(value: object) -> bool:
    if type(value) is not bool:
        raise DamagedError("not true or false")
    return value


def _decimal(value: object) -> Decimal:
    if _DECIMAL.fullmatch(text_of(value)) is None:
        raise DamagedError("no figure")
    return Decimal(str(value))


def _day(value: object) -> date:
    try:
        return date.fromisoformat(text_of(value))
    except ValueError as error:
        raise DamagedError("no day") from error


_SIMPLE: Final[dict[object, Read[object]]] = {
    str: text_of,
    int: number_of,
    bool: _truth,
    Decimal: _decimal,
    date: _day,
}


def _list(value: object) -> list[object]:
    if type(value) is not list:
        raise DamagedError("no list")
    return value


def _tuple(kinds: tuple[Any, ...]) -> Read[tuple[object, ...]]:
    """Take a list: of any length where the type ends in an ellipsis, else of just these types."""
    readers = [reader(kind) for kind in kinds if kind is not Ellipsis]
    if Ellipsis in kinds:
        one = readers[0]
        return lambda value: tuple([one(each) for each in _list(value)])

    def row(value: object) -> tuple[object, ...]:
        found = _list(value)
        if len(found) != len(readers):
            raise DamagedError("too short or too long")
        return tuple([take(each) for take, each in zip(readers, found, strict=True)])

    return row


def _member(kind: EnumMeta) -> Read[object]:
    """Take a value of an enumeration of words."""
    members = {str(member.value): member for member in kind}  # type: ignore[var-annotated]  # any enum

    def member(value: object) -> object:
        if type(value) is not str or value not in members:
            raise DamagedError(f"no {kind.__name__}")
        return members[value]

    return member


def _record(kind: Any) -> Read[Any]:  # noqa: ANN401 - any NamedTuple
    """Take the fields of a NamedTuple in order; its last ones may be missing."""
    defaults = [kind._field_defaults.get(name) for name in kind._fields]
    least = len(kind._fields) - len(kind._field_defaults)
    fields: list[Read[object]] = []

    def record(value: object) -> Any:  # noqa: ANN401 - as above
        if not fields:  # only now: a noun may hold one of its own kind
            hints = get_type_hints(kind)
            fields.extend(reader(hints[name]) for name in kind._fields)
        given = _list(value)
        if not least <= len(given) <= len(fields):
            raise DamagedError(f"no {kind.__name__}")
        made = [take(each) for take, each in zip(fields, given, strict=False)]
        return kind._make(made + defaults[len(made) :])

    return record
