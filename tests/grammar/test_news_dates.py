from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from tests.grammar import reading_dates as reading

_MARKED = re.compile(r"\[(?P<words>[^\]|]+)\|(?P<value>[^\]]+)\]")


def _sentences() -> list[tuple[date, str]]:
    path = Path(__file__).with_name("news_dates.yaml")
    days: list[dict[str, object]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    out: list[tuple[date, str]] = []
    for day in days:
        written, says = day["written"], day["says"]
        assert isinstance(written, date)
        assert isinstance(says, list)
        out.extend((written, str(line)) for line in says)
    return out


@pytest.mark.parametrize(("written", "marked"), _sentences())
def test_a_sentence_of_news_has_these_dates_and_no_other(written: date, marked: str) -> None:
    text = _MARKED.sub(lambda found: found["words"], marked)
    expected = [(found["words"], found["value"]) for found in _MARKED.finditer(marked)]
    found = [(words, timex.value) for words, timex in reading.resolved(text, reading.on(written))]
    assert found == expected
