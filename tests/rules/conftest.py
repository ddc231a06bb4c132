"""Short ways to judge claims that are written in figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from claimcheck.model.finding import Judgement
from claimcheck.model.link import Link, Relation
from claimcheck.rules.examples import claim_of
from claimcheck.rules.judge import Context, judge
from claimcheck.rules.load import load_rules
from claimcheck.rules.ruleset import Ruleset

Judged = Callable[..., Judgement]


@pytest.fixture(scope="session")
def ruleset() -> Ruleset:
    """Load the shipped rules."""
    return load_rules()


@pytest.fixture(scope="session")
def judged(ruleset: Ruleset) -> Judged:
    """Judge two claims written as in the examples of a rule."""

    def run(
        a: Mapping[str, object], b: Mapping[str, object], relation: Relation = Relation.SAME
    ) -> Judgement:
        left, right = claim_of(a, "a"), claim_of(b, "b")
        link = Link("a", "b", relation, 0, ())
        return judge(link, left[0], right[0], Context(left[1], right[1]), ruleset)

    return run
