"""Head tags of a page: the names under which pages state their day, title and address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from claimcheck.readers.html_date_places import Clues, Found
from claimcheck.readers.html_nodes import Page
from claimcheck.readers.written_dates import day_of_seconds, iso_day

# Names of head tags, surest first.
PUBLISHED: Final = tuple(
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
publisheddate content_date article:date eomportal-pubdate parsely-page
""".split()
)
MODIFIED: Final = tuple(
    """
article:modified_time og:updated_time article:modified datemodified modified date_modified
last-modified lastmod lastmodified last_modified dc.date.modified dcterms.modified dc.modified
revised revision_date updated_time og:modified_time parsely-updated-date article:updated_time
utime modificationdate date.modified
""".split()
)
_KEYS: Final = ("property", "name", "itemprop", "http-equiv", "pubdate")
_LIKE = re.compile(  # names that no list can hold: site.publishedDate, x-pub-date
    r"publi[a-z]*[\-_.: ]?(?:date|time|on|at)|pub[\-_]?date|(?:date|time)[\-_.]?(?:of[\-_.]?)?publi"
    r"|(?:creat|issu|releas|post)[a-z]*[\-_.]?(?:date|time|on|at)|date[\-_.]?(?:creat|issu|releas|post)"
)
_CHANGED = re.compile(r"modif|updat|revis|expir|end")
_IN_JSON = re.compile(r"pub_date[\"']?\s*:\s*[\"'](?P<value>[^\"']{8,40})")


def dated_metas(clues: Clues, names: tuple[str, ...]) -> Iterator[Found]:
    """Give the days of head tags, in the order of their names; then those of names alike."""
    values = _values(clues.page)
    alike = [name for name in values if _LIKE.search(name) and not _CHANGED.search(name)]
    for name in (*names, *(alike if names is PUBLISHED else ())):
        value = values.get(name)
        if value is None:
            continue
        held = _IN_JSON.search(value)
        value = held["value"] if held else value
        day = iso_day(value, clues.order) or day_of_seconds(value.strip())
        if day is not None:
            yield Found(day, f"meta {name}")


def _values(page: Page) -> Mapping[str, str]:
    """Give the value of each head tag by its name; the first of a name wins."""
    values: dict[str, str] = {}
    for meta in page.metas:
        value = meta.get("content") or meta.get("value") or meta.get("datetime") or ""
        for key in _KEYS if value else ():
            name = meta.get(key, "").lower().strip()
            if name:
                values.setdefault(name, value)
    return values


def meta(page: Page, *names: str) -> str:
    """Give the content of the first head tag of some names."""
    for name in names:
        for one in page.metas:
            if name in {one.get("property", "").lower(), one.get("name", "").lower()}:
                return one.get("content", "").strip()
    return ""
