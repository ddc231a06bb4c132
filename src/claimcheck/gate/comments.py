"""Suppressions inside an article, in a comment of Markdown or HTML; the claim is one of this file.

<!-- claimcheck: ignore CC301 claim=3f9a1c2b77d0 until=2026-12-31 reason="revised next week" -->
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

from claimcheck.errors import GateError, did_you_mean
from claimcheck.gate.suppression import FIELDS, Suppression, suppression

_FORMATS: Final = frozenset({".md", ".html", ".htm"})
_MOST: Final = 10_000
_NAMED: Final = FIELDS[1:]  # the rule stands without a name
_COMMENT: Final = re.compile(r"<!--\s{0,20}claimcheck[ \t]{0,20}:(?P<said>[^>]{0,2000})-->")
_WORD: Final = re.compile(
    r"""
    (?P<name>[A-Za-z_-]{1,40}) =
    (?: "(?P<quoted>[^"]*+)" | “(?P<curly>[^”]*+)” | (?P<bare>[^\s"“]++) )
    | (?P<word>[^\s="“]++)
    """,
    re.VERBOSE,
)


def read_comments(path: str, text: str) -> tuple[list[Suppression], list[GateError]]:
    """Find the suppressions among the comments of an article; malformed ones silence nothing."""
    found: list[Suppression] = []
    wrong: list[GateError] = []
    line, seen, begun = 1, 0, 0  # the line at an offset already seen, and where that line began
    for comment in _COMMENT.finditer(text) if "claimcheck" in text else ():
        start = comment.start()
        line += text.count("\n", seen, start)
        begun, seen = max(begun, text.rfind("\n", seen, start) + 1), start
        place = f"{path}:{line}:{start - begun + 1}"
        try:
            found.append(_commented(comment["said"], place)._replace(path=path))
        except GateError as error:
            wrong.append(error)
        if len(found) + len(wrong) >= _MOST:
            break
    return found, wrong


def has_comments(path: str) -> bool:
    """Tell whether an article of this name may hold suppressions."""
    return PurePath(path).suffix.lower() in _FORMATS


def _commented(said: str, place: str) -> Suppression:
    words, fields = [], {}
    for found in _WORD.finditer(said):
        if found["word"]:
            words.append(found["word"])
        elif found["name"] not in _NAMED:
            remedy = did_you_mean(found["name"], _NAMED) or f"known: {', '.join(_NAMED)}"
            raise GateError("E513", place, f'unknown key "{found["name"]}"', remedy)
        else:
            fields[found["name"]] = found["quoted"] or found["curly"] or found["bare"] or ""
    if len(words) != 2 or words[0] != "ignore":
        remedy = 'as ignore CC301 claim=KEY reason="why"'
        raise GateError("E513", place, "not a suppression", remedy)
    return suppression({"rule": words[1], **fields}, place, "E513")
