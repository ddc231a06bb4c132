"""Every rule carries examples, and they hold."""

from __future__ import annotations

from claimcheck.rules.examples import Texts, outcomes
from claimcheck.rules.ruleset import Ruleset


def test_every_example_in_figures_decides_as_the_rule_says(ruleset: Ruleset) -> None:
    found = outcomes(ruleset)
    failed = [f"{each.place}: {each.got}" for each in found if each.ran and not each.passed]
    assert not failed


def test_every_rule_has_an_example_that_fires_and_one_that_stays_silent(ruleset: Ruleset) -> None:
    for rule in ruleset.rules + ruleset.checks:
        assert rule.examples.get("fires"), rule.path
        assert rule.examples.get("silent"), rule.path


def test_examples_in_texts_wait_for_a_pipeline(ruleset: Ruleset) -> None:
    assert any(not each.ran for each in outcomes(ruleset))
    texts = Texts(judge=lambda *_: (), check=lambda *_: ())
    assert all(each.ran for each in outcomes(ruleset, texts))


def test_a_known_miss_passes_only_while_it_is_missed(ruleset: Ruleset) -> None:
    rule = ruleset.rule("CC301")
    assert rule is not None
    fires = {"a": {"value": 40}, "b": {"value": 41}, "known_miss": True}
    missed = rule._replace(examples={"fires": [fires]})
    assert not outcomes(ruleset, rules=[missed])[0].passed
