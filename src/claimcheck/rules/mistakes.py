"""Mistakes in a rule or table file: all of them, each at its place, with what would be right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from pydantic import ValidationError

from claimcheck.errors import RuleError, did_you_mean
from claimcheck.rules.document import Document, Key
from claimcheck.rules.schema import Example, ExampleClaim, Examples, RuleFile
from claimcheck.rules.vocabulary import VOCABULARY

MOST = 50  # mistakes told at once
_SHOWN = 80
_RIGHT = {
    "code": "two to eight capitals and three digits, such as NR101",
    "name": "small words joined by hyphens, such as tolls-differ",
    "difference_over": "a whole number of per cent without a sign, such as 10",
}
_SIDES = frozenset(("a", "b"))


def unknown(document: Document, at: tuple[Key, ...], word: str, known: Sequence[str]) -> RuleError:
    """Say that a word is none of those known at its place."""
    name = ".".join(str(part) for part in at)
    problem = f'{name}: "{word[:_SHOWN]}" is not one of {", ".join(known)}'
    return RuleError("E105", document.place(at), problem, did_you_mean(word, known))


def mistakes(document: Document, error: ValidationError, skip: int = 0) -> list[RuleError]:
    """Say what pydantic found wrong in the terms of the file, from top to bottom.

    A union reports a problem for each of its arms: of those at one place and within it, only the
    deepest is told. `skip` parts of each location are not of the file.
    """
    found: dict[tuple[tuple[Key, ...], str], RuleError] = {}
    for problem in error.errors(include_url=False, include_context=True):
        at = _path(document, problem["loc"][skip:])
        absent = str(problem["loc"][-1]) if problem["type"] == "missing" else ""
        found.setdefault((at, absent), _mistake(document, at, problem))
    meant = {each.remedy.removeprefix('did you mean "')[:-2] for each in found.values()} - {""}
    places = {at for at, _ in found}
    told = [
        key
        for key in found
        if (key[1] and key[1] not in meant)
        or not (key[1] or any(_is_within(other, key[0]) for other in places))
    ]
    told.sort(key=lambda key: _place(document, key[0]))
    return [found[key] for key in told]


def _place(document: Document, at: tuple[Key, ...]) -> tuple[int, int]:
    return document.keys.get(at) or document.values.get(at) or (0, 0)


def _is_within(inner: tuple[Key, ...], outer: tuple[Key, ...]) -> bool:
    """Whether a place lies inside another; everything lies in the file, which says nothing."""
    return len(inner) > len(outer) > 0 and inner[: len(outer)] == outer


def _path(document: Document, loc: tuple[Key, ...]) -> tuple[Key, ...]:
    """Drop from pydantic's location what names an arm of a union rather than a part of the file."""
    at: tuple[Key, ...] = ()
    for part in loc:
        if (*at, part) in document.values or (*at, part) in document.keys:
            at = (*at, part)
    return at


def _mistake(document: Document, at: tuple[Key, ...], problem: Any) -> RuleError:  # noqa: ANN401 - pydantic's mapping
    kind, name = problem["type"], ".".join(str(part) for part in at) or "the file"
    if kind == "extra_forbidden":
        return _extra(document, at)
    if kind == "missing":
        key = str(problem["loc"][-1])
        return RuleError("E106", document.place(at), f"{key} is missing", f"add {key}:")
    if kind == "literal_error":
        return unknown(document, at, str(problem["input"]), _choices(at, problem))
    shown = str(problem["input"])[:_SHOWN]
    message = problem["msg"][:1].lower() + problem["msg"][1:]
    remedy = _RIGHT.get(str(at[-1]), "") if at else ""
    return RuleError("E105", document.place(at), f'{name}: "{shown}": {message}', remedy)


def _extra(document: Document, at: tuple[Key, ...]) -> RuleError:
    known = _siblings(document, at)
    told = f"; known: {', '.join(known)}" if known else ""
    problem = f'{".".join(map(str, at))}: unknown key "{str(at[-1])[:_SHOWN]}"{told}'
    return RuleError("E105", document.key_place(at), problem, did_you_mean(str(at[-1]), known))


def _choices(at: tuple[Key, ...], problem: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    """Give the words that fit a place: of the vocabulary, or as pydantic lists them."""
    if at[:1] == ("when",) and str(at[1]) in VOCABULARY:
        return VOCABULARY[str(at[1])].choices
    listed = str(problem["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    return tuple(listed.split(", "))


def _siblings(document: Document, at: tuple[Key, ...]) -> tuple[str, ...]:
    """Give the keys that may stand beside a key of a rule file."""
    if at[:1] == ("when",) and len(at) == 2:
        return tuple(VOCABULARY)
    if ("code",) not in document.values:
        return ()
    if len(at) == 1:
        return tuple(RuleFile.model_fields)
    if at[0] != "examples":
        return ()
    inner = ExampleClaim if len(at) == 5 and at[3] in _SIDES else Example
    return tuple(cast("type[Examples]", inner if len(at) > 3 else Examples).model_fields)
