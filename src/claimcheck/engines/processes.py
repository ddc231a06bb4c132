"""Several processes, each with its own compiled lexicon; results keep the order of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.engines.fence import Broken, fenced
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction

_WORTH_A_PROCESS = 40  # articles below which starting a process costs more than it saves
_CHUNK = 16
_lexicon: Lexicon = {}


def extractions(
    articles: Sequence[Article], lexicon: Lexicon, jobs: int
) -> Iterator[Extraction | Broken]:
    """Extract articles on up to `jobs` processes; a few articles stay in this one."""
    workers = min(jobs, len(articles) // _WORTH_A_PROCESS)
    if workers < 2:
        yield from (fenced(article, lexicon) for article in articles)
        return
    # Only here: a run in one process starts without them.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("spawn")  # the same start everywhere, and no inherited state
    with ProcessPoolExecutor(workers, context, _start, (lexicon,)) as pool:
        yield from pool.map(_extract, articles, chunksize=_CHUNK)


def _start(lexicon: Lexicon) -> None:
    """Keep the lexicon of this worker; its compiled form follows with the first article."""
    _lexicon.update(lexicon)


def _extract(article: Article) -> Extraction | Broken:
    return fenced(article, _lexicon)
