"""Clusters: the closure of links, cut by contrasts, named in the texts' words."""

from __future__ import annotations

from tests.linking.pairs import report

from claimcheck.linking.clusters import clusters
from claimcheck.model.link import Comparison, Link, Relation

FIRE = (
    "The ferry fire off Zadar killed 43 people.",
    "The ferry fire off Zadar killed 41 people.",
    "Forty-three people were killed by the ferry fire off Zadar.",
)
FOUND = report(*FIRE)
ARTICLES = {article.id: article for article in FOUND.articles}
KEYS = [claim.id for claim in FOUND.claims]


def link(left: int, right: int, weight: int = 900, *shown: Comparison) -> Link:
    relation = Relation.OTHER_SCOPE if shown else Relation.SAME
    return Link(KEYS[left], KEYS[right], relation, weight, shown)


CONTRAST = Comparison("contrast", "declared", "killed / injured", 0)


def test_claims_linked_through_a_third_are_of_one_cluster() -> None:
    (one,) = clusters([link(0, 1), link(1, 2)], FOUND.claims, ARTICLES)
    assert one.claims == tuple(KEYS)


def test_a_declared_contrast_cuts_the_weaker_link() -> None:
    links = [link(0, 1, 900), link(1, 2, 600), link(0, 2, 700, CONTRAST)]
    (one,) = clusters(links, FOUND.claims, ARTICLES)
    assert one.claims == (KEYS[0], KEYS[1])


def test_a_cluster_knows_what_it_is_a_part_of() -> None:
    found = report(
        "The storm off Zadar killed more than 50 sailors, including 12 guards from Pula.",
        "The storm off Zadar killed over 50 sailors, including 12 guards from Pula.",
    )
    names = {one.id: one for one in found.clusters}
    parts = [one for one in found.clusters if one.part_of]
    assert parts
    assert all(whole in names for one in parts for whole in one.part_of)


def test_a_cluster_is_named_in_the_words_of_a_text() -> None:
    (one,) = FOUND.clusters
    assert one.name == "people killed (Zadar)"


def test_a_cluster_of_dates_says_so() -> None:
    found = report(
        "The Delmar bridge opened on 4 May 2021.", "On 4 May 2021 the Delmar bridge was opened."
    )
    assert [one.name.split()[:3] for one in found.clusters] == [["date", "of", "opened"]]


def test_ids_are_hashes_of_content() -> None:
    assert [one.id for one in report(*FIRE).clusters] == [one.id for one in FOUND.clusters]
