"""Comparisons: each slot of two claims, the level they reach, and what it weighs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from claimcheck.linking.contrasts import Beside
from claimcheck.linking.crowd import Crowds
from claimcheck.linking.rarity import Rarity
from claimcheck.linking.stories import Nearness, Tales
from claimcheck.linking.words import LinkWords, canonical
from claimcheck.model.claim import Claim
from claimcheck.model.figures import swapped
from claimcheck.model.link import Comparison
from claimcheck.model.mention import Bound, Grain, Quantity, Timex, UnitKind


class Scale(NamedTuple):
    """What a comparison needs besides the claims: word tables, rarity, stories."""

    words: LinkWords
    rarity: Rarity
    tales: Tales
    crowds: Crowds
    beside: Beside


def compare(left: Claim, right: Claim, scale: Scale) -> tuple[Comparison, ...]:
    """Compare all slots in a fixed order; exchanging left and right changes no weight."""
    dates = left.mention.quantity is None
    value = _date if dates else _value
    return (
        _head(left, right, scale),
        _names(left, right, scale),
        _participants(left, right, scale),
        _frame(left, right, scale),
        _place(left, right, scale),
        _agent(left, right, scale),
        _context(left, right, scale),
        value(left, right, scale),
        *_crowd(left, right, scale),
        _story(left, right, scale),
    )


def _level(slot: str, level: str, seen: str, scale: Scale) -> Comparison:
    return Comparison(slot, level, seen, scale.words.weights[slot][level])


def _head(left: Claim, right: Claim, scale: Scale) -> Comparison:
    a, b = left.measurand.counted, right.measurand.counted
    if not a or not b or left.mention.dimension == "score":
        return _level("head", "unknown", f"{a or '?'} / {b or '?'}", scale)
    level = scale.words.nouns.level(a.split()[-1], b.split()[-1])
    if left.mention.quantity is None and level != "same":
        level = "unknown"  # the words of an event; its frame decides
    elif left.mention.dimension not in _COUNTS:
        level = _property(level, left, right)
    return _level("head", level, a if a == b else f"{a} / {b}", scale)


_COUNTS = frozenset(("count", "number", "date"))


def _property(level: str, left: Claim, right: Claim) -> str:
    """Weigh what two amounts are about: only two named properties speak against one question."""
    if level in ("same", "synonym", "alike"):
        return "property"
    return level if left.measurand.kind and right.measurand.kind else "unknown"


def _names(left: Claim, right: Claim, scale: Scale) -> Comparison:
    """Add up shared modifiers by their rarity; the governing frame has its own slot."""
    a, b = _modifiers(left, scale.words), _modifiers(right, scale.words)
    shared = sorted(a.keys() & b.keys())
    limits = scale.words.weights["name"]
    if not shared:
        both = bool(a) and bool(b)
        named = bool(left.measurand.names) and bool(right.measurand.names)
        dates = left.mention.quantity is None
        level = "no_participant" if dates and named else "none_shared"
        return Comparison("name", level, "", limits[level] if both else 0)
    weight = sum(scale.rarity(key) for key in shared)
    return Comparison(
        "name", "shared", " ".join(a[key] for key in shared), min(weight, limits["most"])
    )


def _participants(left: Claim, right: Claim, scale: Scale) -> Comparison:
    """Tell two events of one kind apart by who takes part.

    Two dates part when each names whom the other does not, unless one did both ("William Pike" and
    "Bill Pike", both born), two unlike counts when they share no name.
    """
    a, b = set(left.measurand.names), set(right.measurand.names)
    dates = left.mention.quantity is None
    if not dates and a and b and not a & b and not _meets(left, right):
        others = f"{' '.join(sorted(a)[:4])} / {' '.join(sorted(b)[:4])}"
        return _level("participant", "disjoint", others, scale)
    doers = set(left.measurand.agent.split()) & set(right.measurand.agent.split())
    if dates and a - b and b - a and not doers:
        others = f"{' '.join(sorted(a - b)[:4])} / {' '.join(sorted(b - a)[:4])}"
        return _level("participant", "others", others, scale)
    return _level("participant", "same" if a & b else "unknown", " ".join(sorted(a & b)[:6]), scale)


def _modifiers(claim: Claim, words: LinkWords) -> dict[str, str]:
    slots = claim.measurand
    head = words.stemmer.stem(slots.counted.split()[-1]) if slots.counted else ""
    keys = {canonical(stem, words): stem for stem in slots.modifiers if stem != head}
    keys.pop(f"frame:{slots.frame}", None)
    return keys


def _frame(left: Claim, right: Claim, scale: Scale) -> Comparison:
    a, b = left.measurand.frame, right.measurand.frame
    if not a or not b:
        return _level("frame", "unknown", f"{a or '?'} / {b or '?'}", scale)
    if a == b:
        named = _frame_is_head(left) and _frame_is_head(right)
        plain = "same_verb" if a.startswith("verb:") else "same"
        return _level("frame", "same_as_head" if named else plain, a, scale)
    shared = sorted(_frames(left, scale.words) & _frames(right, scale.words))
    if shared:
        return _level("frame", "shared", " ".join(shared), scale)
    return _level("frame", _unlike(left, right, scale.words), f"{a} / {b}", scale)


def _unlike(left: Claim, right: Claim, words: LinkWords) -> str:
    """Tell whether two frames speak against one question: only those a number hangs on do."""
    frames = {left.measurand.frame, right.measurand.frame}
    if any(frame.startswith("verb:") for frame in frames):
        return "unknown"
    counted = left.mention.quantity is not None
    return "unknown" if counted and frames & words.happenings else "other"


def _frame_is_head(claim: Claim) -> bool:
    """Tell whether the counted noun itself names the frame ("24 deaths"): one word, one proof."""
    spans = dict(claim.measurand.spans)
    return "head" in spans and spans["head"] == spans.get("frame")


def _frames(claim: Claim, words: LinkWords) -> set[str]:
    """Give the governing frame and those its phrase names ("awaiting resettlement": both)."""
    slots = claim.measurand
    named = {words.frames[stem] for stem in slots.modifiers if stem in words.frames}
    return named | {slots.frame}


def _place(left: Claim, right: Claim, scale: Scale) -> Comparison:
    a, b = left.measurand.place, right.measurand.place
    if not a or not b:
        return _level("place", "unknown", f"{a or '?'} / {b or '?'}", scale)
    if set(a.split()) & set(b.split()):
        return _level("place", "same", a if a == b else f"{a} / {b}", scale)
    return _level("place", "other", f"{a} / {b}", scale)


def _agent(left: Claim, right: Claim, scale: Scale) -> Comparison:
    a, b = left.measurand.agent, right.measurand.agent
    if not a or not b:
        return _level("agent", "unknown", "", scale)
    seen = a if a == b else f"{a} / {b}"
    if set(a.split()) & set(b.split()):
        return _level("agent", "same", seen, scale)
    differ = left.mention.quantity is not None and not _meets(left, right)
    return _level("agent", "other_doer" if differ else "other", seen, scale)


def _context(left: Claim, right: Claim, scale: Scale) -> Comparison:
    """Words the two sentences share beyond the slots: weak evidence, at half weight."""
    used = _keys(left.measurand.modifiers, scale) & _keys(right.measurand.modifiers, scale)
    used |= {f"frame:{frame}" for frame in (left.measurand.frame, right.measurand.frame)}
    used |= _keys(_head_stems(left, scale) & _head_stems(right, scale), scale)
    shared = sorted(
        (_keys(left.measurand.words, scale) & _keys(right.measurand.words, scale)) - used
    )
    limits = scale.words.weights["words"]
    if not shared:
        return _level("words", "none_shared", "", scale)
    weight = sum(scale.rarity(stem) for stem in shared) // 2
    return Comparison("words", "shared", " ".join(shared[:8]), min(weight, limits["most"]))


def _asks_the_same(left: Claim, right: Claim, scale: Scale) -> bool:
    """Tell whether two claims have the same head, and stand in the same frame."""
    frames = {left.measurand.frame, right.measurand.frame}
    heads = [_head_stems(one, scale) for one in (left, right)]
    return len(frames) == 1 and "" not in frames and heads[0] == heads[1] != set()


def _head_stems(claim: Claim, scale: Scale) -> set[str]:
    return {scale.words.stemmer.stem(word) for word in claim.measurand.counted.split()}


def _keys(stems: Iterable[str], scale: Scale) -> set[str]:
    return {canonical(stem, scale.words) for stem in stems}


def _value(left: Claim, right: Claim, scale: Scale) -> Comparison:
    """Figures that meet are evidence, the more digits the better; figures that differ are none."""
    a, b = left.mention.quantity, right.mention.quantity
    weights = scale.words.weights["value"]
    seen = (
        left.mention.text
        if left.mention.text == right.mention.text
        else f"{left.mention.text} / {right.mention.text}"
    )
    if a is None or b is None:
        return Comparison("value", "disjoint", seen, 0)
    if Bound.VAGUE in (a.bound, b.bound):
        return _level("value", "vague" if _vaguely(a, b) else _apart(a, b), seen, scale)
    if (a.low, a.high) == (b.low, b.high):
        weight = weights["equal"] + weights["per_digit"] * _digits(a)
        return Comparison("value", "equal", seen, min(weight, weights["most"]))
    if _near(a, b):
        return Comparison("value", "overlap", seen, weights["overlap"])
    level = _apart(a, b)
    together = level == "disjoint" and _told_together(left, right, scale)
    return _level("value", "reversed" if together and _reversed(a, b) else level, seen, scale)


def _vaguely(left: Quantity, right: Quantity) -> bool:
    """Tell whether a vague word may stand for a figure; "thousands" may be said of 25,000."""
    ends = [
        (one.low, one.high * _LOOSE if one.bound is Bound.VAGUE else one.high)
        for one in (left, right)
    ]
    (low, high), (bottom, top) = ends
    return low <= top and bottom <= high


def _near(left: Quantity, right: Quantity) -> bool:
    """Tell whether two figures may be one, rounded or hedged; 13 and 14 may not."""
    hedged = left.bound is not Bound.EXACT or right.bound is not Bound.EXACT
    reach = max(left.ulp, right.ulp) if hedged else (left.ulp + right.ulp) / 2
    gap = max(left.low - right.high, right.low - left.high)
    return gap < min(reach, _NEAR * max(abs(left.high), abs(right.high)))


def _apart(left: Quantity, right: Quantity) -> str:
    """Tell how far two figures lie apart; the same digits, moved or swapped, may be a slip."""
    small, large = sorted((abs(left.low), abs(right.low)))
    if swapped(small, large):
        return "swapped"
    if small.normalize().as_tuple().digits == large.normalize().as_tuple().digits:
        return "slip"
    return "far" if large > _FAR * small else "disjoint"


def _reversed(left: Quantity, right: Quantity) -> bool:
    """Tell whether two figures of two digits have them in each other's place (45 and 54)."""
    digits, back = (one.low.normalize().as_tuple().digits for one in (left, right))
    return left.low.adjusted() == right.low.adjusted() and len(digits) == 2 and digits == back[::-1]


_FAR = 8
_LOOSE = 10
_NEAR = Decimal("0.2")


def _digits(quantity: Quantity) -> int:
    """Count significant digits beyond a small whole number; 3 tells little, 675,190 much.

    Every digit of a score tells: it is two numbers at once.
    """
    if quantity.unit_kind is UnitKind.SCORE:
        return len(f"{quantity.low}{quantity.high}")
    digits = len(quantity.low.normalize().as_tuple().digits)
    large = quantity.low >= Decimal(1000)
    return digits - 1 + (2 if large else 0)


def _crowd(left: Claim, right: Claim, scale: Scale) -> Iterator[Comparison]:
    """Weigh, for figures that differ, how many such figures an article holds.

    Where two articles of one story each give a single answer to what reads as one question, and the
    two are of one size, it is one question.
    """
    if _meets(left, right):
        return
    level, dates = scale.crowds.level(left, right), left.mention.quantity is None
    rivals = _told_together(left, right, scale) and _asks_the_same(left, right, scale)
    if level == "alone" and rivals and _of_one_size(left, right):
        yield _level("crowd", "only_date" if dates else "only", "", scale)
    elif not dates:
        yield _level("crowd", level, "", scale)


def _of_one_size(left: Claim, right: Claim) -> bool:
    """Tell whether two figures differ by half at most, two dates of the calendar are as fine."""
    a, b = left.mention.quantity, right.mention.quantity
    if a is not None and b is not None:
        small, large = sorted((abs(a.low), abs(b.low)))
        return large <= _HALF_MORE * small
    day, other = left.mention.timex, right.mention.timex
    if day is None or other is None or _deictic(day) or _deictic(other):
        return False
    return day.grain is other.grain


_HALF_MORE = Decimal("1.5")


def _told_together(left: Claim, right: Claim, scale: Scale) -> bool:
    """Tell whether the claims stand in two articles of one story."""
    if left.article_id == right.article_id:
        return False
    return scale.tales.nearness(left.article_id, right.article_id) is Nearness.SAME


_GRAINS = {
    Grain.DAY: "same_day",
    Grain.TIME: "same_day",
    Grain.MONTH: "same_month",
    Grain.YEAR: "same_year",
}
_CALENDAR = re.compile("[0-9]{2}")


def _deictic(timex: Timex) -> bool:
    """Tell whether a date names no month and no year of its own ("last month", "Tuesday")."""
    return _CALENDAR.search(timex.underspecified) is None


def _date(left: Claim, right: Claim, scale: Scale) -> Comparison:
    """Dates that meet are evidence; two told from the days of writing ("last month") are little."""
    a, b = left.mention.timex, right.mention.timex
    seen = _dates_seen(a, b)
    if a is None or b is None or a.first is None or b.first is None or not (a.last and b.last):
        return _level("date", "unknown", seen, scale)
    if a.first > b.last or b.first > a.last:
        return _level("date", "disjoint", seen, scale)
    if _deictic(a) and _deictic(b):
        return _level("date", "deictic", seen, scale)
    level = _GRAINS.get(a.grain, "contains") if a.value == b.value else "contains"
    return _level("date", level, seen, scale)


def _dates_seen(left: Timex | None, right: Timex | None) -> str:
    a, b = (left.value if left else "?"), (right.value if right else "?")
    return a if a == b else f"{a} / {b}"


def _story(left: Claim, right: Claim, scale: Scale) -> Comparison:
    """Weigh whether both articles tell one event; one article seldom contradicts itself."""
    if left.article_id == right.article_id:
        meets = _meets(left, right)
        return _level("story", "same_article" if meets else "same_article_differs", "", scale)
    nearness = scale.tales.nearness(left.article_id, right.article_id)
    named = bool(left.measurand.place) and left.measurand.place == right.measurand.place
    level = "other_self_named" if nearness is Nearness.OTHER and named else nearness.value
    if level in _APART_STORIES and not _meets(left, right):
        level = f"{level}_differs"
    return _level("story", level, scale.tales.story_of(left.article_id), scale)


_APART_STORIES = frozenset(("near", "other_self_named"))


def _meets(left: Claim, right: Claim) -> bool:
    a, b = left.mention.quantity, right.mention.quantity
    if a is None or b is None:
        return left.mention.timex == right.mention.timex
    if Bound.VAGUE in (a.bound, b.bound):
        return _vaguely(a, b)
    return (a.low, a.high) == (b.low, b.high)
