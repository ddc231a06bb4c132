"""A verdict depends on no order, of claims or of rules, and hedging only softens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model.finding import Judgement, Verdict
from claimcheck.model.link import Link, Relation
from claimcheck.rules.examples import claim_of
from claimcheck.rules.judge import Context, Engine, holds, judge
from claimcheck.rules.load import load_rules
from claimcheck.rules.ruleset import Ruleset, in_order

RULESET = load_rules()
MIRROR = {Relation.PART_OF: Relation.HAS_PART, Relation.HAS_PART: Relation.PART_OF}
DAYS = st.sampled_from(["2024-03-01", "2024-03-02", "2024-03", "2024", "2023-11-07"])
PLACES = {0: 1, 1: 10, 2: 100, 3: 1000, 4: 10_000, 5: 100_000}
Row = dict[str, Any]


@st.composite
def quantities(draw: st.DrawFn) -> Row:
    """Give a quantity as an example writes it."""
    power = draw(st.integers(0, 5))
    value = draw(st.integers(1, 999)) * PLACES[power]
    row: Row = {
        "value": value,
        "ulp": PLACES[power],
        "bound": draw(
            st.sampled_from(["exact", "about", "nearly", "above", "at_least", "below", "at_most"])
        ),
        "frame": draw(st.sampled_from(["", "die", "reside"])),
        "source": draw(st.sampled_from(["", "the ministry", "the survey"])),
        "unit": draw(st.sampled_from(["", "mile", "kilometre", "USD"])),
    }
    kinds = {"": "counted", "USD": "currency"}
    row["unit_kind"] = kinds.get(row["unit"], "measure")
    if draw(st.booleans()):
        row["time"] = draw(DAYS)
    if draw(st.booleans()):
        row["published"] = draw(DAYS)
    return row


@st.composite
def dates(draw: st.DrawFn) -> Row:
    """Give a date as an example writes it."""
    row: Row = {"date": draw(DAYS), "anchored": draw(st.booleans())}
    if draw(st.booleans()):
        row["published"] = draw(DAYS)
    return row


claims = st.one_of(quantities(), dates())
relations = st.sampled_from(list(Relation))


def _judged(a: Mapping[str, Any], b: Mapping[str, Any], relation: Relation) -> Judgement:
    left, right = claim_of(a, "a"), claim_of(b, "b")
    link = Link("a", "b", relation, 0, ())
    return judge(link, left[0], right[0], Context(left[1], right[1]), RULESET)


@given(claims, claims, relations)
def test_a_verdict_does_not_depend_on_order(a: Row, b: Row, relation: Relation) -> None:
    left, right = claim_of(a, "a"), claim_of(b, "b")
    there = judge(
        Link("a", "b", relation, 0, ()), left[0], right[0], Context(left[1], right[1]), RULESET
    )
    back = judge(
        Link("b", "a", MIRROR.get(relation, relation), 0, ()),
        right[0],
        left[0],
        Context(right[1], left[1]),
        RULESET,
    )
    assert (there.verdict, there.rule) == (back.verdict, back.rule)


@given(claims, claims, relations)
def test_a_rule_and_its_mirror_agree(a: Row, b: Row, relation: Relation) -> None:
    mirror = MIRROR.get(relation, relation)
    assert _judged(a, b, relation).rule == _judged(b, a, mirror).rule


_WIDER = {"exact": "about", "nearly": "about"}


@given(quantities(), quantities(), relations)
def test_a_wider_hedge_never_makes_a_conflict_of_an_agreement(
    a: Row, b: Row, relation: Relation
) -> None:
    before = _judged(a, b, relation).verdict
    if a["bound"] in _WIDER and before in {Verdict.AGREEMENT, Verdict.APPROXIMATION}:
        wider = {**a, "bound": _WIDER[a["bound"]]}
        assert _judged(wider, b, relation).verdict is not Verdict.CONFLICT
        assert _judged(b, wider, MIRROR.get(relation, relation)).verdict is not Verdict.CONFLICT


@given(quantities(), quantities())
def test_a_figure_never_conflicts_with_itself_in_other_hedges(a: Row, b: Row) -> None:
    if {a["bound"], b["bound"]} <= {"exact", "about"}:
        same = {**b, **{key: a[key] for key in ("value", "ulp", "unit", "unit_kind")}}
        assert _judged(a, same, Relation.SAME).verdict is not Verdict.CONFLICT


@given(claims, claims, relations)
def test_the_tree_finds_the_first_rule_that_holds(a: Row, b: Row, relation: Relation) -> None:
    left, right = claim_of(a, "a"), claim_of(b, "b")
    found = Engine(RULESET)
    facts = found.facts(
        Link("a", "b", relation, 0, ()), left[0], right[0], Context(left[1], right[1])
    )
    first = next(
        (r.code for r in RULESET.rules if all(holds(facts, *each) for each in r.when)), "CC600"
    )
    assert found.decide(facts).code == first


@settings(max_examples=20)
@given(st.randoms(use_true_random=False), claims, claims)
def test_the_order_of_rule_files_does_not_matter(random: Any, a: Row, b: Row) -> None:  # noqa: ANN401 - hypothesis gives no public type
    rules = list(RULESET.rules)
    random.shuffle(rules)
    shuffled = Ruleset(in_order(rules), RULESET.checks, RULESET.lexicon, RULESET.digest)
    left, right = claim_of(a, "a"), claim_of(b, "b")
    link = Link("a", "b", Relation.SAME, 0, ())
    context = Context(left[1], right[1])
    one = judge(link, left[0], right[0], context, RULESET)
    assert one == judge(link, left[0], right[0], context, shuffled)
