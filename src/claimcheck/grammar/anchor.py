"""When was this written? A deterministic solver over the dates and the layout of an article.

Order: a given date; stamps by their marks (a "Published in" line, a byline, a dateline, a line
under the headline); bounds from the body; the page's clock, which is only the latest day it can be.
What spoke for the answer is its evidence.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck.grammar import calendar
from claimcheck.grammar.bounds import Bounds, bounds
from claimcheck.grammar.evaluate import absolute
from claimcheck.grammar.page import Page, Stamp, survey
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.siblings import narrow
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence, RegionKind, Span
from claimcheck.model.mention import TimexRole

__all__ = ["assign_roles", "narrow", "solve"]

_SURE = 40
_SURE_HOW = frozenset({AnchorHow.GIVEN, AnchorHow.METADATA})


def solve(article: Article, readings: tuple[Reading, ...]) -> Anchor:
    """Find the day an article was written, or the first and last day it can be.

    A month or year that its source states stays an interval: a stamp inside it or the body may
    narrow it, nothing widens it.
    """
    given = article.published
    stated = given.how in _SURE_HOW and given.earliest is not None
    if stated and given.known:
        return given
    page = survey(article.text, readings)
    body = _capped(bounds(article.text, _body(page, readings)), given)
    stamp = _best_stamp(page, body, given)
    if stamp is not None:
        days = _fitting(stamp.reading, body)
        evidence = [Evidence(stamp.reading.span, stamp.reason), *_passed_over(page, stamp)]
        return Anchor(days[0], min(days), max(days), stamp.how, tuple(evidence))
    found = _from_address(article)
    if found is not None and _inside(given, found.best):
        return found
    return _within(given, body) if stated else _from_bounds(page, body)


def _inside(given: Anchor, day: date | None) -> bool:
    """Tell whether a day is none that the source of the article rules out."""
    if day is None or (given.latest is not None and day > given.latest):
        return False
    return given.earliest is None or day >= given.earliest


def _within(given: Anchor, body: Bounds) -> Anchor:
    """Narrow a stated interval by the body; a body that leaves no day says nothing."""
    low = max(day for day in (given.earliest, body.earliest) if day is not None)
    high = min((day for day in (given.latest, body.latest) if day is not None), default=None)
    if high is not None and low > high:
        return given
    best = given.best if given.best and low <= given.best and given.best <= (high or low) else None
    if low == high:
        best = low
    return Anchor(best, low, high, given.how, (*given.evidence, *body.evidence))


def _capped(body: Bounds, given: Anchor) -> Bounds:
    """Lower the latest day to one the reader of the article knows: the day of reading."""
    if given.latest is None or (body.latest is not None and body.latest <= given.latest):
        return body
    return body._replace(latest=given.latest, evidence=(*body.evidence, *given.evidence))


_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)[0-9]{2})(?P<mark>[/-]?)(?P<month>[01][0-9])(?P=mark)(?P<day>[0-3][0-9])(?![0-9])"
)


def _from_address(article: Article) -> Anchor | None:
    """Read the day in a page's address ("/2011/11/10/"), for a page that shows none."""
    found = _ADDRESS.search(article.url or "")
    day = found and calendar.day(int(found["year"]), int(found["month"]), int(found["day"]))
    if day is None:
        return None
    evidence = (Evidence(None, f"date in the address {article.url}"),)
    return Anchor(day, day, day, AnchorHow.METADATA, evidence)


def _body(page: Page, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Keep the readings of running text: no stamp, no clock, no tail."""
    stamped = {stamp.reading.span for stamp in page.stamps if stamp.score > 0}
    steps = [Span(line.start, line.end) for line in page.lines if _NAVIGATION.search(line.text)]
    return tuple(
        reading
        for reading in readings
        if reading.span.start < page.tail
        and reading.span not in stamped
        and not any(line.start <= reading.span.start < line.end for line in steps)
    )


_NAVIGATION = re.compile(r"\A.{0,80}(?:[|«»•]|<<|>>).{0,80}\Z")


def _day(reading: Reading) -> date | None:
    form = reading.timex.underspecified if reading.timex is not None else ""
    period = absolute(form.partition("T")[0])
    return None if period is None else period.first


def _fitting(reading: Reading, body: Bounds) -> list[date]:
    """List the days a stamp may name, the likeliest first: two where day and month are open.

    The body settles it: the day is not before what it tells as past, and rather soon after.
    """
    orders = reading.timex.orders if reading.timex is not None else ()
    periods = [absolute(form) for form in orders]
    days = [day for day in (_day(reading), *(one and one.first for one in periods)) if day]
    earliest = body.earliest
    if len(days) < 2 or earliest is None:
        return days
    later = [day for day in days if day >= earliest - timedelta(days=1)]
    soon = [day for day in later if (day - earliest).days <= _SOON]
    return soon if len(soon) == 1 else later or days


_SOON = 45  # days between the latest day a body tells of and the writing, where one order fits


def _best_stamp(page: Page, body: Bounds, given: Anchor) -> Stamp | None:
    """Choose the stamp with the most signs; the first of equals; none that the body contradicts.

    A stamp outside what is given is none: after the day of reading, it was still to come.
    """
    best: tuple[int, Stamp] | None = None
    for stamp in page.stamps:
        day = _day(stamp.reading)
        if day is None or stamp.reading is page.clock or not _inside(given, day):
            continue
        score = stamp.score
        if body.earliest is not None and day < body.earliest - timedelta(days=1):
            score -= _CONTRADICTED
        if best is None or score > best[0]:
            best = (score, stamp)
    if best is None or best[0] < _SURE:
        return None
    return _first_shown(page, best[1]) if best[1].updated else best[1]


def _first_shown(page: Page, updated: Stamp) -> Stamp:
    """Prefer to the day of an update the sure one of publication that stands beside it."""
    day = _day(updated.reading)
    for stamp in page.stamps:
        shown = _day(stamp.reading)
        beside = abs(stamp.line - updated.line) <= _BESIDE_LINES and not stamp.updated
        if beside and stamp.score >= _SURE and shown and day and shown <= day:
            return stamp
    return updated


_BESIDE_LINES = 3
_CONTRADICTED = 30


def _passed_over(page: Page, chosen: Stamp) -> list[Evidence]:
    """Say why other dates on the page are not it."""
    out: list[Evidence] = []
    if page.clock is not None:
        reason = "above the headline without a byline: the page's clock, not the publication"
        out.append(Evidence(page.clock.span, reason))
    for stamp in page.stamps:
        if stamp.reading.span.start >= page.tail and stamp is not chosen:
            out.append(Evidence(stamp.reading.span, "after the article: another article's date"))
            break
    return out


def _from_bounds(page: Page, body: Bounds) -> Anchor:
    """Give the days the body allows; a clock is the latest, and the guess for want of better."""
    earliest, latest, evidence = body.earliest, body.latest, list(body.evidence)
    clock = _day(page.clock) if page.clock is not None else None
    if page.clock is not None and clock is not None:
        evidence.append(Evidence(page.clock.span, "page's clock: not written later"))
        if latest is None or clock < latest:
            latest = clock
    if earliest is not None and latest is not None and earliest > latest:
        earliest = None
    weak = max(page.stamps, key=lambda stamp: stamp.score, default=None)
    guess = None if weak is None or weak.score <= 0 else _day(weak.reading)
    if guess is None or (earliest and guess < earliest) or (latest and guess > latest):
        guess = _guess(earliest, latest, clock)
    elif weak is not None:
        evidence.append(Evidence(weak.reading.span, f"best guess: {weak.reason}"))
    if earliest is None and latest is None and guess is None:
        return Anchor()
    return Anchor(guess, earliest, latest, AnchorHow.INFERRED, tuple(evidence))


_NARROW = 400


def _guess(earliest: date | None, latest: date | None, clock: date | None) -> date | None:
    """Guess a day: the clock's if there is one, else the middle of an interval of a year."""
    if clock is not None and clock == latest:
        return clock
    if earliest is None or latest is None or (latest - earliest).days > _NARROW:
        return None
    return earliest + (latest - earliest) / 2


def assign_roles(
    article: Article, readings: tuple[Reading, ...], anchor: Anchor
) -> tuple[Reading, ...]:
    """Mark the publication date, the page's clock and the dates of other articles."""
    page = survey(article.text, readings)
    chosen = {proof.span for proof in anchor.evidence[:1]}
    sure = anchor.how in {AnchorHow.BYLINE, AnchorHow.FOOTER, AnchorHow.INFERRED} and anchor.known
    stamped = {stamp.reading.span for stamp in page.stamps if stamp.score >= _SURE}
    out: list[Reading] = []
    for reading in readings:
        known = anchor.known and reading.span in stamped and _day(reading) == anchor.best
        apart = TimexRole.PUBLICATION if known else _role(article, reading, page)
        role = TimexRole.PUBLICATION if sure and reading.span in chosen else apart
        timex = reading.timex
        if timex is None or role is None:
            out.append(reading)
        else:
            out.append(reading._replace(timex=timex._replace(role=role)))
    return tuple(out)


def _role(article: Article, reading: Reading, page: Page) -> TimexRole | None:
    """Tell the page's clock and the dates of other articles from the article's own."""
    if page.clock is not None and reading.span == page.clock.span:
        return TimexRole.CRAWL
    apart = article.region_at(reading.span.start) is RegionKind.BOILERPLATE
    if apart or reading.span.start >= page.tail:
        return TimexRole.FOREIGN
    return None
