"""Plain values as JSON text: fixed key order, characters kept, none that acts on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.model.report import SCHEMA_VERSION, Extraction, Report
from claimcheck.output.look import Look
from claimcheck.output.plain import claim_items, mention_lines, report_document
from claimcheck.output.safe import json_safe

if TYPE_CHECKING:
    from claimcheck.output.document import HeadRecord, Item, Record, RecordKind, ReportDocument


def report_json(report: Report, _: Look | None = None) -> str:
    """Write a report as one indented document."""
    return document(report_document(report))


def report_jsonl(report: Report, _: Look | None = None) -> str:
    """Write a report as one record a line: first its versions, then every item with its kind."""
    told = report_document(report)
    head: HeadRecord = {
        "kind": "report",
        "schema_version": told["schema_version"],
        "tool_version": told["tool_version"],
        "ruleset_digest": told["ruleset_digest"],
    }
    return lines((head, *_records(told)))


def _records(document: ReportDocument) -> Iterator[Record]:
    lists: tuple[tuple[RecordKind, Sequence[Item]], ...] = (
        ("article", document["articles"]),
        ("story", document["stories"]),
        ("claim", document["claims"]),
        ("link", document["links"]),
        ("finding", document["findings"]),
        ("check", document["checks"]),
        ("not_compared", document["not_compared"]),
        ("skipped", document["skipped"]),
        ("cluster", document["clusters"]),
    )
    for kind, items in lists:
        for item in items:
            yield {"kind": kind, "item": item}


def mentions_json(extractions: Iterable[Extraction], tool_version: str) -> str:
    """Write mentions as one document."""
    return document(_head(tool_version) | {"mentions": mention_lines(extractions)})


def claims_json(extractions: Iterable[Extraction], tool_version: str) -> str:
    """Write claims as one document."""
    return document(_head(tool_version) | {"claims": claim_items(extractions)})


def mentions_jsonl(extractions: Iterable[Extraction], _: str) -> str:
    """Write mentions one a line."""
    return lines(mention_lines(extractions))


def claims_jsonl(extractions: Iterable[Extraction], _: str) -> str:
    """Write claims one a line."""
    return lines(claim_items(extractions))


def _head(tool_version: str) -> dict[str, object]:
    return {"schema_version": SCHEMA_VERSION, "tool_version": tool_version}


def document(value: object) -> str:
    """Write a value as an indented JSON document."""
    return json_safe(json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def lines(records: Iterable[object]) -> str:
    """Write records as JSON, one a line."""
    return "".join(
        json_safe(json.dumps(record, ensure_ascii=False, allow_nan=False)) + "\n"
        for record in records
    )
