"""A figure that an article confirms is no rival of that article's other figures."""

from __future__ import annotations

from tests.linking.pairs import relations, report

from claimcheck.model.link import Relation

ABROAD = "The film Delmar earned $354.2 million abroad and $512.2 million worldwide."


def test_a_figure_with_its_answer_beside_has_no_rival() -> None:
    found = report(ABROAD, "The film Delmar earned $512.2 million worldwide.")
    assert Relation.SAME not in relations(found, "$354.2 million", "$512.2 million")


def test_a_bound_just_passed_is_an_answer() -> None:
    found = report(ABROAD, "The film Delmar earned more than $512 million worldwide.")
    assert Relation.SAME not in relations(found, "$354.2 million", "$512 million")


def test_a_figure_without_an_answer_has_rivals() -> None:
    found = report(
        "The ferry fire off Zadar killed 43 people.", "The ferry fire off Zadar killed 41 people."
    )
    assert relations(found, "43", "41") == {Relation.SAME}
