"""The file of a beat's words: a newsroom's own synonyms, contrasts, parts, frames and hedges.

same:      [[newcomer, migrant]]
different: [[booked, delivered]]
part_of:   [[conscript, soldier]]         # the part, then the whole
frame:     {return: [fly home, ship back]}
hedge:     {about: [within a whisker of]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from claimcheck.errors import ConfigError, RuleError, did_you_mean
from claimcheck.model.lexicon import Lexicon
from claimcheck.rules.document import Document, Key, read_document

SECTIONS: Final = ("same", "different", "part_of", "frame", "hedge")
_MOST: Final = 2_000
_WORD: Final = re.compile(r"[^\W_](?:[\w'’ -]{0,58}[\w.])?")


class Words(NamedTuple):
    """Words that stand together, and `path:line:col` of their entry."""

    words: tuple[str, ...]
    place: str


class House(NamedTuple):
    """All the entries of a newsroom's files."""

    same: tuple[Words, ...] = ()
    different: tuple[Words, ...] = ()
    part_of: tuple[Words, ...] = ()
    frame: tuple[tuple[str, Words], ...] = ()
    hedge: tuple[tuple[str, Words], ...] = ()


def read_house(path: str, written: bytes, lexicon: Lexicon) -> House:
    """Read one file.

    Raises: ConfigError E407 where it is no YAML, E408 for an entry that means nothing.
    """
    try:
        document = read_document(path, written)
    except RuleError as error:
        raise ConfigError("E407", error.place, error.problem, error.remedy) from error
    value = {} if document.value is None else document.value
    if not isinstance(value, dict):
        raise _wrong(document, (), "not a table", f"sections: {', '.join(SECTIONS)}")
    for key in value:
        if key not in SECTIONS:
            remedy = did_you_mean(key, SECTIONS) or f"sections: {', '.join(SECTIONS)}"
            raise ConfigError(
                "E408", document.key_place((key,)), f'no section "{key[:80]}"', remedy
            )
    reader = _Reader(document, value)
    hedges = lexicon["hedges"]["hedges"]
    return House(
        tuple(reader.groups("same", 50)),
        tuple(reader.groups("different", 2)),
        tuple(reader.groups("part_of", 2)),
        tuple(reader.named("frame", lexicon["frames"])),
        tuple(reader.named("hedge", dict.fromkeys(hedges["before"].values()))),
    )


class _Reader:
    """Reads the sections of one file."""

    def __init__(self, document: Document, value: Mapping[str, object]) -> None:
        self.document = document
        self.value = value

    def groups(self, section: str, most: int) -> Iterator[Words]:
        """Give the entries of a list of lists."""
        value = self.value.get(section)
        if not isinstance(value, list) and value is not None:
            raise _wrong(self.document, (section,), f"{section}: not a list", "- [one, other]")
        if len(value or ()) > _MOST:
            problem = f"{section}: more than {_MOST:,} entries"
            raise _wrong(self.document, (section,), problem, "keep those that matter")
        for index, each in enumerate(value or ()):
            yield self._words((section, index), each, 2, most)

    def named(self, section: str, known: Mapping[str, object]) -> Iterator[tuple[str, Words]]:
        """Give the entries of a table whose keys are known."""
        value = self.value.get(section)
        if not isinstance(value, dict) and value is not None:
            raise _wrong(self.document, (section,), f"{section}: not a table", "name: [words]")
        for name, each in (value or {}).items():
            if name not in known:
                remedy = did_you_mean(name, known) or f"one of {', '.join(sorted(known))}"
                place = self.document.key_place((section, name))
                raise ConfigError("E408", place, f'no {section} "{name[:80]}"', remedy)
            yield name, self._words((section, name), each, 1, 500)

    def _words(self, at: tuple[Key, ...], value: object, least: int, most: int) -> Words:
        if not isinstance(value, list) or not least <= len(value) <= most:
            count = f"{least} words" if least == most else f"{least} to {most} words"
            raise _wrong(self.document, at, f"{at[0]}: not a list of {count}", "[one, other]")
        for index, word in enumerate(value):
            if not isinstance(word, str) or not _WORD.fullmatch(word):
                shown = f'"{str(word)[:80]}"'
                raise _wrong(self.document, (*at, index), f"{at[0]}: {shown} is no word", "letters")
        words = tuple(str(word).lower() for word in value)
        return Words(words, self.document.place(at))


def _wrong(document: Document, at: tuple[Key, ...], problem: str, remedy: str) -> ConfigError:
    return ConfigError("E408", document.place(at), problem, remedy)
