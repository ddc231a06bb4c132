"""Web pages: one page, one article, every character mapped to its place in the file."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, SourceMap, wide
from claimcheck.readers.decode import decode
from claimcheck.readers.html_body import Part, parts
from claimcheck.readers.html_dates import clues, published
from claimcheck.readers.html_metas import meta
from claimcheck.readers.html_nodes import Page
from claimcheck.readers.html_page import MAX_TAGS, page
from claimcheck.readers.html_script import script_article
from claimcheck.readers.html_text import Written, write
from claimcheck.readers.invisible import hidden_at
from claimcheck.readers.kept import line_starts, whole
from claimcheck.readers.linked_data import LinkedData, linked_data
from claimcheck.readers.plain import content_id
from claimcheck.readers.second_opinion import doubtful, second_opinion
from claimcheck.readers.source import Source

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(?P<name>[A-Za-z0-9_\-]{2,40})", re.IGNORECASE
)
_HEAD: Final = 4096


def read_html(source: Source) -> list[Article]:
    """Read a web page.

    Raises: ReaderError E002 without words, E004 for endless tags, and what `decode` raises.
    """
    declared = _CHARSET.search(source.content, 0, _HEAD)
    name = declared["name"].decode("ascii") if declared else None
    decoded = decode(source.content, source.path, name)
    found = page(decoded.text)
    if not found.whole:
        raise ReaderError("E004", source.path, f"more than {MAX_TAGS:,} tags", "split the page")
    chosen = parts(found)
    written = write(decoded.text, chosen)
    if doubtful(chosen):
        chosen, written = _in_doubt(found, chosen, written)
    if not written.kept.text.strip():
        raise ReaderError("E002", source.path, "no text on this page", "save the page as shown")
    linked = linked_data([decoded.text[start:end] for start, end in found.linked_data], found.title)
    address = _address(found, linked)
    places = [found.blocks.index(part.block) for part in (*chosen[:1], *chosen[-1:])] or [0, 0]
    return [
        Article(
            id=content_id(source.content),
            text=written.kept.text,
            path=source.path,
            publisher=_words(meta(found, "og:site_name", "application-name") or linked.publisher),
            title=_words(meta(found, "og:title") or linked.headline or found.title),
            url=_words(address),
            published=published(clues(found, linked, address, *places)),
            regions=written.regions,
            source=SourceMap(
                written.kept.offsets,
                written.kept.sources,
                line_starts(decoded.text),
                wide=wide(decoded.text),
            ),
            encoding=decoded.encoding,
            authors=linked.authors
            or tuple(filter(None, [_words(meta(found, "author", "dc.creator"))])),
            based_on=linked.based_on,
            invisible=hidden_at(written.kept, decoded.text),
        )
    ]


def _in_doubt(page: Page, chosen: list[Part], written: Written) -> tuple[list[Part], Written]:
    """Look elsewhere for the article of a page that shows next to none."""
    built = script_article(page)
    if built is not None and len(built.kept.text) > 2 * len(written.kept.text):
        return chosen, built
    other = second_opinion(page, chosen)
    return (chosen, written) if other is chosen else (other, write(page.raw, other))


def _address(found: Page, linked: LinkedData) -> str:
    """Give the address the page gives itself."""
    for link in found.links:
        if link.get("rel", "").lower() == "canonical" and link.get("href"):
            return link["href"].strip()
    return meta(found, "og:url", "twitter:url") or linked.url


def _words(value: str) -> str | None:
    """Give a field as text; an empty one does not apply."""
    return whole(" ".join(value.split())[:500]) or None
