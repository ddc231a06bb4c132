"""Pages of many kinds of site against the day each was published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from claimcheck.readers.html import read_html
from claimcheck.readers.source import Source

CORPUS = yaml.safe_load(Path(__file__).with_name("dated.corpus.yaml").read_text("utf-8"))
PAGES = CORPUS["pages"]


def dated(page: str) -> str:
    """Give the day a page is dated to, or its month where no day is known, or nothing."""
    for language, story in CORPUS["stories"].items():
        page = page.replace(f"{{{language}}}", story)
    (article,) = read_html(Source("a.html", page.encode()))
    published = article.published
    if published.best is not None:
        return str(published.best)
    return str(published.earliest or "")[:7]


@pytest.mark.parametrize("case", PAGES, ids=lambda case: case["name"])
def test_a_page_is_dated_as_its_readers_date_it(case: dict[str, Any]) -> None:
    assert dated(case["page"]) == str(case["day"])


def test_the_corpus_is_wide() -> None:
    assert len(PAGES) > 80
    assert len({case["name"] for case in PAGES}) == len(PAGES)
