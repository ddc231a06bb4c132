"""When a page was published: every place where pages say it, in a stated order.

1 the day in the address; 2 JSON-LD datePublished; 3 head tags; 4 microdata and `<time>`; 5 other
elements that name a date, near the headline; 6 words of the page ("Posted on ..."); 7 data in
scripts; 8 the day of a change; 9 a day in the address of the picture; 10 any day of the page.
What spoke otherwise is kept as evidence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import Final, NamedTuple

from claimcheck.model.article import Anchor, AnchorHow, Evidence
from claimcheck.readers.html_nodes import BY_CLASS, Hint, Page
from claimcheck.readers.html_words import Role
from claimcheck.readers.linked_data import LinkedData
from claimcheck.readers.written_dates import Order, day_of, days, first_day, iso_day

# Names of head tags, surest first.
_PUBLISHED: Final = tuple(
    """
article:published_time article:published og:published_time og:article:published_time og:pubdate
datepublished date_published publishdate publish-date publish_date published_date published-date
publication_date publication-date publicationdate published published_time published_at pubdate
pub_date parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime
bt:pubdate dc.date.issued dcterms.issued dcterms.date dc.date.published dc.date dc:date
dc.issued dc.created dc.date.created dcterms.created dcterms.available citation_publication_date
citation_date citation_online_date article.published article:post_date article_date_original
originalpublicationdate displaydate rnews:datepublished vr:published_time prism.publicationdate
shareaholic:article_published_time ptime pdate created creation_date dateposted date_created
datecreated release_date time timestamp article.created date article-date gentime rbpubdate
lastpublished datearticle date-publish doc_date og:release_date video:release_date og:date
publisheddate content_date article:date eomportal-pubdate
""".split()
)
_MODIFIED: Final = tuple(
    """
article:modified_time og:updated_time article:modified datemodified modified date_modified
last-modified lastmod lastmodified last_modified dc.date.modified dcterms.modified dc.modified
revised revision_date updated_time og:modified_time parsely-updated-date article:updated_time
utime modificationdate date.modified
""".split()
)
_NAMES: Final = ("property", "name", "itemprop", "http-equiv", "pubdate")
_ADDRESS = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<s>[/\-_.]?)(?P<m>0[1-9]|1[0-2]|[1-9](?=[/\-_.]))(?P=s)"
    r"(?P<d>0[1-9]|[12][0-9]|3[01]|[1-9](?![0-9]))(?![0-9])"
)
_NAMED_ADDRESS = re.compile(r"/(?P<text>20[0-9]{2}/[a-z]{3,9}/[0-9]{1,2})(?:/|\Z)", re.IGNORECASE)
_MONTH_ADDRESS = re.compile(r"/(?P<y>(?:19|20)[0-9]{2})/(?P<m>0[1-9]|1[0-2])(?:/|\Z)")
_TAGS = re.compile(r"<[^>]*+>?")
_DATE_NAME = re.compile(
    r"date|time|datum|publi|posted|fecha|data(?![a-z\-])|stamp|created|issued|dateline",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"modif|updat|edit|chang|aktualisiert|mis\s?à\s?jour|actualiza|aggiorn|bijgewerkt|dateModified",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"""
    (?: publish (?:ed)? | posted | publi[ée] | publicado | pubblicato | gepubliceerd | geplaatst
      | ver(?:ö|oe)ffentlicht | erschienen | erstellt | geschrieben | verfasst | eingestellt
      | created | written | submitted | added | released | issued | filed | first | stand \s? :
      | on | am | le | el | il | vom | date | datum | fecha | data | press\srelease | by | von )
    \b [\s:,–—|\-]{0,4} (?: on | am | le | el | il | der | den | [a-zäöü]{2,10} , )? [\s:,]{0,3} \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SCRIPT = re.compile(
    r"""["']?(?P<key>datePublished|date_published|published_?[aA]t|publish(?:ed)?_?[dD]ate(?:Time)?|pubDate"""
    r"""|publication_?[dD]ate|published_time|publishTime|datetime_published|firstPublished|displayDate"""
    r"""|article_date|post_?[dD]ate|date_created|created_?[aA]t)["']?\s{0,3}[:=]\s{0,3}"""
    r"""\\?["'](?P<value>(?:19|20)[0-9]{2}[-/][01]?[0-9][-/][0-3]?[0-9][^"'\\]{0,30})"""
)
_COPYRIGHT = re.compile(
    r"(?:©|&copy;|\(c\)|copyright)[^0-9<]{0,30}(?P<y>20[0-9]{2})", re.IGNORECASE
)
_US: Final = frozenset({"en-us", "en_us"})


_MOST_BLOCKS: Final = 3_000


class Found(NamedTuple):
    """A day and the place that says it."""

    day: date
    place: str


class _Clues(NamedTuple):
    """All that a page offers."""

    page: Page
    linked: LinkedData
    address: str
    picture: str
    top: int
    order: Order


def published(page: Page, linked: LinkedData, address: str, top: int) -> Anchor:
    """Find when a page was published; `top` is the number of the block its article begins at."""
    clues = _Clues(page, linked, address, _picture(page), top, _order(page))
    sure = list(_sure(clues))
    found = sure or list(_unsure(clues))
    if not found:
        return _month(clues)
    first = found[0]
    evidence = [Evidence(None, f"metadata: {first.place} {first.day}")]
    evidence += [
        Evidence(None, f"passed over: {other.place} {other.day}")
        for other in found[1:6]
        if other.day != first.day
    ]
    return Anchor(first.day, first.day, first.day, AnchorHow.METADATA, tuple(evidence))


def _sure(clues: _Clues) -> Iterator[Found]:
    """Give what the page says for machines, surest first."""
    day = address_day(clues.address)
    if day is not None:
        yield Found(day, "address of the page")
    day = iso_day(clues.linked.published)
    if day is not None:
        yield Found(day, "JSON-LD datePublished")
    yield from _metas(clues.page, _PUBLISHED)
    yield from _marked(clues, machine=True)


def _unsure(clues: _Clues) -> Iterator[Found]:
    """Give what the page says for people, and then what is only near the truth."""
    yield from _marked(clues, machine=False)
    yield from _worded(clues)
    yield from _scripts(clues.page)
    for value in (clues.linked.created, clues.linked.modified):
        day = iso_day(value)
        if day is not None:
            yield Found(day, "JSON-LD dateCreated or dateModified")
    yield from _metas(clues.page, _MODIFIED)
    yield from _hints(clues, changed=True)
    day = address_day(clues.picture)
    if day is not None:
        yield Found(day, "address of the picture")
    yield from _anywhere(clues)


def address_day(address: str) -> date | None:
    """Read the day in an address: /2020/03/05/, 2020-03-05, 20200305."""
    path = address.partition("?")[0]
    for found in _ADDRESS.finditer(path):
        compact = not found["s"]
        if compact and len(found[0]) != 8:
            continue
        day = day_of(int(found["y"]), int(found["m"]), int(found["d"]))
        if day is not None:
            return day
    named = _NAMED_ADDRESS.search(path)
    return first_day(named["text"].replace("/", " ")) if named else None


def _picture(page: Page) -> str:
    """Give the address of the page's picture."""
    for meta in page.metas:
        if meta.get("property", meta.get("name", "")).lower() in {"og:image", "twitter:image"}:
            return meta.get("content", "")
    return ""


def _order(page: Page) -> Order:
    """Tell which figure is the day: in the United States the second."""
    tongue = page.language.lower()
    local = next(
        (m.get("content", "") for m in page.metas if m.get("property", "").lower() == "og:locale"),
        "",
    )
    american = tongue in _US or local.lower() in _US
    return Order.MONTH_FIRST if american or tongue == "en" else Order.DAY_FIRST


def _metas(page: Page, names: tuple[str, ...]) -> Iterator[Found]:
    """Give the days of head tags, in the order of their names."""
    values: dict[str, str] = {}
    for meta in page.metas:
        value = meta.get("content") or meta.get("value") or meta.get("datetime") or ""
        for key in _NAMES:
            name = meta.get(key, "").lower().strip()
            if name and value:
                values.setdefault(name, value)
    for name in names:
        day = iso_day(values[name]) if name in values else None
        if day is not None:
            yield Found(day, f"meta {name}")


def _marked(clues: _Clues, *, machine: bool) -> Iterator[Found]:
    """Give the days of elements that name a publication, nearest to the headline first.

    A `<time>` with a datetime, an item property and a title attribute are for machines.
    """
    ranked: list[tuple[tuple[int, int], Found]] = []
    for hint in clues.page.hints:
        if _is_changed(hint) or hint.around.apart:
            continue
        day, written = _value(clues, hint, machine=machine)
        if day is not None:
            ranked.append((_far(clues, hint), Found(day, f"<{hint.name}> {written}".strip())))
    for _, found in sorted(ranked, key=lambda one: one[0]):
        yield found


def _hints(clues: _Clues, *, changed: bool) -> Iterator[Found]:
    """Give the days of elements that name a change."""
    for hint in clues.page.hints:
        if _is_changed(hint) is changed and not hint.around.apart:
            value = hint.attributes.get("datetime") or hint.attributes.get("content") or ""
            day = iso_day(value) or first_day(_inside(clues.page.raw, hint.at), clues.order)
            if day is not None:
                yield Found(day, f"<{hint.name}> of a change")


def _is_changed(hint: Hint) -> bool:
    """Tell whether an element names a change and not the publication."""
    names = f"{hint.attributes.get('class', '')} {hint.attributes.get('itemprop', '')}"
    both = "publi" in names.lower() and "entry-date" in names.lower()
    return _CHANGED.search(names) is not None and not both


def _value(clues: _Clues, hint: Hint, *, machine: bool) -> tuple[date | None, str]:
    """Read the day of an element, and say where in it."""
    found = hint.attributes
    named = found.get("itemprop", "").lower()
    if machine:
        for key in ("datetime", "content", "data-datetime", "data-date", "title"):
            value = found.get(key, "")
            if value and (hint.name in {"time", "abbr"} or "date" in named or key != "content"):
                day = iso_day(value)
                if day is not None:
                    return day, key
        if hint.name == "time" or named in {"datepublished", "datecreated"}:
            return first_day(_inside(clues.page.raw, hint.at), clues.order), "text"
        return None, ""
    names = f"{found.get('class', '')} {found.get('id', '')}"
    text = _inside(clues.page.raw, hint.at)
    return first_day(text[:90], clues.order), f"of class {names.strip()[:40]}"


def _far(clues: _Clues, hint: Hint) -> tuple[int, int]:
    """Rank an element: what names a publication first, then what is near the article's top."""
    found = hint.attributes
    names = " ".join(found.get(key, "") for key in ("class", "id", "itemprop")).lower()
    said = "pubdate" in found or "publi" in names or "pubdate" in names or "entry-date" in names
    article = any(node.name == "article" or node.role is Role.BODY for node in hint.around.within())
    dated = _DATE_NAME.search(names) is not None or hint.name == "time"
    rank = 8 - 4 * said - 2 * dated - (1 if article else 0) + 3 * (hint.around.furniture > 0)
    distance = clues.top - hint.blocks
    return rank, distance if distance >= 0 else 3 * -distance


def _inside(raw: str, at: int) -> str:
    """Give the first words inside an element, without its tags."""
    piece = raw[at : at + 600]
    end = re.search(r"</(?:div|p|li|section|header|ul|td|article|h[1-6])\b", piece)
    words = _TAGS.sub(" ", piece[: end.start()] if end else piece)
    return " ".join(unescape(words).split())[:160]


def _worded(clues: _Clues) -> Iterator[Found]:
    """Give days that short lines state, near the top of the article first, then below it."""
    ranked: list[tuple[int, Found]] = []
    for index, block in enumerate(clues.page.blocks[:_MOST_BLOCKS]):
        text = block.text
        if len(text) > 250 or not any(map(str.isdigit, text)):
            continue
        if block.node.furniture > BY_CLASS and block.node.name != "footer":
            penalty = 200
        else:
            penalty = 60 if block.node.furniture else 0
        past = 0
        for one in days(text, clues.order)[:3]:
            before = text[max(past, one.start - 60) : one.start]
            past = one.end
            said = _SAYS.search(before) is not None
            alone = len(text) - (one.end - one.start) < 30
            changed = _CHANGED.search(before) is not None
            if not said and not alone and one.start > 40 and not changed:
                continue
            distance = abs(clues.top - index) * (1 if index <= clues.top else 2)
            score = penalty + min(distance, 150) - 30 * said - 15 * alone + 40 * changed
            ranked.append((score, Found(one.day, f'line "{text[:40]}"')))
    for _, found in sorted(ranked, key=lambda one: one[0]):
        yield found


def _scripts(page: Page) -> Iterator[Found]:
    """Give days that the page's own scripts name as its publication."""
    for start, end in page.scripts:
        for found in _SCRIPT.finditer(page.raw, start, min(end, start + 300_000)):
            day = iso_day(found["value"])
            if day is not None:
                yield Found(day, f"script {found['key']}")
                return


def _anywhere(clues: _Clues) -> Iterator[Found]:
    """Give the first days of running text, as the last resort."""
    for block in clues.page.blocks[:600]:
        for one in days(block.text[:400], clues.order)[:1]:
            yield Found(one.day, f'text "{block.text[:40]}"')


def _month(clues: _Clues) -> Anchor:
    """Give the month of an address, or the year of a copyright line, as an interval."""
    for address, place in ((clues.address, "page"), (clues.picture, "picture")):
        found = _MONTH_ADDRESS.search(address)
        if found is not None:
            year, month = int(found["y"]), int(found["m"])
            last = date(year, month, monthrange(year, month)[1])
            reason = f"metadata: address of the {place} {year}-{month:02}"
            first = date(year, month, 1)
            return Anchor(None, first, last, AnchorHow.METADATA, (Evidence(None, reason),))
    right = _COPYRIGHT.search(clues.page.raw[-20_000:])
    if right is None:
        return Anchor()
    year = int(right["y"])
    reason = f"copyright line {year}: not written later"
    return Anchor(None, None, date(year, 12, 31), AnchorHow.INFERRED, (Evidence(None, reason),))
