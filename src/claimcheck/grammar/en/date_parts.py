"""What the productions of dates share: their parts, the year of a token, a day with its note."""

from __future__ import annotations

from claimcheck.grammar.calendar import days_in_month
from claimcheck.grammar.en.date_draft import Draft, Phrase
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain

Parts = list[Token]


Made = list[Token] | None


NO_SUCH_DAY = "no such day"


OPEN_ORDER = "day and month open"


def number_of(part: Token) -> int:
    """Give the number a token stands for, 0 where it is a word."""
    return part.value if isinstance(part.value, int) else 0


def first_of(parts: Parts, kinds: str) -> Token | None:
    """Give the first part of some kinds."""
    return next((part for part in parts if part.kind in kinds), None)


def year_of(part: Token | None) -> str:
    """Give the four figures of a year token; two figures lie between 1930 and 2029."""
    if part is None:
        return "XXXX"
    year = number_of(part)
    if part.kind == "q":
        year += 2000 if year < 30 else 1900
    return f"{year:04}"


def day_draft(year: str, month: int, number: int, weekday: Token | None = None) -> Draft:
    """Make a day, noting one that the calendar does not have."""
    longest = 31 if month < 1 else days_in_month(int(year) if year != "XXXX" else 2000, month)
    note = "" if 1 <= number <= longest else NO_SUCH_DAY
    named = None if weekday is None else number_of(weekday) - 1
    return Draft("DATE", f"{year}-{month:02}-{number:02}", Grain.DAY, weekday=named, note=note)


def exists(year: int, month: int, number: int) -> bool:
    """Tell whether the calendar has a day."""
    return 1 <= month <= 12 and 1 <= number <= days_in_month(year, month)


def called(phrase: Phrase, parts: Parts) -> bool:
    """Tell whether a word before some figures calls for a day, or they are the whole text."""
    alone = parts[0].start == 0 and parts[-1].end == len(phrase.text)
    return alone or phrase.before(parts[0].start) in DAY_HOSTS


DAY_HOSTS = frozenset("on since until till by before after from through dated".split())
