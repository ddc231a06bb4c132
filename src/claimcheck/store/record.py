"""A record: one article as the archive keeps it, worked out where it was read.

Its claims are kept with their slots and spans, of its text only the sentences they stand in.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from claimcheck.linking.blocking import keys, stems
from claimcheck.linking.profile import profile
from claimcheck.linking.words import LinkWords
from claimcheck.model.article import Anchor, Article, Region, SourceMap, Span, Wide
from claimcheck.model.claim import Claim
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction
from claimcheck.pipeline import stages
from claimcheck.store.codec import claim_written, written

_WINDOW = 2000  # of a sentence without end, so much is kept before and after a claim
_NEAR = 2  # kept stretches that lie closer than that are one
_DIGEST = 32


class Head(NamedTuple):
    """What is kept of an article besides its claims: `kept` are stretches of its text."""

    publisher: str | None
    title: str | None
    url: str | None
    encoding: str
    published: Anchor
    regions: tuple[Region, ...]
    sentences: tuple[tuple[int, int], ...]
    length: int
    kept: tuple[tuple[int, str], ...]


class Places(NamedTuple):
    """Where the kept stretches stand in their file: a source map, its lines as steps."""

    offsets: tuple[int, ...]
    sources: tuple[int, ...]
    lines: tuple[int, ...]
    first_line: int
    wide: tuple[Wide, ...]


class Terms(NamedTuple):
    """The terms of a stored article: stems, and for each claim its number, place and keys."""

    stems: tuple[int, ...]
    blocks: tuple[tuple[int, int, tuple[int, ...]], ...]


class ClaimRecord(NamedTuple):
    """A claim as it is kept: its JSON, and the blocking keys and the place it is found by."""

    sentence: int
    body: str
    keys: tuple[str, ...]
    place: str


class Record(NamedTuple):
    """One article as it is kept; `names` and `stems` are what its archive counts."""

    name: str
    told: bool
    head: str
    places: str
    names: tuple[tuple[str, int], ...]
    stems: tuple[str, ...]
    claims: tuple[ClaimRecord, ...]


def content_of(article: Article) -> str:
    """Hash what was read of an article: its text and what its file says of it, but no places."""
    about = (article.publisher, article.title, article.url, article.published, article.regions)
    content = f"{written(about)}\0{article.text}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]


def layout_of(article: Article) -> int:
    """Sum up where the text of an article stands in its file."""
    return crc32(written(article.source).encode())


def record(extraction: Extraction, words: LinkWords, *, whole: bool = False) -> Record:
    """Make the record of an article, of its whole text if asked for."""
    article = extraction.article
    found = profile(article, words)
    kept = (Span(0, len(article.text)),) if whole else tuple(_kept(extraction))
    held = {stem for claim in extraction.claims for stem in stems(claim, words)}
    return Record(
        article.id,
        found.long_enough,
        written(_head(extraction, kept)),
        written(places(article.source, kept)),
        tuple(sorted(found.names.items())),
        tuple(sorted(held)),
        tuple(_claim(claim, words) for claim in extraction.claims),
    )


def recorded(extraction: Extraction, lexicon: Lexicon, *, whole: bool = False) -> Record:
    """Make the record of an article where it was read, in whatever process."""
    return record(extraction, stages(lexicon).linking, whole=whole)


def _claim(claim: Claim, words: LinkWords) -> ClaimRecord:
    body = claim_written(claim)
    return ClaimRecord(claim.sentence, body, keys(claim, words), claim.measurand.place)


def _head(extraction: Extraction, kept: Sequence[Span]) -> Head:
    article = extraction.article
    return Head(
        article.publisher,
        article.title,
        article.url,
        article.encoding,
        article.published,
        article.regions,
        extraction.sentences,
        len(article.text),
        tuple((span.start, article.excerpt(span)) for span in kept),
    )


def _kept(extraction: Extraction) -> Iterator[Span]:
    """Give the stretches of text to keep, in order and apart."""
    start, end = 0, -_NEAR - 1
    for span in sorted(_wanted(extraction)):
        if span.start > end + _NEAR:
            if end > start:
                yield Span(start, end)
            start = span.start
        end = max(end, span.end)
    if end > start:
        yield Span(start, end)


def _wanted(extraction: Extraction) -> Iterator[Span]:
    """Give the sentence of each claim, what its slots rest on, and what dates the article."""
    for claim in extraction.claims:
        first, last = extraction.sentences[claim.sentence]
        span = claim.mention.span
        yield Span(max(first, span.start - _WINDOW), min(last, span.end + _WINDOW))
        yield span
        yield from (where for _, where in claim.measurand.spans)
        if claim.attribution is not None:
            yield claim.attribution.span
    for proof in extraction.article.published.evidence:
        if proof.span is not None:
            yield Span(proof.span.start, min(proof.span.end, proof.span.start + _WINDOW))


def places(source: SourceMap, kept: Sequence[Span]) -> Places:
    """Cut a source map down to what places the kept stretches."""
    reach = [(_in_file(source, span.start), _in_file(source, span.end)) for span in kept]
    last = max((end for _, end in reach), default=0)
    lines = source.line_starts[: bisect_right(source.line_starts, last)] or (0,)
    segments = _segments(source.offsets, kept)
    return Places(
        tuple(source.offsets[at] for at in segments),
        tuple(source.sources[at] for at in segments),
        tuple(now - before for before, now in zip((0, *lines), lines, strict=False)),
        source.first_line,
        tuple(_beside(source, reach)),
    )


def _segments(offsets: Sequence[int], kept: Sequence[Span]) -> list[int]:
    """Give the segments of a source map that the kept stretches touch, and the first."""
    found = {0}
    for span in kept:
        first = bisect_right(offsets, span.start) - 1
        found.update(range(max(first, 0), bisect_left(offsets, span.end + 1)))
    return sorted(found)


def _in_file(source: SourceMap, offset: int) -> int:
    at = bisect_right(source.offsets, offset) - 1
    return source.sources[at] + offset - source.offsets[at]


def _beside(source: SourceMap, reach: Sequence[tuple[int, int]]) -> Iterator[Wide]:
    """Give the wide characters on the lines of the kept stretches, up to their ends."""
    ends = [run.end for run in source.wide]
    done = 0
    for first, last in sorted(reach):
        line = source.line_starts[max(bisect_right(source.line_starts, first) - 1, 0)]
        for at in range(max(bisect_right(ends, line), done), len(source.wide)):
            if source.wide[at].start >= last:
                break
            yield source.wide[at]
            done = at + 1


def source_of(found: Places) -> SourceMap:
    """Give the source map back."""
    total, lines = 0, []
    for step in found.lines:
        total += step
        lines.append(total)
    return SourceMap(found.offsets, found.sources, tuple(lines), found.first_line, found.wide)


def checksum(*parts: object) -> int:
    """Sum up stored values, so that a flipped bit is seen."""
    return crc32("\0".join(map(str, parts)).encode("utf-8", "surrogatepass"))
