"""Articles in JSON under the names that tools give them: ours, trafilatura, ninjs, schema.org."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, Region, SourceMap, Wide
from claimcheck.readers.invisible import hidden_at, visible
from claimcheck.readers.json_value import Path, inside, is_text
from claimcheck.readers.kept import through, whole
from claimcheck.readers.metadata import metadata
from claimcheck.readers.plain import content_id, empty

_BODIES: Final = (
    "text",  # ours, trafilatura
    "articleBody",  # schema.org
    "body_text",  # ninjs
    "body_xhtml",
    "body_html",
    "raw_text",  # trafilatura without its own extraction
    "maintext",
    "content",
)
_MARKUP: Final = frozenset({"body_xhtml", "body_html"})
_DATES: Final = (
    "date",
    "datePublished",
    "contentCreated",
    "contentcreated",
    "firstCreated",
    "firstcreated",
    "versionCreated",
    "versioncreated",
    "published",
    "dateCreated",
)
_TITLES: Final = ("title", "headline", "name")
_PUBLISHERS: Final = ("publisher", "sitename", "copyrightholder", "copyrightHolder", "provider")
_AUTHORS: Final = ("author", "authors", "byline", "creator")
_ADDRESSES: Final = ("url", "link", "canonicalurl", "mainEntityOfPage", "source")


class Body(NamedTuple):
    """Where the text of an article stands below its object, and whether it is markup."""

    path: Path
    markup: bool


class Place(NamedTuple):
    """Where an article comes from: path, words for errors, encoding, lines, strings, widths."""

    path: str
    words: str
    encoding: str
    first_line: int
    line_starts: tuple[int, ...]
    strings: Mapping[Path, tuple[int, int]]
    wide: tuple[Wide, ...] = ()


def find_body(entry: Mapping[str, object]) -> Body | None:
    """Find the text of an article; the first name that holds a string wins."""
    for name in _BODIES:
        if is_text(entry.get(name)):
            return Body((name,), name in _MARKUP)
    bodies = entry.get("bodies")  # ninjs 2: a list of forms of one body
    forms = enumerate(bodies[:20]) if isinstance(bodies, list) else ()
    found = [
        Body(("bodies", number, "value"), "html" in str(form.get("contentType")))
        for number, form in forms
        if isinstance(form, dict) and is_text(form.get("value"))
    ]
    return min(found, key=lambda body: body.markup, default=None)


def article_of(
    entry: Mapping[str, object], body: Body, raw: str, place: Place, above: Path = ()
) -> Article:
    """Make an article of an object of a JSON text.

    Raises: ReaderError E002 for one without words, E013 for a date that is none.
    """
    kept = inside(raw, place.strings[above + body.path])
    if not kept.text.strip():
        raise empty(place.words)
    key = content_id(kept.text.encode())
    clean = visible(kept.text)
    unseen, kept = hidden_at(clean, kept.text), through(clean, kept)
    regions: tuple[Region, ...] = ()
    if body.markup:
        from claimcheck.readers.html_text import write_fragment  # noqa: PLC0415 - as in read.py

        written = write_fragment(kept.text)
        kept, regions = through(written.kept, kept), written.regions
    about = metadata(_known(entry), place.words)
    return Article(
        id=key,
        text=kept.text,
        path=place.path,
        publisher=about.publisher,
        title=about.title,
        url=about.url,
        published=about.published,
        regions=regions,
        source=SourceMap(
            kept.offsets, kept.sources, place.line_starts, place.first_line, place.wide
        ),
        encoding=place.encoding,
        authors=_authors(entry),
        invisible=unseen,
    )


def _authors(entry: Mapping[str, object]) -> tuple[str, ...]:
    """Give who wrote, by name."""
    given = next((entry[name] for name in _AUTHORS if entry.get(name)), None)
    several = given[:20] if isinstance(given, list) else [given]
    names = (one.get("name") if isinstance(one, dict) else one for one in several)
    return tuple(whole(str(one)).strip()[:200] for one in names if is_text(one))


def _known(entry: Mapping[str, object]) -> dict[str, object]:
    """Give the fields that every format shares under our names."""
    return {
        "date": _first(entry, _DATES),
        "title": _first(entry, _TITLES) or _headline(entry),
        "publisher": _first(entry, _PUBLISHERS),
        "url": _first(entry, _ADDRESSES),
    }


def _first(entry: Mapping[str, object], names: tuple[str, ...]) -> object:
    """Give the first field that holds something; of an object its name or address."""
    for name in names:
        value = entry.get(name)
        if isinstance(value, list):
            value = value[0] if value else None
        if isinstance(value, dict):
            value = value.get("name") or value.get("@id")
        if isinstance(value, str) and value.strip():
            return value
    return None


def _headline(entry: Mapping[str, object]) -> object:
    """Give the headline of ninjs 2, which is a list of forms."""
    forms = entry.get("headlines")
    form = forms[0] if isinstance(forms, list) and forms else None
    return _first(form, ("value",)) if isinstance(form, dict) else None


_HOLDERS: Final = ("articles", "items", "entries", "results", "data", "@graph", "docs")


def entries(value: object) -> Iterator[tuple[Path, dict[str, object]]]:
    """Give the objects of a JSON file that could be articles, each with its path."""
    if isinstance(value, dict):
        held = [name for name in _HOLDERS if isinstance(value.get(name), list)]
        if find_body(value) is not None or not held:
            yield (), value
            return
        for number, one in enumerate(value[held[0]]):
            if isinstance(one, dict):
                yield (held[0], number), one
    elif isinstance(value, list):
        for number, one in enumerate(value):
            if isinstance(one, dict):
                yield (number,), one


def no_article(path: str) -> ReaderError:
    """Say that a JSON file holds no article."""
    known = ", ".join(_BODIES[:4])
    return ReaderError("E015", path, "no article in this JSON", f"an object with one of: {known}")
