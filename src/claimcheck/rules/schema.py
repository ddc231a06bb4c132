"""What a rule file may say, as pydantic models; the JSON Schema for editors comes from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from claimcheck.model.mention import Bound, UnitKind
from claimcheck.rules.vocabulary import VOCABULARY, Kind, Word

Line = Annotated[str, StringConstraints(min_length=3, max_length=2000)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,8}[0-9]{3}$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Free = Annotated[str, StringConstraints(min_length=1, max_length=80)]
Calendar = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", max_length=10)
]
Side = Literal["same", "part_of", "has_part", "other_time", "other_scope", "other_event", "unknown"]
Verdicts = Literal["agreement", "approximation", "compatible", "conflict", "check"]
Severities = Literal["error", "warning", "note", "none"]


class Strict(BaseModel):
    """Types as written, no unknown keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class ExampleClaim(Strict):
    """A claim in figures, for an example that needs no text: a value and what hangs on it."""

    value: int | float | str | None = None
    high: int | float | str | None = None
    ulp: int | float | str | None = None
    bound: Literal[tuple(each.value for each in Bound)] = "exact"  # type: ignore[valid-type]  # built from the enum
    change: Literal["up", "down", "none"] = "none"
    unit: str = ""
    unit_kind: Literal[tuple(each.value for each in UnitKind)] = "counted"  # type: ignore[valid-type]  # built from the enum
    date: Calendar | None = None
    until: Calendar | None = None
    anchored: bool = False
    date_role: Literal["event", "deadline", "start", "end"] = "event"
    time: Calendar | None = None
    time_mod: Literal["as_of", "since", "until", "by", "before", "after", "on", "none"] = "as_of"
    published: Calendar | None = None
    head: str = ""
    frame: str = ""
    words: list[str] = []
    source: str = ""
    stance: Literal["asserted", "denied", "planned", "hypothetical", "generic"] = "asserted"
    region: str = "body"


class Example(Strict):
    """Two claims that a rule must decide, or must leave to others; or one text for a check."""

    a: Line | ExampleClaim | None = None
    b: Line | ExampleClaim | None = None
    a_date: Calendar | None = None
    b_date: Calendar | None = None
    relation: Side = "same"
    text: Line | None = None
    date: Calendar | None = None
    note: str = ""
    known_miss: bool = False


class Examples(Strict):
    """At least one example that fires and one that stays silent."""

    fires: list[Example] = Field(min_length=1)
    silent: list[Example] = Field(min_length=1)


def _expected(word: Word) -> Any:  # noqa: ANN401 - a type made at run time from the vocabulary
    if word.kind is Kind.FLAG:
        return bool
    if word.kind is Kind.PERCENT:
        return Annotated[int, Field(ge=0, le=100)]
    one = Literal[word.choices] if word.kind is Kind.CHOICE else Free
    return one | Annotated[list[one], Field(min_length=1, max_length=200)]  # type: ignore[valid-type]  # built from the vocabulary


def _when() -> type[BaseModel]:
    fields: dict[str, Any] = {
        name: (_expected(word) | None, Field(default=None, description=word.doc))
        for name, word in VOCABULARY.items()
    }
    model: type[BaseModel] = create_model("When", __base__=Strict, **fields)
    model.__doc__ = "The conditions of a rule; all of them must hold."
    return model


When = _when()


class RuleFile(Strict):
    """One rule: one YAML file. The folder it lies in is its verdict."""

    code: Code
    name: Name
    severity: Severities
    summary: Line
    why: Line
    message: Line
    verdict: Verdicts | None = None
    when: When | None = None  # type: ignore[valid-type]  # built from the vocabulary
    check: Name | None = None
    false_alarms: str = ""
    examples: Examples


def rule_schema() -> dict[str, object]:
    """Give the JSON Schema of a rule file."""
    schema = RuleFile.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://claimcheck.invalid/rule.schema.json",
        **schema,
    }
