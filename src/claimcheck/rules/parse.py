"""Rules and tables from YAML: validated, every mistake at its place with what would be right."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from typing import cast

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import get_type_hints

from claimcheck.errors import RuleError
from claimcheck.model.lexicon import Lexicon
from claimcheck.rules.document import Document, read_document
from claimcheck.rules.mistakes import MOST, mistakes, unknown
from claimcheck.rules.names import CHECKS
from claimcheck.rules.schema import RuleFile
from claimcheck.rules.vocabulary import FIELDS

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
        raise _raised(mistakes(document, error, skip=1)) from error
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
    """Parse rule files; codes and names must be new among them and among the known rules.

    Raises RuleError: the first mistake, with those of all files beside it.
    """
    seen = {str(rule[key]): str(rule["path"]) for rule in known for key in ("code", "name")}
    rules: list[Plain] = []
    wrong: list[RuleError] = []
    for path, content in sources:
        try:
            document = read_document(path, content)
            rule = _rule(document)
        except RuleError as error:
            wrong += [error, *(each for each in error.also if isinstance(each, RuleError))]
            continue
        wrong += _taken(document, rule, seen)
        rules.append(rule)
    if wrong:
        raise _raised(wrong)
    return rules


def _taken(document: Document, rule: Plain, seen: dict[str, str]) -> Iterator[RuleError]:
    """Name a code or name that another rule has, and note the new ones."""
    for key in ("code", "name"):
        word = str(rule[key])
        if word in seen:
            problem = f'{key} "{word}" is taken by {seen[word]}'
            yield RuleError("E108", document.place((key,)), problem, f"choose another {key}")
        seen[word] = document.path


def _raised(wrong: Sequence[RuleError]) -> RuleError:
    """Put further mistakes beside the first one."""
    wrong[0].also = tuple(wrong[1:MOST])
    return wrong[0]


def _rule(document: Document) -> Plain:
    try:
        model = RuleFile.model_validate(document.value)
    except ValidationError as error:
        found = mistakes(document, error)
        raise _raised([*found, *_wrong_fields(document)]) from error
    plain = model.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    plain["verdict"] = _verdict(document, plain)
    plain["path"] = document.path
    plain["line"] = document.values.get(("when",), document.values[("code",)])[0]
    _one_kind_of_rule(document, plain)
    wrong = list(_wrong_fields(document))
    if wrong:
        raise _raised(wrong)
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
            raise unknown(document, ("check",), check, tuple(CHECKS))
        if plain.get("when"):
            raise RuleError(
                "E105", document.key_place(("when",)), "a check has no when", "name its check"
            )
    elif not plain.get("when"):
        raise RuleError("E106", document.place(()), "when is missing", "give conditions")
    elif plain.get("check"):
        raise RuleError("E105", document.key_place(("check",)), "check outside rules/check")


def _wrong_fields(document: Document) -> Iterator[RuleError]:
    """Hold a message to named fields: no attributes, no indexes, no formats."""
    value = document.value
    message = value.get("message") if isinstance(value, dict) else None
    if not isinstance(message, str):
        return
    place = document.place(("message",))
    try:
        parts = list(string.Formatter().parse(message))
    except ValueError as error:
        yield RuleError("E110", place, f"message: {error}", "write {a} or {b}")
        return
    for _, field, form, conversion in parts:
        if field is not None and (field not in FIELDS or form or conversion):
            yield unknown(document, ("message",), field, tuple(FIELDS))
