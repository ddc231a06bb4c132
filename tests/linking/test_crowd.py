"""One answer in each of two articles of one story is evidence of one question."""

from __future__ import annotations

from tests.linking.pairs import links, relations, report

from claimcheck.model.link import Relation

_STORY = (
    "The mayor of Sandholm told reporters in Sandholm that the Delmar river had flooded the old "
    "town of Sandholm and the market by the Delmar. Boats from Kroften came across the Delmar to "
    "help, and volunteers from Kroften filled sandbags beside the Sandholm mill all through the "
    "night while engineers watched the dam above Kroften and the bridges over the Delmar."
)


def _levels(left: str, right: str, texts: tuple[str, str]) -> set[str]:
    found = report(*(f"{_STORY}\n\n{text}" for text in texts))
    return {
        each.level
        for one in links(found, left, right)
        for each in one.comparisons
        if each.slot in ("crowd", "value")
    }


def test_one_figure_in_each_article_of_a_story_answers_one_question() -> None:
    texts = ("Police arrested 27 looters.", "In all 29 looters were arrested.")
    assert "only" in _levels("27", "29", texts)
    found = report(*(f"{_STORY}\n\n{text}" for text in texts))
    assert relations(found, "27", "29") == {Relation.SAME}


def test_a_second_figure_for_the_question_takes_the_evidence_away() -> None:
    texts = ("Police arrested 27 looters. Later 31 looters were arrested.", "29 looters arrested.")
    assert "only" not in _levels("27", "29", texts)


def test_figures_of_another_size_answer_another_question() -> None:
    texts = ("Police arrested 27 looters.", "In all 80 looters were arrested.")
    assert "only" not in _levels("27", "80", texts)


def test_one_day_in_each_article_of_a_story_dates_one_event() -> None:
    texts = ("The dam was inspected on January 15.", "The dam was inspected on February 15.")
    assert "only_date" in _levels("January 15", "February 15", texts)


def test_two_digits_in_each_others_place_are_weak_evidence() -> None:
    texts = ("The army sent 45 trucks.", "The army sent 54 trucks.")
    assert "reversed" in _levels("45", "54", texts)
