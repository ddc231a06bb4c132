"""Plain values as JSON text: fixed key order, characters kept, none that acts on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claimcheck.model.report import SCHEMA_VERSION, Extraction, Report
from claimcheck.output.plain import claim_items, mention_lines, report_document
from claimcheck.output.safe import json_safe

if TYPE_CHECKING:
    from claimcheck.output.document import HeadRecord, Item, Record, RecordKind, ReportDocument


def report_json(report: Report) -> str:
    """Write a report as one indented document."""
    return _document(report_document(report))


def report_jsonl(report: Report) -> str:
    """Write a report as one record a line: first its versions, then every item with its kind."""
    document = report_document(report)
    head: HeadRecord = {
        "kind": "report",
        "schema_version": document["schema_version"],
        "tool_version": document["tool_version"],
        "ruleset_digest": document["ruleset_digest"],
    }
    return _lines((head, *_records(document)))


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
    )
    for kind, items in lists:
        for item in items:
            yield {"kind": kind, "item": item}


def mentions_json(extractions: Iterable[Extraction], tool_version: str) -> str:
    """Write mentions as one document."""
    return _document(_head(tool_version) | {"mentions": mention_lines(extractions)})


def claims_json(extractions: Iterable[Extraction], tool_version: str) -> str:
    """Write claims as one document."""
    return _document(_head(tool_version) | {"claims": claim_items(extractions)})


def mentions_jsonl(extractions: Iterable[Extraction]) -> str:
    """Write mentions one a line."""
    return _lines(mention_lines(extractions))


def claims_jsonl(extractions: Iterable[Extraction]) -> str:
    """Write claims one a line."""
    return _lines(claim_items(extractions))


def _head(tool_version: str) -> dict[str, object]:
    return {"schema_version": SCHEMA_VERSION, "tool_version": tool_version}


def _document(document: object) -> str:
    return json_safe(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"


def _lines(records: Iterable[object]) -> str:
    return "".join(
        json_safe(json.dumps(record, ensure_ascii=False, allow_nan=False)) + "\n"
        for record in records
    )
