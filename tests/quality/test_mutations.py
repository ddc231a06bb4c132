"""Floors of what becomes of changed figures and dates: caught where they contradict, else quiet."""

from __future__ import annotations

from functools import cache

import pytest
from tests.quality import mutations

pytestmark = pytest.mark.skipif(not mutations.CLUSTERS.is_dir(), reason=mutations.ABSENT)

CAUGHT = 0.95  # of the contradictions whose two sides are linked
FALSE_ALARMS = 0.02  # of the harmless edits
LINKED = 0.65  # of the edits of a copied article whose two sides are linked


@cache
def share(*, harmful: bool) -> mutations.Tally:
    outcomes = list(mutations.copies(mutations.folders(), harmful=harmful, most=20))
    return mutations.tallies(outcomes, harmful=harmful)[-1]


def test_contradictions_become_conflicts_or_checks() -> None:
    assert share(harmful=True).share >= CAUGHT


def test_both_sides_of_an_altered_copy_are_linked() -> None:
    tally = share(harmful=True)
    assert tally.linked >= LINKED * tally.edits


def test_harmless_edits_raise_no_alarm() -> None:
    assert share(harmful=False).share <= FALSE_ALARMS
