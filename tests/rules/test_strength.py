"""Confidence is the evidence: what carries a verdict weakly takes one level off, and is named."""

from __future__ import annotations

from datetime import date

from tests.rules.conftest import Judged

from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.link import Link, Relation
from claimcheck.pipeline import compare_texts
from claimcheck.rules.examples import claim_of
from claimcheck.rules.facts import Facts
from claimcheck.rules.judge import Context, engine
from claimcheck.rules.ruleset import Ruleset
from claimcheck.rules.strength import doubts, strength

DAY = date(2024, 3, 6)
SHIP = "The ferry Amsha sank off the port of Kolda on Tuesday. "
FIRE = "Fire broke out at the Amsha mill in Kolda on Monday. "
FLOOD = "Flooding along the Kolda river damaged {} homes in Amsha on Monday, the council said."


def _conflict(ruleset: Ruleset, texts: list[str], *days: date | None) -> Finding:
    report = compare_texts(texts, ruleset, days)
    (found,) = (one for one in report.findings if one.verdict is Verdict.CONFLICT)
    return found


def test_a_relative_date_without_a_firm_day_takes_a_level_off(ruleset: Ruleset) -> None:
    employed = SHIP + "The company had employed {} sailors last month."
    texts = [employed.format(80), employed.format(65)]
    firm = _conflict(ruleset, texts, DAY, DAY)
    weak = _conflict(ruleset, texts, None, DAY)
    assert (firm.rule, firm.severity) == ("CC301", Severity.ERROR)
    assert (weak.rule, weak.severity) == ("CC301", Severity.WARNING)
    assert "no firm day" in weak.message
    assert "no firm day" not in firm.message


def test_an_event_no_word_is_shared_for_takes_a_level_off(ruleset: Ruleset) -> None:
    first = FIRE + "The mill in Kolda had 40 looms."
    second = FIRE + "There were 60 looms at the mill in Kolda, its manager said."
    weak = _conflict(ruleset, [first, second], DAY, DAY)
    assert (weak.rule, weak.severity) == ("CC301", Severity.WARNING)
    assert "no word for what happened" in weak.message


def test_a_vague_word_against_a_figure_is_told_softly(ruleset: Ruleset) -> None:
    firm = _conflict(ruleset, [FLOOD.format(120), FLOOD.format(45)], DAY, DAY)
    weak = _conflict(ruleset, [FLOOD.format(120), FLOOD.format("dozens of")], DAY, DAY)
    assert (firm.severity, weak.severity) == (Severity.ERROR, Severity.NOTE)
    assert "dozens says [24, 99]" in weak.message


def _part(a: dict[str, object], b: dict[str, object], ruleset: Ruleset) -> Facts:
    (left, one), (right, other) = claim_of(a, "a"), claim_of(b, "b")
    link = Link("a", "b", Relation.PART_OF, 0, ())
    return engine(ruleset).facts(link, left, right, Context(one, other))


def test_a_vague_word_weakens_a_rule_that_does_not_ask_for_it(
    ruleset: Ruleset, judged: Judged
) -> None:
    vague: dict[str, object] = {"value": 200, "high": 999, "bound": "vague"}
    rule = ruleset.rule(judged(vague, {"value": 40}, Relation.PART_OF).rule)
    assert rule is not None
    assert rule.code == "CC306"
    said = doubts(rule, _part(vague, {"value": 40}, ruleset))
    assert said == ("one figure is only a vague word",)
    assert strength(rule, said) is Severity.WARNING
    assert doubts(rule, _part({"value": 200}, {"value": 40}, ruleset)) == ()


def test_a_rule_that_asks_for_weak_evidence_keeps_its_severity(ruleset: Ruleset) -> None:
    asking = next(rule for rule in ruleset.rules if rule.code == "CC306")
    asking = asking._replace(when=(*asking.when, ("vague", True)))
    vague: dict[str, object] = {"value": 200, "high": 999, "bound": "vague"}
    said = doubts(asking, _part(vague, {"value": 40}, ruleset))
    assert (said, strength(asking, said)) == ((), Severity.ERROR)
