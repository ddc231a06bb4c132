"""Word files (.docx): paragraphs and tables of the main part; only the standard library.

Lines are paragraphs as Word counts them; columns count the characters of a paragraph.
"""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from typing import Final

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, SourceMap, wide
from claimcheck.readers.invisible import hidden_at, visible
from claimcheck.readers.kept import line_starts, whole
from claimcheck.readers.plain import content_id, empty
from claimcheck.readers.source import Source
from claimcheck.readers.xml_tree import Element, elements

_MAIN: Final = "word/document.xml"
_ABOUT: Final = "docProps/core.xml"
_MOST_TIMES: Final = 200
_LEAST: Final = 2**20
_MOST_FILES: Final = 5_000
_UNREADABLE: Final = (  # what zipfile raises on files that lie about themselves
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, ValueError, RuntimeError,
    NotImplementedError, EOFError, struct.error,
)  # fmt: skip
_ENTITY = re.compile(r"&(?P<name>amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")
_NAMED: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def read_docx(source: Source) -> list[Article]:
    """Read a .docx file: one article.

    Raises: ReaderError E002 without words, E004 for what unpacks without bound, E014 for a broken
    file, E011 for broken XML inside.
    """
    parts = _parts(source)
    raw = parts[_MAIN].decode("utf-8", "replace")
    text = _text(raw, elements(raw, f"{source.path}:{_MAIN}"))
    if not text.strip():
        raise empty(source.path)
    about = parts.get(_ABOUT, b"").decode("utf-8", "replace")
    known = elements(about, f"{source.path}:{_ABOUT}") if about else []
    kept = visible(text)
    return [
        Article(
            id=content_id(source.content),
            text=kept.text,
            path=source.path,
            title=_field(about, known, "title"),
            source=SourceMap(kept.offsets, kept.sources, line_starts(text), wide=wide(text)),
            invisible=hidden_at(kept, text),
        )
    ]


def _parts(source: Source) -> dict[str, bytes]:
    """Unpack the two parts that are read, bounded.

    Raises: ReaderError E004, E014.
    """
    limit = max(_LEAST, min(source.limits.max_bytes * 4, len(source.content) * _MOST_TIMES))
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as packed:
            names = set(packed.namelist()[:_MOST_FILES])
            for name in (_MAIN, _ABOUT):
                if name in names:
                    with packed.open(name) as part:
                        found[name] = part.read(limit + 1)
    except _UNREADABLE as error:
        raise _broken(source.path) from error
    if any(len(part) > limit for part in found.values()):
        problem = f"unpacks to more than {limit:,} bytes"
        raise ReaderError("E004", source.path, problem, "raise it with --max-bytes")
    if _MAIN not in found:
        raise _broken(source.path)
    return found


def _broken(path: str) -> ReaderError:
    """Say that a file is not of Word."""
    return ReaderError("E014", path, "not a whole Word file", "save it as .docx again")


def _text(raw: str, tree: list[Element]) -> str:
    """Write a line for each paragraph; deleted words have a name of their own and stay out."""
    lines: list[list[str]] = []
    for one in tree:
        if one.name == "p":
            lines.append([])
        elif not lines:
            continue
        elif one.name == "t":
            lines[-1].append(_ENTITY.sub(_sign, raw[one.start : one.end]))
        elif one.name in {"tab", "br", "cr"}:
            lines[-1].append(" ")
    return whole("\n".join("".join(line) for line in lines))


def _sign(found: re.Match[str]) -> str:
    """Give what an entity stands for."""
    name = found["name"]
    if name in _NAMED:
        return _NAMED[name]
    number = int(f"0{name[1:]}", 0) if name[1] == "x" else int(name[1:])
    return chr(number) if 31 < number < 0x110000 else " "


def _field(raw: str, tree: list[Element], name: str) -> str | None:
    """Give a field of what the file says of itself."""
    for one in tree:
        if one.name == name:
            return whole(_ENTITY.sub(_sign, raw[one.start : one.end]).strip()[:500]) or None
    return None
