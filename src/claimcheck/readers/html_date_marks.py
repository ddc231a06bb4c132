"""Elements that state a day: in attributes for machines, by a telling class for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from typing import Final

from claimcheck.readers.html_date_places import Clues, Found
from claimcheck.readers.html_date_words import CHANGED, Cue, stated
from claimcheck.readers.html_nodes import OTHERS, SURELY, Hint
from claimcheck.readers.html_words import Role
from claimcheck.readers.written_dates import day_of_seconds, iso_day

_TAGS = re.compile(r"<[^>]*+>?")
_ENDS = re.compile(r"</(?:div|p|li|section|header|ul|td|article|h[1-6]|dd)\b")
_NAMES_DATE = re.compile(
    r"date|time|datum|publi|posted|fecha|data(?![a-z\-])|tarih|stamp|created|issued|dateline",
    re.IGNORECASE,
)
_DATED_KEY = re.compile(r"date|time|publi|seconds|stamp|epoch|created")
_KEYS: Final = ("datetime", "content", "title")
_LOOKED: Final = 600
_SHORT: Final = 160
_NEAR_START: Final = 60


_Read = Callable[[Clues, Hint], Found | None]


def machine_marks(clues: Clues) -> Iterator[Found]:
    """Give the days that elements state in attributes, in `<time>`, and under item properties."""
    yield from _ranked(clues, _for_machines)


def named_marks(clues: Clues) -> Iterator[Found]:
    """Give the days that elements state in their words, whose class or id names a date."""
    yield from _ranked(clues, _for_people)


def changed_marks(clues: Clues) -> Iterator[Found]:
    """Give the days of elements that name a change."""
    for hint in clues.page.hints:
        if _changed(hint) and hint.around.apart < SURELY:
            day = _attribute_day(clues, hint)[0] or _words_day(clues, hint)
            if day is not None:
                yield Found(day, f"<{hint.name}> of a change")


def _ranked(clues: Clues, read: _Read) -> Iterator[Found]:
    """Give what elements state, nearest to the headline first."""
    ranked: list[tuple[tuple[int, int], Found]] = []
    for hint in clues.page.hints:
        if hint.around.apart < SURELY and not _changed(hint):
            found = read(clues, hint)
            if found is not None:
                ranked.append((_far(clues, hint), found))
    for _, found in sorted(ranked, key=lambda one: one[0]):
        yield found


def _for_machines(clues: Clues, hint: Hint) -> Found | None:
    """Read an attribute, or the words of what is surely a date."""
    day, key = _attribute_day(clues, hint)
    properties = _properties(hint).lower()
    if day is None and (hint.name == "time" or _PUBLISHED.search(properties)):
        day, key = _words_day(clues, hint), "text"
    return None if day is None else Found(day, f"<{hint.name}> {key}")


def _for_people(clues: Clues, hint: Hint) -> Found | None:
    """Read the first words of an element."""
    day = _words_day(clues, hint)
    names = f"{hint.attributes.get('class', '')} {hint.attributes.get('id', '')}".strip()[:40]
    return None if day is None or not names else Found(day, f"<{hint.name}> of class {names}")


_PUBLISHED = re.compile(
    r"datepublished|datecreated|dc:date|dc:created|dcterms|pubdate|published_time"
)


def _properties(hint: Hint) -> str:
    """Give what microdata and RDFa call an element."""
    return f"{hint.attributes.get('itemprop', '')} {hint.attributes.get('property', '')}"


def _attribute_day(clues: Clues, hint: Hint) -> tuple[date | None, str]:
    """Read the first attribute of an element that states a day."""
    for key, value in hint.attributes.items():
        if not value or not any(map(str.isdigit, value)):
            continue
        if key in _KEYS and (key != "content" or "date" in _properties(hint).lower()):
            day = iso_day(value, clues.order)
        elif key.startswith("data-") and _DATED_KEY.search(key):
            day = iso_day(value, clues.order) or day_of_seconds(value.strip())
        else:
            continue
        if day is not None:
            return day, key
    return None, ""


def _words_day(clues: Clues, hint: Hint) -> date | None:
    """Read the surest day in the first words of an element."""
    found = stated(_inside(clues.page.raw, hint.at), clues.order)
    near = [one for one in found if one.start < _NEAR_START or one.cue is Cue.PUBLISHED]
    return min(near, key=lambda one: one.cue).day if near else None


def _inside(raw: str, at: int) -> str:
    """Give the first words inside an element, without its tags."""
    piece = raw[at : at + _LOOKED]
    end = _ENDS.search(piece)
    words = _TAGS.sub(" ", piece[: end.start()] if end else piece)
    return " ".join(unescape(words).split())[:_SHORT]


def _changed(hint: Hint) -> bool:
    """Tell whether an element names a change and not the publication."""
    names = f"{hint.attributes.get('class', '')} {_properties(hint)}"
    both = "publi" in names.lower() and "entry-date" in names.lower()
    return CHANGED.search(names) is not None and not both


def _far(clues: Clues, hint: Hint) -> tuple[int, int]:
    """Rank an element: what names a publication first, then what is near the article's top."""
    found, node = hint.attributes, hint.around
    names = f"{found.get('class', '')} {found.get('id', '')} {_properties(hint)}".lower()
    said = "pubdate" in found or "publi" in names or "pubdate" in names or "entry-date" in names
    article = any(one.name == "article" or one.role is Role.BODY for one in node.within())
    dated = _NAMES_DATE.search(names) is not None or hint.name == "time"
    rank = 8 - 4 * said - 2 * dated - article + 3 * (node.furniture > 0)
    distance = clues.first - hint.blocks
    return rank + 12 * (node.apart == OTHERS), distance if distance >= 0 else 3 * -distance
