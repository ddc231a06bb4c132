"""The public JSON contract as types: what `--format json`, `jsonl` and `extract` write.

The schemas in docs/schema/ are made from these types. Numbers are decimal strings, days ISO
strings, offsets code points of the article's text (end exclusive), `line` and `col` count from 1 in
the input file. Within one `schema_version` a field may be added; none is renamed or removed.
"""

from __future__ import annotations

from typing import Literal, NotRequired

from typing_extensions import TypedDict  # the backport pydantic needs before 3.12

from claimcheck.model.article import AnchorHow, RegionKind
from claimcheck.model.claim import Stance
from claimcheck.model.finding import CheckResult, Severity, Verdict
from claimcheck.model.link import Relation
from claimcheck.model.mention import Bound, Change, Grain, Role, TimexMod, TimexRole, UnitKind

SpanPair = tuple[int, int]


class EvidenceItem(TypedDict):
    """One reason for a publication date, and where it stands (null outside the text)."""

    start: int | None
    end: int | None
    line: int | None
    text: str | None
    reason: str


class PublishedItem(TypedDict):
    """When an article was written: the best day, and the days between which it lies."""

    best: str | None
    earliest: str | None
    latest: str | None
    how: AnchorHow
    evidence: list[EvidenceItem]


class RegionItem(TypedDict):
    """A stretch of an article and what part of the page it is."""

    kind: RegionKind
    start: int
    end: int


class ArticleItem(TypedDict):
    """One article as read.

    `based_on` are addresses of what it says it rests on, `invisible` the offsets at which unseen
    characters were left out.
    """

    id: str
    path: str
    publisher: str | None
    title: str | None
    url: str | None
    published: PublishedItem
    encoding: str
    length: int
    regions: list[RegionItem]
    authors: NotRequired[list[str]]
    based_on: NotRequired[list[str]]
    invisible: NotRequired[list[int]]


class StoryItem(TypedDict):
    """Articles about one event, the terms that hold them together, and why each joined."""

    id: str
    articles: list[str]
    terms: list[str]
    why: list[str]


class QuantityItem(TypedDict):
    """A number as written: figures as stated, scale applied, no policy."""

    low: str
    high: str
    ulp: str
    unit: str
    unit_kind: UnitKind
    bound: Bound
    change: Change
    role: Role
    hedge: SpanPair | None
    converted: NotRequired[QuantityItem]


class TimexItem(TypedDict):
    """A date as written, in TIMEX3, with the days it spans (inclusive)."""

    type: str
    value: str
    first: str | None
    last: str | None
    grain: Grain
    mod: TimexMod
    role: TimexRole
    underspecified: str
    also: list[str]
    anchored: bool
    note: str


class StepItem(TypedDict):
    """One production of a derivation, outermost first."""

    production: str
    start: int
    end: int


class MentionLine(TypedDict):
    """One line of `extract --what mentions`."""

    article: str
    path: str
    line: int
    col: int
    start: int
    end: int
    text: str
    sentence: int
    region: RegionKind
    dimension: str
    quantity: QuantityItem | None
    timex: TimexItem | None
    trace: list[StepItem]


class SlotItem(TypedDict):
    """Where a slot of a measurand stands in the text."""

    slot: str
    start: int
    end: int


class MeasurandItem(TypedDict):
    """The question a number or date answers; open slots are empty."""

    head: str
    modifiers: list[str]
    frame: str
    agent: str
    place: str
    role: Role
    whole: str
    words: list[str]
    spans: list[SlotItem]
    kind: NotRequired[str]


class TimeItem(TypedDict):
    """The moment a claim speaks of, what it is to the claim, and the words it came from."""

    role: TimexRole
    words: str
    timex: TimexItem


class AttributionItem(TypedDict):
    """Who is said to have said it."""

    source: str
    cue: str
    start: int
    end: int


class ClaimItem(TypedDict):
    """One claim: a value, its question, its moment, its source."""

    id: str
    article_id: str
    path: str
    line: int
    col: int
    start: int
    end: int
    text: str
    sentence: int
    region: RegionKind
    dimension: str
    quantity: QuantityItem | None
    timex: TimexItem | None
    measurand: MeasurandItem
    time: TimeItem | None
    attribution: AttributionItem | None
    stance: Stance
    repeats: str | None
    key: NotRequired[str]


class ComparisonItem(TypedDict):
    """One slot compared: the level reached, the words, hundredths of a bit."""

    slot: str
    level: str
    words: str
    weight: int


class LinkItem(TypedDict):
    """Two claims, how their questions relate, and the verdict where a rule spoke."""

    left: str
    right: str
    relation: Relation
    match_weight: int
    comparisons: list[ComparisonItem]
    verdict: Verdict | None
    rule: str | None


class ConditionItem(TypedDict):
    """One condition a rule tested, whether it held, and what it saw."""

    name: str
    held: bool
    seen: str


class FindingItem(TypedDict):
    """One thing a reader should see."""

    id: str
    rule: str
    name: str
    verdict: Verdict
    severity: Severity
    claims: list[str]
    origins: int
    title: str
    message: str
    because: list[ConditionItem]
    notes: list[str]


class CheckItem(TypedDict):
    """One check inside one article."""

    rule: str
    name: str
    article_id: str
    claims: list[str]
    result: CheckResult
    why: str


class NotComparedItem(TypedDict):
    """Claims that met no other, and why."""

    claims: list[str]
    reason: str


class SkippedItem(TypedDict):
    """An input that was not looked at."""

    path: str
    code: str
    reason: str


class ClusterItem(TypedDict):
    """Claims that answer one question, a short name for it, and the clusters it is a part of."""

    id: str
    name: str
    claims: list[str]
    part_of: list[str]


class ReportDocument(TypedDict):
    """The whole of `report --format json`."""

    schema_version: str
    tool_version: str
    ruleset_digest: str
    articles: list[ArticleItem]
    stories: list[StoryItem]
    claims: list[ClaimItem]
    links: list[LinkItem]
    findings: list[FindingItem]
    checks: list[CheckItem]
    not_compared: list[NotComparedItem]
    skipped: list[SkippedItem]
    clusters: NotRequired[list[ClusterItem]]
    skewed: list[str]


RecordKind = Literal[
    "article",
    "story",
    "claim",
    "link",
    "finding",
    "check",
    "not_compared",
    "skipped",
    "cluster",
]


class HeadRecord(TypedDict):
    """The first line of `report --format jsonl`."""

    kind: Literal["report"]
    schema_version: str
    tool_version: str
    ruleset_digest: str


Item = (
    ArticleItem
    | StoryItem
    | ClaimItem
    | LinkItem
    | FindingItem
    | CheckItem
    | NotComparedItem
    | SkippedItem
    | ClusterItem
)


class Record(TypedDict):
    """Every further line of `report --format jsonl`: one item and what it is."""

    kind: RecordKind
    item: Item


class MentionsDocument(TypedDict):
    """The whole of `extract --what mentions --format json`."""

    schema_version: str
    tool_version: str
    mentions: list[MentionLine]


class ClaimsDocument(TypedDict):
    """The whole of `extract --what claims --format json`."""

    schema_version: str
    tool_version: str
    claims: list[ClaimItem]
