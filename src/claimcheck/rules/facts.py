"""What a condition may see of a link: each fact is worked out once, and only when asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, cast

from claimcheck.model.article import Article, RegionKind
from claimcheck.model.claim import Claim, Stance
from claimcheck.model.link import Link, Relation
from claimcheck.model.mention import Bound, Quantity, TimexRole
from claimcheck.model.report import Extraction
from claimcheck.rules.interval import Policy, figure, policy_of, show
from claimcheck.rules.moments import Days, TimeRelation, count_ends, moment, published, relate, wide
from claimcheck.rules.relations import (
    Common,
    Measured,
    Values,
    date_relation,
    difference,
    figures,
    in_common,
    measured,
    relation,
)
from claimcheck.rules.units import Units

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = frozenset(("the", "a", "an", "of", "for", "and", "in", "s", "mr", "ms", "mrs", "dr"))
_PARTS = frozenset((Relation.PART_OF, Relation.HAS_PART))
_READ_OFF = frozenset((TimexRole.AS_OF, TimexRole.SINCE, TimexRole.UNKNOWN))
_HEDGE_REACH = 60  # a hedge further from its figure is not quoted with it


class Context(NamedTuple):
    """The articles two claims stand in."""

    left: Extraction
    right: Extraction


class Setting:
    """What the facts need of the lexicon, worked out once for a ruleset."""

    def __init__(self, lexicon: Mapping[str, object]) -> None:
        """Read the policy, the units, the kinds of frames and the wording tables."""
        self.policy: Policy = policy_of(lexicon)
        self.units = Units(lexicon)
        frames = cast("Mapping[str, Mapping[str, object]]", lexicon.get("frames") or {})
        self.accumulates = frozenset(
            name for name, entry in frames.items() if entry.get("kind") == "accumulates"
        )
        wording = cast("Mapping[str, Sequence[str]]", lexicon.get("wording") or {})
        self.corrects = _any_of(wording.get("corrects", ()))
        self.includes = _any_of(wording.get("includes", ()))
        self.leaves_out = _any_of(wording.get("leaves_out", ()))
        self.ones = _any_of(wording.get("one", ()))


def _any_of(phrases: Sequence[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


class Side:
    """One claim of a link, with what is worked out of it alone."""

    __slots__ = ("article", "claim", "measured", "quantity", "sentence", "setting")

    def __init__(self, claim: Claim, extraction: Extraction, setting: Setting) -> None:
        self.claim = claim
        self.article: Article = extraction.article
        spans = extraction.sentences
        known = 0 <= claim.sentence < len(spans)
        self.sentence = spans[claim.sentence] if known else (0, min(len(self.article.text), 2000))
        self.setting = setting
        self.quantity: Quantity | None = claim.mention.quantity
        self.measured: Measured | None = (
            None if self.quantity is None else measured(self.quantity, setting.policy)
        )

    @property
    def accumulates(self) -> bool:
        """Whether the claim counts what adds up over time."""
        return self.claim.measurand.frame in self.setting.accumulates

    @property
    def text(self) -> str:
        """The sentence the claim stands in."""
        return self.article.text[self.sentence[0] : self.sentence[1]]

    @property
    def words(self) -> str:
        """The claim as written, its hedge included where it stands near."""
        span = self.claim.mention.span
        hedge = self.quantity.hedge if self.quantity else None
        if hedge is None or not self.article.text:
            return self.claim.mention.text
        start, end = min(span.start, hedge.start), max(span.end, hedge.end)
        if end - start > span.end - span.start + _HEDGE_REACH:
            return self.claim.mention.text
        return " ".join(self.article.text[start:end].split())

    @property
    def source(self) -> frozenset[str]:
        """The words of the named source, empty where the text names none."""
        attribution = self.claim.attribution
        if attribution is None:
            return frozenset()
        return frozenset(_WORD.findall(attribution.source.lower())) - _SMALL_WORDS

    @property
    def stated_time(self) -> Days | None:
        """The moment the text itself gives the claim."""
        claim = self.claim
        if claim.time is None:
            return None
        return moment(claim.time, claim.time_role, self.article.published)

    @property
    def read_off(self) -> Days | None:
        """The day a running count was read off: its as-of date, else the day of publication."""
        claim = self.claim
        if claim.time is not None and claim.time_role in _READ_OFF:
            found = count_ends(claim.time, claim.time_role, self.article.published)
            if found is not None:
                return found
        return published(self.article.published)


class Facts:
    """One link and its two claims; every property is symmetric in the two."""

    def __init__(self, link: Link, left: Side, right: Side) -> None:
        """Take a link; nothing is worked out yet."""
        self.link = link
        self.left = left
        self.right = right

    @cached_property
    def common(self) -> Common | None:
        """Both quantities in one unit."""
        left, right = self.left, self.right
        if left.quantity is None or right.quantity is None:
            return None
        if left.measured is None or right.measured is None:
            return None
        pair = (left.quantity, left.measured), (right.quantity, right.measured)
        # The smaller claim id gives the unit, so that either order of a link sees the same figures.
        if left.claim.id <= right.claim.id:
            return in_common(pair[0], pair[1], left.setting.units)
        turned = in_common(pair[1], pair[0], left.setting.units)
        return turned and Common(turned.right, turned.left, turned.converted)

    @cached_property
    def relation(self) -> str:
        """How the questions relate; the two directions of a part are one word."""
        return "part" if self.link.relation in _PARTS else self.link.relation.value

    @cached_property
    def dimension(self) -> str:
        """Quantities, dates, or one of each."""
        left, right = self.left.quantity is not None, self.right.quantity is not None
        if left and right:
            return "quantity"
        return "mixed" if left or right else "date"

    @cached_property
    def values(self) -> str:
        """How the two values relate."""
        if self.dimension == "quantity":
            return (relation(self.common) if self.common else Values.INCOMPARABLE).value
        left, right = self.left.claim.mention.timex, self.right.claim.mention.timex
        if self.dimension == "mixed" or left is None or right is None:
            return Values.INCOMPARABLE.value
        anchors = self.left.article.published, self.right.article.published
        return date_relation(left, right, anchors).value

    @cached_property
    def figures(self) -> str:
        """How the digits relate."""
        return figures(self.common.left, self.common.right) if self.common else "other"

    @cached_property
    def difference(self) -> Decimal:
        """The gap between the figures as a share of the larger."""
        return difference(self.common.left, self.common.right) if self.common else Decimal(0)

    @cached_property
    def counting(self) -> str:
        """Running count or level."""
        return "accumulates" if self.left.accumulates or self.right.accumulates else "level"

    @cached_property
    def events_apart(self) -> bool:
        """Whether both texts date the event itself, on days that do not meet."""
        roles = {self.left.claim.time_role, self.right.claim.time_role}
        stated = relate(self.left.stated_time, self.right.stated_time)
        return roles == {TimexRole.EVENT} and stated is TimeRelation.APART

    @cached_property
    def times(self) -> str:
        """How the moments relate."""
        if self.events_apart:
            return TimeRelation.APART.value
        if self.counting == "accumulates":
            return relate(self.left.read_off, self.right.read_off).value
        return relate(self.left.stated_time, self.right.stated_time).value

    @cached_property
    def growth(self) -> str:
        """Whether the later value is smaller."""
        first, second = self.left.read_off, self.right.read_off
        if self.counting == "level":
            first, second = self.left.stated_time, self.right.stated_time
        if self.common is None or first is None or second is None or self.events_apart:
            return "unknown"
        if first.before(second):
            earlier, later = self.common.left, self.common.right
        elif second.before(first):
            earlier, later = self.common.right, self.common.left
        else:
            return "unknown"
        return "falls" if later.reach.below(earlier.reach) else "rises"

    @cached_property
    def part(self) -> str:
        """Whether the part fits the whole."""
        if self.common is None or self.link.relation not in _PARTS:
            return "unknown"
        part, whole = self.common.left, self.common.right
        if self.link.relation is Relation.HAS_PART:
            part, whole = whole, part
        return "above" if whole.reach.below(part.reach) else "fits"

    @cached_property
    def sources(self) -> str:
        """Whom the texts name."""
        left, right = self.left.source, self.right.source
        if not left and not right:
            return "none"
        if not left or not right:
            return "one"
        return "same" if left <= right or right <= left else "different"

    @cached_property
    def stance(self) -> str:
        """How the texts commit themselves."""
        stances = {self.left.claim.stance, self.right.claim.stance}
        if stances & {Stance.GENERIC, Stance.HYPOTHETICAL}:
            return "generic"
        if Stance.DENIED in stances and len(stances) > 1:
            return "denied"
        return "planned" if Stance.PLANNED in stances else "asserted"

    @cached_property
    def hedged(self) -> str:
        """How many figures carry a hedge."""
        exact = [
            side.quantity is None or side.quantity.bound is Bound.EXACT
            for side in (self.left, self.right)
        ]
        return ("both", "one", "none")[sum(exact)]

    @cached_property
    def kind(self) -> str:
        """The kind of unit."""
        kinds = {side.quantity.unit_kind.value for side in self.sides if side.quantity}
        return next(iter(kinds)) if len(kinds) == 1 else "mixed"

    @cached_property
    def date_role(self) -> str:
        """What the dates do."""
        roles = {_date_role(side) for side in self.sides}
        return next(iter(roles)) if len(roles) == 1 else "mixed"

    @cached_property
    def converted(self) -> bool:
        """Whether a unit was turned."""
        return self.common is not None and self.common.converted

    @cached_property
    def points(self) -> bool:
        """Whether per cent meet percentage points with one figure."""
        quantities = [side.quantity for side in self.sides if side.quantity]
        units = {each.unit for each in quantities}
        return units == {"percent", "percentage point"} and len({q.low for q in quantities}) == 1

    @cached_property
    def anchored(self) -> bool:
        """Whether a compared date rests on the publication date."""
        return any(s.claim.mention.timex and s.claim.mention.timex.anchored for s in self.sides)

    @cached_property
    def wide(self) -> bool:
        """Whether such a date is wider than its grain."""
        return any(
            wide(side.claim.mention.timex, side.article.published)
            for side in self.sides
            if side.claim.mention.timex
        )

    @cached_property
    def vague(self) -> bool:
        """Whether a figure is a vague word."""
        return any(s.quantity is not None and s.quantity.bound is Bound.VAGUE for s in self.sides)

    @cached_property
    def correction(self) -> bool:
        """Whether a text says that it corrects."""
        return any(
            side.claim.region is RegionKind.CORRECTION or _says(side.setting.corrects, side.text)
            for side in self.sides
        )

    @cached_property
    def inclusion(self) -> bool:
        """Whether one text counts in what the other leaves out, and the difference is just that."""
        if self.common is None or abs(self.common.left.low - self.common.right.low) != 1:
            return False
        larger, smaller = self.left, self.right
        if self.common.left.low < self.common.right.low:
            larger, smaller = smaller, larger
        setting = larger.setting
        return _includes_one(larger, setting.includes) or _includes_one(smaller, setting.leaves_out)

    @cached_property
    def same_article(self) -> bool:
        """Whether both stand in one article."""
        return self.left.claim.article_id == self.right.claim.article_id

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, left first."""
        return self.left, self.right


def _date_role(side: Side) -> str:
    timex = side.claim.mention.timex
    role = timex.role if timex else TimexRole.UNKNOWN
    if role is TimexRole.FUTURE_EVENT:
        return "event"
    known = {TimexRole.EVENT, TimexRole.DEADLINE, TimexRole.START, TimexRole.END}
    return role.value if role in known else "other"


def _says(phrases: re.Pattern[str] | None, text: str) -> bool:
    return phrases is not None and phrases.search(text) is not None


def _includes_one(side: Side, cue: re.Pattern[str] | None) -> bool:
    """Whether the words soon after the figure count in (or out) a single one."""
    ones = side.setting.ones
    if cue is None or ones is None:
        return False
    start = side.claim.mention.span.end
    after = side.article.text[start : min(start + 100, side.sentence[1])]
    found = cue.search(after)
    return found is not None and ones.match(after[found.end() :].lstrip()) is not None


Asked = str | bool
CHOICES: dict[str, Callable[[Facts], Asked]] = {
    name: cast("Callable[[Facts], Asked]", lambda facts, name=name: getattr(facts, name))
    for name in (
        *("relation", "dimension", "stance", "values", "figures", "times", "growth", "counting"),
        *("part", "sources", "hedged", "kind", "date_role", "converted", "points", "anchored"),
        *("wide", "vague", "correction", "inclusion", "same_article"),
    )
}
"""Facts with few possible answers, by the condition that asks for them."""

WORDS: dict[str, Callable[[Side], frozenset[str]]] = {
    "frame": lambda side: frozenset((side.claim.measurand.frame,)),
    "head": lambda side: frozenset((side.claim.measurand.head,)),
    "words": lambda side: frozenset(
        (*side.claim.measurand.modifiers, *side.claim.measurand.words, side.claim.measurand.head)
    ),
    "unit": lambda side: frozenset((side.quantity.unit,) if side.quantity else ()),
    "source": lambda side: side.source,
    "region": lambda side: frozenset((side.claim.region.value,)),
}
"""Facts that are words of either side."""


def seen(facts: Facts, name: str) -> str:
    """Say in words and numbers what a condition saw."""
    writer = _SEEN.get(name)
    if writer is not None:
        return writer(facts)
    if name in WORDS:
        both = (", ".join(sorted(WORDS[name](side) - {""})) or "none" for side in facts.sides)
        return " / ".join(both)
    answer = getattr(facts, name)
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


def reach(side: Side) -> str:
    """Write the values or days a claim allows."""
    if side.measured is not None:
        return show(side.measured.reach)
    timex = side.claim.mention.timex
    if timex is None:
        return "nothing"
    days = Days(timex.first, timex.last)
    return timex.value if days == (None, None) else str(days)


def _values_seen(facts: Facts) -> str:
    both = (f'"{side.words}" {reach(side)}' for side in facts.sides)
    return f"{facts.values}: {' and '.join(both)}"


def _times_seen(facts: Facts) -> str:
    running = facts.counting == "accumulates" and not facts.events_apart
    days = (side.read_off if running else side.stated_time for side in facts.sides)
    return f"{facts.times}: {' and '.join(str(day) if day else 'no date' for day in days)}"


def _sources_seen(facts: Facts) -> str:
    named = (s.claim.attribution.source if s.claim.attribution else "-" for s in facts.sides)
    return f"{facts.sources}: {' / '.join(named)}"


def _relation_seen(facts: Facts) -> str:
    weight = Decimal(facts.link.match_weight) / 100
    return f"{facts.relation}, match weight {weight:+.2f}"


_SEEN: dict[str, Callable[[Facts], str]] = {
    "values": _values_seen,
    "times": _times_seen,
    "sources": _sources_seen,
    "relation": _relation_seen,
    "difference_over": lambda facts: f"{figure(round(facts.difference * 100, 1))} %",
    "path": lambda facts: " / ".join(side.article.path for side in facts.sides),
}
