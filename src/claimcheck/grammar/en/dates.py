"""Dates, first phase: from the shared pre-scan to readings in their underspecified form.

Phrases are lexed around trigger words and date-like figures, the ladder of productions reads them,
and the words before a date give its relation. Resolving against an anchor is `grammar.resolve`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimcheck.grammar.en.date_context import looks, relation, role
from claimcheck.grammar.en.date_draft import Draft, Phrase
from claimcheck.grammar.en.date_events import event
from claimcheck.grammar.en.date_ladder import climb
from claimcheck.grammar.en.date_order import settle_orders
from claimcheck.grammar.en.date_tables import DateTables, date_tables
from claimcheck.grammar.en.date_tokens import Token, back, lex
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scan
from claimcheck.grammar.underspecified import open_value
from claimcheck.model.article import Span
from claimcheck.model.mention import Timex, TimexMod

__all__ = ["DateTables", "date_tables", "date_words", "recognise_dates"]

_DATE_LIKE = re.compile(
    r"""
    (?:1[0-9]|2[01])[0-9]{2}(?![0-9%])
  | [0-9]{1,4}(?:[/.-]|[ ][/-][ ])[0-9]{1,2}(?:[/.-]|[ ][/-][ ])[0-9]{2}
  | [0-9]{1,2}:[0-5][0-9]
  | [0-9]{1,2}\.[0-5][0-9](?:[ ]?[aApP]\.?[mM]|(?![0-9%]))
  | [0-9]{1,2}[ ]?(?:[aApP]\.?[mM])
  | (?:1[89]|20)[0-9]{6}(?![0-9])
  | [0-9]{1,2}/[0-9]{1,4}
  | [1-9]0s
  | (?<=FY)[0-9]{2}
  | [0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH)(?![A-Za-z])
    """,
    re.VERBOSE,
)


def date_words(tables: DateTables) -> Iterable[str]:
    """Give the words at which the date pass looks."""
    return tables.triggers


def recognise_dates(text: str, scan: Scan, tables: DateTables) -> list[Reading]:
    """Read every date, time, duration and set of a text; offsets are code points of the text."""
    readings: list[Reading] = []
    done = 0
    for place in _places(text, scan, tables):
        start = place
        if start < done:
            continue
        if start and text[start - 1] in "'’" and text[start].isdigit():
            start -= 1
        first, tokens = _phrase(text, start, done, tables)
        if not tokens:
            continue
        done = tokens[-1].end
        readings.extend(_readings(Phrase(text, tables, first), tokens))
    return settle_orders(text, readings)


def _phrase(text: str, start: int, lowest: int, tables: DateTables) -> tuple[int, list[Token]]:
    """Lex the phrase around a place, from the first word on its left that leads up to it."""
    first = back(text, start, lowest, tables)
    while True:
        tokens = lex(text, first, tables)
        if first >= start or (tokens and tokens[-1].end > start):
            return first, tokens
        space = text.find(" ", first, start)
        first = space + 1 if space >= 0 else start


def _places(text: str, scan: Scan, tables: DateTables) -> list[int]:
    """List where dates may lie: trigger words and figures shaped like dates, in text order."""
    shy = tables.shy
    places = [
        hit.start
        for hit in scan.dates
        if hit.word not in shy or not _verb(text, hit.start, hit.end)
    ]
    words = len(places)
    match = _DATE_LIKE.match
    for start, end in scan.digits:
        if end - start not in _DATE_SIZES or not match(text, start):
            continue
        if text.startswith("FY", max(0, start - 2)):
            places.append(max(0, start - 2 if text[start - 4 : start - 3] != "Q" else start - 4))
        elif not _inside_number(text, start):
            places.append(start)
    if len(places) != words:
        places.sort()
    return places


_DATE_SIZES = frozenset({1, 2, 4, 8})


def _verb(text: str, start: int, end: int) -> bool:
    """Tell the verb "may" by its small letter, unless a figure stands beside it."""
    if text[start].isupper():
        return False
    return not (
        text[max(0, start - 2) : start].strip().isdigit() or text[end : end + 2].strip().isdigit()
    ) and (text[max(0, start - 3) : start] not in {"in ", "of "})


def _inside_number(text: str, start: int) -> bool:
    """Tell figures that go on to the left: "1,998", "$1990", "A1998"."""
    if not start:
        return False
    left = text[start - 1]
    if left in _SEPARATORS:
        return start > 1 and text[start - 2].isdigit()
    return left.isalnum() or left in _GLUED


_SEPARATORS = frozenset(".,:-/")
_GLUED = frozenset("$£€_#@&=~?")


_DIMENSIONS = {"%": "duration", "$": "set"}


def _readings(phrase: Phrase, tokens: list[Token]) -> Iterator[Reading]:
    """Turn what the ladder made of a phrase into readings."""
    tokens = climb(phrase, tokens)
    for index, token in enumerate(tokens):
        if isinstance(token.value, Draft):
            yield _reading(phrase, tokens, index)


def _reading(phrase: Phrase, tokens: list[Token], index: int) -> Reading:
    token = tokens[index]
    draft = token.value
    assert isinstance(draft, Draft)  # noqa: S101 - the caller has looked
    span = Span(token.start, token.end)
    related = relation(phrase, tokens, index)
    mod = related.mod
    timex = Timex(
        type=draft.type,
        value=open_value(draft.form, draft.grain),
        underspecified=draft.form,
        grain=draft.grain,
        mod=mod if draft.mod is TimexMod.NONE or mod not in _WEAK else draft.mod,
        role=role(phrase, token, draft, related),
        also=draft.also,
        orders=draft.also,
        relation=related.span,
        event=event(phrase.text, span, draft),
        weekday=draft.weekday,
        note=draft.note,
        direction=looks(phrase, span, draft, mod),
    )
    dimension = _DIMENSIONS.get(token.kind, "time" if draft.type == "TIME" else "date")
    return Reading(span, dimension, None, timex, draft.steps)


_WEAK = frozenset({TimexMod.NONE, TimexMod.ON, TimexMod.DURING})  # "early" says more than "in"
