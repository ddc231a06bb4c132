"""Which question a figure answers, slot by slot."""

from __future__ import annotations

import pytest
from tests.claims.slots import Case, claim, extracted, wrong

EVENTS = (
    Case("The UK accepted 12,000 migrants.", "12,000", frame="approve"),
    Case("The fire killed 12 workers in a warehouse near Lyon.", "12", "worker", "die"),
    Case("Twelve workers were killed by the fire.", "Twelve", "worker", "die"),
    Case("There were 24 deaths in Ohio.", "24", "death", "die", place="ohio"),
    Case("The storm destroyed 70 homes.", "70", "home", "destroy"),
    Case("In the storm 70 homes were destroyed.", "70", "home", "destroy"),
    Case("As of Monday, 310 patients had died.", "310", "patient", "die"),
    Case("Gunmen abducted 40 pupils from a school in Kaduna.", "40", "pupil", "kidnap"),
    Case("Forty pupils were abducted by gunmen.", "Forty", "pupil", "kidnap"),
    Case("The firm will lay off 2,500 workers.", "2,500", "worker", "layoff"),
    Case("About 9,000 sailors were sent back last year.", "9,000", "sailor", "return"),
    Case("The town is home to 40,000 people.", "40,000", "people", "reside"),
    Case("Some 700 families are still waiting for new homes.", "700", "family", "await"),
    Case("27 people were taken into custody on Tuesday.", "27", "people", "arrest"),
    Case("The ferry carried 90 goats.", "90", "goat", "verb:carry"),
    Case("The council counted 14 bridges in ruins.", "14", "bridge", "destroy"),
)
ELIDED = (
    Case("After the blast, 63 were hurt.", "63", "people", "injure"),
    Case("The ferry carried 90 passengers, and of them 12 died.", "12", "passenger", "die"),
    Case("Of the 90 passengers, 12 died.", "12", "passenger", "die", role="part"),
    Case("Some 800,000 foreigners, 300,000 of them unregistered, stay.", "300,000", "foreigner"),
    Case("Some 5,000 workers, of whom 900 are women, marched.", "900", "worker", role="part"),
    Case("Some 14 bridges were closed, nine of them for good.", "nine", "bridge", whole="bridge"),
    Case("Nine of the injured are children.", "Nine", "injured", "injure"),
    Case("The attack wounded 40 people and killed 15.", "15", "people", "die"),
    Case("Forty people were hurt and 15 killed.", "15", "people", "die"),
    Case("Two others were wounded.", "Two", "other", "injure"),
)
PARTS = (
    Case("The party won 61 of the 120 seats.", "61", "seat", "win", role="part", whole="seat"),
    Case("The party won 61 of the 120 seats.", "120", "seat", whole=""),
    Case("Crews repaired 9 of the 14 bridges.", "9", "bridge", "repair", role="part"),
    Case("The storm killed over 50 people, including 12 guards.", "12", "guard", role="part"),
    Case("The storm killed over 50 people, including 12 guards.", "50", "people", role="unknown"),
    Case("Among the dead were 4 children.", "4", "child", role="part"),
    Case("Two of the men were arrested.", "Two", "man", "arrest"),
)
PROPERTIES = (
    Case("The quake struck at a depth of 12 kilometers.", "12", "depth"),
    Case("The mine is 900 metres deep.", "900", "mine", kind="depth"),
    Case("The tower is 120 metres high and 30 metres wide.", "120", "tower", kind="height"),
    Case("The tower is 120 metres high and 30 metres wide.", "30", "tower", kind="width"),
    Case("Bread now costs 3 euros in Lagos.", "3", "bread", place="lago", kind="price"),
    Case("Unemployment stood at 7 percent in Spain.", "7", "unemployment", place="spain"),
    Case("Profit was 310 million euros on revenue of 4.1 billion euros.", "310", "profit"),
    Case("Profit was 310 million euros on revenue of 4.1 billion euros.", "4.1", "revenue"),
)
ROLES = (
    Case("Sales rose by 5% to 20 million euros.", "5%", "sale", role="change", kind="revenue"),
    Case(
        "Sales rose by 5% to 20 million euros.", "20 million", "sale", role="level", kind="revenue"
    ),
    Case("The deficit fell 3 percent.", "3", role="change"),
    Case("Unemployment stood at 7 percent in Spain.", "7", role="rate"),
    Case("The hall holds 900 guests.", "900", role="unknown"),
)
WHO_AND_WHERE = (
    Case(
        "Italy has deported 900 Tunisians since January.",
        "900",
        "tunisian",
        agent="italy",
        kind="people",
    ),
    Case("Italy has deported 900 Tunisians since January.", "900", words=("tunisia",)),
    Case("In Kenya, 44 people were rescued.", "44", "people", "rescue", place="kenya"),
    Case("Divers rescued 44 people in Kenya.", "44", "people", "rescue", place="kenya"),
    Case("The rebels freed 13 hostages.", "13", "hostage", "release", agent=""),
    Case("Some 40,000 people live in the town.", "40,000", "people", "reside", place=""),
)
LISTS = (
    Case("The city gave $3 million for training, $5 million for roads.", "$3", words=("train",)),
    Case("The city gave $3 million for training, $5 million for roads.", "$5", never=("train",)),
    Case("The attack wounded 40 people and killed 15.", "40", frame="injure", never=("kil",)),
    Case("It hurt 8 nurses, 3 doctors and 20 patients.", "3", "doctor", never=("nurs", "patient")),
)
NEGATED = (
    Case("The minister would not deport 25,000 refugees waiting for visas.", "25,000", "refugee"),
    Case("The minister would not deport 25,000 refugees waiting for visas.", "25", frame="await"),
    Case("They never arrested the 30 students who wait in the hall.", "30", frame="await"),
)
HEADLINES = (
    Case("Quake kills 24, injures 300 in mountain province", "24", "people", "die"),
    Case("Quake kills 24, injures 300 in mountain province", "300", "people", "injure"),
    Case("40 homes burned as wildfire nears town", "40", "home", "burn"),
    Case("Ferry disaster: 31 dead, 12 missing", "31", "people", "die"),
    Case("Ferry disaster: 31 dead, 12 missing", "12", "people", "miss"),
    Case("Profit up 12% at port operator", "12%", "profit", role="change"),
    Case("Steelmaker to cut 900 jobs", "900", "job"),
    Case("Volunteers fill 600 sandbags beside the weir. (Photo: agency)", "600", "sandbag"),
)
AFTER_THE_NOUN = (
    Case("The island has a population of 120,000.", "120,000", "population", "reside"),
    Case("Deaths rose to 24 on Monday.", "24", "death", "die", kind="people"),
    Case("The toll stood at 24.", "24", "toll", "die", kind="people"),
    Case("The death toll from the blast climbed to 31.", "31", "toll", "die"),
    Case("A crowd of 54,000 watched the final.", "54,000", "crowd", kind="people"),
    Case("The doctor counted 63 hurt.", "63", "people", "injure"),
    Case("Waiting lists have grown to 7 million.", "7 million", "list"),
)
GOING_BACK = (
    Case("After the blast, 63 were hurt and nine of them lost a hand.", "nine", "people"),
    Case("The other two were sent home.", "two", "people", "return"),
    Case("They sent back nearly 700,000.", "700,000", "people", "return"),
    Case("Fewer than 200 attended the meeting.", "200", "people"),
    Case("Some 3,000 candidates sat the exam; 62% passed.", "62%", "candidate"),
    Case("The rebels killed 12 guards and wounded 40.", "40", "guard", "injure"),
    Case("The ferry had 90 sailors aboard. Twelve of them died.", "Twelve", "sailor", role="part"),
    Case("There are 31 cases: 18 in Sofia, 7 in Plovdiv.", "7", "case", place="plovdiv"),
)
NOMINALS = (
    Case("The return of 12,000 refugees was delayed.", "12,000", "refugee", "return"),
    Case("The repatriation of 900 sailors began.", "900", "sailor", "return"),
    Case("The deportation of 300 people began at dawn.", "300", "people", "return"),
    Case("The group demands the release of 40 prisoners.", "40", "prisoner", "release"),
)
MENDED = (
    Case("Denmark's population is 5.9 million.", "5.9", "population", "reside", place="denmark"),
    Case("The mayor said 40 homes burned.", "40", "home", "burn"),
    Case("The toll includes 4 children.", "4", "child", role="part"),
)
STATED = (
    Case("Repairs came to nearly 40 million pounds.", "40 million", head="repair"),
    Case("Revenue came to $2.6 billion.", "$2.6 billion", head="revenue", frame="earn"),
    Case("Some 2,000 people came to the town in May.", "2,000", frame="arrive"),
    Case("Some 800 swimmers took part in the race.", "800", head="swimmer", frame="attend"),
    Case(
        "The town has 4,000 tenants who are not registered.",
        "4,000",
        words=("unregister",),
        never=("register",),
    ),
)
CASES = (
    *HEADLINES,
    *AFTER_THE_NOUN,
    *GOING_BACK,
    *NOMINALS,
    *MENDED,
    *EVENTS,
    *ELIDED,
    *PARTS,
    *PROPERTIES,
    *ROLES,
    *WHO_AND_WHERE,
    *LISTS,
    *NEGATED,
    *STATED,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.figure}: {case.sentence}")
def test_a_figure_answers_its_own_question(case: Case) -> None:
    assert wrong(case) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "The US admitted 20,000 refugees.",
        "The United States admitted 20,000 refugees.",
        "American officials admitted 20,000 refugees.",
    ],
)
def test_the_words_for_one_country_share_a_key(sentence: str) -> None:
    slots = claim(sentence, "20,000").measurand
    assert slots.agent == "united-states"
    assert slots.names == ("united-states",)


@pytest.mark.parametrize("sentence", ["Crews cleared 40 roads.", "The army cleared 40 roads."])
def test_a_plain_word_that_opens_a_sentence_is_no_name(sentence: str) -> None:
    slots = claim(sentence, "40").measurand
    assert (slots.agent, slots.names) == ("", ())


def test_a_date_is_about_the_event_of_its_verb() -> None:
    found = claim("The rebels seized the port on 9 March 2020.", "9 March").measurand
    assert found.frame == "invade"
    assert {"rebel", "port"} <= set(found.modifiers)


def test_a_launch_is_dated_by_its_own_verb() -> None:
    text = "The probe Rover, launched on 3 June 2017, weighs two tonnes."
    assert claim(text, "3 June").measurand.frame == "launch"


def test_the_name_of_a_month_is_no_event() -> None:
    frames = {one.measurand.frame for one in extracted("On 9 March 2020 it rained.").claims}
    assert "protest" not in frames


def test_the_spans_of_slots_slice_back_to_their_words() -> None:
    text = "The fire killed 12 workers near Lyon."
    found = dict(claim(text, "12").measurand.spans)
    assert {name: text[span.start : span.end] for name, span in found.items()} == {
        "head": "workers",
        "frame": "killed",
    }
