"""Read articles from paths: the one door for files, folders and standard input."""

from __future__ import annotations

import errno
import os
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import PurePath
from typing import BinaryIO, Final, NamedTuple

from claimcheck.errors import ReaderError
from claimcheck.model.article import AnchorHow, Article
from claimcheck.model.report import Skipped
from claimcheck.readers.discover import discover, no_article
from claimcheck.readers.fetch import fetch, fetch_stream, too_large, unreadable
from claimcheck.readers.json_file import read_json
from claimcheck.readers.jsonl import read_jsonl
from claimcheck.readers.markdown import read_markdown
from claimcheck.readers.packed import unpack
from claimcheck.readers.plain import on_day, read_plain
from claimcheck.readers.source import Limits, Source

Reader = Callable[[Source], Sequence[Article | ReaderError]]


def _html(source: Source) -> Sequence[Article | ReaderError]:
    from claimcheck.readers.html import read_html  # noqa: PLC0415 - 30 ms that few runs need

    return read_html(source)


def _xml(source: Source) -> Sequence[Article | ReaderError]:
    from claimcheck.readers.xml import read_xml  # noqa: PLC0415 - as above

    return read_xml(source)


def _docx(source: Source) -> Sequence[Article | ReaderError]:
    from claimcheck.readers.docx import read_docx  # noqa: PLC0415 - as above

    return read_docx(source)


def _pdf(source: Source) -> Sequence[Article | ReaderError]:
    from claimcheck.readers.pdf import read_pdf  # noqa: PLC0415 - as above

    return read_pdf(source)


def _warc(source: Source) -> Sequence[Article | ReaderError]:
    from claimcheck.readers.warc import read_warc  # noqa: PLC0415 - as above

    return read_warc(source)


READERS: Final[dict[str, Reader]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".jsonl": read_jsonl,
    ".json": read_json,
    ".html": _html,
    ".htm": _html,
    ".xml": _xml,
    ".rss": _xml,
    ".atom": _xml,
    ".docx": _docx,
    ".pdf": _pdf,
    ".warc": _warc,
}
MANY: Final = frozenset(
    {".jsonl", ".warc"}
)  # formats in which the byte limit holds for a line, not a file
PACKED: Final = ".gz"  # in front of any of them: a.html.gz
_LARGER: Final = {
    ".html": 2,
    ".htm": 2,
    ".docx": 4,
    ".pdf": 4,
}  # most of a page is markup, or pictures
STDIN: Final = "-"
DEFAULTS: Final = Limits()
# What only says "this is no article": expected in a folder, an error in a path that was named.
# Formats that hold other things more often than articles: in a folder, such a file is only counted.
_OTHER: Final = {
    ".json": frozenset({"E002", "E011", "E015"}),
    ".xml": frozenset({"E002", "E011", "E015"}),
}
EMPTY: Final = "E002"
_NO_ARTICLE: Final = frozenset({"E002", "E003", "E006", "E008", "E010", "E015"})


class Reading(NamedTuple):
    """What was read.

    `errors` are inputs that should have been read and were not, `skipped` files of a folder that
    turned out to be no articles, `left_out` counts files never opened by kind (".json", "hidden").
    """

    articles: tuple[Article, ...]
    errors: tuple[ReaderError, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def unread(self) -> tuple[Skipped, ...]:
        """Give errors and skipped files alike, for the report."""
        failed = (
            Skipped(e.place, e.code, "; ".join(filter(None, (e.problem, e.remedy))))
            for e in self.errors
        )
        return (*failed, *self.skipped)


def read_paths(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    limits: Limits = DEFAULTS,
    published: date | None = None,
) -> Reading:
    """Read every article of files, folders and `-`, in the order of their paths.

    `published` is the day the user says all of them appeared; it wins over what the files say.
    Nothing is raised for an input that cannot be read: the others are read, and it is in `errors`.
    """
    discovery = discover([path for path in paths if path != STDIN], (*READERS, PACKED))
    entries: list[Article | ReaderError] = []
    skipped: list[Skipped] = []
    other: Counter[str] = Counter()
    seen: set[tuple[int, int]] = set()
    for found in discovery.files:
        try:
            entries += _file(found.path, limits, seen)
        except ReaderError as error:
            if not found.named and error.code in _OTHER.get(_suffix(found.path), ()):
                other[_suffix(found.path)] += 1
            elif found.named or error.code not in _NO_ARTICLE:
                entries.append(error)
            else:
                skipped.append(_as_skipped(error))
    if discovery.files and not entries and not skipped and STDIN not in paths:
        entries.append(
            no_article(paths[0], (*READERS, PACKED), other + Counter(dict(discovery.left_out)))
        )
    if STDIN in paths:
        try:
            entries += _stdin(stdin, stdin_filename, limits)
        except ReaderError as error:
            entries.append(error)
    articles = [entry for entry in entries if isinstance(entry, Article)]
    errors = [entry for entry in entries if isinstance(entry, ReaderError)]
    records = {file.path for file in discovery.files if not file.named}
    articles, repeated = _without_records(articles, records)
    if published is not None:
        anchor = on_day(published, AnchorHow.GIVEN, f"given: {published}")
        articles = [article._replace(published=anchor) for article in articles]
    return Reading(
        _distinct(articles),
        (*discovery.errors, *errors),
        (*skipped, *repeated),
        tuple(sorted((other + Counter(dict(discovery.left_out))).items())),
    )


def _file(path: str, limits: Limits, seen: set[tuple[int, int]]) -> Sequence[Article | ReaderError]:
    """Read one file, unless the same file was read under another path."""
    if not os.path.lexists(path):  # a mistyped name, before the suffix it may have come by
        raise unreadable(path, FileNotFoundError(errno.ENOENT, ""))
    suffix, reader = _reader(path)
    limit = limits.max_file_bytes if suffix in MANY else limits.max_bytes * _LARGER.get(suffix, 1)
    fetched = fetch(path, limit)
    if (fetched.device, fetched.inode) in seen:
        return ()
    seen.add((fetched.device, fetched.inode))
    packed = _suffix(path) == PACKED
    most = limit // 2 if suffix in MANY else limit  # packed and unpacked are in memory together
    content = unpack(fetched.content, path, most) if packed else fetched.content
    return reader(Source(path, content, limits))


def _stdin(
    stream: BinaryIO | None, filename: str | None, limits: Limits
) -> Sequence[Article | ReaderError]:
    """Read standard input as the named file would be; without a name, its first sign decides.

    Raises: ReaderError E001, E004, E010, and what the reader raises.
    """
    path = filename or STDIN
    if stream is None:
        raise ReaderError("E001", path, "no standard input")
    content = fetch_stream(stream, path, limits.max_file_bytes)
    if _suffix(path) == PACKED:
        content = unpack(content, path, limits.max_file_bytes // 2)
    looks_like_json = not filename and content.lstrip()[:1] == b"{"
    suffix, reader = _reader("-.jsonl" if looks_like_json else path)
    if suffix not in MANY and len(content) > limits.max_bytes * _LARGER.get(suffix, 1):
        raise too_large(path, len(content), limits.max_bytes)
    return reader(Source(path, content, limits))


def _reader(path: str) -> tuple[str, Reader]:
    """Choose the reader by suffix; a name without one is plain text.

    Raises: ReaderError E010 for a suffix that no reader knows.
    """
    suffix = _suffix(path.lower().removesuffix(PACKED)) or ".txt"
    reader = READERS.get(suffix)
    if reader is None:
        raise ReaderError("E010", path, f"no reader for {suffix}", f"known: {', '.join(READERS)}")
    return suffix, reader


def _suffix(path: str) -> str:
    return PurePath(path).suffix.lower()


def _as_skipped(error: ReaderError) -> Skipped:
    """Give an error as the report lists it."""
    reason = f"{error.problem}; {error.remedy}" if error.remedy else error.problem
    return Skipped(error.place, error.code, reason)


def _without_records(
    articles: Sequence[Article], walked: Collection[str]
) -> tuple[list[Article], list[Skipped]]:
    """Leave out lines of a .jsonl in a folder that repeat a text file of the run word for word.

    Collections keep such a file of labels beside their texts; it holds no second witness.
    """
    files = {item.text for item in articles if PurePath(item.path).suffix not in MANY}
    kept: list[Article] = []
    repeated: Counter[str] = Counter()
    for article in articles:
        many = PurePath(article.path).suffix in MANY
        if many and article.path in walked and article.text in files:
            repeated[article.path] += 1
        else:
            kept.append(article)
    reasons = ((path, f"{count} lines repeat text files") for path, count in repeated.items())
    return kept, [Skipped(path, "E016", reason) for path, reason in reasons]


def _distinct(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Give ids apart to articles that share one: equal bytes under two paths are x and x-2."""
    times: Counter[str] = Counter()
    distinct: list[Article] = []
    for article in articles:
        times[article.id] += 1
        copy = times[article.id]
        distinct.append(article if copy == 1 else article._replace(id=f"{article.id}-{copy}"))
    return tuple(distinct)
