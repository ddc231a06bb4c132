"""What a condition may see of a link: each fact is worked out once, and only when asked for."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter

from claimcheck.model.article import RegionKind
from claimcheck.model.claim import Stance
from claimcheck.model.link import Link, Relation
from claimcheck.model.mention import Bound, Change, Role, TimexRole, UnitKind
from claimcheck.rules.fact import fact
from claimcheck.rules.moments import Days, TimeRelation, relate, wide
from claimcheck.rules.relations import (
    Common,
    Placed,
    Values,
    date_relation,
    difference,
    figures,
    in_common,
    measured,
    parts_apart,
    relation,
)
from claimcheck.rules.sides import Side
from claimcheck.rules.wordings import (
    adds_up,
    beside,
    counts_others,
    degrees,
    includes_one,
    is_general,
    says,
    share_taken,
)
from claimcheck.text.dateparts import clash

_MEETING = frozenset(
    (Values.EQUAL, Values.SAME_FIGURE, Values.ROUNDS_TO, Values.WITHIN_HEDGE, Values.VAGUE)
)
_ANY_YEAR = 2000  # a leap year, so that every day of the calendar exists
_NAMED = 3  # more people are seldom named one by one before "and 12 others"
_SLIPS = frozenset(("ten", "hundred", "thousand"))
_PARTS = frozenset((Relation.PART_OF, Relation.HAS_PART))


class Facts:
    """One link and its two claims; every property is symmetric in the two."""

    def __init__(self, link: Link, left: Side, right: Side) -> None:
        """Take a link; nothing is worked out yet."""
        self.link = link
        self.left = left
        self.right = right

    @fact
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

    @fact
    def relation(self) -> str:
        """How the questions relate; the two directions of a part are one word."""
        return "part" if self.link.relation in _PARTS else self.link.relation.value

    @fact
    def dimension(self) -> str:
        """Quantities, dates, or one of each."""
        left, right = self.left.quantity is not None, self.right.quantity is not None
        if left and right:
            return "quantity"
        return "mixed" if left or right else "date"

    @fact
    def values(self) -> str:
        """How the two values relate."""
        if self.dimension == "quantity":
            return (relation(self.common) if self.common else Values.INCOMPARABLE).value
        left, right = self.left.claim.mention.timex, self.right.claim.mention.timex
        if self.dimension == "mixed" or left is None or right is None:
            return Values.INCOMPARABLE.value
        pair = (
            Placed(left, self.left.article.published, self.left.zone),
            Placed(right, self.right.article.published, self.right.zone),
        )
        # A weekday recurs: two of them tell one event's days apart only in a copied sentence.
        apart = self.clash and (self.clash != "weekday" or self.copied)
        return (parts_apart if apart else date_relation)(*pair).value

    @fact
    def clash(self) -> str:
        """Name the part in which two dates cannot be one day in any year."""
        left, right = self.left.claim.mention.timex, self.right.claim.mention.timex
        return clash(left, right) if left and right else ""

    @fact
    def figures(self) -> str:
        """How the digits relate."""
        left, right = self.left.measured, self.right.measured
        if left is None or right is None or self.converted:
            return "other"
        return figures(left, right)

    @fact
    def difference(self) -> Decimal:
        """Give the gap between the figures as a share of the larger."""
        return difference(self.common.left, self.common.right) if self.common else Decimal(0)

    @fact
    def counting(self) -> str:
        """Tell a running count from a level."""
        return "accumulates" if self.left.accumulates or self.right.accumulates else "level"

    @fact
    def daily(self) -> bool:
        """Whether the figures are of a state that holds for its day; none grows tenfold by days."""
        return (self.left.daily or self.right.daily) and self.figures not in _SLIPS

    @fact
    def events_apart(self) -> bool:
        """Whether both texts date the event itself, on days that do not meet."""
        roles = {self.left.claim.time_role, self.right.claim.time_role}
        stated = relate(self.left.stated_time, self.right.stated_time)
        return roles == {TimexRole.EVENT} and stated is TimeRelation.APART

    @fact
    def times(self) -> str:
        """How the moments relate."""
        if self.events_apart:
            return TimeRelation.APART.value
        return relate(*self.moments).value

    @fact
    def moments(self) -> tuple[Days | None, Days | None]:
        """Give the moments both claims speak of: running counts and states when they were read off.

        Two dates without a year, or one beside a full date, are taken to be of one year.
        """
        counted = self.counting == "accumulates" or self.daily
        days = [side.read_off if counted else side.stated_time for side in self.sides]
        if days[0] is None or days[1] is None:
            year = next((each.first.year for each in days if each and each.first), _ANY_YEAR)
            days = [s.read_off_in(year) if counted else s.stated_in(year) for s in self.sides]
        return days[0], days[1]

    @fact
    def growth(self) -> str:
        """Whether the later value is smaller."""
        first, second = self.moments
        if self.common is None or first is None or second is None or self.events_apart:
            return "unknown"
        if first.before(second):
            earlier, later = self.common.left, self.common.right
        elif second.before(first):
            earlier, later = self.common.right, self.common.left
        else:
            return "unknown"
        return "falls" if later.reach.below(earlier.reach) else "rises"

    @fact
    def part(self) -> str:
        """Whether the part fits the whole."""
        if self.common is None or self.link.relation not in _PARTS:
            return "unknown"
        part, whole = self.common.left, self.common.right
        if self.link.relation is Relation.HAS_PART:
            part, whole = whole, part
        return "above" if whole.reach.below(part.reach) else "fits"

    @fact
    def sources(self) -> str:
        """Whom the texts name."""
        left, right = self.left.source, self.right.source
        if not left and not right:
            return "none"
        if not left or not right:
            return "one"
        return "same" if left <= right or right <= left else "different"

    @fact
    def stance(self) -> str:
        """How the texts commit themselves."""
        stances = {self.left.claim.stance, self.right.claim.stance}
        if Stance.GENERIC in stances or any(is_general(side) for side in self.sides):
            return "generic"
        if Stance.HYPOTHETICAL in stances:
            return "possible"
        if Stance.DENIED in stances and len(stances) > 1:
            return "denied"
        return "planned" if Stance.PLANNED in stances else "asserted"

    @fact
    def hedged(self) -> str:
        """How many figures carry a hedge."""
        exact = [
            side.quantity is None or side.quantity.bound is Bound.EXACT
            for side in (self.left, self.right)
        ]
        return ("both", "one", "none")[sum(exact)]

    @fact
    def kind(self) -> str:
        """Name the kind of unit."""
        kinds = {side.quantity.unit_kind.value for side in self.sides if side.quantity}
        return next(iter(kinds)) if len(kinds) == 1 else "mixed"

    @fact
    def date_role(self) -> str:
        """Name what the dates do."""
        roles = {_date_role(side) for side in self.sides}
        return next(iter(roles)) if len(roles) == 1 else "mixed"

    @fact
    def converted(self) -> bool:
        """Whether a unit was turned."""
        return self.common is not None and self.common.converted

    @fact
    def points(self) -> bool:
        """Whether per cent meet percentage points with one figure."""
        quantities = [side.quantity for side in self.sides if side.quantity]
        units = {each.unit for each in quantities}
        return units == {"percent", "percentage point"} and len({q.low for q in quantities}) == 1

    @fact
    def anchored(self) -> bool:
        """Whether the two dates differ only as far as the publication dates hold.

        Months and days that differ do so in any year; weekdays are told from the day of writing.
        """
        left, right = self.left.claim.mention.timex, self.right.claim.mention.timex
        if left is None or right is None:
            return False
        if self.clash:
            return self.clash == "weekday"
        return left.anchored or right.anchored

    @fact
    def wide(self) -> bool:
        """Whether such a date is wider than its grain."""
        return any(
            wide(side.claim.mention.timex, side.article.published)
            for side in self.sides
            if side.claim.mention.timex
        )

    @fact
    def vague(self) -> bool:
        """Whether a figure is a vague word."""
        return any(s.quantity is not None and s.quantity.bound is Bound.VAGUE for s in self.sides)

    @fact
    def correction(self) -> bool:
        """Whether a text says that it corrects."""
        return any(
            side.claim.region is RegionKind.CORRECTION or says(side.setting.corrects, side.text)
            for side in self.sides
        )

    @fact
    def update(self) -> bool:
        """Whether the text with the larger figure, and not the other, says that it rose."""
        if self.common is None or self.common.left.low == self.common.right.low:
            return False
        if self.copied and self.counting == "level":
            return False  # one sentence, printed twice: a slip, not news
        larger, smaller = self.left, self.right
        if self.common.left.low < self.common.right.low:
            larger, smaller = smaller, larger
        return _rose(larger) and not _rose(smaller)

    @fact
    def inclusion(self) -> bool:
        """Whether one text counts in what the other leaves out, and the difference is just that."""
        if self.common is None or abs(self.common.left.low - self.common.right.low) != 1:
            return False
        larger, smaller = self.left, self.right
        if self.common.left.low < self.common.right.low:
            larger, smaller = smaller, larger
        setting = larger.setting
        return includes_one(larger, setting.includes) or includes_one(smaller, setting.leaves_out)

    @fact
    def others(self) -> bool:
        """Whether the smaller figure counts the others beside someone named, and so fits."""
        if self.common is None or self.common.left.low == self.common.right.low:
            return False
        smaller = self.left if self.common.left.low < self.common.right.low else self.right
        gap = abs(self.common.left.low - self.common.right.low)
        if self.kind != UnitKind.COUNTED.value or not counts_others(smaller):
            return False
        return gap <= _NAMED or gap in beside(smaller)

    @fact
    def adds_up(self) -> bool:
        """Whether the figures of one text come to the figure of the other."""
        if self.common is None or self.converted or self.values != Values.DISJOINT.value:
            return False
        left, right = self.common.left, self.common.right
        return adds_up(self.left, right.low) or adds_up(self.right, left.low)

    @fact
    def share(self) -> str:
        """Whether the share one text takes of its figure comes to the other figure."""
        taken = [share_taken(side) for side in self.sides]
        if self.common is None or (taken[0] is None) == (taken[1] is None):
            return "none"
        part, other = (taken[0], self.right) if taken[0] else (taken[1], self.left)
        if part is None or other.quantity is None or other.measured is None:
            return "none"
        setting = other.setting
        pair = (part, measured(part, setting.policy)), (other.quantity, other.measured)
        common = in_common(*pair, setting.units)
        return "fits" if common and relation(common) in _MEETING else "misses"

    @fact
    def degree(self) -> str:
        """Whether both texts say how badly in the same words."""
        return "same" if degrees(self.left) == degrees(self.right) else "different"

    @fact
    def copied(self) -> bool:
        """Whether the claims stand at one place of a long run of words the sentences share."""
        return not self.left.places.isdisjoint(self.right.places)

    @fact
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


Asked = str | bool
CHOICES: dict[str, Callable[[Facts], Asked]] = {
    name: attrgetter(name)
    for name in (
        *("relation", "dimension", "stance", "values", "figures", "times", "growth", "counting"),
        *("part", "sources", "hedged", "kind", "date_role", "converted", "points", "anchored"),
        *("wide", "vague", "correction", "update", "inclusion", "others", "adds_up", "share"),
        *("degree", "copied", "same_article"),
    )
}
"""Facts with few possible answers, by the condition that asks for them."""


def _rose(side: Side) -> bool:
    """Whether a text says that its figure rose to where it stands."""
    figure = side.quantity
    if figure and figure.change is Change.UP and figure.role is not Role.CHANGE:
        return True
    return says(side.setting.updates, side.text)
