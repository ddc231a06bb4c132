"""One article behind a fence: what breaks on it is kept as text and stops no other article."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck import pipeline
from claimcheck.errors import ClaimcheckError
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction


class Broken(NamedTuple):
    """An article that yielded nothing: a mistake in it, or a bug of ours in words.

    Words and not the exception, so that it passes from one process to another. `place` is the line
    of our code that failed, `trace` the whole traceback.
    """

    path: str
    mistake: ClaimcheckError | None
    kind: str = ""
    words: str = ""
    place: str = ""
    trace: str = ""


def fenced(article: Article, lexicon: Lexicon) -> Extraction | Broken:
    """Extract an article, or say what broke."""
    try:
        return pipeline.extract(article, lexicon)
    except ClaimcheckError as error:
        return Broken(article.path, error)
    except Exception as error:  # noqa: BLE001 - the fence: the command line tells it, exit code 3
        return _broken(article.path, error)


def _broken(path: str, error: Exception) -> Broken:
    import traceback  # noqa: PLC0415 - only when something broke

    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{last.filename.rsplit('/', 1)[-1]}:{last.lineno}"
    trace = "".join(traceback.format_exception(error))
    return Broken(path, None, type(error).__name__, str(error), place, trace)
