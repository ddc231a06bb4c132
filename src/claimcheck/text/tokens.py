"""Tokens of a stretch of text: words, numbers, signs, each at its place."""

from __future__ import annotations

import re
from typing import NamedTuple

# Every alternative is possessive or fixed in length, so that the work is linear in the text.
_TOKEN = re.compile(
    r"""
    [0-9]++ (?: [.,][0-9]++ )*+                         # 1,234.5
  | (?: [^\W\d_]\. ){2,12}+                             # U.S. and p.m.
  | [^\W\d_]++ (?: ['’‘\-‐‑][^\W_]++ )*+                # flood-hit, Pakistan’s, COVID-19
  | [^\s]                                               # one sign
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One word, number or sign: its place, its text, and its lower-case form."""

    start: int
    end: int
    text: str
    lower: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split a stretch of text into tokens; offsets count in the whole text.

    Words keep hyphens and apostrophes ("flood-hit", "Pakistan’s"), numbers their separators
    ("1,234.5"); "$2m" gives "$", "2", "m".
    """
    stop = len(text) if end is None else end
    return [
        Token(found.start(), found.end(), word := found[0], word.lower())
        for found in _TOKEN.finditer(text, start, stop)
    ]
