"""What an article says of itself outside its text: date, title, publisher, address."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.model.article import Anchor, AnchorHow, Evidence
from claimcheck.readers.kept import whole

_DATE = re.compile(
    r"""
    (?P<year> 1[0-9]{3} | 2[01][0-9]{2} )
    (?: -(?P<month> [0-9]{2}) (?: -(?P<day> [0-9]{2}) (?: [T\ ][0-9:.,+\-\ A-Za-z]{1,40} )? )? )?
    """,
    re.VERBOSE,
)


class Metadata(NamedTuple):
    """The fields every format shares."""

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Anchor = Anchor()


def metadata(fields: Mapping[str, object], place: str) -> Metadata:
    """Read the known fields of front matter or of a JSON object; others are left alone.

    Raises: ReaderError E013 for a date that is not YYYY-MM-DD (or YYYY-MM, YYYY).
    """
    return Metadata(
        title=_words(fields.get("title")),
        url=_words(fields.get("url")),
        publisher=_words(fields.get("publisher")),
        published=_anchor(_words(fields.get("date")), place),
    )


def _words(value: object) -> str | None:
    """Give a field as text; an empty one does not apply."""
    return whole(str(value)).strip() or None if value is not None else None


def _anchor(written: str | None, place: str) -> Anchor:
    """Read a publication date: the day as written, whatever its time zone, or the month or year."""
    if written is None:
        return Anchor()
    found = _DATE.fullmatch(written)
    days = found and _days(found)
    if not days:
        raise ReaderError("E013", place, f'date "{written[:40]}" is no day', "write YYYY-MM-DD")
    first, last = days
    evidence = (Evidence(None, f"metadata: date {written[:40]}"),)
    return Anchor(first if first == last else None, first, last, AnchorHow.METADATA, evidence)


def _days(found: re.Match[str]) -> tuple[date, date] | None:
    """Give the first and last day of a date; None if the calendar has no such day."""
    year, month, day = int(found["year"]), found["month"], found["day"]
    try:
        first = date(year, int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return first, first
    last_month = int(month or 12)
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])
