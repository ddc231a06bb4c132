"""PDF files, by the extra [pdf]: pages to text in a child process; lines count through the pages.

A PDF has no lines of its own: line and column are those of the text that the pages yield.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, SourceMap, wide
from claimcheck.readers.invisible import hidden_at, visible
from claimcheck.readers.kept import line_starts, whole
from claimcheck.readers.pdf_pages import SECONDS
from claimcheck.readers.plain import content_id
from claimcheck.readers.source import Source

_CHILD = (sys.executable, "-m", "claimcheck.readers.pdf_pages")


def read_pdf(source: Source) -> list[Article]:
    """Read a .pdf file: one article.

    Raises: ReaderError E017 without the extra, E014 for a file that cannot be read, E002 for pages
    without text.
    """
    if find_spec("pypdf") is None:
        remedy = "pip install 'claimcheck[pdf]'"
        raise ReaderError("E017", source.path, "a PDF, which needs the extra", remedy)
    if not source.content.startswith(b"%PDF-"):
        raise ReaderError("E014", source.path, "not a PDF", "give it its own suffix")
    pages = _pages(source)
    text = whole("\n".join(page.replace("\r\n", "\n").replace("\r", "\n") for page in pages))
    if not text.strip():
        problem = f"no text on any of {len(pages)} pages (scanned?)"
        raise ReaderError("E002", source.path, problem, "give a PDF with text")
    kept = visible(text)
    return [
        Article(
            id=content_id(source.content),
            text=kept.text,
            path=source.path,
            source=SourceMap(kept.offsets, kept.sources, line_starts(text), wide=wide(text)),
            invisible=hidden_at(kept, text),
        )
    ]


def _pages(source: Source) -> list[str]:
    """Ask the child for the pages.

    Raises: ReaderError E014 for whatever goes wrong there.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, the file only as input
            _CHILD, input=source.content, capture_output=True, timeout=2 * SECONDS, check=True
        )
        return [str(page) for page in json.loads(done.stdout)]
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        remedy = "save it anew, or give its text"
        raise ReaderError("E014", source.path, "a PDF that cannot be read", remedy) from error
