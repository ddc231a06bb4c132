"""The number pass: from the hits of the scan up the ladder, numeral to range."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.grammar.en.amount import AmountReader
from claimcheck.grammar.en.bounded import Hedges
from claimcheck.grammar.en.change import ChangeWords
from claimcheck.grammar.en.context import Left
from claimcheck.grammar.en.counted import CountedNouns
from claimcheck.grammar.en.draft import ONE, Draft
from claimcheck.grammar.en.lists import pair_bounds, share_units
from claimcheck.grammar.en.loose import LooseReader
from claimcheck.grammar.en.meaning import MeaningReader
from claimcheck.grammar.en.nothing import Rejections
from claimcheck.grammar.en.number import NumberReader
from claimcheck.grammar.en.ranges import RangeReader
from claimcheck.grammar.en.units import UnitIndex
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scan
from claimcheck.model.article import Span
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Bound, Quantity, Role, Step, UnitKind

# What one text may hold: more is no article. Bounds the work on hostile input to a second or so.
MOST_AMOUNTS = 20_000
MOST_HITS = 50_000
_NEVER_BARE = frozenset(("gross", "mil", "mill", "arab", "doz", "dozs"))  # "gross profit", "a mill"
_OPENING = frozenset(("thousand", "million", "billion", "trillion", "lakh", "crore"))
_BRACKETS = frozenset((" (", " [", "(", " ( ", ", or ", " — ", " or ", " / "))


class NumberTables:
    """Every word table of the number side, indexed once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the tables."""
        numbers = lexicon["numbers"]
        self.nothing = Rejections(lexicon["nothing"], _months(lexicon))
        units = UnitIndex(lexicon["units"], lexicon["currencies"])
        self.amounts = AmountReader(
            NumberReader(numbers, lexicon["units"]["lengths"]), units, self.nothing
        )
        self.loose = LooseReader(lexicon, self.amounts)
        self.hedges = Hedges(lexicon["hedges"]["hedges"])
        self.meanings = MeaningReader(CountedNouns(lexicon["counted"]), self.hedges, units)
        self.changes = ChangeWords(lexicon["changes"])
        self.ranges = RangeReader(self.changes)
        self.plain = frozenset(numbers["cardinals"]) | frozenset(numbers["scales"])
        self.scales = frozenset(numbers["scales"]) - self.loose.vague
        self.vulgar = frozenset(numbers["vulgar"])
        self.triggers = frozenset(
            (
                *self.plain,
                *numbers["ordinals"],
                *("half", "quarter", "score"),
                *numbers["multiples"],
                *self.vulgar,
                *self.loose.vague,
                *self.loose.articled,
            )
        )


def _months(lexicon: Lexicon) -> list[str]:
    """List the months as a sentence writes them: "January", "Jan", "Jan."."""
    calendar = lexicon["calendar"]
    short = [name.capitalize() for name in calendar["month_abbreviations"]]
    names = [name.capitalize() for name in calendar["months"]]
    return [*names, *short, *(f"{name}." for name in short)]


def quantities(text: str, scan: Scan, tables: NumberTables, taken: Sequence[Span]) -> list[Reading]:
    """Read every quantity of a text, in text order, outside the spans that dates have taken."""
    found, cut = _amounts(text, scan, tables, taken)
    drafts = tables.ranges.join(text, found)
    kept = _outside_rates([draft for draft in drafts if _finish(text, draft, tables)])
    share_units(text, kept)
    whole = pair_bounds(text, kept)
    for left, right in pairwise(whole):
        if left.dimension == right.dimension and text[left.end : right.start] in _BRACKETS:
            _convert(left, right)
    return [*(_reading(draft) for draft in whole), *_unread(cut)]


def _unread(cut: Span | None) -> list[Reading]:
    """Note where a text holds more figures than are read."""
    if cut is None:
        return []
    return [Reading(cut, "unreadable", None, None, (Step("too many figures", cut),))]


def hedged(text: str, start: int, unit: str, tables: NumberTables) -> Quantity | None:
    """Read the one that an article counts where a hedge bounds it: "more than a decade"."""
    draft = Draft(start, text.index(" ", start), ONE, ONE)
    draft.unit, draft.kind, draft.dimension = unit, UnitKind.MEASURE, "duration"
    tables.hedges.read(text, draft, Left(text, start))
    return None if draft.bound is Bound.EXACT else _quantity(draft)


def _outside_rates(drafts: list[Draft]) -> list[Draft]:
    """Drop the base of a rate: the 1,000 of "12 deaths per 1,000 births" counts nothing itself."""
    reach = 0
    kept: list[Draft] = []
    for draft in drafts:
        if draft.start >= reach:
            kept.append(draft)
        if draft.role is Role.RATE:
            reach = draft.tail
    return kept


def _convert(left: Draft, right: Draft) -> None:
    """Let "34 miles (55 km)" say that the second amount is the first in another unit."""
    measured = left.kind in (UnitKind.MEASURE, UnitKind.CURRENCY) and right.kind is left.kind
    if measured and left.unit != right.unit:
        left.converted = _quantity(right)


def _amounts(
    text: str, scan: Scan, tables: NumberTables, taken: Sequence[Span]
) -> tuple[list[Draft], Span | None]:
    """Read an amount at every hit that is free; give the first that is one too many."""
    drafts: list[Draft] = []
    hits: list[tuple[int, int, str]] = [(start, end, "") for start, end in scan.digits]
    hits += scan.numbers
    hits.sort()
    cut = Span(*hits[MOST_HITS][:2]) if len(hits) > MOST_HITS else None
    del hits[MOST_HITS:]
    read_digits = tables.amounts.digits
    free = index = 0
    for start, end, word in hits:
        if start < free:
            continue
        if len(drafts) >= MOST_AMOUNTS:
            return drafts, Span(start, end)
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if index < len(taken) and taken[index].start < end:
            continue
        if word:
            draft = _word(text, start, end, word, tables)
            free = draft.end if draft else end
        else:
            draft, free = read_digits(text, start, end, free)
        if draft is not None:
            drafts.append(draft)
    return drafts, cut


def _word(text: str, start: int, end: int, word: str, tables: NumberTables) -> Draft | None:
    """Read the amount at a trigger word."""
    if word in tables.vulgar:
        glyph = tables.amounts.numbers.vulgar(word, start)
        return glyph if tables.amounts.finish(text, glyph) else None
    if tables.nothing.idiom(text, start, word):
        return None
    if word not in tables.plain or word in tables.loose.vague:
        return tables.loose.read(text, start, end, word)
    if tables.nothing.named(text, start, end):
        return None
    begin = _bare_scale(text, start, word) if word in tables.scales else start
    draft = tables.amounts.words(text, start, end) if begin >= 0 else None
    if draft is None or (word == "one" and tables.nothing.one(text, end, draft)):
        return None
    draft.start = begin
    return _negative(text, draft)


def _bare_scale(text: str, start: int, word: str) -> int:
    """Find where "a hundred" begins; -1 for a scale word that multiplies nothing."""
    if word in _NEVER_BARE:
        return -1
    left = text[max(0, start - 10) : start].lower()
    for article, length in (("a ", 2), ("a-", 2), ("an ", 3), ("another ", 0)):
        if left.endswith(article) and not left[: -len(article)][-1:].isalnum():
            return start - length
    if word in ("dozen", "hundred"):
        return start
    return start if word in _OPENING and not left.strip() else -1


def _negative(text: str, draft: Draft) -> Draft:
    """Apply "minus" or "negative" right before a spelled numeral."""
    if text[draft.start - 2 : draft.start] in ("s ", "e ", "s-"):
        left = text[max(0, draft.start - 9) : draft.start].lower()
        for word in ("minus ", "negative ", "minus-"):
            if left.endswith(word) and not left.endswith("or minus "):
                draft.low = draft.high = draft.mantissa = -draft.low
                draft.start -= len(word)
    return draft


def _finish(text: str, draft: Draft, tables: NumberTables) -> bool:
    """Climb the rungs above the amount; False where it turns out to be no quantity."""
    if draft.dimension in ("nothing", "score"):
        return draft.dimension == "score"
    left = Left(text, draft.start)
    counted = tables.meanings.read(text, draft, left, tables.plain)
    tables.hedges.read(text, draft, left)
    if draft.bound is Bound.RANGE:
        if not counted and tables.nothing.numbered(text, draft, left):
            return False
        if not counted and _bare_pair(text, draft, left):
            draft.dimension, draft.kind, draft.unit = "score", UnitKind.SCORE, "score"
            draft.bound = Bound.EXACT
    elif draft.bound is Bound.EXACT and tables.nothing.refuses(text, draft, left, counted=counted):
        return False
    if draft.dimension == "ordinal":
        return bool(draft.unit)
    tables.changes.read(text, draft, left)
    return True


def _bare_pair(text: str, draft: Draft, left: Left) -> bool:
    """Tell a pair that counts nothing, "a 9-14 start": a score, where prose surrounds it."""
    if draft.unit or draft.hedge is not None or not left.words or draft.high >= 1000:
        return False
    return text[draft.start : draft.end].strip("0123456789 ") in "-–‑"


def _reading(draft: Draft) -> Reading:
    """Freeze a draft."""
    hedge = draft.hedge
    start, end = draft.start, draft.end
    span = Span(start, end)
    steps = (Step(draft.dimension, span), Step("number", Span(start, draft.number_end)))
    trace: tuple[Step, ...] = steps
    if hedge:
        whole = Span(min(hedge[0], start), max(hedge[1], end))
        trace = (Step("bounded", whole), *steps)
    return Reading(span, draft.dimension, _quantity(draft), None, trace)


def _quantity(draft: Draft) -> Quantity:
    """Freeze the value of a draft."""
    hedge = draft.hedge
    return Quantity(
        draft.low,
        draft.high,
        draft.ulp,
        draft.unit,
        draft.kind,
        draft.bound,
        draft.change,
        draft.role,
        Span(*hedge) if hedge else None,
        draft.converted,
    )
