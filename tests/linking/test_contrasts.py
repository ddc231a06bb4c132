"""A list of pairs about casualties, money, votes, tests, prices and jobs: one question or two."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import cast

from tests.linking.pairs import WORDS, claims, report

from claimcheck.linking.contrasts import beside, contrast
from claimcheck.model.link import Relation
from claimcheck.rules.document import read_document

LIST = Path(__file__).with_name("contrasts.yaml")
LEAST_RIGHT = 109  # of 120; a floor that only rises
MOST_WRONG_SAME = 5


@cache
def _listed() -> dict[str, list[list[str]]]:
    document = read_document(LIST.name, LIST.read_bytes())
    return cast("dict[str, list[list[str]]]", document.value)  # lists of pairs, by its form


def _same(left: str, right: str) -> bool:
    found = report(left, right)
    owner = {claim.id: claim.article_id for claim in found.claims}
    return any(
        one.relation is Relation.SAME and owner[one.left] != owner[one.right] for one in found.links
    )


def test_the_listed_pairs_are_told_apart() -> None:
    listed = _listed()
    joined = sum(_same(*pair) for pair in listed["same"])
    mistaken = sum(_same(*pair) for pair in listed["different"])
    assert joined + len(listed["different"]) - mistaken >= LEAST_RIGHT
    assert mistaken <= MOST_WRONG_SAME


def test_a_contrast_in_a_short_clause_need_not_stand_beside_the_figure() -> None:
    (left,), (right,) = (
        claims(f"The bank's {kind} profit in Delmar was 310 million pounds.")
        for kind in ("gross", "net")
    )
    assert contrast(left, right, WORDS) is not None


def test_a_frequency_parts_two_figures() -> None:
    monthly, annual = (
        claims(f"{kind} inflation in Delmar was 1.2 percent.") for kind in ("Monthly", "Annual")
    )
    right = tuple(one._replace(article_id="b") for one in annual)
    around = beside((*monthly, *right), WORDS)
    found = contrast(monthly[-1], right[-1], WORDS, around)
    assert found is not None
    assert found.example == "monthly / annual"


def test_who_stands_around_a_figure_does_not_part_it() -> None:
    (left,), (right,) = (
        claims(f"{who} said 12 people were killed in Delmar.") for who in ("Police", "Militants")
    )
    assert contrast(left, right, WORDS) is None


def test_the_entry_that_was_applied_is_shown() -> None:
    found = report("The party won 61 seats in Delmar.", "The party lost 61 seats in Delmar.")
    shown = [
        one.words for link in found.links for one in link.comparisons if one.slot == "contrast"
    ]
    assert shown == ["seats won / lost"]
