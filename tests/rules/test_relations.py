"""How two values relate: the worked cases of real disagreement, in our own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from claimcheck.model.finding import Judgement, Verdict
from claimcheck.model.link import Relation

Judged = Callable[..., Judgement]
Row = Mapping[str, object]

K = {"ulp": 1000}
MILLIONS = {"ulp": 1_000_000}


def _about(value: int, ulp: int = 1) -> Row:
    return {"value": value, "ulp": ulp, "bound": "about"}


def _toll(value: int, day: str = "", **more: object) -> Row:
    dated = {"published": day} if day else {}
    return {"value": value, "frame": "die", **dated, **more}


AGREEMENT, APPROXIMATION = Verdict.AGREEMENT, Verdict.APPROXIMATION
COMPATIBLE, CONFLICT, UNRESOLVED = Verdict.COMPATIBLE, Verdict.CONFLICT, Verdict.UNRESOLVED


@pytest.mark.parametrize(
    ("a", "b", "verdict", "rule"),
    [
        ({"value": 25000, **K}, _about(25000, 1000), AGREEMENT, "CC101"),
        ({"value": 25000, **K}, {"value": 25000, **K, "bound": "nearly"}, APPROXIMATION, "CC202"),
        ({"value": 25000, **K}, {"value": 25000, **K, "bound": "above"}, APPROXIMATION, "CC202"),
        (
            {"value": 25000, **K, "bound": "nearly"},
            {"value": 25000, **K, "bound": "above"},
            APPROXIMATION,
            "CC203",
        ),
        (
            {"value": 2000, "high": 9999, "bound": "vague"},
            _about(25000, 1000),
            APPROXIMATION,
            "CC204",
        ),
        (
            {"value": "5.9", "ulp": "0.1", "bound": "at_least"},
            {"value": "6.1", "ulp": "0.1"},
            APPROXIMATION,
            "CC202",
        ),
        ({"value": 5, "bound": "at_least"}, {"value": 24}, COMPATIBLE, "CC407"),
        (
            {"value": "6.0", "ulp": "0.1", "bound": "about"},
            {"value": "6.1", "ulp": "0.1"},
            APPROXIMATION,
            "CC202",
        ),
        (
            {"value": 50, "ulp": 10, "bound": "at_least"},
            {"value": 50, "ulp": 10},
            APPROXIMATION,
            "CC202",
        ),
        ({"value": 50, "ulp": 10}, _about(50, 10), AGREEMENT, "CC101"),
        (
            {"value": 24, "high": 99, "bound": "vague"},
            {"value": 80, "ulp": 10, "bound": "at_most"},
            APPROXIMATION,
            "CC204",
        ),
        (
            {"value": 26000, **K, "bound": "above"},
            {"value": 31000, **K, "bound": "above"},
            COMPATIBLE,
            "CC406",
        ),
        ({"value": 120000, "ulp": 10000}, _about(200000, 100000), CONFLICT, "CC301"),
        (
            {"value": 100000, "ulp": 100000, "bound": "above"},
            {"value": 120000, "ulp": 10000},
            APPROXIMATION,
            "CC202",
        ),
        (
            {"value": 4000000, **MILLIONS, "bound": "above"},
            {"value": 3100000, "ulp": 100000},
            CONFLICT,
            "CC301",
        ),
        ({"value": 10}, {"value": 13}, CONFLICT, "CC301"),
        ({"value": 675190, "ulp": 10}, {"value": 657190, "ulp": 10}, CONFLICT, "CC305"),
        (
            {"value": 2, "unit": "USD", "unit_kind": "currency"},
            {"value": 2, "unit": "EUR", "unit_kind": "currency"},
            CONFLICT,
            "CC315",
        ),
    ],
)
def test_figures_of_one_question(
    judged: Judged, a: Row, b: Row, verdict: Verdict, rule: str
) -> None:
    found = judged(a, b)
    assert (found.verdict, found.rule) == (verdict, rule)


@pytest.mark.parametrize(
    ("a", "b", "verdict", "rule"),
    [
        (_toll(5, "2024-03-01"), _toll(24, "2024-03-02"), COMPATIBLE, "CC401"),
        (_toll(3, "2024-03-01", bound="at_least"), _toll(24, "2024-03-02"), COMPATIBLE, "CC401"),
        (_toll(24, "2024-03-01"), _toll(5, "2024-03-02"), CONFLICT, "CC307"),
        (_toll(24, "2024-03-01"), _toll(5, "2024-03-02", region="correction"), COMPATIBLE, "CC402"),
        (_toll(24, "2024-03-01"), _toll(19, "2024-03-01"), CONFLICT, "CC301"),
        (_toll(50), _toll(80), CONFLICT, "CC310"),
        ({"value": 40, "time": "2011"}, {"value": 60, "time": "2021"}, COMPATIBLE, "CC404"),
        (
            {"value": 40, "published": "2024-03-01"},
            {"value": 60, "published": "2024-06-01"},
            CONFLICT,
            "CC301",
        ),
    ],
)
def test_figures_at_two_moments(
    judged: Judged, a: Row, b: Row, verdict: Verdict, rule: str
) -> None:
    found = judged(a, b)
    assert (found.verdict, found.rule) == (verdict, rule)


@pytest.mark.parametrize(
    ("a", "b", "verdict", "rule"),
    [
        ({"date": "2021"}, {"date": "2021-08-15"}, AGREEMENT, "CC103"),
        (
            {"date": "2023-11", "anchored": True, "published": "2024-09-01"},
            {"date": "2023-11"},
            AGREEMENT,
            "CC102",
        ),
        ({"date": "2023-06-07"}, {"date": "2023-06-08"}, CONFLICT, "CC302"),
        (
            {"date": "2025-06-30", "date_role": "deadline"},
            {"date": "2025-06-20", "date_role": "deadline"},
            CONFLICT,
            "CC303",
        ),
        ({"date": "2024", "anchored": True}, {"date": "2024-08-20"}, UNRESOLVED, "CC600"),
        ({"date": "2024", "anchored": True}, {"date": "2023-08-20"}, UNRESOLVED, "CC600"),
        (
            {"date": "2023-11-21", "anchored": True, "published": "2023-11-23"},
            {"date": "2023-11-22"},
            CONFLICT,
            "CC311",
        ),
        ({"date": "2023-11-21"}, {"value": 21}, UNRESOLVED, "CC600"),
    ],
)
def test_dates_of_one_event(judged: Judged, a: Row, b: Row, verdict: Verdict, rule: str) -> None:
    found = judged(a, b)
    assert (found.verdict, found.rule) == (verdict, rule)


@pytest.mark.parametrize("relation", [each for each in Relation if each is not Relation.SAME])
def test_only_claims_of_one_question_conflict_over_values(
    judged: Judged, relation: Relation
) -> None:
    found = judged({"value": 40}, {"value": 41}, relation)
    parts = {Relation.PART_OF, Relation.HAS_PART}
    assert found.verdict is not CONFLICT or relation in parts


def test_a_part_above_its_whole_conflicts_from_either_side(judged: Judged) -> None:
    part, whole = {"value": 60}, {"value": 40}
    assert judged(part, whole, Relation.PART_OF).rule == "CC306"
    assert judged(whole, part, Relation.HAS_PART).rule == "CC306"
    assert judged(whole, part, Relation.PART_OF).rule == "CC403"


@pytest.mark.parametrize("stance", ["generic", "denied"])
def test_what_nobody_asserts_is_not_held_against_anyone(judged: Judged, stance: str) -> None:
    assert judged({"value": 6, "stance": stance}, {"value": 8}).verdict is UNRESOLVED


def test_what_may_be_so_contradicts_nothing(judged: Judged) -> None:
    assert judged({"value": 6, "stance": "hypothetical"}, {"value": 8}).rule == "CC415"


def test_every_judgement_says_what_it_saw(judged: Judged) -> None:
    found = judged(
        {"value": 675190, "ulp": 10}, {"value": 700000, "ulp": 100000, "bound": "nearly"}
    )
    assert [condition.held for condition in found.because] == [True] * 4
    assert "[630,000, 700,000)" in found.because[-1].seen
