"""The values a wording allows: a quantity under the policy of rules/lexicon/hedges.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, cast

from claimcheck.model.mention import Bound, Quantity

_ROUND_FROM = Decimal(1000)  # from here on a bare figure that ends in zeros is read as rounded
_ROUND_PLACE = Decimal(100)


class Interval(NamedTuple):
    """A stretch of values; None is no end, `*_closed` says whether the end itself belongs to it."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every value of this one is smaller than every value of the other."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def holds(self, other: Interval) -> bool:
        """Whether every value of the other lies in this one."""
        low = self.low is None or (
            other.low is not None
            and (self.low, not self.low_closed) <= (other.low, not other.low_closed)
        )
        high = self.high is None or (
            other.high is not None
            and (other.high, other.high_closed) <= (self.high, self.high_closed)
        )
        return low and high

    def scaled(self, factor: Decimal, offset: Decimal) -> Interval:
        """Give the interval in another unit: value times factor plus offset."""
        low = None if self.low is None else self.low * factor + offset
        high = None if self.high is None else self.high * factor + offset
        return self._replace(low=low, high=high)


class Width(NamedTuple):
    """How far a bound reaches: last places or a share of the figure, and what its ends are.

    `cap` is the share of the figure no width exceeds: a last place of "200,000" is half of it.
    """

    places: Decimal
    share: Decimal
    larger: bool
    low: str
    high: str
    cap: Decimal

    def of(self, figure: Decimal, ulp: Decimal) -> Decimal:
        """Give the width at a figure with a last significant place."""
        width = self.places * ulp
        if self.share:
            by_share = abs(figure) * self.share
            width = max(width, by_share) if self.larger else min(width, by_share)
        return min(width, abs(figure) * self.cap)


def _width(*row: str) -> Width:
    """Build a width from places, percent, choice, the two ends and the cap in per cent."""
    places, percent, choose, low, high, cap = row
    shares = Decimal(percent) / 100, Decimal(cap) / 100
    return Width(Decimal(places), shares[0], choose == "larger", low, high, shares[1])


_DEFAULT: dict[str, Width] = {
    "exact": _width("0", "0", "larger", "closed", "closed", "100"),
    "rounded": _width("0.5", "0", "larger", "closed", "closed", "10"),
    "about": _width("1", "5", "larger", "closed", "closed", "20"),
    "nearly": _width("1", "10", "smaller", "closed", "open", "100"),
    "above": _width("1", "5", "larger", "open", "free", "100"),
    "at_least": _width("1", "5", "larger", "closed", "free", "100"),
    "below": _width("1", "5", "larger", "free", "open", "100"),
    "at_most": _width("1", "5", "larger", "free", "closed", "100"),
    "range": _width("0", "0", "larger", "closed", "closed", "100"),
    "vague": _width("0", "0", "larger", "closed", "closed", "100"),
    # A bare plural of a scale word ("thousands") says no more than its lower end.
    "vague_scale": _width("0", "0", "larger", "closed", "free", "100"),
}


class Policy(NamedTuple):
    """The width of each bound."""

    widths: Mapping[str, Width] = _DEFAULT


def policy_of(lexicon: Mapping[str, object]) -> Policy:
    """Read the policy of the lexicon; a bound it does not name keeps the default of the design."""
    hedges = cast("Mapping[str, Mapping[str, Mapping[str, str]]]", lexicon.get("hedges") or {})
    rows = hedges.get("policy") or {}
    widths = dict(_DEFAULT)
    for name, row in rows.items():
        usual = _DEFAULT[name].cap if name in _DEFAULT else Decimal(1)
        cells = (row["places"], row["percent"], row["choose"], row["low"], row["high"])
        widths[name] = _width(*cells, row.get("cap") or str(usual * 100))
    return Policy(widths)


def precision(quantity: Quantity) -> Decimal:
    """Give the place a bare figure is stated to: 25,000 a thousand, 5.9 a tenth, 50 one.

    Figures below a thousand, and those that end in fewer than two zeros, are read to the unit.
    """
    ulp = quantity.ulp
    if ulp <= 1:
        return ulp
    size = max(abs(quantity.low), abs(quantity.high))
    return ulp if size >= _ROUND_FROM and ulp >= _ROUND_PLACE else Decimal(1)


def interval(quantity: Quantity, policy: Policy) -> Interval:
    """Widen a quantity to the values its wording allows, in its own unit.

    "nearly 700,000" with the default policy is [630000, 700000).
    Source: policy numbers and their origin are in rules/lexicon/hedges.yaml.
    """
    width = policy.widths[_row(quantity)]
    low, high = sorted((quantity.low, quantity.high))
    if quantity.bound is Bound.NEARLY:
        below = width.of(low, quantity.ulp)
        return Interval(low - below, high, width.low == "closed", width.high == "closed")
    one_sided = "free" in {width.low, width.high}
    reach = Decimal(0) if one_sided else width.of(max(abs(low), abs(high)), quantity.ulp)
    return Interval(
        None if width.low == "free" else low - reach,
        None if width.high == "free" else high + reach,
        width.low == "closed",
        width.high == "closed",
    )


def informative(quantity: Quantity, policy: Policy) -> Interval:
    """Give the values a bound hints at: one last place beyond the figure, the far end closed.

    "over 25,000" allows every larger value and hints at (25000, 26000].
    """
    reach = interval(quantity, policy)
    width = policy.widths[_row(quantity)].of(quantity.low, quantity.ulp)
    if reach.high is None and reach.low is not None:
        return reach._replace(high=reach.low + width, high_closed=True)
    if reach.low is None and reach.high is not None:
        return reach._replace(low=reach.high - width, low_closed=True)
    return reach


def _row(quantity: Quantity) -> str:
    if quantity.bound is Bound.EXACT and precision(quantity) > 1:
        return "rounded" if quantity.low == quantity.high else "exact"
    if quantity.bound is Bound.VAGUE and quantity.high >= _ROUND_FROM:
        return "vague_scale"
    return quantity.bound.value


def show(reach: Interval) -> str:
    """Write an interval for a reader: "[630,000, 700,000)", "over 25,000", "24".

    >>> show(Interval(Decimal(630000), Decimal(700000), True, False))
    '[630,000, 700,000)'
    """
    if reach.low is None and reach.high is None:
        return "any value"
    if reach.low is None:
        return f"{'up to' if reach.high_closed else 'under'} {figure(reach.high)}"
    if reach.high is None:
        return f"{'from' if reach.low_closed else 'over'} {figure(reach.low)}"
    if reach.low == reach.high:
        return figure(reach.low)
    left, right = "[" if reach.low_closed else "(", "]" if reach.high_closed else ")"
    return f"{left}{figure(reach.low)}, {figure(reach.high)}{right}"


def figure(value: Decimal | None) -> str:
    """Write a number with separators and no trailing zeros; a huge one in powers of ten."""
    if value is None:
        return "any"
    if value and not -12 < value.adjusted() < 24:
        return f"{value:.6E}"
    plain = f"{value:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
