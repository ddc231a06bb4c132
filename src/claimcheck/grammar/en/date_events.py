"""Events that a date hangs on: "two days after the quake", "after the fall of the town in 2021"."""

from __future__ import annotations

import re

from claimcheck.grammar.en.date_draft import Draft
from claimcheck.model.article import Span
from claimcheck.model.mention import Grain

_FOLLOWING = re.compile(
    r"""
    [ ] (?:before|after|since|until|following|preceding) [ ]
    (?P<event> (?!that\b|then\b|he[ ]said) [A-Za-z][^.,;:!?\n()]{2,80} )
    """,
    re.VERBOSE,
)
_LINKS = ("efore", "fter", "ince", "ntil", "ollow", "rior", "rece")
_PRECEDING = re.compile(
    r"""
    \b (?:[Bb]efore|[Aa]fter|[Ff]ollowing|[Ss]ince|[Uu]ntil|[Pp]rior[ ]to) [ ]
    (?P<event>
        (?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[A-Z][\w’'-]*) [ ] [^.,;:!?\n()]{2,70}?
    )
    [ ] (?:(?:on|in|of|at|during|over)[ ])? (?:the[ ])? \Z
    """,
    re.VERBOSE,
)
_REACH = 100  # letters before a date in which its event may be named


def event(text: str, span: Span, draft: Draft) -> Span | None:
    """Give the words of the event a date or duration hangs on, None where there is none."""
    if draft.type == "DURATION" or draft.form.startswith("event:"):
        return _after(text, span.end)
    if draft.type == "DATE" and draft.grain is not Grain.NONE:
        return _before(text, span.start)
    return None


def _after(text: str, end: int) -> Span | None:
    """Read the event after "two days", "the day": what follows before, after, since or until."""
    if not text.startswith(_LINKS, end + 2):
        return None
    found = _FOLLOWING.match(text, end)
    return None if found is None else Span(*found.span("event"))


def _before(text: str, start: int) -> Span | None:
    """Read the event between "after" and the preposition of its date."""
    window = text[max(0, start - _REACH) : start]
    for link in _LINKS:
        if link in window:
            break
    else:
        return None
    found = _PRECEDING.search(window)
    if found is None:
        return None
    moved = start - len(window)
    return Span(found.start("event") + moved, found.end("event") + moved)
