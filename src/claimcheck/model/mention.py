"""A mention: one number or date as written, with its reading."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeVar

from claimcheck.model.article import Span

_E = TypeVar("_E", bound=StrEnum)


def plain_members(enum: type[_E]) -> type[_E]:
    """Keep the members of an enum as plain attributes of its class.

    Python 3.11 finds each through a property, at ten times the cost: a tenth of all reading.
    """
    for name, member in enum.__members__.items():
        type.__setattr__(enum, name, member)
    return enum


@plain_members
class UnitKind(StrEnum):
    """What sort of thing a unit is."""

    COUNTED = "counted"
    CURRENCY = "currency"
    RATIO = "ratio"
    MEASURE = "measure"
    AGE = "age"
    ORDINAL = "ordinal"
    SCORE = "score"
    NONE = "none"


@plain_members
class Bound(StrEnum):
    """How the wording bounds a figure."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    ABOVE = "above"
    AT_LEAST = "at_least"
    BELOW = "below"
    AT_MOST = "at_most"
    RANGE = "range"
    VAGUE = "vague"


@plain_members
class Change(StrEnum):
    """Whether the text says a figure rose or fell."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


@plain_members
class Role(StrEnum):
    """What a number says of its measurand."""

    UNKNOWN = "unknown"
    TOTAL = "total"
    PART = "part"
    CHANGE = "change"
    LEVEL = "level"
    RATE = "rate"


class Quantity(NamedTuple):
    """A number as written: figures, unit, hedge; no policy.

    `low` and `high` are the figures as stated, scale applied: equal for a point and for a one-sided
    bound; a vague word ("dozens") has the reach that rules/lexicon/hedges.yaml gives it. `ulp` is
    the place of the last significant digit (1.7 million: 100 000). `unit` is a singular English
    name, an ISO 4217 code, or the counted noun, compound as "dollar/barrel"; "" when the number has
    none. `hedge` is the span of the words that bound it.
    """

    low: Decimal
    high: Decimal
    ulp: Decimal
    unit: str = ""
    unit_kind: UnitKind = UnitKind.NONE
    bound: Bound = Bound.EXACT
    change: Change = Change.NONE
    role: Role = Role.UNKNOWN
    hedge: Span | None = None
    converted: Quantity | None = None  # the same value in other units, as written in brackets


@plain_members
class Grain(StrEnum):
    """The size of the calendar unit a date names."""

    TIME = "time"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    NONE = "none"


@plain_members
class TimexMod(StrEnum):
    """The relation word before a date, which makes the date a claim."""

    NONE = "none"
    ON = "on"
    AS_OF = "as_of"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM_TO = "from_to"
    DURING = "during"
    ABOUT = "about"
    START = "start"
    MID = "mid"
    END = "end"


@plain_members
class TimexRole(StrEnum):
    """What a date does in its article."""

    UNKNOWN = "unknown"
    PUBLICATION = "publication"
    AS_OF = "as_of"
    SINCE = "since"
    EVENT = "event"
    FUTURE_EVENT = "future_event"
    DEADLINE = "deadline"
    START = "start"
    END = "end"
    DURATION = "duration"
    CRAWL = "crawl"
    FOREIGN = "foreign"


@plain_members
class Direction(StrEnum):
    """Which way the verbs beside a date look."""

    BACK = "back"
    AHEAD = "ahead"
    NONE = "none"


class Timex(NamedTuple):
    """A date as written: recognised to an underspecified form, then resolved against an anchor.

    `value` is TIMEX3 ("2024-08-04", "2023-11", "P2Y", "PAST_REF"); `type` is DATE, TIME, DURATION
    or SET. `first` and `last` are the days it spans, inclusive; None where unresolved or unbounded.
    `underspecified` needs no anchor ("XXXX-08-04", "last month" as "month-1"). `also` holds other
    values that fit equally well. `relation` is the span of the relation word ("as of"); `event` the
    span of the event a date hangs on.
    """

    type: str
    value: str
    underspecified: str
    first: date | None = None
    last: date | None = None
    grain: Grain = Grain.NONE
    mod: TimexMod = TimexMod.NONE
    role: TimexRole = TimexRole.UNKNOWN
    also: tuple[str, ...] = ()
    anchored: bool = False  # the value rests on the article's anchor
    relation: Span | None = None
    event: Span | None = None
    weekday: int | None = (
        None  # a weekday written beside a full date, Monday 0: a check compares them
    )
    note: str = ""  # why a value is unreadable or open ("no such day", "day and month open")
    direction: Direction = Direction.NONE  # where an open date lies, as its verbs say
    orders: tuple[str, ...] = ()  # other forms its figures have, by the order of day and month


class Step(NamedTuple):
    """One production of a derivation and the span it covers; outer productions come first."""

    production: str
    span: Span


class Mention(NamedTuple):
    """One number or date at its place in an article.

    `dimension` names the ladder's top ("count", "money", "percent", "length", "age", "ordinal",
    "date", "duration" ...). A duration as an amount has both a quantity and a timex; every other
    mention has one of them.
    """

    article_id: str
    sentence: int
    span: Span
    text: str
    dimension: str
    quantity: Quantity | None
    timex: Timex | None
    trace: tuple[Step, ...] = ()
