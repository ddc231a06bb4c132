"""What the compact WordNet says of words, and that its bytes are the ones that were sealed."""

from __future__ import annotations

import hashlib
import pickle

import pytest

from claimcheck.rules.load import load_lexicon, shipped
from claimcheck.text.wordnet import PERSON, WordNet

LEXICON = load_lexicon()
NET = WordNet(LEXICON["wordnet_table"])


def test_the_table_has_the_bytes_that_were_sealed() -> None:
    sealed = LEXICON["wordnet"]
    body = shipped("rules", sealed["file"]).read_bytes()
    assert hashlib.sha256(body).hexdigest() == sealed["sha256"]
    assert 2_000_000 < len(body) < 6_000_000


def test_every_line_is_found_from_the_first_to_the_last() -> None:
    body = shipped("rules", LEXICON["wordnet"]["file"]).read_text("ascii").splitlines()
    assert body == sorted(body)
    lemmas = [line.split(" ")[0] for line in body if line[0] != "~"]
    assert all(NET.kinds(lemma) for lemma in (lemmas[0], *lemmas[::997], lemmas[-1]))


@pytest.mark.parametrize(
    ("lemma", "kinds"),
    [("killing", "na"), ("fine", "arnv"), ("profit", "nv"), ("zzz", ""), ("", "")],
)
def test_the_parts_of_speech_of_a_word_come_most_used_first(lemma: str, kinds: str) -> None:
    assert sorted(NET.kinds(lemma)) == sorted(kinds)
    assert NET.kinds(lemma)[:1] == kinds[:1]


def test_words_of_one_synset_are_synonyms() -> None:
    assert "doctor" in NET.synonyms("physician", "n")
    assert "physician" not in NET.synonyms("physician", "n")
    assert NET.synonyms("physician", "v") == ()


def test_a_verb_leads_to_its_nouns_and_a_noun_to_its_verb() -> None:
    assert ("n", "deportation") in NET.derivations("deport")
    assert ("v", "deport") in NET.derivations("deportation")


def test_opposites_are_found() -> None:
    assert ("a", "undocumented") in NET.antonyms("documented")


def test_a_nurse_is_a_person_and_a_bridge_is_none() -> None:
    assert NET.is_a("nurse", "person", "n")
    assert not NET.is_a("bridge", "person", "n")
    assert NET.topic("nurse", "n") == PERSON
    assert "exile" in NET.hypernyms("refugee", "n")


@pytest.mark.parametrize("word", ["Ärzte", "two words", "a\nb", "~", "~n0000", "x" * 500])
def test_odd_words_are_unknown(word: str) -> None:
    assert NET.kinds(word) == ""
    assert NET.synonyms(word, "n") == ()


def test_an_empty_table_knows_nothing() -> None:
    assert WordNet(b"").kinds("kill") == ""


def test_the_table_passes_to_another_process_as_its_path() -> None:
    body = pickle.dumps(LEXICON["wordnet_table"])
    assert len(body) < 1_000
    assert WordNet(pickle.loads(body)).kinds("kill") == "vn"  # noqa: S301 - our own bytes
