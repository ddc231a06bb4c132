from __future__ import annotations

from claimcheck.text.pos import PartsOfSpeech

POS = PartsOfSpeech("flood nv\nkill vn\nlarge an\nquick a\nstop vn\nsend v", {"send": ["sent"]})


def test_a_known_lemma_gives_its_kinds_most_used_first() -> None:
    assert POS.kinds("flood") == "nv"
    assert POS.kinds("large") == "an"


def test_endings_lead_back_to_the_lemma() -> None:
    assert POS.kinds("killed") == "v"
    assert POS.kinds("stopped") == "v"
    assert POS.kinds("sent") == "v"
    assert POS.kinds("quickly") == "r"
    assert POS.kinds("larger") == "a"


def test_an_unknown_word_is_a_noun() -> None:
    assert POS.kinds("zorblax") == "n"
    assert not POS.may_be("zorblax", "v")
