"""Write docs/schema/*.json anew from the types of the public contract: `make schemas`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter

from claimcheck.changes.document import DiffDocument
from claimcheck.model.report import SCHEMA_VERSION
from claimcheck.output import document

FOLDER: Final = Path(__file__).resolve().parents[2] / "docs" / "schema"
TYPES: Final[dict[str, tuple[TypeAdapter[Any], str]]] = {
    "report": (TypeAdapter(document.ReportDocument), "report --format json"),
    "report-line": (
        TypeAdapter(document.HeadRecord | document.Record),
        "one line of report --format jsonl",
    ),
    "mention": (TypeAdapter(document.MentionLine), "one line of extract --what mentions"),
    "claim": (TypeAdapter(document.ClaimItem), "one line of extract --what claims"),
    "mentions": (TypeAdapter(document.MentionsDocument), "extract --what mentions --format json"),
    "claims": (TypeAdapter(document.ClaimsDocument), "extract --what claims --format json"),
    "diff": (TypeAdapter(DiffDocument), "diff --format json"),
}


def schemas() -> dict[str, str]:
    """Give the text of every schema file by its name."""
    return {f"{name}.json": _schema(*of) for name, of in TYPES.items()}


def _schema(contract: TypeAdapter[Any], title: str) -> str:
    generated = contract.json_schema(mode="serialization")
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"schema_version {SCHEMA_VERSION}",
        "title": f"claimcheck {title}",
    }
    generated.pop("title", None)
    return json.dumps(head | generated, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
