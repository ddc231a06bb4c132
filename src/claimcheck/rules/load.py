"""Load the lexicon and the rules: from the compiled artefact where it is current, else from YAML.

The artefact (rules/compiled.json) carries a digest over the bytes of every YAML file. Where the
digest holds, neither yaml nor pydantic is imported.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import cast

from claimcheck.errors import RuleError
from claimcheck.model.lexicon import Lexicon, Shelved
from claimcheck.rules.ruleset import Ruleset, in_order, rule_from_plain
from claimcheck.rules.shelved import ShelvedTable

FORMAT = 1
FOLDERS = ("agreement", "approximation", "compatible", "conflict", "check")
Plain = Mapping[str, object]
Sources = tuple[tuple[str, bytes], ...]

State = tuple[tuple[str, int, int], ...]

_read: dict[tuple[str, State], Plain] = {}  # the last tables read, by root and state of its files


def shipped(*parts: str) -> Path:
    """Give the path of a shipped file: inside an installed package, else in the source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped"
    root = installed if installed.is_dir() else package.parent.parent
    return root.joinpath(*parts)


def load_lexicon(root: Path | None = None) -> Lexicon:
    """Read every table of rules/lexicon/. Raises RuleError where one is not of its type."""
    tables = _tables(root or shipped("rules"))
    lexicon = dict(cast("Plain", tables["lexicon"]))
    lexicon["digest"] = tables["digest"]
    if "wordnet" in lexicon:
        shelved = cast("Shelved", lexicon["wordnet"])
        lexicon["wordnet_table"] = ShelvedTable((root or shipped("rules")) / shelved["file"])
    return cast("Lexicon", lexicon)


def load_rules(extra: Sequence[Path] = (), root: Path | None = None) -> Ruleset:
    """Read the shipped rules, and those of further files and folders.

    Raises RuleError: a file that is no rule, or a code or name that stands twice.
    """
    tables = _tables(root or shipped("rules"))
    plains = cast("Sequence[Plain]", tables["rules"])
    rules = [rule_from_plain(plain) for plain in plains]
    digest = str(tables["digest"])
    if extra:
        from claimcheck.rules.parse import parse_rules  # noqa: PLC0415 - pulls in yaml and pydantic

        sources = _extra_sources(extra)
        own = parse_rules(sources, known=plains)
        rules += [rule_from_plain(plain)._replace(house=True) for plain in own]
        digest = digest_of((*sources, ("shipped", digest.encode())))
    return Ruleset(
        rules=in_order([rule for rule in rules if not rule.check]),
        checks=tuple(sorted((rule for rule in rules if rule.check), key=lambda r: r.code)),
        lexicon=load_lexicon(root),
        digest=digest,
    )


def digest_of(sources: Sources) -> str:
    """Hash names and bytes of the files, and the format of the artefact."""
    digest = hashlib.sha256(f"claimcheck rules {FORMAT}".encode())
    for name, content in sources:
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def sources_of(root: Path) -> Sources:
    """Read every YAML file of a rules folder, in order of name: tables first, then rules."""
    return tuple((name, (root / name).read_bytes()) for name in _names(root))


def _names(root: Path) -> tuple[str, ...]:
    """Name the YAML files of a rules folder: tables first, then rules, each in order."""
    return tuple(
        f"{folder}/{name}"
        for folder in ("lexicon", *FOLDERS)
        # Names, for paths sort ten times slower.
        for name in sorted(path.name for path in (root / folder).glob("*.yaml"))
    )


def _tables(root: Path) -> Plain:
    key = (str(root), _state(root))
    if key not in _read:
        sources = sources_of(root)
        digest = digest_of(sources)
        found = _artefact(root / "compiled.json", digest)
        if found is None:
            from claimcheck.rules.parse import parse_sources  # noqa: PLC0415 - yaml and pydantic

            found = parse_sources(sources, digest)
        _read.clear()
        _read[key] = found
    return _read[key]


def _state(root: Path) -> State:
    """Give name, size and time of every file: while these stay, nothing is read twice."""
    stats = ((name, os.stat(f"{root}/{name}")) for name in _names(root))  # noqa: PTH116 - a path object each costs more than the look
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


def _artefact(path: Path, digest: str) -> Plain | None:
    """Give the compiled tables if they are of this digest; a broken artefact is no error."""
    head = f'{{"digest": "{digest}"'.encode()
    try:
        content = path.read_bytes()
        if not content.startswith(head):
            return None
        found = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    whole = isinstance(found, dict) and {"digest", "lexicon", "rules"} <= found.keys()
    return cast("Plain", found) if whole else None


def _extra_sources(extra: Sequence[Path]) -> Sources:
    """Read the rule files at the given paths; a folder gives its YAML files at any depth."""
    sources: list[tuple[str, bytes]] = []
    for path in extra:
        files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
        if not files:
            raise RuleError("E107", str(path), "no rule in this folder", "rules end in .yaml")
        for file in files:
            try:
                sources.append((file.as_posix(), file.read_bytes()))
            except OSError as error:
                problem = error.strerror or "cannot be read"
                raise RuleError("E101", str(file), problem, "give a readable file") from error
    return tuple(sources)
