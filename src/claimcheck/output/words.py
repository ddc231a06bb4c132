"""Claims in words: what was written, how it was read, and the moment it speaks of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from claimcheck.model.article import Anchor, AnchorHow, Article, Span
from claimcheck.model.claim import Claim, Stance
from claimcheck.model.mention import (
    Bound,
    Grain,
    Mention,
    Quantity,
    Timex,
    TimexMod,
    TimexRole,
    UnitKind,
)
from claimcheck.output.safe import one_line

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.NEARLY: "just below ",
    Bound.ABOVE: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.BELOW: "less than ",
    Bound.AT_MOST: "at most ",
    Bound.RANGE: "",
    Bound.VAGUE: "",
}
_ROLES = {
    TimexRole.AS_OF: "as of ",
    TimexRole.SINCE: "since ",
    TimexRole.DEADLINE: "by ",
    TimexRole.START: "from ",
    TimexRole.END: "until ",
    TimexRole.EVENT: "",
    TimexRole.FUTURE_EVENT: "",
}
_MODS = {
    TimexMod.AS_OF: "as of ",
    TimexMod.SINCE: "since ",
    TimexMod.UNTIL: "until ",
    TimexMod.BY: "by ",
    TimexMod.BEFORE: "before ",
    TimexMod.AFTER: "after ",
    TimexMod.ABOUT: "about ",
    TimexMod.START: "start of ",
    TimexMod.MID: "middle of ",
    TimexMod.END: "end of ",
}
_STANCES = {
    Stance.ASSERTED: "",
    Stance.DENIED: "denied",
    Stance.PLANNED: "planned",
    Stance.HYPOTHETICAL: "hypothetical",
    Stance.GENERIC: "general statement",
}
_FAR = 40  # how far from its number a hedge may stand and still be quoted with it
_AFTER = 24  # how much of what follows a number names it in a list


def figure(number: Decimal) -> str:
    """Write a number plainly, in groups of three, without trailing zeros after the point.

    >>> figure(Decimal("1.45E+6")), figure(Decimal("2.10"))
    ('1,450,000', '2.1')
    """
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def day(value: date) -> str:
    """Write a day.

    >>> day(date(2024, 8, 4))
    '4 Aug 2024'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def days(first: date | None, last: date | None) -> str:
    """Write an interval of days as shortly as it allows: a day, a month, a year, or two ends."""
    if first is None or last is None:
        return f"from {day(first)}" if first else f"until {day(last)}" if last else ""
    if first == last:
        return day(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (
        first.day == 1
        and _month_ends(last)
        and (first.year, first.month) == (last.year, last.month)
    ):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{_first(first, last)} – {day(last)}"


def _first(first: date, last: date) -> str:
    """Write the first of two days, without a year that the second gives."""
    return day(first).rsplit(" ", 1)[0] if first.year == last.year else day(first)


def _month_ends(value: date) -> bool:
    return value.month != date.fromordinal(value.toordinal() + 1).month


def written(article: Article, mention: Mention) -> str:
    """Quote a mention together with its hedge, on one line."""
    return one_line(article.excerpt(written_span(mention)))


def written_span(mention: Mention) -> Span:
    """Give the span of a mention with the hedge or relation word beside it."""
    beside = mention.quantity.hedge if mention.quantity else None
    if mention.timex and mention.timex.relation:
        beside = mention.timex.relation
    if beside is None:
        return mention.span
    whole = Span(min(beside.start, mention.span.start), max(beside.end, mention.span.end))
    slack = (whole.end - whole.start) - (mention.span.end - mention.span.start)
    return whole if slack <= _FAR else mention.span


def in_list(article: Article, mention: Mention) -> str:
    """Name a claim in a list by its own words and a few that follow it."""
    after = article.text[mention.span.end : mention.span.end + _AFTER + 20]
    kept = ""
    for char in after:
        if char in '\n.,;:!?()"“”' or (len(kept) >= _AFTER and char == " "):
            break
        kept += char
    return f"{written(article, mention)}{one_line('|' + kept)[1:].rstrip()}"


def reading(article: Article, claim: Claim) -> str:
    """Say how a claim was read: value, moment, source and stance, joined by commas."""
    value = read_value(claim.mention)
    quantity = claim.mention.quantity
    if quantity and quantity.bound is Bound.EXACT and quantity.low == quantity.high:
        # A figure written out in digits needs no second writing.
        plain = figure(quantity.low) in written(article, claim.mention)
        value = "exact" if plain else value
    parts = [value, moment(claim), source(claim), _STANCES[claim.stance]]
    return ", ".join(part for part in parts if part)


def read_value(mention: Mention) -> str:
    """Say what value was read from a mention."""
    if mention.quantity:
        return one_line(_quantity(mention.quantity))
    return one_line(_timex(mention.timex)) if mention.timex else ""


def _quantity(quantity: Quantity) -> str:
    named = quantity.unit and quantity.unit_kind not in {UnitKind.COUNTED, UnitKind.NONE}
    unit = f" {quantity.unit}" if named else ""
    if quantity.low != quantity.high:
        return f"{figure(quantity.low)} to {figure(quantity.high)}{unit}"
    return f"{_BOUNDS[quantity.bound]}{figure(quantity.low)}{unit}"


def _timex(timex: Timex) -> str:
    head = _MODS.get(timex.mod, "")
    if timex.type == "DURATION":
        return f"{head}duration {timex.value}"
    span = days(timex.first, timex.last)
    if not span:
        return f"{timex.value or timex.underspecified}, not resolved"
    return span if span.startswith(("from", "until")) else head + span


def moment(claim: Claim) -> str:
    """Say which moment a claim speaks of, as far as it is known."""
    time = claim.time
    if time is None:
        return ""
    span = days(time.first, time.last)
    if not span or time.grain is Grain.NONE:
        return f'"{one_line(claim.time_words)}"' if claim.time_words else span
    head = _ROLES.get(claim.time_role, "")
    return span if span.startswith(("from", "until")) else head + span


def source(claim: Claim) -> str:
    """Say who is said to have said it."""
    return f"says {one_line(claim.attribution.source)}" if claim.attribution else ""


def published(anchor: Anchor) -> str:
    """Say when an article was published, and how that is known."""
    if anchor.known and anchor.earliest:
        return f"{anchor.earliest.isoformat()}  {anchor.how}"
    if anchor.earliest and anchor.latest:
        return f"undated; between {_first(anchor.earliest, anchor.latest)} and {day(anchor.latest)}"
    if anchor.earliest:
        return f"undated; not before {day(anchor.earliest)}"
    if anchor.latest:
        return f"undated; not after {day(anchor.latest)}"
    if anchor.best and anchor.how is not AnchorHow.UNKNOWN:
        return f"undated; about {day(anchor.best)}"
    return "undated"
