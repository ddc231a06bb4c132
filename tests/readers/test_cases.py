"""Each case is a folder: a source as people have it, and what is read of it, line by line.

`python tests/readers/test_cases.py` writes what is read now; a person reads the difference.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from claimcheck.model.article import Article
from claimcheck.readers.read import read_paths

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/source.*"))
NUMBER = re.compile(r"[0-9][0-9.,]*")


def read(case: Path) -> list[Article]:
    (source,) = case.glob("source.*")
    reading = read_paths([str(source)])
    assert reading.errors == ()
    return list(reading.articles)


def seen(article: Article) -> dict[str, object]:
    """Give what a case states of an article; a number comes with its line and column."""
    numbers = NUMBER.finditer(article.text)
    places = [[found[0], *article.source.position(found.start())] for found in numbers]
    return {
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": str(article.published.best),
        "evidence": [proof.reason for proof in article.published.evidence],
        "encoding": article.encoding,
        "regions": [
            f"{region.kind}: {article.excerpt(region.span).strip()}" for region in article.regions
        ]
        or [article.text],
        "numbers": [f"{words} at {line}:{column}" for words, line, column in places],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_is_read_as_it_says(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text("utf-8"))
    assert [seen(article) for article in read(case)] == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_number_begins_where_the_file_has_it(case: Path) -> None:
    (source,) = case.glob("source.*")
    if source.suffix in {".docx", ".pdf"}:
        pytest.skip("its lines are those of the text that its pages or paragraphs yield")
    content = source.read_bytes()
    content = gzip.decompress(content) if source.suffix == ".gz" else content
    lines = content.decode().replace("\r\n", "\n").split("\n")
    for article in read(case):
        for found in NUMBER.finditer(article.text):
            line, column = article.source.position(found.start())
            assert lines[line - 1][column - 1] == found[0][0]


if __name__ == "__main__":
    for each in CASES:
        told = json.dumps([seen(one) for one in read(each)], ensure_ascii=False, indent=1)
        (each / "expected.json").write_text(told + "\n", "utf-8")
