"""Checks inside one article on dates: weekdays, order, durations, the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from claimcheck.model.claim import Claim
from claimcheck.model.finding import CheckResult
from claimcheck.model.mention import Bound, Grain, Timex, TimexMod, TimexRole, UnitKind
from claimcheck.rules.moments import wide
from claimcheck.rules.page import Dated, Page, Ruling

_OK, _NOTE = CheckResult.OK, CheckResult.NOTE
_FINDING = CheckResult.FINDING
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BARE = re.compile(
    r"(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?(?:\s+(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_NEAR = 120
_BORN = re.compile(r"\bborn\b[^.;]{0,60}$")
_WEEK = timedelta(days=7)
_PERIOD = re.compile(r"P(?P<count>[0-9]{1,3})(?P<unit>[DWMY])")
_STEPS = {"D": (1, 0, 0), "W": (7, 0, 0), "M": (0, 1, 0), "Y": (0, 0, 1)}
_MOST_BESIDE = 12  # no more days are placed around one stretch of time
_LONGEST = 400  # no duration of more units than these is counted off on the calendar


def weekday_of_date(page: Page) -> Iterator[Ruling]:
    """Hold a weekday against the date beside it, or a bare one against the day of publication."""
    for dated in sorted((*page.furniture, *page.dates), key=lambda each: each.start):
        timex = dated.timex
        if timex.first is None or timex.first != timex.last:
            continue
        real = _WEEKDAYS[timex.first.weekday()]
        if timex.weekday is not None and not timex.anchored:
            fits = timex.first.weekday() == timex.weekday
            why = f"{timex.first} is a {real}"
            yield Ruling((dated.claim,), _OK if fits else _FINDING, why)
        elif timex.anchored and page.article.published.known:
            yield from _bare_weekday(page, dated, timex.first)


def _bare_weekday(page: Page, dated: Dated, day: date) -> Iterator[Ruling]:
    found = _BARE.search(dated.claim.mention.text)
    best = page.article.published.best
    if found is None or best is None or abs(day - best) > _WEEK:
        return
    real = _WEEKDAYS[day.weekday()]
    fits = real.lower().startswith(found["day"].lower())
    why = f"published {best}, a {_WEEKDAYS[best.weekday()]}; {day} is a {real}"
    yield Ruling((dated.claim, *page.publication), _OK if fits else _FINDING, why)


def impossible_date(page: Page) -> Iterator[Ruling]:
    """Report a day that the calendar does not have."""
    for dated in page.dates:
        if "no such" in dated.timex.note:
            why = f'"{dated.claim.mention.text}": {dated.timex.note}'
            yield Ruling((dated.claim,), _FINDING, why)


def age_of_birth_date(page: Page) -> Iterator[Ruling]:
    """Hold an age against the date of birth in its sentence, as of the day of publication."""
    written = page.article.published.best
    for sentence, amounts in page.amounts_by_sentence():
        ages = [a for a in amounts if a.quantity.unit_kind is UnitKind.AGE and a.is_point]
        births = [dated for dated in page.dates_of(sentence) if _is_birth(page, dated)]
        if written is None or len(ages) != 1 or len(births) != 1:
            continue
        first, last = births[0].timex.first, births[0].timex.last
        if first is None or last is None:
            continue
        oldest, youngest = (relativedelta(written, day).years for day in (first, last))
        fits = youngest <= ages[0].quantity.low <= oldest
        why = f"born {first}, {youngest} to {oldest} on {written}"
        if youngest == oldest:
            why = f"born {first}, {oldest} on {written}"
        yield Ruling((ages[0].claim, births[0].claim), _OK if fits else _FINDING, why)


def _is_birth(page: Page, dated: Dated) -> bool:
    """Whether a full date or a year follows "born"."""
    told = dated.timex.grain in {Grain.DAY, Grain.MONTH, Grain.YEAR} and not dated.timex.anchored
    return told and _BORN.search(page.between(max(0, dated.start - _NEAR), dated.start)) is not None


def order_of_dates(page: Page) -> Iterator[Ruling]:
    """Hold the start of a stretch of time against its end, and place the days around it."""
    for index, start in enumerate(page.dates[:-1]):
        end = page.dates[index + 1]
        if not _bounds(page, start, end):
            continue
        first, last = start.timex.first, end.timex.last
        if first is None or last is None or first.year > 9000:
            continue
        if last < first:
            why = f"starts {first}, ends {last}"
            yield Ruling((start.claim, end.claim), _FINDING, why)
            continue
        sentence = start.claim.sentence
        told = (page.dates_of(each) for each in (sentence - 1, sentence, sentence + 1))
        near = [dated for dates in told for dated in dates[:_MOST_BESIDE]]
        others = [dated for dated in near if _beside(dated, start, end)]
        placed = "; ".join(_placed(dated.timex, first, last) for dated in others)
        why = f"{first} to {last}" + (f"; {placed}" if placed else "")
        claims = sorted((start, end, *others), key=lambda dated: dated.start)
        yield Ruling(tuple(dated.claim for dated in claims), _OK, why)


def _bounds(page: Page, start: Dated, end: Dated) -> bool:
    """Whether two neighbouring dates are the start and the end of one stretch."""
    if start.claim.sentence != end.claim.sentence or not (_exact(start) and _exact(end)):
        return False
    if start.timex.role is TimexRole.START and end.timex.role is TimexRole.END:
        return True
    between = page.between(start.end, end.start)
    before = page.between(max(0, start.start - 30), start.start)
    if len(between) > 60 or "." in between or not page.says("ends", between):
        return False
    return start.timex.mod is TimexMod.FROM_TO or page.says("starts", before)


def _exact(dated: Dated) -> bool:
    timex = dated.timex
    return timex.first is not None and timex.last is not None and timex.grain is not Grain.NONE


def _beside(dated: Dated, start: Dated, end: Dated) -> bool:
    """Whether another day of the same tale stands in the sentence before, within or after."""
    day = dated.timex.first is not None and dated.timex.first == dated.timex.last
    told = dated.timex.role is not TimexRole.PUBLICATION and not dated.timex.event
    return day and told and dated.claim.id not in {start.claim.id, end.claim.id}


def _placed(timex: Timex, first: date, last: date) -> str:
    day = timex.first or first
    if day < first:
        return f"{day} before"
    return f"{day} within" if day <= last else f"{day} after"


def duration_of_dates(page: Page) -> Iterator[Ruling]:
    """Hold a duration against the dates between which it runs."""
    for claim in page.claims:
        shift = _shift(claim)
        if shift is None:
            continue
        dates = page.dates_of(claim.sentence)[:_MOST_BESIDE]
        ends = [dated for dated in dates if _is_end(page, claim, dated)]
        if len(ends) != 1 or ends[0].timex.last is None:
            continue
        end = ends[0]
        starts = [dated for dated in dates if dated is not end and _is_start(page, dated, end)]
        yield _counted_off(claim, shift, starts, end)


def _counted_off(claim: Claim, shift: relativedelta, starts: list[Dated], end: Dated) -> Ruling:
    last = end.timex.last or date.min
    words = claim.mention.text
    begun = last - shift
    if not starts or starts[0].timex.first is None:
        return Ruling((claim, end.claim), _OK, f'"{words}" until {last} starts {begun}')
    first = starts[0].timex.first
    # A stretch may be counted with or without its first day, a month or year to the nearest one.
    slack = timedelta(days=1) if shift.days else max((last - first) / 10, timedelta(days=1))
    fits = abs(first - begun) <= slack
    claims: tuple[Claim, ...] = (starts[0].claim, claim, end.claim)
    why = f'"{words}" until {last} starts {begun}, the text says {first}'
    return Ruling(claims, _OK if fits else _FINDING, why)


def _shift(claim: Claim) -> relativedelta | None:
    """Give a stated duration as a step on the calendar, None for anything else."""
    timex, quantity = claim.mention.timex, claim.mention.quantity
    if timex is None or timex.type != "DURATION":
        return None
    if quantity is not None and quantity.bound is not Bound.EXACT:
        return None
    found = _PERIOD.fullmatch(timex.value)
    if found is None or not 1 <= int(found["count"]) <= _LONGEST:
        return None
    count = int(found["count"])
    days, months, years = _STEPS[found["unit"]]
    return relativedelta(days=days * count, months=months * count, years=years * count)


def _is_end(page: Page, claim: Claim, dated: Dated) -> bool:
    timex = dated.timex
    if timex.grain is not Grain.DAY or timex.last is None or timex.last.year < 1500:
        return False
    ending = timex.mod is TimexMod.UNTIL or timex.role in {TimexRole.DEADLINE, TimexRole.END}
    span = claim.mention.span
    near = 0 <= dated.start - span.end <= _NEAR or 0 <= span.start - dated.end <= 40
    return ending and near and ";" not in page.between(span.end, dated.start)


def _is_start(page: Page, dated: Dated, end: Dated) -> bool:
    timex = dated.timex
    if timex.grain is not Grain.DAY or timex.first is None or dated.start > end.start:
        return False
    before = page.between(max(0, dated.start - 30), dated.start)
    return timex.role is TimexRole.START or page.says("starts", before)


def as_of_before_publication(page: Page) -> Iterator[Ruling]:
    """Hold as-of dates against the day of publication, and against what still lies ahead."""
    published = page.article.published
    as_of = [d for d in page.dates if d.timex.role is TimexRole.AS_OF and d.timex.first]
    ahead = [d for d in page.dates if d.timex.role is TimexRole.FUTURE_EVENT and d.timex.last]
    known = [d for d in as_of if not wide(d.timex, published)]
    if not known:
        return
    latest = published.latest
    late = [d for d in known if latest and d.timex.first and d.timex.first > latest]
    for dated in late:
        why = f"as of {dated.timex.first}, published {latest}"
        yield Ruling((dated.claim, *page.publication), _FINDING, why)
    fine = [dated for dated in known if dated not in late]
    if fine:
        yield _placed_before(page, fine, ahead)


def _placed_before(page: Page, as_of: list[Dated], ahead: list[Dated]) -> Ruling:
    newest = max(dated.timex.first for dated in as_of if dated.timex.first)
    soonest = min((dated.timex.last for dated in ahead if dated.timex.last), default=None)
    claims = tuple(d.claim for d in sorted((*as_of, *ahead), key=lambda each: each.start))
    published = page.article.published
    if published.known:
        return Ruling(claims, _OK, f"as of {newest}, published {published.best}")
    if soonest is None:
        return Ruling(claims, _OK, f"as of {newest}: published on that day or later")
    if soonest < newest:
        return Ruling(claims, _NOTE, f"as of {newest}, yet {soonest} is still to come")
    return Ruling(claims, _OK, f"as of {newest}, still to come {soonest}: published between them")
