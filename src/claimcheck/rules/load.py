"""Load the lexicon and the rules from YAML."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import cast

import yaml

from claimcheck.model.lexicon import Lexicon


def shipped(*parts: str) -> Path:
    """Give the path of a shipped file: inside an installed package, else in the source tree."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped"
    root = installed if installed.is_dir() else package.parent.parent
    return root.joinpath(*parts)


def load_lexicon() -> Lexicon:
    """Read every table of rules/lexicon/."""
    digest = hashlib.sha256()
    tables: dict[str, object] = {}
    for path in sorted(shipped("rules", "lexicon").glob("*.yaml")):
        content = path.read_bytes()
        digest.update(content)
        tables[path.stem] = yaml.load(content, Loader=yaml.CSafeLoader)
    tables["digest"] = digest.hexdigest()
    return cast("Lexicon", tables)
