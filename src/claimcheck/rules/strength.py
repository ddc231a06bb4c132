"""Strength: how loudly a rule may speak of a link, given the evidence that carries the verdict.

A rule's severity is that of firm evidence. A relative date counted from a day that is not known, an
event the texts share no word for, or a figure that is only a vague word takes one level off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claimcheck.model.finding import Severity
from claimcheck.rules.facts import Facts
from claimcheck.rules.moments import wide
from claimcheck.rules.ruleset import Rule
from claimcheck.rules.sides import Side

_LOWER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.NOTE}
_EVENT = frozenset(("date", "frame", "name"))  # who and where alone tell of no event
_DATED = frozenset(("times", "growth", "values"))
_PROPERTY = "property"


def may_weaken(rule: Rule) -> bool:
    """Whether a rule is loud enough to lose a level."""
    return rule.severity in _LOWER


def doubts(rule: Rule, facts: Facts) -> tuple[str, ...]:
    """Say what weakens the evidence of a rule on a link, in words for a reader.

    A rule that asks for such evidence by itself has the severity its author gave it.
    """
    if not may_weaken(rule):
        return ()
    asked = {name for name, _ in rule.when}
    return tuple(said for said, holds in _DOUBTS.items() if holds(facts, asked))


def strength(rule: Rule, doubted: tuple[str, ...]) -> Severity:
    """Give the severity a rule has left: one level less, however many doubts there are."""
    return _LOWER[rule.severity] if doubted else rule.severity


def _on_wide_day(facts: Facts, asked: set[str]) -> bool:
    """Whether a relative date, wider than its words for want of an anchor, carries the verdict."""
    if asked.isdisjoint(_DATED) or asked & {"wide", "anchored"} or facts.clash:
        return False
    return any(_wide(side) for side in facts.sides)


def _wide(side: Side) -> bool:
    times = (side.claim.mention.timex, side.claim.time)
    return any(time is not None and wide(time, side.article.published) for time in times)


def _of_unknown_event(facts: Facts, _asked: set[str]) -> bool:
    """Whether nothing of what both texts say happened, or was measured, speaks for the link."""
    compared = facts.link.comparisons
    if not compared or facts.copied:
        return False
    return not any(
        each.weight > 0 and (each.slot in _EVENT or each.level == _PROPERTY) for each in compared
    )


def _by_vague_word(facts: Facts, asked: set[str]) -> bool:
    return "vague" not in asked and facts.vague


_DOUBTS: Mapping[str, Callable[[Facts, set[str]], bool]] = {
    "a relative date has no firm day to count from": _on_wide_day,
    "the texts share no word for what happened": _of_unknown_event,
    "one figure is only a vague word": _by_vague_word,
}
