"""The number pass: from the hits of the scan up the ladder, numeral to range."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.grammar.en.amount import AmountReader
from claimcheck.grammar.en.bounded import Hedges
from claimcheck.grammar.en.change import ChangeWords
from claimcheck.grammar.en.counted import CountedNouns
from claimcheck.grammar.en.draft import Draft
from claimcheck.grammar.en.loose import LooseReader
from claimcheck.grammar.en.nothing import Rejections
from claimcheck.grammar.en.number import NumberReader
from claimcheck.grammar.en.ranges import RangeReader
from claimcheck.grammar.en.units import UnitIndex
from claimcheck.grammar.reading import Reading
from claimcheck.grammar.scan import Scan
from claimcheck.model.article import Span
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Bound, Quantity, Role, Step, UnitKind

_WINDOW = 60  # characters to the left in which a hedge, a label or a verb of change may stand
_NAME_COMMA = re.compile(r"[A-Z][A-Za-z'’.-]+, $")
_AGED = re.compile(r"\b(?:aged|age|age of|ages)[ ]$", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\bmagnitude(?:[ ]of)?[ -]$", re.IGNORECASE)
_WEAPON = re.compile(
    r"[ -](?:rounds?|pistols?|handguns?|guns?|ammunition|bullets?|cartridges?|semi-?automatic|cal\w*|shells?|rifles?|Glock)\b"
)
_LIST = re.compile(r",? (?:and |or |& )?|/")
_PAIR = re.compile(r",?[ ]?(?:and|but|,)?[ ]?(?:also[ ]|is[ ]|are[ ])?")
_LOWER = frozenset((Bound.ABOVE, Bound.AT_LEAST))
_UPPER = frozenset((Bound.BELOW, Bound.AT_MOST))


class NumberTables:
    """Every word table of the number side, indexed once."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the tables."""
        self.nothing = Rejections(lexicon["nothing"])
        self.units = UnitIndex(lexicon["units"], lexicon["currencies"])
        self.amounts = AmountReader(NumberReader(lexicon["numbers"]), self.units, self.nothing)
        self.loose = LooseReader(lexicon, self.amounts)
        self.nouns = CountedNouns(lexicon["counted"])
        self.hedges = Hedges(lexicon["hedges"]["hedges"])
        self.changes = ChangeWords(lexicon["changes"])
        self.ranges = RangeReader(self.changes)
        numbers = lexicon["numbers"]
        self.plain = frozenset(numbers["cardinals"]) | frozenset(numbers["scales"])
        self.scales = frozenset(numbers["scales"]) - self.loose.vague
        self.vulgar = frozenset(numbers["vulgar"])
        self.triggers = (
            *self.plain,
            *numbers["ordinals"],
            *("half", "quarter"),
            *numbers["multiples"],
            *self.vulgar,
            *self.loose.vague,
            *self.loose.articled,
        )


def quantities(text: str, scan: Scan, tables: NumberTables, taken: Sequence[Span]) -> list[Reading]:
    """Read every quantity of a text, in text order, outside the spans that dates have taken."""
    drafts = tables.ranges.join(text, _amounts(text, scan, tables, taken))
    kept = [draft for draft in drafts if _finish(text, draft, tables)]
    _share_units(text, kept)
    return [_reading(draft) for draft in _pair_bounds(text, kept)]


def _amounts(text: str, scan: Scan, tables: NumberTables, taken: Sequence[Span]) -> list[Draft]:
    """Read an amount at every hit that is free."""
    drafts: list[Draft] = []
    free = index = 0
    hits: list[tuple[int, int, str]] = [(start, end, "") for start, end in scan.digits]
    hits += scan.numbers
    for start, end, word in sorted(hits):
        if start < free:
            continue
        while index < len(taken) and taken[index].end <= start:
            index += 1
        if index < len(taken) and taken[index].start < end:
            continue
        if word:
            draft = _word(text, start, end, word, tables)
            free = draft.end if draft else end
        else:
            draft, free = tables.amounts.digits(text, start, end, free)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _word(text: str, start: int, end: int, word: str, tables: NumberTables) -> Draft | None:
    """Read the amount at a trigger word."""
    if word in tables.vulgar:
        glyph = tables.amounts.numbers.vulgar(word, start)
        return glyph if tables.amounts.finish(text, glyph) else None
    if word not in tables.plain or word in tables.loose.vague:
        if tables.nothing.idiom(text, start, word):
            return None
        return tables.loose.read(text, start, end, word)
    left = text[max(0, start - 24) : start]
    if tables.nothing.idiom(text, start, word) or tables.nothing.named(text, start, end, left):
        return None
    begin = start
    if word in tables.scales:
        begin = _bare_scale(text, start, end, word, left)
        if begin < 0:
            return None
    draft = tables.amounts.words(text, start, end)
    if draft is None:
        return None
    draft.start = begin
    if word == "one" and draft.end == end and tables.nothing.one(text, end, left):
        return None
    return _negative(draft, left)


def _bare_scale(text: str, start: int, end: int, word: str, left: str) -> int:
    """Find where "a hundred" begins; -1 for a scale word that multiplies nothing."""
    lower = left.lower()
    for article in ("a ", "a-", "an ", "another "):
        if lower.endswith(article) and not lower[: -len(article)][-1:].isalnum():
            return start - (len(article) if article != "another " else 0)
    if word in ("dozen", "hundred") or not left.strip():
        return start
    return -1


def _negative(draft: Draft, left: str) -> Draft:
    """Apply "minus" or "negative" right before a spelled numeral."""
    lower = left.lower()
    for word in ("minus ", "negative ", "minus-"):
        if lower.endswith(word):
            draft.low = draft.high = draft.mantissa = -draft.low
            draft.start -= len(word)
    return draft


def _finish(text: str, draft: Draft, tables: NumberTables) -> bool:
    """Climb the rungs above the amount; False where it turns out to be no quantity."""
    if draft.dimension == "nothing":
        return False
    left = text[max(0, draft.start - _WINDOW) : draft.start]
    if draft.dimension == "score":
        return True
    noun = _counted(text, draft, left, tables)
    tables.hedges.read(text, draft, left)
    if draft.bound is Bound.EXACT and _refused(text, draft, left, tables, counted=noun):
        return False
    if draft.dimension == "ordinal":
        return bool(draft.unit)
    hedge = draft.hedge
    if hedge and hedge[0] < draft.start:
        left = text[max(0, hedge[0] - _WINDOW) : hedge[0]]
    tables.changes.read(text, draft, left)
    return True


def _refused(text: str, draft: Draft, left: str, tables: NumberTables, *, counted: bool) -> bool:
    """Tell a bare figure that is a year, a label, a product or a calibre."""
    if draft.unit and draft.dimension not in ("count", "ordinal"):
        weapon = draft.unit in ("millimetre", "inch") and _WEAPON.match(text, draft.end)
        return weapon is not None and bool(weapon)
    if draft.unit in ("caliber", "calibre"):
        return True
    nothing = tables.nothing
    if draft.hyphen and draft.unit in nothing.after_hyphen:
        return True
    if draft.words and draft.dimension != "ordinal":
        return nothing.label(left) and not counted
    return (
        nothing.year(draft, left, counted=counted)
        or (nothing.label(left) and not counted)
        or (not counted and nothing.product(text, draft, left))
    )


def _counted(text: str, draft: Draft, left: str, tables: NumberTables) -> bool:
    """Give a bare number its noun, or its age or magnitude; True where a noun was found."""
    if draft.unit or draft.dimension not in ("number", "ordinal"):
        return False
    if _AGED.search(left):
        draft.unit, draft.kind, draft.dimension = "year", UnitKind.AGE, "age"
        return False
    if _MAGNITUDE.search(left):
        draft.unit, draft.kind, draft.dimension = "magnitude", UnitKind.MEASURE, "magnitude"
        return False
    ordinal = draft.dimension == "ordinal"
    noun = tables.nouns.after(text, draft.end, single=ordinal or draft.high == 1)
    if noun is None:
        if (
            not ordinal
            and draft.low <= 110
            and text[draft.end : draft.end + 1] in (",", ".")
            and _NAME_COMMA.search(left)
        ):
            draft.unit, draft.kind, draft.dimension = "year", UnitKind.AGE, "age"
        return False
    draft.unit, draft.tail = noun.unit, noun.end
    if noun.unit == "magnitude":
        draft.kind, draft.dimension = UnitKind.MEASURE, "magnitude"
        draft.end = noun.end
        return False
    draft.hyphen = text.startswith(("-", "‑", " - "), draft.end)
    if ordinal:
        return True
    draft.kind, draft.dimension = UnitKind.COUNTED, "count"
    per = tables.units.per(text, noun.end)
    if per is not None:
        draft.unit, draft.tail, draft.role = f"{draft.unit}/{per[0]}", per[1], Role.RATE
    return True


def _share_units(text: str, drafts: list[Draft]) -> None:
    """Give the members of a list the unit of its last: "two, three and five people"."""
    for index in range(len(drafts) - 2, -1, -1):
        left, right = drafts[index], drafts[index + 1]
        if left.unit or not right.unit or left.dimension != "number" or right.start - left.end > 6:
            continue
        if right.dimension in ("ordinal", "score", "age") or right.bound is not Bound.EXACT:
            continue
        gap = text[left.end : right.start]
        if _LIST.fullmatch(gap) and gap.strip() and right.kind is not UnitKind.CURRENCY:
            left.unit, left.kind, left.dimension = right.unit, right.kind, right.dimension


def _pair_bounds(text: str, drafts: list[Draft]) -> list[Draft]:
    """Join "more than 10 and less than 40" into a range."""
    out: list[Draft] = []
    for draft in drafts:
        if out and draft.bound in _LOWER | _UPPER and _paired(text, out[-1], draft):
            continue
        out.append(draft)
    return out


def _paired(text: str, left: Draft, right: Draft) -> bool:
    """Make `left` the range of two bounds that face each other."""
    lower, upper = (left, right) if left.bound in _LOWER else (right, left)
    if lower.bound not in _LOWER or upper.bound not in _UPPER or lower.low >= upper.low:
        return False
    if (
        right.hedge is None
        or left.hedge is None
        or right.hedge[0] < left.end
        or right.hedge[1] > right.start
    ):
        return False
    if (
        left.unit
        and left.unit != right.unit
        or not _PAIR.fullmatch(text, left.tail, right.hedge[0])
    ):
        return False
    low, high = lower.low, upper.high
    left.low, left.high, left.bound = low, high, Bound.RANGE
    left.unit, left.kind, left.dimension = right.unit, right.kind, right.dimension
    left.start, left.end, left.tail = min(left.start, left.hedge[0]), right.end, right.tail
    left.hedge = None
    return True


def _reading(draft: Draft) -> Reading:
    """Freeze a draft."""
    hedge = draft.hedge
    quantity = Quantity(
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
    span = Span(draft.start, draft.end)
    dimension = draft.dimension
    steps = [Step(dimension, span), Step("number", Span(draft.start, draft.number_end))]
    if hedge:
        whole = Span(min(hedge[0], draft.start), max(hedge[1], draft.end))
        steps.insert(0, Step("bounded", whole))
    return Reading(span, dimension, quantity, None, tuple(steps))
