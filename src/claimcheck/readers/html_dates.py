"""When a page was published: every place where pages say it, in a stated order.

1 the day in the page's own address; 2 JSON-LD datePublished; 3 head tags; 4 elements that state a
day for machines; 5 elements whose class names a date; 6 lines ("Posted on ..."), near the article;
7 what only a program sees: scripts, hidden fields, comments, share links; 8 the day of a change;
9 a day in the address of the picture; 10 a day of the running text. A month alone is an interval, a
copyright year only a bound. What spoke otherwise is kept as evidence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Final

from claimcheck.model.article import Anchor, AnchorHow, Evidence
from claimcheck.readers.html_date_marks import changed_marks, machine_marks, named_marks
from claimcheck.readers.html_date_places import Clues, Found, address_day, month_of_address
from claimcheck.readers.html_date_unseen import bookmarks, unseen
from claimcheck.readers.html_date_words import lines, month_lines, running
from claimcheck.readers.html_metas import MODIFIED, PUBLISHED, dated_metas, meta
from claimcheck.readers.html_nodes import Page
from claimcheck.readers.linked_data import LinkedData
from claimcheck.readers.written_dates import Month, Order, iso_day

_COPYRIGHT = re.compile(
    r"(?:©|&copy;|\(c\)|copyright)[^0-9<]{0,30}(?:(?:19|20)[0-9]{2}\s?[-–]\s?)?(?P<y>20[0-9]{2})",
    re.IGNORECASE,
)
_AMERICAN: Final = frozenset({"en-us", "en_us", "en"})
_FOOT: Final = 20_000
_MOST: Final = 6


def clues(page: Page, linked: LinkedData, address: str, first: int, last: int) -> Clues:
    """Gather what a page offers; its article is blocks `first` to `last`."""
    picture = meta(page, "og:image", "twitter:image")
    return Clues(page, linked, address, picture, first, max(first, last), _order(page))


def _order(page: Page) -> Order:
    """Tell which figure is the day: in the United States the second."""
    tongues = {page.language.lower(), meta(page, "og:locale").lower()}
    return Order.MONTH_FIRST if tongues & _AMERICAN else Order.DAY_FIRST


def published(clues: Clues) -> Anchor:
    """Find when a page was published."""
    month = month_of_address(clues.address)
    for places in _ORDER:
        found = list(islice(places(clues), _MOST))
        if found:
            return _anchor(found, month, AnchorHow.METADATA)
    month = month or next(month_lines(clues), None)
    if month is not None:
        return _in_month(month)
    found = list(islice(running(clues), _MOST))
    if found:
        return _anchor(found, None, AnchorHow.INFERRED)
    month = month_of_address(clues.picture)
    return _in_month(month) if month else _in_year(clues)


def _sure(clues: Clues) -> Iterator[Found]:
    """Give what the page says for machines, surest first."""
    day = address_day(clues.address)
    if day is not None:
        yield Found(day, "address of the page")
    day = iso_day(clues.linked.published, clues.order)
    if day is not None:
        yield Found(day, "JSON-LD datePublished")
    yield from dated_metas(clues, PUBLISHED)
    yield from bookmarks(clues)
    yield from machine_marks(clues)


def _worded(clues: Clues) -> Iterator[Found]:
    """Give what the page says for people."""
    yield from named_marks(clues)
    yield from lines(clues)


def _changed(clues: Clues) -> Iterator[Found]:
    """Give the days on which the page was made or changed."""
    for value in (clues.linked.created, clues.linked.modified):
        day = iso_day(value, clues.order)
        if day is not None:
            yield Found(day, "JSON-LD dateCreated or dateModified")
    yield from dated_metas(clues, MODIFIED)
    yield from changed_marks(clues)


def _picture(clues: Clues) -> Iterator[Found]:
    """Give the day in the address of the page's picture."""
    day = address_day(clues.picture)
    if day is not None:
        yield Found(day, "address of the picture")


_Places = Callable[[Clues], Iterator[Found]]
_ORDER: Final[tuple[_Places, ...]] = (_sure, _worded, unseen, _changed, _picture)


def _anchor(found: list[Found], month: Month | None, how: AnchorHow) -> Anchor:
    """Take the first day, of the month in the page's address where one is; tell the others."""
    ordered = sorted(found, key=lambda one: month not in {None, (one.day.year, one.day.month)})
    day = ordered[0].day
    others = [one for one in ordered[1:] if one.day != day]
    evidence = [Evidence(None, f"metadata: {ordered[0].place} {day}")]
    evidence += [Evidence(None, f"passed over: {one.place} {one.day}") for one in others]
    return Anchor(day, day, day, how, tuple(evidence))


def _in_month(found: Month) -> Anchor:
    """Give a month as an interval."""
    first = date(found.year, found.month, 1)
    last = first.replace(day=monthrange(found.year, found.month)[1])
    reason = f"metadata: only the month is stated, {found.year}-{found.month:02}"
    return Anchor(None, first, last, AnchorHow.METADATA, (Evidence(None, reason),))


def _in_year(clues: Clues) -> Anchor:
    """Give the year of a copyright line as a bound."""
    right = _COPYRIGHT.search(clues.page.raw[-_FOOT:])
    if right is None:
        return Anchor()
    year = int(right["y"])
    reason = f"copyright line {year}: not written later"
    return Anchor(None, None, date(year, 12, 31), AnchorHow.INFERRED, (Evidence(None, reason),))
