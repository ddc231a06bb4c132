from __future__ import annotations

import pytest

from claimcheck.text.stems import Stemmer

STEMMER = Stemmer({"send": ["sent"], "die": ["died", "dying", "dies"], "woman": ["women"]})


@pytest.mark.parametrize(
    ("forms", "stranger"),
    [
        (("reside", "resides", "resided", "residing"), "resist"),
        (("send", "sends", "sent", "sending"), "sand"),
        (("die", "died", "dying"), "dip"),
        (("expel", "expels", "expelled", "expelling"), "expect"),
        (("story", "stories", "story’s"), "store"),
        (("woman", "women", "woman's"), "man"),
        (("bus", "buses"), "but"),
        (("crash", "crashes", "crashed"), "crass"),
    ],
)
def test_the_forms_of_a_word_share_one_stem(forms: tuple[str, ...], stranger: str) -> None:
    stems = {STEMMER.stem(form) for form in forms}
    assert len(stems) == 1
    assert STEMMER.stem(stranger) not in stems


def test_short_words_stay_as_they_are() -> None:
    assert [STEMMER.stem(word) for word in ("", "us", "red", "is", "sing")] == [
        "",
        "us",
        "red",
        "is",
        "sing",
    ]
