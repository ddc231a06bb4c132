"""XML articles: feeds (RSS, Atom), NewsML-G2, NITF, TEI. Each character keeps its place."""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence, SourceMap, wide
from claimcheck.readers.decode import decode
from claimcheck.readers.html_text import write_fragment
from claimcheck.readers.invisible import hidden_at
from claimcheck.readers.kept import Edit, Kept, keep, line_starts, through, whole
from claimcheck.readers.plain import content_id, empty
from claimcheck.readers.source import Source
from claimcheck.readers.written_dates import iso_day
from claimcheck.readers.xml_tree import Element, elements

_DECLARED = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"'](?P<name>[A-Za-z0-9_\-]{2,40})")
_ESCAPED = re.compile(
    r"<!\[CDATA\[|\]\]>|&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);"
)
_TAG = re.compile(r"<[^>]*+>|\s+")


class Form(NamedTuple):
    """How one kind of document names the parts of an article; names in order, surest first."""

    article: str
    bodies: tuple[str, ...]
    titles: tuple[str, ...]
    dates: tuple[str, ...]
    addresses: tuple[str, ...] = ("link", "guid")
    publishers: tuple[str, ...] = ()


_FORMS: Final = {
    "rss": Form("item", ("encoded", "description"), ("title",), ("pubDate", "date")),
    "RDF": Form("item", ("encoded", "description"), ("title",), ("date", "pubDate")),
    "feed": Form("entry", ("content", "summary"), ("title",), ("published", "issued", "updated")),
    "newsMessage": Form(
        "newsItem",
        ("body.content", "inlineXML", "inlineData"),
        ("headline",),
        ("contentCreated", "versionCreated", "firstCreated"),
        publishers=("provider",),
    ),
    "nitf": Form("nitf", ("body.content", "body"), ("hl1", "title"), ("date.issue", "story.date")),
    "TEI": Form("TEI", ("text",), ("title",), ("date",), ("ptr",), ("publisher",)),
}
_FORMS["newsItem"] = _FORMS["newsMessage"]
_FORMS["packageItem"] = _FORMS["newsMessage"]
_FORMS["TEI.2"] = _FORMS["TEI"]


def read_xml(source: Source) -> list[Article | ReaderError]:
    """Read an .xml file: one article or, from a feed, many.

    Raises: ReaderError E002 empty, E011 no XML, E015 no form of article that is known.
    """
    declared = _DECLARED.search(source.content, 0, 300)
    name = declared["name"].decode("ascii") if declared else None
    decoded = decode(source.content, source.path, name)
    raw = decoded.text
    if not raw.strip():
        raise empty(source.path)
    tree = elements(raw, source.path)
    form = _FORMS.get(tree[0].name)
    if form is None:
        known = ", ".join(sorted(_FORMS))
        problem = f"no article in <{tree[0].name[:40]}>"
        raise ReaderError("E015", source.path, problem, f"known roots: {known}")
    starts, broad = line_starts(raw), wide(raw)
    found: list[Article | ReaderError] = []
    for first, last in _spans(tree, form.article):
        article = _article(raw, tree[first:last], form, source.path)
        if article is not None:
            mapped = SourceMap(article.source.offsets, article.source.sources, starts, wide=broad)
            found.append(article._replace(source=mapped, encoding=decoded.encoding))
    if not found:
        raise ReaderError("E015", source.path, f"no <{form.article}> with a text", "")
    return found


def _spans(tree: list[Element], name: str) -> list[tuple[int, int]]:
    """Give the ranges of elements that an article each holds."""
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(tree):
        if tree[index].name == name:
            first, end = index, tree[index].end
            while index + 1 < len(tree) and tree[index + 1].start <= end:
                index += 1
            spans.append((first, index + 1))
        index += 1
    return spans


def _article(raw: str, tree: list[Element], form: Form, path: str) -> Article | None:
    """Make an article of its elements; None where it has no text."""
    body = next((one for name in form.bodies for one in tree if one.name == name), None)
    if body is None or not raw[body.start : body.end].strip():
        return None
    kept = _characters(raw, body)
    written = write_fragment(kept.text)
    if not written.kept.text.strip():
        return None
    back = through(written.kept, kept)
    return Article(
        id=content_id(back.text.encode()),
        text=back.text,
        path=path,
        publisher=_words(raw, tree, form.publishers),
        title=_words(raw, tree, form.titles),
        url=_words(raw, tree, form.addresses),
        published=_published(raw, tree, form),
        regions=written.regions,
        source=SourceMap(back.offsets, back.sources),
        invisible=hidden_at(back, raw),
    )


def _characters(raw: str, body: Element) -> Kept:
    """Give the markup of a body: as it stands, or what its escapes stand for."""
    inside = raw[body.start : body.end]
    escaped = "<![CDATA[" in inside or "&lt;" in inside
    edits = []
    if escaped:
        for found in _ESCAPED.finditer(raw, body.start, body.end):
            text = "" if found[0][0] != "&" else whole(unescape(found[0]))
            edits.append(Edit(*found.span(), text))
    return keep(raw, edits, body.start, body.end)


def _words(raw: str, tree: list[Element], names: tuple[str, ...]) -> str | None:
    """Give the text, or the address or literal, of the first element of some names."""
    for name in names:
        for one in tree:
            if one.name != name:
                continue
            text = unescape(raw[one.start : one.end].replace("<![CDATA[", "").replace("]]>", ""))
            attributes = one.attributes
            given = attributes.get("href") or attributes.get("literal") or attributes.get("target")
            words = " ".join(_TAG.sub(" ", text).split()) or given or ""
            if words:
                return whole(words[:500])
    return None


def _published(raw: str, tree: list[Element], form: Form) -> Anchor:
    """Give the day that the first date of the form names."""
    for name in form.dates:
        for one in tree:
            if one.name != name:
                continue
            attributes = one.attributes
            value = attributes.get("norm") or attributes.get("when") or raw[one.start : one.end]
            day = iso_day(value.replace("<![CDATA[", ""))
            if day is not None:
                evidence = (Evidence(None, f"metadata: <{name}> {day}"),)
                return Anchor(day, day, day, AnchorHow.METADATA, evidence)
    return Anchor()
