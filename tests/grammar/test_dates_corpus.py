from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.grammar import reading_dates as reading

import claimcheck.grammar.en

FOLDER = Path(claimcheck.grammar.en.__file__).parent
CORPORA = ("dates.corpus.yaml", "durations.corpus.yaml")


def _corpus(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return found


def _spellings() -> Iterator[tuple[date, str, str]]:
    for name in CORPORA:
        corpus = _corpus(name)
        for value, lines in corpus["values"].items():
            for line in lines:
                yield corpus["anchor"], str(value), line


def _silent() -> Iterator[tuple[date, str]]:
    for name in CORPORA:
        corpus = _corpus(name)
        for line in corpus["nothing"]:
            yield corpus["anchor"], line


@pytest.mark.parametrize(("day", "value", "line"), list(_spellings()))
def test_a_spelling_of_the_corpus_has_its_value_and_extent(
    day: date, value: str, line: str
) -> None:
    text = "In short, " + line.replace("[", "").replace("]", "")
    words = line[line.index("[") + 1 : line.index("]")]
    found = [(at, timex.value) for at, timex in reading.resolved(text, reading.on(day))]
    assert found == [(words, value)]


@pytest.mark.parametrize(("day", "line"), list(_silent()))
def test_what_the_corpus_calls_nothing_is_no_date(day: date, line: str) -> None:
    assert reading.resolved("In short, " + line, reading.on(day)) == []
