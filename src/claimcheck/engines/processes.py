"""Several processes, each with its own compiled lexicon; results keep the order of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from claimcheck.engines.fence import Broken, T, Then, fenced, itself
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction

_WORTH_A_PROCESS = 40  # articles below which starting a process costs more than it saves
_CHUNK = 16
_work: list[tuple[Lexicon, Then[object]]] = []  # of a worker: what it was started with


def extractions(
    articles: Sequence[Article], lexicon: Lexicon, jobs: int
) -> Iterator[Extraction | Broken]:
    """Extract articles on up to `jobs` processes; a few articles stay in this one."""
    return made(articles, lexicon, itself, jobs)


def made(
    articles: Sequence[Article], lexicon: Lexicon, then: Then[T], jobs: int
) -> Iterator[T | Broken]:
    """Extract articles so and make something of each, where it was read."""
    workers = min(jobs, len(articles) // _WORTH_A_PROCESS)
    if workers < 2:
        yield from (fenced(article, lexicon, then) for article in articles)
        return
    # Only here: a run in one process starts without them.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("spawn")  # the same start everywhere, and no inherited state
    with ProcessPoolExecutor(workers, context, _start, (lexicon, then)) as pool:
        yield from cast("Iterator[T | Broken]", pool.map(_do, articles, chunksize=_CHUNK))


def _start(lexicon: Lexicon, then: Then[object]) -> None:
    """Keep the work of this worker; the compiled lexicon follows with the first article."""
    _work.append((lexicon, then))


def _do(article: Article) -> object:
    return fenced(article, *_work[0])
