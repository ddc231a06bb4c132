"""The public JSON contract of `claimcheck diff`.

Within one `schema_version` a field may be added; none is renamed or removed. `patch` holds all that
turns the old report into the new one; the other fields say it for people.
"""

from __future__ import annotations

from typing import Literal, final

from typing_extensions import TypedDict  # the backport pydantic needs before 3.12

from claimcheck.model.finding import Severity, Verdict

Json = dict[str, object]


class Side(TypedDict):
    """One of the two reports: what it was called, who wrote it, and how much it holds."""

    name: str
    tool_version: str
    ruleset_digest: str
    articles: int
    claims: int
    findings: int


class ArticleNote(TypedDict):
    """An article by its id and path."""

    id: str
    path: str


class Revision(TypedDict):
    """One article in two versions, or under two names."""

    old: ArticleNote
    new: ArticleNote


class Articles(TypedDict):
    """Articles that came, went, or changed."""

    added: list[ArticleNote]
    removed: list[ArticleNote]
    revised: list[Revision]


class ClaimNote(TypedDict):
    """A claim by its id and place, with its value, its moment and its source in words."""

    id: str
    path: str
    line: int
    col: int
    text: str
    about: str
    value: str
    moment: str
    source: str


class ClaimChange(TypedDict):
    """One claim before and after: "675,190 → 702,000, as of 4 Aug 2024 → as of 1 Sep 2024"."""

    old: ClaimNote
    new: ClaimNote
    change: str


class Claims(TypedDict):
    """Claims that came, went, or say something else."""

    added: list[ClaimNote]
    removed: list[ClaimNote]
    changed: list[ClaimChange]


class FindingNote(TypedDict):
    """A finding with its claims in short."""

    id: str
    rule: str
    name: str
    verdict: Verdict
    severity: Severity
    title: str
    message: str
    claims: list[ClaimNote]


class FindingChange(TypedDict):
    """One finding before and after."""

    old: FindingNote
    new: FindingNote
    worse: bool


class Findings(TypedDict):
    """Findings that came, went, moved to another verdict or severity, or changed in words only."""

    appeared: list[FindingNote]
    vanished: list[FindingNote]
    moved: list[FindingChange]
    changed: list[FindingChange]


@final  # so that a key tells which step it is
class Keep(TypedDict):
    """Take this many items of the old list as they are."""

    keep: int


@final  # so that a key tells which step it is
class Drop(TypedDict):
    """Leave out this many items of the old list."""

    drop: int


@final  # so that a key tells which step it is
class Add(TypedDict):
    """Put these items in."""

    add: list[Json]


Step = Keep | Drop | Add


class Patch(TypedDict):
    """All that turns the old report into the new: single values, and steps through each list."""

    values: dict[str, str]
    lists: dict[str, list[Step]]


class DiffDocument(TypedDict):
    """The whole of `diff --format json`."""

    schema_version: str
    kind: Literal["diff"]
    tool_version: str
    old: Side
    new: Side
    worse: int
    findings: Findings
    claims: Claims
    articles: Articles
    patch: Patch
