"""Web pages a second: parse, day of publication and body, on pages made from a fixed seed.

`python bench/readers.py [FOLDER]`; without a folder of .html files it makes pages of 100 KB as news
sites build them: head tags, scripts, menus, a story, teasers, comments. One core.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

from claimcheck.errors import ReaderError
from claimcheck.readers.html import read_html
from claimcheck.readers.source import Source
from corpus import articles

PAGES = 20
SIZE = 100_000
_ROUNDS = 3


def made_pages(count: int, seed: int = 7) -> list[bytes]:
    """Make pages of about 100 KB."""
    draw = random.Random(seed)  # noqa: S311 - pages for a benchmark, not a secret
    return [_page(text.text, draw).encode() for text in articles(count)]


def _page(story: str, draw: random.Random) -> str:
    day = f"2021-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
    paragraphs = "".join(f"<p>{line}</p>\n" for line in story.split("\n") if line)
    head = f'<meta property="article:published_time" content="{day}T08:00:00Z">' + "".join(
        f'<meta name="field-{number}" content="{draw.random()}">' for number in range(40)
    )
    script = "".join(f"var v{number} = {draw.random()};\n" for number in range(2_200))
    body = f'<article class="story"><h1>Crates move</h1>{paragraphs}</article>'
    page = f"<html><head>{head}<script>{script}</script></head><body>{body}"
    number = 0
    while len(page) < SIZE:
        number += 1
        page += (
            f'<div class="teaser col-{number % 4}" data-id="{draw.randint(1, 9999)}">\n'
            f'  <a class="link" href="/news/{draw.randint(1, 9999)}"><img src="/i/{number}.jpg">'
            f'<span class="title">Headline of another story {number}</span></a>\n'
            f'  <ul><li><b>{number}</b></li><li><a href="/x">more</a></li></ul></div>\n'
        )
    return f"{page}</body></html>"


def pages_a_second(pages: list[bytes]) -> float:
    """Read all pages and give how many a second of processor time, the best of three rounds."""
    best = float("inf")
    for _ in range(_ROUNDS):
        begun = time.process_time()
        for page in pages:
            try:
                read_html(Source("a.html", page))
            except ReaderError:
                continue
        best = min(best, time.process_time() - begun)
    return len(pages) / best


def table() -> str:
    """Give the table of docs/benchmarks.md."""
    pages = made_pages(PAGES)
    size = sum(map(len, pages)) // len(pages) // 1_000
    tags = sum(page.count(b"<") for page in pages) // len(pages)
    return (
        "| pages | KB each | tags each | pages a second |\n|---|---:|---:|---:|\n"
        f"| made from a seed | {size} | {tags:,} | {pages_a_second(pages):.0f} |"
    )


def main() -> None:
    """Print the table, or the speed on a folder."""
    if len(sys.argv) > 1:
        found = [path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.html"))]
        print(f"{len(found)} pages, {pages_a_second(found):.0f} a second")
    else:
        print(table())


if __name__ == "__main__":
    main()
