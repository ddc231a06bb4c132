"""The formats by name: one line for each. Its module is imported when a format is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Final

from claimcheck.model.report import Extraction, Report
from claimcheck.output.look import Look

Writer = Callable[[Report, Look], str]
ExtractWriter = Callable[[Sequence[Extraction], str], str]


def _report(module: str, function: str) -> Writer:
    """Give a writer of reports that imports its module at the first call."""

    def write(report: Report, look: Look) -> str:
        writer: Writer = getattr(import_module(f"claimcheck.output.{module}"), function)
        return writer(report, look)

    return write


def _extract(module: str, function: str) -> ExtractWriter:
    """Give a writer of extractions; its last argument is the version of the tool."""

    def write(extractions: Sequence[Extraction], version: str) -> str:
        writer: ExtractWriter = getattr(import_module(f"claimcheck.output.{module}"), function)
        return writer(extractions, version)

    return write


REPORTS: Final[dict[str, Writer]] = {
    "terminal": _report("terminal", "terminal"),
    "concise": _report("concise", "concise"),
    "json": _report("dumps", "report_json"),
    "jsonl": _report("dumps", "report_jsonl"),
    "csv": _report("facts", "facts_csv"),
    "markdown": _report("markdown", "markdown"),
    "sarif": _report("sarif", "sarif"),
    "github": _report("github", "github"),
    "gitlab": _report("gitlab", "gitlab"),
    "junit": _report("junit", "junit"),
    "checkstyle": _report("checkstyle", "checkstyle"),
    "rdjson": _report("rdjson", "rdjson"),
    "rdjsonl": _report("rdjson", "rdjsonl"),
    "jsonld": _report("jsonld", "jsonld"),
}
EXTRACTS: Final[dict[str, dict[str, ExtractWriter]]] = {
    "mentions": {
        "jsonl": _extract("dumps", "mentions_jsonl"),
        "json": _extract("dumps", "mentions_json"),
        "csv": _extract("sheet", "mentions_csv"),
    },
    "claims": {
        "jsonl": _extract("dumps", "claims_jsonl"),
        "json": _extract("dumps", "claims_json"),
        "csv": _extract("sheet", "claims_csv"),
    },
}
FOR_PEOPLE: Final = frozenset({"terminal", "concise"})

_BEGINNINGS: Final = (
    '{\n "schema_version": ',
    '{"kind": "report", "schema_version": ',
    '{"article": ',
    '{"id": ',
    "path,line,col,region,text,dimension,",
    "id,path,line,col,region,text,dimension,",
    "fact,sentence,place,value,unit,",
    "## claimcheck: ",
    "## claimcheck diff: ",
    "old  ",
    '{\n "$schema": "https://json.schemastore.org/sarif-2.1.0.json"',
    "::error file=",
    "::warning file=",
    "::notice title=claimcheck",
    "[]\n",
    '[\n {\n  "check_name": "claimcheck/',
    '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="claimcheck"',
    '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="claimcheck ',
    '{\n "source": {\n  "name": "claimcheck"',
    '{"source": {"name": "claimcheck"}',
    '{\n "@context": "https://schema.org",\n "@graph": ',
)
_VERDICTS: Final = (
    " agreement: ",
    " approximation: ",
    " compatible: ",
    " conflict: ",
    " unresolved: ",
    " check: ",
)
_CLOSING: Final = "Nothing here says which source is right."


def ours(beginning: str, end: str) -> bool:
    """Tell whether a file with this beginning and end is an earlier output, free to be replaced.

    >>> ours("", ""), ours("Dear editor,", "yours"), ours("a.txt:1:1: CC301 conflict: x", "")
    (True, False, True)
    """
    first = beginning.split("\n", 1)[0]
    if not beginning.strip() or beginning.startswith(_BEGINNINGS):
        return True
    return _CLOSING in end or (" CC" in first and any(verdict in first for verdict in _VERDICTS))
