"""A TOML file as plain values, with the line and column of its keys."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Final, NamedTuple

from claimcheck.errors import ConfigError
from claimcheck.gate.written import written

Path = tuple[str | int, ...]
Place = tuple[int, int]

MOST_DEPTH: Final = 16
_WHERE: Final = re.compile(r" \(at line (?P<line>[0-9]+), column (?P<column>[0-9]+)\)\Z")
_KEY: Final = r"""(?: [\w-]++ | "[^"\n]{0,200}" | '[^'\n]{0,200}' )"""
_KEYS: Final = rf"{_KEY} (?: [ \t]*+ \. [ \t]*+ {_KEY} ){{0,16}}"
_HEADER: Final = re.compile(
    rf"[ \t]*+ (?P<open>\[\[?) [ \t]*+ (?P<keys>{_KEYS}) [ \t]*+ \]", re.VERBOSE
)
_ENTRY: Final = re.compile(rf"[ \t]*+ (?P<keys>{_KEYS}) [ \t]*+ = [ \t]*+ [\"']?", re.VERBOSE)
_PART: Final = re.compile(_KEY, re.VERBOSE)
# What may hide the end of a line, strings, comments, the brackets of a value over many lines; and
# plain values, that the elements of a list can be counted.
_TOKEN: Final = re.compile(
    r'''
    """ | \'\'\' | "(?:[^"\\\n]|\\.)*+"? | '[^'\n]*+'? | \#[^\n]*+ | [\[\]{}] | [\w.+:-]++
    ''',
    re.VERBOSE,
)
# A key of many parts takes tomllib time that grows with their square.
_LONG_KEY: Final = re.compile(rf"""(?<![\w"'-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){{{MOST_DEPTH},}}+""")
_LONG: Final = ('"""', "'''")


class Toml(NamedTuple):
    """A TOML file: its path as shown, its top table, and the places of keys it could find."""

    path: str
    table: dict[str, object]
    places: dict[Path, Place]
    values: dict[Path, Place]  # where a string begins behind its quotation mark

    def place(self, at: Path) -> str:
        """Give `path:line:col` of a key, or of the nearest key above it that was found."""
        while at and at not in self.places:
            at = at[:-1]
        if not at:
            return self.path
        line, column = self.places[at]
        return f"{self.path}:{line}:{column}"


def read_toml(path: str) -> Toml:
    """Read a TOML file.

    Raises: ConfigError E401 unreadable, E402 not TOML or nested too deep.
    """
    text = written(path, ConfigError, "E401").replace("\r\n", "\n")
    long = _LONG_KEY.search(text)
    if long:
        place = _line(path, text[: long.start()])
        raise ConfigError(
            "E402", place, f"a key of more than {MOST_DEPTH} parts", "make it flatter"
        )
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = str(error)
        found = _WHERE.search(told)
        place = f"{path}:{found['line']}:{found['column']}" if found else _line(path, text.rstrip())
        problem = told[: found.start()] if found else _unfinished(told)
        raise ConfigError("E402", place, f"not TOML: {_lower(problem)[:200]}") from error
    except (RecursionError, ValueError) as error:
        raise ConfigError("E402", path, "not TOML that can be read: nested too deep") from error
    if _deep(table):
        raise ConfigError("E402", path, f"nested deeper than {MOST_DEPTH}", "make it flatter")
    located = list(_places(text))
    places = {at: place for at, place, _ in located}
    return Toml(path, table, places, {at: value for at, _, value in located if value})


def _line(path: str, before: str) -> str:
    """Give `path:line` of what stands behind a text."""
    newlines = before.count("\n")
    return f"{path}:{newlines + 1}"


def _unfinished(told: str) -> str:
    """Say what the parser says of the end of a file, or of the whole file."""
    problem, end, _ = told.partition(" (at end of document)")
    return f"it ends before a value does: {_lower(problem)}" if end else problem.partition(" (")[0]


def _deep(table: dict[str, object]) -> bool:
    """Tell whether values are nested deeper than any configuration is."""
    level: list[object] = [table]
    for _ in range(MOST_DEPTH):
        level = [inner for each in level for inner in _inner(each)]
    return bool(level)


def _inner(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _places(text: str) -> Iterator[tuple[Path, Place, Place | None]]:
    """Find where keys stand, headers of tables and the entries under them, and their values."""
    table: Path = ()
    arrays: dict[Path, int] = {}
    inside = _Inside()
    value: Path = ()
    count = 0  # elements of the value so far
    for number, line in enumerate(text.split("\n"), start=1):
        if inside.nothing:
            header, entry = _HEADER.match(line), _ENTRY.match(line)
            if header:
                table = _table(_parts(header["keys"]), arrays, array=header["open"] == "[[")
                yield table, (number, header.start("open") + 1), None
                continue
            if entry:
                at = table
                for part in _parts(entry["keys"]):
                    at = (*at, part)
                    yield at, (number, entry.start("keys") + 1), (number, entry.end() + 1)
                value, count = at, 0
        for column in inside.pass_line(line):
            yield (*value, count), (number, column + 1), None
            count += 1


class _Inside:
    """What a value over several lines has left open: a long string, or brackets."""

    def __init__(self) -> None:
        self._string = ""
        self._depth = 0

    @property
    def nothing(self) -> bool:
        """Whether the next line begins with a key."""
        return not self._string and self._depth == 0

    def pass_line(self, line: str) -> Iterator[int]:
        """Take in one line; give the columns, from 0, where an element of a list begins."""
        at = 0
        while at < len(line):
            if self._string:
                end = line.find(self._string, at)
                if end < 0:
                    return
                at, self._string = end + 3, ""
                continue
            found = _TOKEN.search(line, at)
            if found is None:
                return
            at = found.end()
            if self._depth == 1 and found[0][0] not in "#]}":
                yield found.start()
            self._take(found[0])

    def _take(self, sign: str) -> None:
        if sign in _LONG:
            self._string = sign
        elif sign in "[{":
            self._depth += 1
        elif sign in "]}":
            self._depth -= 1


def _table(keys: Path, arrays: dict[Path, int], *, array: bool) -> Path:
    """Give the path of a table; each part that is an array of tables stands for its last one."""
    at: Path = ()
    for index, key in enumerate(keys):
        at = (*at, key)
        if array and index == len(keys) - 1:
            arrays[at] = arrays.get(at, -1) + 1
        if at in arrays:
            at = (*at, arrays[at])
    return at


def _parts(keys: str) -> Path:
    return tuple(part[0].strip("\"'") for part in _PART.finditer(keys))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
