"""The settings of one run: the defaults, what the configuration says, what the user says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claimcheck.config.find import NAME, TABLE, shown
from claimcheck.errors import ClaimcheckError
from claimcheck.model.finding import Severity

if TYPE_CHECKING:
    from claimcheck.config.schema import File, PathTable
    from claimcheck.config.toml import Path as Key
    from claimcheck.config.toml import Toml

Levels = tuple[tuple[str, Severity], ...]
DEFAULT: Final = "default"


class PathWish(NamedTuple):
    """One `[[path]]`: patterns from the folder of the configuration, and what is asked there."""

    patterns: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: Levels
    place: str
    places: Mapping[str, str] = {}  # of its patterns and codes, where they are known

    def place_of(self, word: str) -> str:
        """Say where one of its patterns or codes stands."""
        return self.places.get(word, self.place)


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

    def origin_of(self, name: str, value: str) -> str:
        """Say where one value of a setting comes from, such as a code of `select`."""
        return self.origins.get(f"{name}.{value}", self.origin(name))

    @contextmanager
    def naming(self, name: str) -> Iterator[None]:
        """Say of a file that is missing or wrong as a whole where this setting names it."""
        try:
            yield
        except ClaimcheckError as error:
            self.tell_naming(name, error)
            raise

    def tell_naming(self, name: str, *errors: ClaimcheckError) -> None:
        """Note in mistakes about whole files where this setting names them, if it does."""
        for error in errors:
            error.named = self.origins.get(f"{name}.{error.place}", "")
            self.tell_naming(name, *error.also)

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
                dict(_places(each, toml, (*at, "path", index))),
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
        origins=dict(_origins(file, toml, at, near)),
    )


def _places(table: PathTable, toml: Toml, at: Key) -> Iterator[tuple[str, str]]:
    """Say where the patterns and codes of a `[[path]]` stand."""
    for code in table.severity:
        yield code, toml.place((*at, "severity", code))
    for name in ("ignore", "paths"):
        for index, value in enumerate(getattr(table, name)):
            yield value, toml.place((*at, name, index))


def _origins(
    file: File, toml: Toml, at: tuple[str, ...], near: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """Say where each key that the file sets stands; each code and each path by itself."""
    for name in file.model_fields_set:
        key = name.replace("_", "-")
        yield _PLURALS.get(name, name), toml.place((*at, key))
    for code in file.severity:
        yield f"severity.{code}", toml.place((*at, "severity", code))
    for name in ("select", "ignore"):
        for index, code in enumerate(getattr(file, name)):
            yield f"{name}.{code}", toml.place((*at, name, index))
    for name in ("against", "rules", "lexicon"):
        for index, path in enumerate(getattr(file, name)):
            yield f"{name}.{near(path)}", toml.place((*at, name, index))
    for name, path in (("baseline", file.baseline), ("suppressions", file.suppressions)):
        if path:
            yield f"{name}.{near(path)}", toml.place((*at, name))


_PLURALS: Final = {"path": "paths", "reference": "references"}


def _levels(table: Mapping[str, str]) -> Levels:
    return tuple((code, Severity(level)) for code, level in table.items())
