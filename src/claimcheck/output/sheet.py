"""Mentions and claims as CSV: one row each, text cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimcheck.model.report import Extraction
from claimcheck.output.plain import claim_items, mention_lines
from claimcheck.output.safe import one_line

if TYPE_CHECKING:
    from claimcheck.output.document import ClaimItem, MentionLine, QuantityItem, TimexItem

_PLACE = ("path", "line", "col", "region", "text", "dimension")
_VALUE = ("low", "high", "unit", "bound", "change", "date", "first", "last", "mod")
MENTION_COLUMNS = (*_PLACE, *_VALUE)
_QUESTION = ("head", "frame", "place", "time_role", "time", "attribution", "stance", "repeats")
CLAIM_COLUMNS = ("id", *_PLACE, *_VALUE, *_QUESTION)
_FORMULA = "=+-@\t\r＝＋－＠"


def mentions_csv(extractions: Iterable[Extraction], _: str) -> str:
    """Write mentions, one a row."""
    return sheet(MENTION_COLUMNS, ([*_common(m)] for m in mention_lines(extractions)))


def claims_csv(extractions: Iterable[Extraction], _: str) -> str:
    """Write claims, one a row."""
    return sheet(CLAIM_COLUMNS, (_claim(claim) for claim in claim_items(extractions)))


def cell(text: str) -> str:
    """Make a text cell harmless: what a sheet would run gets an apostrophe before it.

    >>> cell("=1+1"), cell("25,000")
    ("'=1+1", '25,000')
    """
    shown = one_line(text)
    return f"'{shown}" if shown[:1] and shown[0] in _FORMULA else shown


def sheet(columns: tuple[str, ...], rows: Iterable[list[str | int]]) -> str:
    """Write a header and rows, as RFC 4180 asks; cells of text must have passed `cell`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _claim(claim: ClaimItem) -> list[str | int]:
    asked, time, said = claim["measurand"], claim["time"], claim["attribution"]
    return [
        claim["id"],
        *_common(claim),
        cell(asked["head"]),
        cell(asked["frame"]),
        cell(asked["place"]),
        time["role"] if time else "",
        cell(time["timex"]["value"]) if time else "",
        cell(said["source"]) if said else "",
        claim["stance"],
        claim["repeats"] or "",
    ]


def _common(item: MentionLine | ClaimItem) -> list[str | int]:
    return [
        cell(item["path"]),
        item["line"],
        item["col"],
        item["region"],
        cell(item["text"]),
        item["dimension"],
        *_quantity(item["quantity"]),
        *_timex(item["timex"]),
    ]


def _quantity(quantity: QuantityItem | None) -> list[str]:
    if quantity is None:
        return [""] * 5
    return [  # figures stay numbers: they are digits, a point and perhaps a sign
        quantity["low"],
        quantity["high"],
        cell(quantity["unit"]),
        quantity["bound"],
        quantity["change"],
    ]


def _timex(timex: TimexItem | None) -> list[str]:
    if timex is None:
        return [""] * 4
    return [cell(timex["value"]), timex["first"] or "", timex["last"] or "", timex["mod"]]
