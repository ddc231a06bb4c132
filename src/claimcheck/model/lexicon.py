"""The words the stages know, as plain typed tables: one key for each file in rules/lexicon/.

The tables are `TypedDict`s so that the door (rules/load.py) can validate YAML against them with pydantic and the compiled
form is plain JSON. A stage builds its own index from them once and keeps it.
"""

from __future__ import annotations

from typing_extensions import TypedDict  # the backport pydantic needs before Python 3.12


class Lexicon(TypedDict, total=False):
    """Every lexicon table by file name, and `digest`: sha256 over the files they came from."""

    digest: str
