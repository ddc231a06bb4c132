"""The examples in texts, through the whole pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from claimcheck.model.finding import Check, Judgement
from claimcheck.pipeline import compare_texts
from claimcheck.rules.examples import Texts, outcomes
from claimcheck.rules.load import load_rules
from claimcheck.rules.ruleset import Rule

RULESET = load_rules()


def _judge(a: str, b: str, a_date: date | None, b_date: date | None) -> Sequence[Judgement]:
    return compare_texts([a, b], RULESET, [a_date, b_date]).judgements


def _check(text: str, day: date | None) -> Sequence[Check]:
    return compare_texts([text], RULESET, [day]).checks


@pytest.mark.parametrize("rule", RULESET.rules + RULESET.checks, ids=lambda rule: rule.code)
def test_a_rule_decides_its_examples(rule: Rule) -> None:
    found = outcomes(RULESET, Texts(_judge, _check), [rule])
    failed = [f"{each.place}: {each.got}" for each in found if not each.passed]
    assert not failed
