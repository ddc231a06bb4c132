"""Rules and tables from YAML: validated, every mistake at its place with what would be right."""

from __future__ import annotations

import difflib
import json
import string
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import cast

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import get_type_hints

from claimcheck.errors import RuleError
from claimcheck.model.lexicon import Lexicon
from claimcheck.rules.document import Document, Key, read_document
from claimcheck.rules.names import CHECKS
from claimcheck.rules.schema import RuleFile
from claimcheck.rules.vocabulary import FIELDS, VOCABULARY

Plain = Mapping[str, object]
Sources = tuple[tuple[str, bytes], ...]
_VERDICTS = ("agreement", "approximation", "compatible", "conflict", "check")


def parse_sources(sources: Sources, digest: str) -> Plain:
    """Parse the files of a rules folder into the plain form of the artefact."""
    tables = [(name, content) for name, content in sources if name.startswith("lexicon/")]
    rules = tuple((name, content) for name, content in sources if not name.startswith("lexicon/"))
    return {
        "digest": digest,
        "lexicon": {PurePosixPath(name).stem: parse_table(name, body) for name, body in tables},
        "rules": parse_rules(tuple((f"rules/{name}", content) for name, content in rules)),
    }


def parse_table(name: str, content: bytes) -> object:
    """Parse one lexicon table; it is held against its type where the model declares one."""
    document = read_document(f"rules/{name}", content)
    adapter = _adapters().get(PurePosixPath(name).stem)
    if adapter is None:
        return document.value
    try:
        adapter.validate_json(json.dumps([document.value]), strict=True)
    except ValidationError as error:
        raise _mistake(document, error, skip=1) from error
    return document.value


@cache
def _adapters() -> dict[str, TypeAdapter[list[object]]]:
    """Give a validator for each table; inside a list, for only there a TypedDict takes a config."""
    config = ConfigDict(strict=True, extra="forbid")
    return {
        name: TypeAdapter(cast("type[list[object]]", list[kind]), config=config)  # type: ignore[valid-type]  # read from the annotations
        for name, kind in get_type_hints(Lexicon).items()
        if name not in {"digest", "wordnet_table"}
    }


def parse_rules(sources: Sources, known: Sequence[Plain] = ()) -> list[Plain]:
    """Parse rule files; codes and names must be new among them and among the known rules."""
    seen = {str(rule[key]): str(rule["path"]) for rule in known for key in ("code", "name")}
    rules: list[Plain] = []
    for path, content in sources:
        document = read_document(path, content)
        rule = _rule(document)
        for key in ("code", "name"):
            word = str(rule[key])
            if word in seen:
                problem = f'{key} "{word}" is taken by {seen[word]}'
                raise RuleError("E108", document.place((key,)), problem, f"choose another {key}")
            seen[word] = path
        rules.append(rule)
    return rules


def _rule(document: Document) -> Plain:
    try:
        model = RuleFile.model_validate(document.value)
    except ValidationError as error:
        raise _mistake(document, error, skip=0) from error
    plain = model.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    plain["verdict"] = _verdict(document, plain)
    plain["path"] = document.path
    plain["line"] = document.values.get(("when",), document.values[("code",)])[0]
    _one_kind_of_rule(document, plain)
    _fields(document, str(plain["message"]))
    return cast("Plain", plain)


def _verdict(document: Document, plain: Plain) -> str:
    folder = PurePosixPath(document.path).parent.name
    stated = plain.get("verdict")
    if folder in _VERDICTS:
        if stated not in {None, folder}:
            problem = f'verdict "{stated}" in the folder {folder}'
            raise RuleError("E109", document.place(("verdict",)), problem, "the folder decides")
        return folder
    if stated is None:
        remedy = f"add verdict: {', '.join(_VERDICTS)}, or use a folder of that name"
        raise RuleError("E109", document.place(()), "no verdict", remedy)
    return str(stated)


def _one_kind_of_rule(document: Document, plain: Plain) -> None:
    if plain["verdict"] == "check":
        check = str(plain.get("check", ""))
        if check not in CHECKS:
            raise _unknown(document, ("check",), check, tuple(CHECKS))
        if plain.get("when"):
            raise RuleError(
                "E105", document.key_place(("when",)), "a check has no when", "name its check"
            )
    elif not plain.get("when"):
        raise RuleError("E106", document.place(()), "when is missing", "give conditions")
    elif plain.get("check"):
        raise RuleError("E105", document.key_place(("check",)), "check outside rules/check")


def _fields(document: Document, message: str) -> None:
    """Hold a message to named fields: no attributes, no indexes, no formats."""
    place = document.place(("message",))
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError as error:
        raise RuleError("E110", place, f"message: {error}", "write {a} or {b}") from error
    for _, field, form, conversion in parts:
        if field is None:
            continue
        if field not in FIELDS or form or conversion:
            raise _unknown(document, ("message",), field, tuple(FIELDS))


def _unknown(document: Document, at: tuple[Key, ...], word: str, known: Sequence[str]) -> RuleError:
    name = ".".join(str(part) for part in at)
    problem = f'{name}: "{word[:80]}" is not one of {", ".join(known)}'
    return RuleError("E105", document.place(at), problem, _suggestion(word, known))


def _suggestion(word: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(word[:80], known, n=1, cutoff=0.6)
    return f'did you mean "{close[0]}"?' if close else ""


def _mistake(document: Document, error: ValidationError, skip: int) -> RuleError:
    """Say the first mistake pydantic found in the terms of the file."""
    problems = error.errors(include_url=False, include_context=True)
    problem = min(problems, key=lambda p: _urgency(document, p["loc"][skip:]))
    at = _path(document, problem["loc"][skip:])
    name = ".".join(str(part) for part in at) or "the file"
    kind = problem["type"]
    if kind == "extra_forbidden":
        known = _siblings(document, at)
        return RuleError(
            "E105",
            document.key_place(at),
            f'{name}: unknown key "{str(at[-1])[:80]}"; known: {", ".join(known)}'
            if known
            else f'{name}: unknown key "{str(at[-1])[:80]}"',
            _suggestion(str(at[-1]), known),
        )
    if kind == "missing":
        missing = str(problem["loc"][-1])
        return RuleError("E106", document.place(at), f"{missing} is missing", f"add {missing}:")
    if kind == "literal_error" and at[:1] == ("when",) and str(at[1]) in VOCABULARY:
        choices = VOCABULARY[str(at[1])].choices
        return _unknown(document, at, str(problem["input"]), choices)
    if kind == "literal_error":
        choices = tuple(str(problem["ctx"]["expected"]).replace("'", "").split(" or "))
        expected = tuple(part for each in choices for part in each.split(", "))
        return _unknown(document, at, str(problem["input"]), expected)
    shown = str(problem["input"])[:80]
    return RuleError("E105", document.place(at), f'{name}: "{shown}": {_lower(problem["msg"])}')


def _urgency(document: Document, loc: tuple[Key, ...]) -> tuple[int, int]:
    """Order mistakes: the deepest place first, as a union reports one for each of its arms."""
    at = _path(document, loc)
    line, _ = document.values.get(at, (0, 0))
    return -len(at), line


def _path(document: Document, loc: tuple[Key, ...]) -> tuple[Key, ...]:
    """Drop from pydantic's location what names an arm of a union rather than a part of the file."""
    at: tuple[Key, ...] = ()
    for part in loc:
        if (*at, part) in document.values or (*at, part) in document.keys:
            at = (*at, part)
    return at


def _siblings(document: Document, at: tuple[Key, ...]) -> tuple[str, ...]:
    if at[:1] == ("when",) and len(at) == 2:
        return tuple(VOCABULARY)
    if len(at) == 1 and ("code",) in document.values:
        return tuple(RuleFile.model_fields)
    return ()


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]
