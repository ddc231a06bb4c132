"""Which pairs answer the same question, and what the others are to each other."""

from __future__ import annotations

import pytest
from tests.linking.pairs import RULES, WORDS, claims, links, relations, report, tales

from claimcheck.linking.comparisons import Scale
from claimcheck.linking.comparisons import compare as compare_slots
from claimcheck.linking.contrasts import contrast
from claimcheck.linking.crowd import Crowds
from claimcheck.linking.rarity import Rarity
from claimcheck.linking.stories import Nearness
from claimcheck.model.article import Article
from claimcheck.model.link import Relation

SAME = (
    ("A ferry fire off Zadar killed 43 people.", "The ferry fire off Zadar killed 41 people."),
    ("A ferry fire off Zadar killed 43 people.", "The Zadar ferry fire left 43 people dead."),
    ("Italy deported 90,000 Tunisians.", "In all, 90,000 Tunisians were sent back by Italy."),
    ("Police in Oslo arrested 27 students.", "Oslo police took 27 students into custody."),
    ("The US admitted 20,000 Haitian refugees.", "American officials admitted 20,000 Haitians."),
    ("The Delmar mine is 900 metres deep.", "The Delmar mine has a depth of 900 metres."),
    ("The Delmar bridge opened on 4 May 2021.", "On 4 May 2021 the Delmar bridge was opened."),
)
CONTRASTS = (
    ("The ferry fire killed 43 people.", "The ferry fire injured 43 people."),
    ("The ferry fire left 43 dead.", "The ferry fire left 43 hurt."),
    ("The camp returned 700 families.", "At the camp 700 families are waiting for visas."),
    ("Police arrested 27 students.", "Police released 27 students."),
    ("Revenue at the mill was 40 million euros.", "Profit at the mill was 40 million euros."),
    ("The storm destroyed 70 homes.", "The storm damaged 70 homes."),
    ("The council approved 400 permits.", "The council rejected 400 permits."),
    ("The party won 61 seats.", "The party lost 61 seats."),
    ("The attack wounded 40 people and killed 15.", "The attack killed 40 people."),
    ("The yard has 400 registered boats.", "The yard has 400 unregistered boats."),
)


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_question_in_two_outlets_is_the_same(left: str, right: str) -> None:
    found = report(left, right)
    assert Relation.SAME in {one.relation for one in found.links}


@pytest.mark.parametrize(("left", "right"), CONTRASTS)
def test_a_declared_contrast_vetoes(left: str, right: str) -> None:
    found = report(left, right)
    across = {one.id: one.article_id for one in found.claims}
    assert Relation.SAME not in {
        one.relation for one in found.links if across[one.left] != across[one.right]
    }


@pytest.mark.parametrize(("left", "right"), CONTRASTS[:3])
def test_a_contrast_holds_from_both_sides(left: str, right: str) -> None:
    (a, *_), (b, *_) = claims(left), claims(right)
    assert contrast(a, b, WORDS) is not None
    assert contrast(a, b, WORDS) == contrast(b, a, WORDS)
    assert contrast(a, a, WORDS) is None


@pytest.mark.parametrize(("left", "right"), [*SAME, *CONTRASTS])
def test_the_weights_do_not_depend_on_the_side(left: str, right: str) -> None:
    articles = [Article.from_text(text, id=key) for key, text in (("a", left), ("b", right))]
    scale = Scale(WORDS, Rarity([], 8, 300), tales(articles), Crowds((), WORDS), {})
    for one in claims(left):
        for two in claims(right):
            other = two._replace(article_id="b")
            if (one.mention.quantity is None) is not (other.mention.quantity is None):
                continue
            there = [(c.slot, c.level, c.weight) for c in compare_slots(one, other, scale)]
            back = [(c.slot, c.level, c.weight) for c in compare_slots(other, one, scale)]
            assert there == back


def test_two_numbers_of_one_sentence_are_not_the_same() -> None:
    found = report("The city of Delmar bought 12 buses for the north and 14 buses for the south.")
    assert relations(found, "12", "14") == set()


def test_a_part_beside_its_whole_is_linked_as_a_part() -> None:
    found = report("The storm killed more than 50 people, including 12 guards.")
    assert relations(found, "50", "12") == {Relation.HAS_PART}


def test_a_part_before_its_whole_is_linked_as_a_part() -> None:
    found = report("The crash killed 9 of the 14 riders.")
    assert relations(found, "9", "14") == {Relation.PART_OF}


def test_a_narrower_count_is_no_rival_of_the_wider_one() -> None:
    found = report(
        "Delmar hosts 800,000 foreigners.", "Delmar hosts 300,000 undocumented foreigners."
    )
    assert Relation.SAME not in relations(found, "800,000", "300,000")


def test_a_change_is_not_the_level_it_leads_to() -> None:
    found = report(
        "Sales at Delmar Mills rose by 20 million euros.",
        "Sales at Delmar Mills were 20 million euros.",
    )
    assert Relation.SAME not in relations(found, "20", "20")


def test_a_sentence_printed_twice_links_to_itself_once() -> None:
    lead = "The harbour board will dismiss 340 dockers before winter after the crane deal failed."
    found = report(f"Jobs at risk\n\n{lead}\n\nA strike looms.\n\n{lead}\n")
    assert relations(found, "340", "340") == {Relation.SAME}
    (link,) = links(found, "340", "340")
    assert [one.slot for one in link.comparisons] == ["repeat"]


def test_shown_weights_add_up_to_the_match_weight() -> None:
    found = report(*SAME[0])
    assert found.links
    for one in found.links:
        assert one.match_weight == sum(shown.weight for shown in one.comparisons)


STORY = (
    "The ferry left Zadar for Ancona at dawn. Captain and crew of the Marjan fought the flames "
    "off Ugljan for hours, said the Croatian coast guard in Zadar. Divers from Split and Sibenik "
    "searched the hull of the Marjan. {} The minister flew from Zagreb to Zadar, where the "
    "Marjan was towed past Ugljan and Pasman at night. Ancona sent two tugs."
)
OTHER = (
    "The mine at Copiapo in Chile closed at noon. The Chilean navy flew drills from Santiago and "
    "Antofagasta to the Atacama. Relatives from Caldera kept watch near Copiapo. {} The president "
    "came from Santiago to Copiapo, and Antofagasta sent doctors over the Atacama road to Caldera. "
    "By night the pumps of the Copiapo mine were still running."
)
DRY = "It rained on the camp all day."
TOLL = "Rescuers said {} people were killed in the fire."


def test_articles_on_one_event_are_one_story_and_others_are_not() -> None:
    texts = {
        "a": STORY.format("It rained."),
        "b": STORY.format(TOLL),
        "c": OTHER.format("It rained on the camp all day."),
    }
    articles = [Article.from_text(text, id=key) for key, text in texts.items()]
    told = tales(articles)
    assert told.nearness("a", "b") is told.nearness("b", "a") is Nearness.SAME
    assert told.nearness("a", "c") is told.nearness("c", "a") is Nearness.OTHER
    assert sorted(key for story in told.stories for key in story.articles) == ["a", "b", "c"]


def test_a_bare_toll_links_inside_its_story_only() -> None:
    inside = report(STORY.format(TOLL.format(43)), STORY.format(TOLL.format(47)))
    outside = report(STORY.format(TOLL.format(43)), OTHER.format(TOLL.format(47)))
    assert relations(inside, "43", "47") == {Relation.SAME}
    assert Relation.SAME not in relations(outside, "43", "47")


def test_a_text_too_short_to_tell_belongs_to_no_story() -> None:
    told = tales([Article.from_text("Forty homes burned.", id="a")])
    assert told.stories == ()
    assert told.story_of("a") == ""


def test_the_rules_hold_a_weight_for_every_level_used() -> None:
    slots = RULES.lexicon["weights"]["slots"]
    assert slots["head"]["same"] > 0 > slots["head"]["other"]
    assert slots["frame"]["same"] > slots["frame"]["unknown"] == 0
    assert slots["story"]["same"] > 0 > slots["story"]["other"]
