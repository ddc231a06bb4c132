"""Who is said to have said it, and how firmly the text stands by it."""

from __future__ import annotations

import pytest
from tests.claims.slots import claim

from claimcheck.model.claim import Stance

SOURCES = (
    ("According to the health ministry, 310 people were infected.", "310", "the health ministry"),
    ("The flood closed 12 schools, according to the mayor.", "12", "the mayor"),
    ("The mayor said 40 homes burned.", "40", "The mayor"),
    ("About 5,200 families had fled, the UN said.", "5,200", "the UN"),
    ("“We lost 14 boats,” the harbour master told reporters.", "14", "the harbour master"),
    ("Figures from the port show 800 lorries crossed.", "800", "the port"),
    ("At least 12 people died, hospital officials said.", "12", "hospital officials"),
    ("Police said 40 homes burned.", "40", "Police"),
    ("Some 300 men fled, police said on Monday.", "300", "police"),
    (
        "A spokesman for the ministry told reporters that 90 tents were gone.",
        "90",
        "A spokesman for the ministry",
    ),
    ("“All 14 boats are lost,” said the harbour master.", "14", "the harbour master"),
    ("Rescuers on Tuesday said 31 miners were alive.", "31", "Rescuers"),
    ("The mayor, who lost his own house, said 40 homes burned.", "40", "The mayor"),
    ("Two men were held, according to the ministry and an envoy left.", "Two", "the ministry"),
    ("The king left and an envoy said 40 tents had come.", "40", "an envoy"),
    ("The ministry reported 846 new cases.", "846", "The ministry"),
    ("Residents say 30 shops burned, while police put the number at 12.", "30", "Residents"),
    ("Residents say 30 shops burned, while police put the number at 12.", "12", "police"),
    ("Shares fell 3% after the bank said it would cut 900 jobs.", "900", "the bank"),
    ("An officer who asked not to be named said five men were held.", "five", "An officer"),
    ("A study by the university found 44 wells dry.", "44", "A study by the university"),
    ("The toll is 60, officials from the port have confirmed.", "60", "officials from the port"),
)
UNSAID = (
    ("The minister would not deport 25,000 refugees.", "25,000"),
    ("Police did not arrest 20 students.", "20"),
    ("The fire burned 40 homes.", "40"),
    ("Crews found 14 bridges in ruins.", "14"),
    ("Factories added 21,000 jobs.", "21,000"),
    ("Shares fell 3% after the bank said it would cut 900 jobs.", "3%"),
    ("The storm put 300 boats out of use.", "300"),
)
STANCES = (
    ("Police did not arrest 20 students.", "20", Stance.DENIED),
    ("Officials denied that 300 prisoners had died.", "300", Stance.DENIED),
    ("The firm plans to hire 900 drivers.", "900", Stance.PLANNED),
    ("The firm will lay off 2,500 workers.", "2,500", Stance.PLANNED),
    ("The strike could close 25 schools.", "25", Stance.HYPOTHETICAL),
    ("If the dam broke, 2,000 homes would flood.", "2,000", Stance.HYPOTHETICAL),
    ("The fire burned 40 homes.", "40", Stance.ASSERTED),
    ("No fewer than 30 villages were flooded.", "30", Stance.ASSERTED),
    ("He would not deport 25,000 refugees who wait for visas.", "25,000", Stance.ASSERTED),
)


@pytest.mark.parametrize(("sentence", "figure", "source"), SOURCES)
def test_a_named_source_is_found(sentence: str, figure: str, source: str) -> None:
    found = claim(sentence, figure).attribution
    assert found is not None
    assert found.source == source
    assert sentence[found.span.start : found.span.end] == source


@pytest.mark.parametrize(("sentence", "figure"), UNSAID)
def test_a_sentence_that_names_no_source_has_none(sentence: str, figure: str) -> None:
    assert claim(sentence, figure).attribution is None


@pytest.mark.parametrize(("sentence", "figure", "stance"), STANCES)
def test_the_verb_and_what_stands_before_it_decide_the_stance(
    sentence: str, figure: str, stance: Stance
) -> None:
    assert claim(sentence, figure).stance is stance
