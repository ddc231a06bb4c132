"""Links between claims, their clusters, and the stories that let them be compared."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Relation(StrEnum):
    """How the questions of two claims relate."""

    SAME = "same"
    PART_OF = "part_of"  # left is a part of right
    HAS_PART = "has_part"  # right is a part of left
    OTHER_TIME = "other_time"
    OTHER_SCOPE = "other_scope"
    OTHER_EVENT = "other_event"
    UNKNOWN = "unknown"


class Comparison(NamedTuple):
    """One slot compared: the level reached, its words, its hundredths of a bit of evidence."""

    slot: str
    level: str
    words: str
    weight: int


class Link(NamedTuple):
    """Two claims (ids, in report order) and the evidence that they answer one question."""

    left: str
    right: str
    relation: Relation
    match_weight: int
    comparisons: tuple[Comparison, ...]


class Story(NamedTuple):
    """Articles about one event, the terms that hold them together, and why each joined."""

    id: str
    articles: tuple[str, ...]
    terms: tuple[str, ...]
    why: tuple[str, ...] = ()


class Cluster(NamedTuple):
    """Claims (ids, in report order) that answer one question, and a short name for it.

    `part_of` are the ids of the clusters of which this one counts a part.
    """

    id: str
    name: str
    claims: tuple[str, ...]
    part_of: tuple[str, ...] = ()
