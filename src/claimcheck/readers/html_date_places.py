"""What the search for a page's day looks at, what it finds, and days in addresses."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from claimcheck.readers.html_nodes import Page
from claimcheck.readers.linked_data import LinkedData
from claimcheck.readers.written_dates import Month, Order, day_of, first_day

_ADDRESS = re.compile(
    r"(?<![0-9])(?P<y>(?:19|20)[0-9]{2})(?P<s>[/\-_.]?)(?P<m>0[1-9]|1[0-2]|[1-9](?=[/\-_.]))(?P=s)"
    r"(?P<d>0[1-9]|[12][0-9]|3[01]|[1-9](?![0-9]))(?![0-9])"
)
_PARTED_ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)[0-9]{2})/[A-Za-z_.\-]{2,30}/(?P<m>1[0-2]|0?[1-9])/(?P<d>[12][0-9]|3[01]|0?[1-9])/"
)
_NAMED_ADDRESS = re.compile(r"/(?P<text>20[0-9]{2}/[a-z]{3,9}/[0-9]{1,2})(?:/|\Z)", re.IGNORECASE)
_MONTH_ADDRESS = re.compile(r"/(?P<y>(?:19|20)[0-9]{2})/(?P<m>0[1-9]|1[0-2])(?:/|\Z)")


class Clues(NamedTuple):
    """All that a page offers; the article lies between the blocks `first` and `last`."""

    page: Page
    linked: LinkedData
    address: str
    picture: str
    first: int
    last: int
    order: Order


class Found(NamedTuple):
    """A day and the place that says it."""

    day: date
    place: str


def address_day(address: str) -> date | None:
    """Read the day in an address: /2020/03/05/, 2020-03-05, 20200305, /2020/port/03/05/."""
    path = address.partition("?")[0]
    for found in _ADDRESS.finditer(path):
        if found["s"] or len(found[0]) == len("20200305"):
            day = day_of(int(found["y"]), int(found["m"]), int(found["d"]))
            if day is not None:
                return day
    parted = _PARTED_ADDRESS.search(path)
    if parted is not None:
        return day_of(int(parted["y"]), int(parted["m"]), int(parted["d"]))
    named = _NAMED_ADDRESS.search(path)
    return first_day(named["text"].replace("/", " ")) if named else None


def month_of_address(address: str) -> Month | None:
    """Read the month in an address: /2020/03/."""
    found = _MONTH_ADDRESS.search(address)
    return Month(int(found["y"]), int(found["m"])) if found else None
