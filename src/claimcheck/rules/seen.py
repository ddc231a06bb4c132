"""What a condition saw of a link, in words and numbers for a reader."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from claimcheck.model.finding import Condition
from claimcheck.rules.facts import Facts
from claimcheck.rules.interval import figure
from claimcheck.rules.sides import WORDS


def held(facts: Facts, name: str) -> Condition:
    """Give a condition that held, with what it saw; few answers are common to most links."""
    if name in _SEEN or name in WORDS:
        return Condition(name, held=True, seen=seen(facts, name))
    return _plain(name, getattr(facts, name))


@lru_cache(maxsize=1024)
def _plain(name: str, answer: str | bool) -> Condition:  # noqa: FBT001  what a fact answers
    return Condition(name, held=True, seen=_written(answer))


def _written(answer: str | bool) -> str:  # noqa: FBT001  as above
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def seen(facts: Facts, name: str) -> str:
    """Say in words and numbers what a condition saw."""
    writer = _SEEN.get(name)
    if writer is not None:
        return writer(facts)
    if name in WORDS:
        both = (", ".join(sorted(side.words_of(name) - {""})) or "none" for side in facts.sides)
        return " / ".join(both)
    return _written(getattr(facts, name))


def _values_seen(facts: Facts) -> str:
    return f"{facts.values}: {facts.left.shown} and {facts.right.shown}"


def _times_seen(facts: Facts) -> str:
    stated = (side.stated_time for side in facts.sides)
    days = stated if facts.events_apart else facts.moments
    return f"{facts.times}: {' and '.join(str(day) if day else 'no date' for day in days)}"


def _sources_seen(facts: Facts) -> str:
    named = (s.claim.attribution.source if s.claim.attribution else "-" for s in facts.sides)
    return f"{facts.sources}: {' / '.join(named)}"


def _relation_seen(facts: Facts) -> str:
    weight = Decimal(facts.link.match_weight) / 100
    return f"{facts.relation}, match weight {weight:+.2f}"


_SEEN: dict[str, Callable[[Facts], str]] = {
    "values": _values_seen,
    "times": _times_seen,
    "sources": _sources_seen,
    "relation": _relation_seen,
    "difference_over": lambda facts: f"{figure(round(facts.difference * 100, 1))} %",
    "path": lambda facts: " / ".join(side.article.path for side in facts.sides),
}
