"""Markdown: front matter as metadata, marks and code left out, positions those of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from claimcheck.model.article import Article, SourceMap, wide
from claimcheck.readers.decode import decode
from claimcheck.readers.frontmatter import front_matter
from claimcheck.readers.invisible import hidden_at, unseen
from claimcheck.readers.kept import Edit, in_order, keep, line_breaks, line_starts
from claimcheck.readers.markdown_tables import with_tables
from claimcheck.readers.metadata import metadata
from claimcheck.readers.plain import content_id, empty
from claimcheck.readers.source import Source

# Left out: fenced code, comments, images, the marks of headings, quotes, emphasis and footnotes,
# tags, the addresses of links (their digits are no claims). Each shape is bounded or possessive.
_MARK = re.compile(
    r"""
    ^ [ ]{0,3} (?P<fence> `{3,20} | ~{3,20} ) [^\n]*+ \n
      (?: (?! [ ]{0,3} (?P=fence) ) [^\n]*+ \n )*+
      (?: [ ]{0,3} (?P=fence) [^\n]*+ )?
  | (?P<comment> <!-- )
  | !\[ [^\[\]\n]{0,500}+ \] \( [^()\n]{0,2000}+ \)
  | ^ [ ]{0,3} \#{1,6} [ \t]++
  | ^ [ ]{0,3} > [ ]?
  | ^ [ ]{0,3} \[ [^\^\[\]\n] [^\[\]\n]{0,200}+ \]: [ \t]++ <?+ https?: [^\n]*+
  | (?: ^ [ ]{0,3} )?+ \[\^ [^\[\]\s]{1,60}+ \] (?: : [ \t]*+ )?+
  | \[ (?P<words> [^\[\]\n]{1,500}+ ) \] (?: \( [^()\n]{0,2000}+ \) | \[ [^\[\]\n]{0,200}+ \] )
  | </?+ (?: b|i|em|strong|u|br|p|div|span|sup|sub|small|a|mark ) (?: \s [^<>\n]{0,300}+ )?+ /?+ >
  | \*++ | (?<![^\W_]) _{1,3} (?=\S) | (?<=\S) _{1,3} (?![^\W_]) | `++
    """,
    re.VERBOSE | re.MULTILINE,
)


_MOST = 200_000  # marks that are taken out; what comes after so many is no article


def read_markdown(source: Source) -> list[Article]:
    """Read a .md file: one article.

    Raises: ReaderError E002 for a file without words, E012 and E013 for broken front matter.
    """
    decoded = decode(source.content, source.path)
    raw = decoded.text
    front = front_matter(raw, source.path)
    about = metadata(front.fields, source.path)
    kept = with_tables(keep(raw, _edits(raw, front.end), front.end))
    if not kept.text.strip():
        raise empty(source.path)
    return [
        Article(
            id=content_id(source.content),
            text=kept.text,
            path=source.path,
            publisher=about.publisher,
            title=about.title,
            url=about.url,
            published=about.published,
            source=SourceMap(kept.offsets, kept.sources, line_starts(raw), wide=wide(raw)),
            encoding=decoded.encoding,
            invisible=hidden_at(kept, raw),
        )
    ]


def _edits(raw: str, start: int) -> list[Edit]:
    """List what the text leaves out, in order; a line break inside a mark goes with it."""
    last_comment = raw.rfind("-->")
    marks = [
        edit
        for found in islice(_MARK.finditer(raw, start), _MOST)
        for edit in _cut(found, last_comment)
    ]
    return in_order(marks, line_breaks(raw, start), unseen(raw, start))


def _cut(found: re.Match[str], last_comment: int) -> Iterator[Edit]:
    """Leave out a mark; of a link only what stands around its words.

    `last_comment` is where the last comment closes: an opening after it is text, and is not
    searched for its end again and again.
    """
    if found["comment"] is not None:
        if found.end() <= last_comment:
            yield Edit(found.start(), found.string.index("-->", found.end()) + len("-->"))
    elif found["words"] is None:
        yield Edit(*found.span())
    else:
        start, end = found.span("words")
        yield Edit(found.start(), start)
        yield Edit(end, found.end())
