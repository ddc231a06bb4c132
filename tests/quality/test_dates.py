from __future__ import annotations

import hashlib

import pytest
from tests.quality import dates

from claimcheck.grammar.parser import Grammar, compile_grammar
from claimcheck.rules.load import load_lexicon

pytestmark = pytest.mark.skipif(not dates.SUITES.is_dir(), reason=dates.ABSENT)

# Floors only rise, on the data whose digest stands beside them.
DIGESTS = {
    "meantime": "68d85d05f2dfe017",
    "recognizers": "1b66f518620ee852",
    "duckling": "8550d5c6bc650552",
}
FLOORS = {
    "meantime": {"strict": 91.5, "relaxed": 95.0, "value": 89.0},
    "recognizers": {"strict": 73.0, "relaxed": 93.0, "value": 76.0},
    "duckling": {"strict": 70.0, "relaxed": 97.0, "value": 48.5},
    "seeds": {"strict": 96.0, "relaxed": 96.0, "value": 96.0},
}


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return compile_grammar(load_lexicon())


@pytest.mark.parametrize("name", sorted(DIGESTS))
def test_the_floors_are_of_these_very_data(name: str) -> None:
    content = (dates.SUITES / f"{name}.jsonl").read_bytes()
    assert DIGESTS[name] == hashlib.sha256(content).hexdigest()[:16]


@pytest.mark.parametrize(("name", "floor"), [("recognizers", 95.0), ("duckling", 99.0)])
def test_what_suits_news_in_a_suite_of_an_assistant_is_read(
    name: str, floor: float, grammar: Grammar
) -> None:
    tally = dates.tally(name, grammar, dates.unsuited())
    assert tally.f1(tally.value) >= floor


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_suite_of_dates_stays_above_its_floor(name: str, grammar: Grammar) -> None:
    tally = dates.tally(name, grammar)
    got = {
        "strict": tally.f1(tally.strict),
        "relaxed": tally.f1(tally.relaxed),
        "value": tally.f1(tally.value),
    }
    assert {key: figure for key, figure in got.items() if figure < FLOORS[name][key]} == {}
