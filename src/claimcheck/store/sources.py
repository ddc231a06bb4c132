"""Where an archived article came from: how it is known again when it is read again."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from claimcheck.model.article import Article

STDIN = "-"


class Source(NamedTuple):
    """The file of an article as the archive writes it, which of its articles, and the address.

    Paths are relative to the folder of the archive, so that both can move together; bytes, since
    file names may be no text.
    """

    path: bytes
    part: str
    address: str


def sources(articles: Sequence[Article], archive: str) -> list[Source]:
    """Give the source of each article of a run; of a file of many, the id tells which it is."""
    together = Counter(article.path for article in articles)
    return [
        Source(
            path_from(archive, article.path),
            article.id if together[article.path] > 1 or article.path == STDIN else "",
            _own_address(article.url),
        )
        for article in articles
    ]


def path_from(archive: str, path: str) -> bytes:
    """Write a path relative to the folder of an archive."""
    if path == STDIN:
        return STDIN.encode()
    there = os.path.abspath(path)  # noqa: PTH100 - links stay as they are named
    with suppress(ValueError):  # another drive
        there = os.path.relpath(there, _folder(archive))
    return os.fsencode(there.replace(os.sep, "/"))


def path_to(archive: str, path: bytes) -> str:
    """Give a stored path as it is reached from here."""
    name = os.fsdecode(path)
    if name == STDIN:
        return name
    return os.path.normpath(os.path.join(os.path.dirname(archive), name))  # noqa: PTH118, PTH120 - as above


def _folder(archive: str) -> str:
    return os.path.dirname(os.path.abspath(archive))  # noqa: PTH100, PTH120 - as above


def _own_address(url: str | None) -> str:
    """Give an address that names one page: more than a site."""
    if not url:
        return ""
    _, _, rest = url.partition("://")
    page = rest.partition("/")[2]
    return url if page.strip("/") else ""
