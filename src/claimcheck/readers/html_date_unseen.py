"""Days that only programs see: scripts, hidden fields, comments in the markup, share links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from claimcheck.readers.html_date_places import Clues, Found, address_day
from claimcheck.readers.written_dates import day_of_seconds, iso_day

_SCRIPT = re.compile(
    r"""
    ["']?(?P<key> datePublished | date_published
      | (?:first_?)?[pP]ublished_?(?:[aA]t|[oO]n|[dD]ate)?
      | first_?[pP]ublished(?:_?[aA]t)? | publish(?:ed)?_?[dD]ate(?:Time)? | pub_?[dD]ate
      | publication_?[dD]ate | published_?[tT]ime | publish_?[tT]ime | datetime_published
      | display_?[dD]ate | article_?[dD]ate | post_?[dD]ate | date_?[cC]reated | created_?[aA]t
      | create_?[dD]ate ) \\?["']? \s{0,3} [:=] \s{0,3} \\?["']?
    (?P<value> (?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9] (?![0-9])
      | 1[0-9]{9} (?:[0-9]{3})? (?![0-9])
      | [A-Z][a-z]{2,9}\.?\s[0-9]{1,2},\s(?:19|20)[0-9]{2} )
    """,
    re.VERBOSE,
)
_FIELD = re.compile(
    r"""<input\b[^<>]{0,200}?\bname=["']?[\w\-]{0,20}(?:date|publi|created)[^<>]{0,200}>""",
    re.IGNORECASE,
)
_VALUE = re.compile(r"""\bvalue=["'](?P<value>[^"'<>]{8,40})""", re.IGNORECASE)
_COMMENT = re.compile(
    r"<!--[^<>]{0,80}(?:publi|date|datum|created|erstellt|posted|release)[^<>0-9]{0,30}"
    r"(?P<value>(?:19|20)[0-9]{2}[^<>]{0,30})-->",
    re.IGNORECASE,
)
_SHARED = re.compile(
    r"""[?&;](?:u|url|link|text|uri)=(?P<address>https?(?::|%3A)(?:/|%2F){2}[^"'<>&\s]{8,300})""",
    re.IGNORECASE,
)
_BOOKMARK = re.compile(
    r"""<a\b(?=[^<>]{0,600}\brel=["']?bookmark)[^<>]{0,400}?\bhref=["'](?P<address>[^"'<>]{8,400})""",
    re.IGNORECASE,
)
_MOST: Final = 2_000_000
_LOOKED: Final = 300_000


def bookmarks(clues: Clues) -> Iterator[Found]:
    """Give the day in the address under which the headline links to its own page."""
    raw = clues.page.raw
    if "bookmark" not in raw or clues.first >= len(clues.page.blocks):
        return
    start = clues.page.blocks[clues.first].runs[0][0]
    found = _BOOKMARK.search(raw, max(0, start - 3_000), start + 1_500)
    day = address_day(found["address"]) if found else None
    if day is not None:
        yield Found(day, "link of the headline")


def unseen(clues: Clues) -> Iterator[Found]:
    """Give days that no reader of the page sees, surest first."""
    yield from _scripts(clues)
    raw = clues.page.raw[:_MOST]
    for found in _FIELD.finditer(raw):
        value = _VALUE.search(found[0])
        day = iso_day(value["value"], clues.order) if value else None
        if day is not None:
            yield Found(day, "hidden field")
    for found in _COMMENT.finditer(raw):
        day = iso_day(found["value"], clues.order)
        if day is not None:
            yield Found(day, "comment in the markup")
    for found in _SHARED.finditer(raw):
        day = address_day(unquote(found["address"]))
        if day is not None:
            yield Found(day, "address in a share link")


def _scripts(clues: Clues) -> Iterator[Found]:
    """Give days that the page's own scripts name as its publication."""
    for start, end in clues.page.scripts:
        for found in _SCRIPT.finditer(clues.page.raw, start, min(end, start + _LOOKED)):
            day = iso_day(found["value"], clues.order) or day_of_seconds(found["value"])
            if day is not None:
                yield Found(day, f"script {found['key']}")
                return
