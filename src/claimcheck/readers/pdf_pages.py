"""The child process that reads a PDF: bytes on standard input, its pages as JSON on the output.

The library meets hostile files here, under limits, and not in the process that does the work.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Final

MEMORY: Final = 2**30
SECONDS: Final = 20
MOST_PAGES: Final = 500
MOST_CHARACTERS: Final = 5 * 2**20


def pages(content: bytes) -> list[str]:
    """Give the text of each page."""
    from pypdf import PdfReader  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 - an extra

    found: list[str] = []
    for page in PdfReader(io.BytesIO(content)).pages[:MOST_PAGES]:
        found.append(str(page.extract_text()))
        if sum(map(len, found)) > MOST_CHARACTERS:
            break
    return found


def _limit() -> None:
    """Bound memory and time, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    _limit()
    told = json.dumps(pages(sys.stdin.buffer.read()))
    sys.stdout.write(told)
