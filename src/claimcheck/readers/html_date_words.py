"""Days in the lines of a page, and the words in many languages by which they say what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import IntEnum
from itertools import islice
from typing import Final, NamedTuple

from claimcheck.readers.html_body import prose
from claimcheck.readers.html_date_places import Clues, Found
from claimcheck.readers.html_nodes import BY_CLASS, OTHERS, SURELY, Block
from claimcheck.readers.written_dates import Month, Order, days, first_month

CHANGED = re.compile(
    r"""
    modif | updat | (?<![a-z]) edit(?!or) | chang(?:ed|é) | last\s | revised | aktualis | geändert
    | mise?\s?(?:à|a)\s?jour | actualiza | aggiorn | atualiza | bijgewerkt | gewijzigd | zmodyfik
    | обновл | измен | güncel | uppdatera | oppdater | opdater | päivitet | upraven
    """,
    re.IGNORECASE | re.VERBOSE,
)
_PUBLISHED = re.compile(
    r"""
    publish | posted | publi[ée] | publicad | pubblicat | gepubliceerd | geplaatst
    | ver(?:ö|oe)ffentlicht | erschienen | erstellt | geschrieben | verfasst | eingestellt
    | created | written | submitted | added | released | issued | filed | opublikowan | dodano
    | опубликован | размещ | yayın | eklenme | publicerad | publisert | offentliggjort | udgivet
    | julkaistu | vydáno | zveřejněno | publikován | créé | mis[e]?\sen\sligne | rédigé | paru\s
    | posté | mitteilung | press\srelease | comunicado | comunicato | communiqué
    | (?: \b (?: date | datum | fecha | data | dato | tarihi? | дата | stand ) [\s:]{0,3} \Z )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AFTER = re.compile(
    r"[^.!?]{0,25}(?:ver(?:ö|oe)ffentlicht|publié|erstellt|gepostet|yayın|yazıldı)", re.IGNORECASE
)
# What a sentence says when it speaks of its own page.
_OWN = re.compile(
    r"(?:entry|post|article|story|page|release|eintrag|beitrag|artikel|billet)"
    r"\s(?:is|was|wurde|a été|has been|first)",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"\s{0,3}[(\[]?[A-Z\u00c0-\u00de][^.!?a-z]{0,40}[^.!?]{0,30}\Z")
_LABEL_ONLY: Final = 30
_BEFORE: Final = 60
_CUE: Final = 45
_MOST_BLOCKS: Final = 3_000
_LONGEST: Final = 250
_ALONE: Final = 30


class Cue(IntEnum):
    """What the words before a day say happened on it; what is surest for us is least."""

    PUBLISHED = 0
    NONE = 1
    CHANGED = 2


class Stated(NamedTuple):
    """A day in a line, where it stands, and what is said of it."""

    start: int
    end: int
    day: date
    cue: Cue


def stated(text: str, order: Order) -> list[Stated]:
    """Give the days of a short line, each with what is said of it."""
    found: list[Stated] = []
    past = 0
    for one in days(text, order)[:4]:
        before = text[max(past, one.start - _BEFORE) : one.start]
        found.append(Stated(one.start, one.end, one.day, _cue(before, text, one.end)))
        past = one.end
    return found


def _cue(before: str, text: str, end: int) -> Cue:
    """Tell what words before a day, or right after it, say of it; the nearest one counts."""
    near = before[-_CUE:]
    said = max((found.start() for found in _PUBLISHED.finditer(near)), default=-1)
    changed = max((found.start() for found in CHANGED.finditer(near)), default=-1)
    if said < 0 and changed < 0:
        return Cue.PUBLISHED if _AFTER.match(text, end) else Cue.NONE
    return Cue.PUBLISHED if said > changed else Cue.CHANGED


def lines(clues: Clues) -> Iterator[Found]:
    """Give days that short lines state, the nearest to the article's top first."""
    ranked: list[tuple[int, Found]] = []
    blocks = clues.page.blocks[:_MOST_BLOCKS]
    opening = _opening(clues)
    for index, block in enumerate(blocks):
        if block.node.apart >= SURELY:
            continue
        label = blocks[index - 1].text if index else ""
        for one in _of_line(block, label, clues.order, first=index == opening):
            place = f'line "{block.text[:40]}"'
            ranked.append((_score(clues, index, one), Found(one.day, place)))
    for _, found in sorted(ranked, key=lambda one: one[0]):
        yield found


def _opening(clues: Clues) -> int:
    """Give the number of the first paragraph of the article."""
    blocks = clues.page.blocks
    return next((i for i in range(clues.first, clues.last + 1) if prose(blocks[i])), clues.first)


def _of_line(block: Block, label: str, order: Order, *, first: bool) -> list[Stated]:
    """Give the days of a line that can be its page's; in a sentence only what says so."""
    text = block.text
    running = prose(block)
    if len(text) > _LONGEST and not running:
        return []
    found = stated(text if not running else text[:_LONGEST] if first else text[-_LONGEST:], order)
    if running:
        return [one for one in found if _own(text, one) or (first and _opens(text, one))]
    labelled = len(label) < _LABEL_ONLY
    if found and labelled and found[0].cue is Cue.NONE:
        found[0] = found[0]._replace(cue=_cue(label + " ", "", 0))
    return [one for one in found if one.cue is not Cue.NONE or one.start <= 60 or _alone(text, one)]


def _own(text: str, one: Stated) -> bool:
    """Tell whether a sentence dates its own page."""
    return one.cue is Cue.PUBLISHED and _OWN.search(text) is not None


def _opens(text: str, one: Stated) -> bool:
    """Tell whether a day belongs to the dateline that a first paragraph opens with."""
    after = text[one.end : one.end + 20].lstrip()
    closed = after[:1] in set("/—–-:(|)") or "/" in after[:12]
    return one.start < 80 and closed and _DATELINE.match(text[: one.start]) is not None


def _alone(text: str, one: Stated) -> bool:
    """Tell whether a line says little but a day."""
    return len(text) - (one.end - one.start) < _ALONE


def _score(clues: Clues, index: int, one: Stated) -> int:
    """Score a day of a line, the least being the likeliest."""
    block = clues.page.blocks[index]
    if clues.first - 15 <= index <= clues.first + 5:
        distance = abs(clues.first - index)
    elif index > clues.last:
        distance = 25 + min(index - clues.last, 150)
    elif index < clues.first:
        distance = 30 + min(clues.first - index, 150)
    else:
        distance = 20
    furniture = block.node.furniture
    page = 40 * (block.node.apart == OTHERS) + (
        15 if furniture == BY_CLASS else 30 * (furniture > 0)
    )
    said = {Cue.PUBLISHED: -30, Cue.NONE: 0, Cue.CHANGED: 60}[one.cue]
    return distance + page + said - (15 if _alone(block.text, one) else 0)


def month_lines(clues: Clues) -> Iterator[Month]:
    """Give months that short lines near the article state without a day."""
    start = max(0, clues.first - 10)
    for block in clues.page.blocks[start : clues.first + 6]:
        month = first_month(block.text) if len(block.text) < _LABEL_ONLY else None
        if month is not None and not prose(block):
            yield month


def running(clues: Clues) -> Iterator[Found]:
    """Give the first days of the running text, as the last resort."""
    blocks = clues.page.blocks
    near = [
        *blocks[clues.first : clues.last + 1],
        *blocks[: clues.first],
        *blocks[clues.last + 1 :],
    ]
    for block in islice(near, 600):
        for one in days(block.text[:400], clues.order)[:1]:
            yield Found(one.day, f'text "{block.text[:40]}"')
