"""An archive feeds linking: new articles against what is known, as if all were compared at once."""

from __future__ import annotations

from tests.linking.pairs import RULES, WORDS

from claimcheck import Article, extract
from claimcheck.linking.background import Background, Holders
from claimcheck.linking.blocking import candidates, keys, stems
from claimcheck.linking.link import Linked, link
from claimcheck.linking.profile import profile
from claimcheck.linking.rarity import Rarity
from claimcheck.linking.stories import Nearness, Tales, lookup_names
from claimcheck.model.claim import Claim
from claimcheck.model.link import Relation

FERRY = (
    "The ferry left Zadar for Ancona at dawn. Crew of the Marjan fought the flames off Ugljan for "
    "hours, said the Croatian coast guard in Zadar. Divers from Split and Sibenik searched the "
    "Marjan. Rescuers said {} people were killed in the fire. The minister flew from Zagreb to "
    "Zadar, where the Marjan was towed past Ugljan and Pasman at night. Ancona sent two tugs."
)
MINE = (
    "The mine at Copiapo in Chile closed at noon. The Chilean navy flew drills from Santiago and "
    "Antofagasta to the Atacama. Relatives from Caldera kept watch near Copiapo. Rescuers said {} "
    "people were killed in the fall of rock. The president came from Santiago to Copiapo, and "
    "Antofagasta sent doctors over the Atacama road to Caldera. By night the pumps were running."
)
DAY = "2024-05-10"
KNOWN = {"a": FERRY.format(43), "b": MINE.format(9), "c": MINE.format(11)}
ARTICLES = [
    Article.from_text(text, id=key, date=DAY)
    for key, text in (*KNOWN.items(), ("new", FERRY.format(47)))
]
FOUND = [extract(article, RULES) for article in ARTICLES]
CLAIMS = tuple(claim for one in FOUND for claim in one.claims)
PROFILES = [profile(one.article, WORDS) for one in FOUND]


def _owners(linked: Linked) -> list[tuple[str, str]]:
    owner = {claim.id: claim.article_id for claim in CLAIMS}
    return [(owner[one.left], owner[one.right]) for one in linked.links]


def test_a_focus_gives_just_the_links_that_touch_it() -> None:
    everything = link(PROFILES, CLAIMS, WORDS)
    near = link(PROFILES, CLAIMS, WORDS, focus={"new"})
    wanted = [one for one, pair in zip(everything.links, _owners(everything)) if "new" in pair]  # noqa: B905  made of each other
    assert list(near.links) == wanted != []
    assert len(wanted) < len(everything.links)


def test_a_focus_tells_just_the_stories_that_touch_it() -> None:
    near = link(PROFILES, CLAIMS, WORDS, focus={"new"})
    assert [story.articles for story in near.stories] == [("a", "new")]


def test_a_focus_on_everything_changes_nothing() -> None:
    everything = link(PROFILES, CLAIMS, WORDS)
    assert link(PROFILES, CLAIMS, WORDS, focus={"a", "b", "c", "new"}) == everything


def test_articles_an_archive_holds_in_one_story_are_not_compared_again() -> None:
    held = [
        one._replace(story="1" if one.article in ("a", "b") else "2", names={**one.names})
        for one in PROFILES[:3]
    ]
    near = link([*held, PROFILES[3]], CLAIMS, WORDS, focus={"new"})
    assert [story.articles for story in near.stories] == [("a", "b", "new")]


def _count(claims: tuple[Claim, ...]) -> Holders:
    words: dict[str, set[str]] = {}
    for claim in claims:
        for stem in stems(claim, WORDS):
            words.setdefault(stem, set()).add(claim.article_id)
    held = {stem: len(articles) for stem, articles in words.items()}
    return Holders(len({claim.article_id for claim in claims}), held)


def test_articles_that_are_not_at_hand_count_for_rarity() -> None:
    far = tuple(claim for claim in CLAIMS if claim.article_id in ("b", "c"))
    here = tuple(claim for claim in CLAIMS if claim not in far)
    names: dict[str, int] = {}
    for one in PROFILES[1:3]:
        for name in one.names:
            names[name] = names.get(name, 0) + 1
    known = Background(Holders(2, names), _count(far))
    fed = link([PROFILES[0], PROFILES[3]], here, WORDS, background=known, focus={"new"})
    assert fed.links == link(PROFILES, CLAIMS, WORDS, focus={"new"}).links


def test_rarity_counts_holders_elsewhere() -> None:
    here = [{"afghan", "visa"}, {"afghan"}]
    there = Rarity([*here, {"visa"}, {"flood"}], 4, 300)
    fed = Rarity(here, 4, 300, Holders(2, {"visa": 1, "flood": 1}))
    assert [fed(w) for w in ("afghan", "visa", "flood", "x")] == [
        there(w) for w in ("afghan", "visa", "flood", "x")
    ]


def test_candidates_share_a_public_key() -> None:
    pairs, _ = candidates(CLAIMS, WORDS)
    assert pairs
    for i, j in pairs:
        assert set(keys(CLAIMS[i], WORDS)) & set(keys(CLAIMS[j], WORDS))


def test_names_too_common_find_no_article() -> None:
    names = Background(Holders(900, {"zadar": 3, "croatian": 500}), Holders())
    looked_up = lookup_names(PROFILES[0], names)
    assert "croatian" not in looked_up
    assert looked_up[-1] == "zadar"


def test_a_block_is_large_by_what_an_archive_holds_of_it() -> None:
    near = link(PROFILES, CLAIMS, WORDS, focus={"new"})
    keys_ = {key for claim in CLAIMS for key in keys(claim, WORDS)}
    full = Background(blocks=dict.fromkeys(keys_, 900))
    fed = link(PROFILES, CLAIMS, WORDS, background=full, focus={"new"})
    owners = [set(pair) for pair in _owners(fed)]
    assert {"a", "new"} in owners
    assert len(fed.links) <= len(near.links)
    assert {"b", "new"} not in owners


UNRELATED = (
    "The bakers of Tolmin sold {} loaves at the spring fair. The mayor of Tolmin opened the fair "
    "with a speech on rye, and the band from Kobarid played until the rain came over the Soca. "
    "Visitors from Bovec and Cerkno filled the tents by the church in Tolmin. A jury from Kobarid "
    "tasted {} cakes. The fair of Tolmin returns in May, said the bakers of Bovec and Cerkno."
)


def test_unrelated_articles_change_no_link_but_by_rarity() -> None:
    more = [
        extract(Article.from_text(UNRELATED.format(200 + n, 3 + n), id=f"u{n}", date=DAY), RULES)
        for n in range(30)
    ]
    alone = link(PROFILES, CLAIMS, WORDS)
    among = link(
        [*PROFILES, *(profile(one.article, WORDS) for one in more)],
        (*CLAIMS, *(claim for one in more for claim in one.claims)),
        WORDS,
    )
    mine = {claim.id for claim in CLAIMS}
    assert not [one for one in among.links if (one.left in mine) is not (one.right in mine)]
    same = {(one.left, one.right) for one in alone.links if one.relation is Relation.SAME}
    still = {(o.left, o.right) for o in among.links if o.relation is Relation.SAME}
    assert same == {pair for pair in still if pair[0] in mine}


def test_two_short_texts_are_side_by_side_from_an_archive_as_from_a_folder() -> None:
    short = [
        Article.from_text(text, id=name, date=DAY)
        for name, text in (("old", "Police arrested 27 looters."), ("new", "27 looters arrested."))
    ]
    told = [profile(article, WORDS) for article in short]
    folder, archive = Tales(told, WORDS), Tales(told, WORDS, Background(), {"new"})
    assert folder.nearness("old", "new") is archive.nearness("old", "new") is Nearness.BESIDE
    larger = Background(stems=Holders(1, {"boat": 1}))
    assert Tales(told, WORDS, larger, {"new"}).nearness("old", "new") is Nearness.UNKNOWN
