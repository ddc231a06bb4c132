"""One article behind a fence: what breaks on it is kept as text and stops no other article."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from claimcheck import pipeline
from claimcheck.errors import ClaimcheckError
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction

T = TypeVar("T")
Then = Callable[[Extraction, Lexicon], T]
"""What is made of an extraction where it was read; a function of a module, to reach a process."""


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


def itself(extraction: Extraction, _lexicon: Lexicon) -> Extraction:
    """Make nothing else of an extraction."""
    return extraction


def fenced(article: Article, lexicon: Lexicon, then: Then[T]) -> T | Broken:
    """Extract an article and make something of it, or say what broke."""
    try:
        return then(pipeline.extract(article, lexicon), lexicon)
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
