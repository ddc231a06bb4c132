"""The article of a page that scripts build: its text stands in linked data or in embedded state."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.article import RegionKind
from claimcheck.readers.html_nodes import Page
from claimcheck.readers.html_text import Written, regions_of, write_fragment
from claimcheck.readers.invisible import visible
from claimcheck.readers.json_value import inside
from claimcheck.readers.kept import Kept, through

_NAMED = re.compile(
    r'"(?P<key>articleBody|body|body_?[hH]tml|content|content_?[hH]tml|html|text)"\s*+:\s*+'
    r'(?P<value>"(?:[^"\\]++|\\.)*+")'
)
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6])\b", re.IGNORECASE)
_SURE: Final = "articleBody"
_LEAST: Final = 150
_MUCH: Final = 400  # letters of a field whose name alone does not say that it is the article
_LONGEST: Final = 2_000_000


def script_article(page: Page) -> Written | None:
    """Read the article that scripts hold, with its places; None where they hold none."""
    spans = sorted((*page.linked_data, *page.scripts))
    found = [
        (one["key"] != _SURE, -len(one["value"]), one)
        for start, end in spans
        for one in _NAMED.finditer(page.raw, start, min(end, start + _LONGEST))
        if len(one["value"]) > (_LEAST if one["key"] == _SURE else _MUCH)
    ]
    for _, _, one in sorted(found, key=lambda each: each[:2])[:4]:
        written = _written(inside(page.raw, one.span("value")))
        if written is not None and (one["key"] == _SURE or written.kept.text.count(". ") > 1):
            return written
    return None


def _written(kept: Kept) -> Written | None:
    """Write the text of a string: as markup where it is some."""
    if not kept.text.strip():
        return None
    if _MARKUP.search(kept.text):
        written = write_fragment(kept.text)
        return Written(through(written.kept, kept), written.regions) if written.kept.text else None
    clean = through(visible(kept.text), kept)
    return Written(clean, regions_of(clean.text, [(0, RegionKind.BODY)]))
