"""Which pairs are proposed at all."""

from __future__ import annotations

import pytest
from tests.linking.pairs import WORDS, claims

from claimcheck.linking.blocking import candidates, comparable, unit_class
from claimcheck.model.article import RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.mention import TimexRole

PROPOSED = (
    ("The fire killed 12 workers.", "Fourteen workers died in the fire."),
    ("The quake struck at a depth of 12 kilometers.", "It began 9 kilometers deep."),
    ("Police arrested 27 people.", "Officers took 30 people into custody."),
    ("The party won 61 seats.", "The party won 59 seats."),
    ("The Delmar bridge opened on 4 May 2021.", "The Delmar bridge opened on 6 May 2021."),
)
KEPT_APART = (
    ("The fire killed 12 workers.", "The fund grew by 12 percent."),
    ("The bridge cost 12 million euros.", "The bridge cost 12 million dollars."),
    ("The mine is 900 metres deep.", "The mine employs 900 people."),
    ("Twelve people came first.", "She was the twelfth person."),
)


def proposed(left: str, right: str) -> bool:
    both = (*claims(left), *(one._replace(article_id="b") for one in claims(right)))
    pairs, _ = candidates(both, WORDS)
    return any(both[i].article_id != both[j].article_id for i, j in pairs)


@pytest.mark.parametrize(("left", "right"), PROPOSED)
def test_two_figures_with_a_key_in_common_are_proposed(left: str, right: str) -> None:
    assert proposed(left, right)


@pytest.mark.parametrize(("left", "right"), KEPT_APART)
def test_figures_of_different_kinds_are_never_proposed(left: str, right: str) -> None:
    assert not proposed(left, right)


def test_pairs_are_ordered_and_made_once() -> None:
    both = tuple(
        one._replace(article_id=str(number))
        for number in range(4)
        for one in claims("The fire killed 12 workers in Lyon.")
    )
    pairs, skewed = candidates(both, WORDS)
    assert list(pairs) == sorted(set(pairs))
    assert all(i < j for i, j in pairs)
    assert skewed == ()


def test_page_furniture_is_never_compared() -> None:
    (claim,) = claims("The fire killed 12 workers.")
    assert comparable(claim)
    assert not comparable(claim._replace(region=RegionKind.BOILERPLATE))


def test_a_repeat_is_never_compared_by_itself() -> None:
    (claim,) = claims("The fire killed 12 workers.")
    assert not comparable(claim._replace(repeats="another"))


def test_an_ordinal_is_never_compared() -> None:
    assert not any(comparable(one) for one in claims("It was the third fire in the valley."))


@pytest.mark.parametrize(
    "role", [TimexRole.PUBLICATION, TimexRole.CRAWL, TimexRole.FOREIGN, TimexRole.AS_OF]
)
def test_a_date_that_tells_no_event_is_never_compared(role: TimexRole) -> None:
    (claim,) = claims("The Delmar bridge opened on 4 May 2021.")
    assert claim.mention.timex is not None
    mention = claim.mention._replace(timex=claim.mention.timex._replace(role=role))
    assert comparable(claim)
    assert not comparable(claim._replace(mention=mention))


def test_a_duration_is_no_date_of_an_event() -> None:
    dates = [one for one in claims("The strike lasted nine weeks.") if one.mention.quantity is None]
    assert not any(comparable(one) for one in dates)


def test_a_key_too_common_is_named_and_proposes_nothing() -> None:
    (one,) = claims("Police arrested 27 people.")
    most = WORDS.thresholds["block_most"]
    many = [_reworded(one, number) for number in range(most + 1)]
    pairs, skewed = candidates(many, WORDS)
    assert pairs == ()
    assert any("frame:arrest" in key for key in skewed)


def _reworded(claim: Claim, number: int) -> Claim:
    """Give a claim to another article, in a sentence of its own."""
    words = (*claim.measurand.words, f"word{number}")
    slots = claim.measurand._replace(words=words)
    return claim._replace(article_id=str(number), measurand=slots)


def test_the_hundredth_copy_of_a_sentence_is_compared_with_the_first_only() -> None:
    (one,) = claims("Police arrested 27 people near the harbour of Delmar after the match.")
    copies = [one._replace(article_id=str(number), id=f"c{number}") for number in range(100)]
    pairs, _ = candidates(copies, WORDS)
    assert len(pairs) < 2 * len(copies)
    assert (0, 99) in pairs
    assert (98, 99) not in pairs


def test_people_are_one_class_whatever_they_are_called() -> None:
    kinds = {
        unit_class(claims(f"The fire hurt 12 {people}.")[0], WORDS)
        for people in ("workers", "people", "passengers", "nurses")
    }
    assert kinds == {"people"}
