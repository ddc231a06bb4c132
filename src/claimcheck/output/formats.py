"""The formats by name: one line for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from claimcheck.model.report import Extraction, Report
from claimcheck.output.concise import concise
from claimcheck.output.dumps import (
    claims_json,
    claims_jsonl,
    mentions_json,
    mentions_jsonl,
    report_json,
    report_jsonl,
)
from claimcheck.output.look import Look
from claimcheck.output.sheet import CLAIM_COLUMNS, MENTION_COLUMNS, claims_csv, mentions_csv
from claimcheck.output.terminal import CLOSING, terminal

REPORTS: Final[dict[str, Callable[[Report, Look], str]]] = {
    "terminal": terminal,
    "concise": concise,
    "json": lambda report, _: report_json(report),
    "jsonl": lambda report, _: report_jsonl(report),
}
# Name of what is extracted, then the format; the last argument is the version of the tool.
EXTRACTS: Final[dict[str, dict[str, Callable[[Sequence[Extraction], str], str]]]] = {
    "mentions": {
        "jsonl": lambda extractions, _: mentions_jsonl(extractions),
        "json": mentions_json,
        "csv": lambda extractions, _: mentions_csv(extractions),
    },
    "claims": {
        "jsonl": lambda extractions, _: claims_jsonl(extractions),
        "json": claims_json,
        "csv": lambda extractions, _: claims_csv(extractions),
    },
}
FOR_PEOPLE: Final = frozenset({"terminal", "concise"})

_BEGINNINGS: Final = (
    '{\n "schema_version": ',
    '{"kind": "report", "schema_version": ',
    '{"article": ',
    '{"id": ',
    ",".join(MENTION_COLUMNS),
    ",".join(CLAIM_COLUMNS),
)
_VERDICTS: Final = (
    " agreement: ",
    " approximation: ",
    " compatible: ",
    " conflict: ",
    " unresolved: ",
    " check: ",
)


def ours(beginning: str, end: str) -> bool:
    """Tell whether a file with this beginning and end is an earlier output, free to be replaced.

    >>> ours("", ""), ours("Dear editor,", "yours"), ours("a.txt:1:1: CC301 conflict: x", "")
    (True, False, True)
    """
    first = beginning.split("\n", 1)[0]
    if not beginning.strip() or beginning.startswith(_BEGINNINGS):
        return True
    return CLOSING in end or (" CC" in first and any(verdict in first for verdict in _VERDICTS))
