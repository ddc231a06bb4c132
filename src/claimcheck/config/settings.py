"""The settings of one run: the defaults, what the configuration says, what the user says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claimcheck.config.find import NAME, TABLE, shown
from claimcheck.model.finding import Severity

if TYPE_CHECKING:
    from claimcheck.config.schema import File
    from claimcheck.config.toml import Toml

Levels = tuple[tuple[str, Severity], ...]
DEFAULT: Final = "default"


class PathWish(NamedTuple):
    """One `[[path]]`: patterns from the folder of the configuration, and what is asked there."""

    patterns: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Levels
    place: str


class Reference(NamedTuple):
    """One `[[reference]]`: a fact in a sentence, who vouches for it, how far off is no matter.

    `file`, `line` and `column` are where the sentence begins.
    """

    fact: str
    source: str
    tolerance: str
    as_of: str
    file: str
    line: int
    column: int

    @property
    def place(self) -> str:
        """Give `path:line:col`."""
        return f"{self.file}:{self.line}:{self.column}"


class Settings(NamedTuple):
    """Every setting with its value; `origins` says where a value that is no default comes from.

    Paths are as seen from the working folder. `file` is "" without a configuration; `folder` is
    what the patterns of `paths` count from.
    """

    file: str = ""
    folder: str = "."
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Levels = ()
    fail_on: str = "error"
    show: str = "note"
    against: tuple[str, ...] = ()
    baseline: str | None = None
    suppressions: str | None = None
    rules: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    paths: tuple[PathWish, ...] = ()
    references: tuple[Reference, ...] = ()
    origins: Mapping[str, str] = {}

    def origin(self, name: str) -> str:
        """Say where a setting comes from: `path:line:col`, an option, or default."""
        return self.origins.get(name, DEFAULT)

    def given(self, option: str, **values: Any) -> Settings:  # noqa: ANN401 - of the field's type
        """Put in place what the command line says; None and () say nothing."""
        said = {name: value for name, value in values.items() if value}
        return self._replace(**said, origins={**self.origins, **dict.fromkeys(said, option)})


NO_SETTINGS: Final = Settings()


def read_settings(path: Path | None) -> Settings:
    """Read a configuration; none gives the defaults.

    Raises: ConfigError for a file that is missing, no TOML, or says what no key means.
    """
    if path is None:
        return NO_SETTINGS
    from claimcheck.config.schema import validated  # noqa: PLC0415 - pydantic takes 90 ms
    from claimcheck.config.toml import read_toml  # noqa: PLC0415 - as above

    toml = read_toml(shown(path))
    at = _ours(path, toml)
    table: Any = toml.table
    for key in at:
        table = table.get(key, {}) if isinstance(table, dict) else table
    return _settings(validated(toml, table, at), toml, at)


def _ours(path: Path, toml: Toml) -> tuple[str, ...]:
    """Tell under which table ours stands: at the top of a claimcheck.toml, else [tool.claimcheck].

    A file of any name may be ours as a whole; it is not where it has our table.
    """
    if path.name == NAME:
        return ()
    tools = toml.table.get(TABLE[0])
    return TABLE if isinstance(tools, dict) and TABLE[1] in tools else ()


def _settings(file: File, toml: Toml, at: tuple[str, ...]) -> Settings:
    folder = Path(toml.path).parent

    def near(path: str) -> str:
        return os.path.normpath(folder / path)

    return Settings(
        file=toml.path,
        folder=str(folder),
        select=tuple(file.select),
        ignore=tuple(file.ignore),
        severity=_levels(file.severity),
        fail_on=file.fail_on,
        show=file.show,
        against=tuple(map(near, file.against)),
        baseline=near(file.baseline) if file.baseline else None,
        suppressions=near(file.suppressions) if file.suppressions else None,
        rules=tuple(map(near, file.rules)),
        lexicon=tuple(map(near, file.lexicon)),
        paths=tuple(
            PathWish(
                tuple(each.paths),
                tuple(each.ignore),
                _levels(each.severity),
                toml.place((*at, "path", index)),
            )
            for index, each in enumerate(file.path)
        ),
        references=tuple(
            Reference(
                each.fact,
                each.source,
                each.tolerance or "",
                each.as_of or "",
                toml.path,
                *toml.values.get((*at, "reference", index, "fact"), (1, 1)),
            )
            for index, each in enumerate(file.reference)
        ),
        origins=dict(_origins(file, toml, at)),
    )


def _origins(file: File, toml: Toml, at: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Say where each key that the file sets stands; each code of a severity by itself."""
    for name in file.model_fields_set:
        key = name.replace("_", "-")
        yield _PLURALS.get(name, name), toml.place((*at, key))
    for code in file.severity:
        yield f"severity.{code}", toml.place((*at, "severity", code))


_PLURALS: Final = {"path": "paths", "reference": "references"}


def _levels(table: Mapping[str, str]) -> Levels:
    return tuple((code, Severity(level)) for code, level in table.items())
