"""Checks inside one article on amounts: items, sums, parts, hedges, shares, headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise

from claimcheck.model.article import RegionKind
from claimcheck.model.claim import Claim
from claimcheck.model.finding import CheckResult
from claimcheck.model.mention import Bound, Quantity, Role
from claimcheck.rules.interval import figure, interval
from claimcheck.rules.page import Amount, Page, Ruling
from claimcheck.rules.relations import Values, in_common, relation

_OK, _NOTE = CheckResult.OK, CheckResult.NOTE
_FINDING, _NOTHING = CheckResult.FINDING, CheckResult.NOTHING
_MOST_ITEMS = 30
_MOST_BESIDE = 50  # no more figures are looked through for one that belongs to a list or headline
_OF = frozenset(("of the", "of", "out of", "out of the", "of some", "of its", "of their"))
_LIST_GAP = 120  # the longest stretch between two items of one list
_BEFORE = 40  # a total this near before "in four parts:" is the total of the parts
_NEXT = 12  # two shares of one whole stand side by side
_PART_GAP = 30  # the longest stretch between "including" and the figure of the part
_CUE_GAP = 80  # the longest stretch between a figure and the cue of its list
_OPENS = re.compile(r"(?:^|[.;:]\s|\n)\s*(?:Of|Out of|Among) (?:the|its|their|these|some|all)\s*$")
_FRACTION = re.compile(r"[0-9]\s?[/⁄]\s?[0-9]|[¼½¾⅓⅔]")
_UNDER = frozenset((Bound.NEARLY, Bound.BELOW, Bound.AT_MOST))
_FLOOR = frozenset((Bound.ABOVE, Bound.AT_LEAST))
_HALF = Decimal("0.5")
_TWENTIETH = Decimal("0.05")
_LOOSE = Decimal("0.02")  # a conversion further off than this is worth a note


class _List:
    """Amounts listed after an announcing amount: "four grants including $2m …, $2m … and $1m …"."""

    def __init__(self, head: Amount, items: Sequence[Amount], *, is_open: bool) -> None:
        self.head = head
        self.items = tuple(items)
        self.is_open = is_open
        self.claims = (head.claim, *(item.claim for item in items))


def _lists(page: Page) -> Iterator[_List]:
    """Find every list of amounts and the amount that stands right before its cue."""
    for sentence, amounts in page.amounts_by_sentence():
        read = 0  # figures before this one stand in a list already
        for index, head in enumerate(amounts[:-2]):
            cue = _cue(page, page.between(head.end, amounts[index + 1].start))
            if index < read or cue is None:
                continue
            following = amounts[index + 1 : index + 1 + _MOST_ITEMS * 4]
            items = _run(page, following, sentence)
            if len(items) >= 2:
                read = index + len(items)
                yield _List(head, items, is_open=cue == "open")


def _cue(page: Page, between: str) -> str | None:
    """Say whether the words before a first item announce a list, whole or open."""
    if len(between) > _CUE_GAP:
        return None
    if page.says("items_open", between):
        return "open"
    return "closed" if page.says("items", between) or ":" in between else None


def _run(page: Page, amounts: Sequence[Amount], sentence: int) -> tuple[Amount, ...]:
    """Give the amounts of the first one's kind that follow each other in a list."""
    first = amounts[0]
    items = [first]
    for amount in amounts[1:]:
        if not amount.like(first) or amount.quantity.unit_kind != first.quantity.unit_kind:
            continue
        between = page.between(items[-1].end, amount.start)
        if len(between) > _LIST_GAP or not _listed(between) or page.says("list_breaks", between):
            break
        items.append(amount)
    return tuple(items) if items[-1].end <= page.sentence_end(sentence) else ()


def _listed(between: str) -> bool:
    """Whether the words between two amounts keep one list going: no dash, bracket or full stop."""
    if any(mark in between for mark in ("—", "–", " - ", ")", ". ")):
        return False
    joined = any(f" {word} " in between for word in ("and", "plus", "with"))
    return joined or "," in between or ";" in between


def count_of_items(page: Page) -> Iterator[Ruling]:
    """Hold a stated count against the items listed after it."""
    for found in _lists(page):
        stated = found.head.quantity
        if found.head.like(found.items[0]) or not _small_count(found.head):
            continue
        listed = len(found.items)
        last = page.between(found.items[-2].end, found.items[-1].start)
        fewest = listed - 1 if page.says("one_more", last) else listed
        why = f"{figure(stated.low)} announced, {listed} amounts listed"
        fits = fewest <= stated.low <= listed or (found.is_open and stated.low > listed)
        yield Ruling(found.claims, _OK if fits else _FINDING, why)


def _small_count(amount: Amount) -> bool:
    whole = amount.quantity.low == amount.quantity.low.to_integral_value()
    return amount.is_count and amount.is_point and whole and 2 <= amount.quantity.low <= _MOST_ITEMS


def sum_of_parts(page: Page) -> Iterator[Ruling]:
    """Hold listed parts against a stated total of the same unit."""
    for found in _lists(page):
        parts = found.items
        if not all(part.is_point and _adds_to(page, part, found.head) for part in parts):
            continue
        total = found.head if found.head.like(parts[0]) else _total(page, found)
        if total is None:
            if not parts[0].is_count:
                yield Ruling(_claims(parts), _NOTHING, f"the parts come to {_sum(parts)}; no total")
            continue
        yield _summed(found, total)


def _adds_to(page: Page, part: Amount, head: Amount) -> bool:
    """Whether a part may be counted into a total: money, the same noun, no noun, or people."""
    unit, whole = part.quantity.unit, head.quantity.unit
    if not part.is_count or unit in {"", whole}:
        return True
    return page.is_person(unit) and page.is_person(whole)


def _summed(found: _List, total: Amount) -> Ruling:
    parts = found.items
    added = sum((part.quantity.low for part in parts), Decimal(0))
    rounded = (
        part.quantity for part in parts if len(part.quantity.low.normalize().as_tuple()[1]) > 1
    )
    slack = sum((_rounding(each) for each in rounded), _rounding(total.quantity))
    claims = (total.claim, *_claims(parts))
    why = f"the parts come to {figure(added)}, the total given is {figure(total.quantity.low)}"
    short = added + slack < total.quantity.low
    over = added - slack > total.quantity.high
    if total.quantity.bound in _FLOOR:
        over = False
    fits = not over and (not short or found.is_open or total.quantity.bound in _UNDER)
    return Ruling(claims, _OK if fits else _FINDING, why)


def _rounding(quantity: Quantity) -> Decimal:
    """Give half the place a figure is rounded to, at most a twentieth of the figure."""
    if 1 <= quantity.ulp < 1000:
        return Decimal(0)
    return min(quantity.ulp * _HALF, abs(quantity.low) * _TWENTIETH)


def _sum(parts: Sequence[Amount]) -> str:
    unit = parts[0].quantity.unit
    added = figure(sum((part.quantity.low for part in parts), Decimal(0)))
    return f"{added} {unit}".strip()


def _total(page: Page, found: _List) -> Amount | None:
    """Find a stated total of the parts in their sentence or beside it."""
    first = found.items[0]
    largest = max(part.quantity.low for part in found.items)
    sentence = first.claim.sentence
    beside = (page.amounts_of(each) for each in (sentence - 1, sentence, sentence + 1))
    for amount in (amount for amounts in beside for amount in amounts[:_MOST_BESIDE]):
        if amount in found.items or not amount.like(first):
            continue
        if amount.quantity.low > largest and 0 < found.head.start - amount.end <= _BEFORE:
            return amount
        around = page.between(max(0, amount.start - 40), amount.start) + " | "
        around += page.between(amount.end, min(amount.end + 20, len(page.article.text)))
        if amount.quantity.low > largest and page.says("totals", around):
            return amount
    return None


def _claims(amounts: Sequence[Amount]) -> tuple[Claim, ...]:
    return tuple(amount.claim for amount in amounts)


def part_not_above_whole(page: Page) -> Iterator[Ruling]:
    """Hold a part against the whole it is included in."""
    for _, amounts in page.amounts_by_sentence():
        for whole, part in pairwise(amounts):
            between = page.between(whole.end, part.start)
            if len(between) > _LIST_GAP or not whole.like(part):
                continue
            if min(whole.quantity.low, part.quantity.low) < 1:
                continue
            if _names_part(page, between) or _starts_with_whole(page, whole, part):
                yield _part(page, whole, part)
            elif between.strip().lower() in _OF and part.quantity.low > 1:
                yield _part(page, part, whole)


def _starts_with_whole(page: Page, whole: Amount, part: Amount) -> bool:
    """Whether a clause begins "Of the 1,200 houses …," and goes on to a part of them."""
    before = page.between(max(0, whole.start - 20), whole.start)
    if _OPENS.search(before) is None or part.quantity.unit not in {"", whole.quantity.unit}:
        return False
    between = page.between(whole.end, part.start)
    return "," in between and ". " not in between and len(between) <= _CUE_GAP


def _names_part(page: Page, between: str) -> bool:
    """Whether the words after a whole lead straight to a part of it: ", of whom about"."""
    cue = page.find("parts", between)
    if cue is None or "." in between.strip().strip("."):
        return False
    if cue.group().lower().startswith("of ") and not any(
        c in between[: cue.start()] for c in ",;("
    ):
        return False
    return len(between) - cue.end() <= _PART_GAP


def _part(page: Page, whole: Amount, part: Amount) -> Ruling:
    above = page.measured(whole.quantity).reach.below(page.measured(part.quantity).reach)
    why = f"{part.claim.mention.text} of {whole.claim.mention.text}"
    return Ruling((whole.claim, part.claim), _FINDING if above else _OK, why)


def opposed_hedges(page: Page) -> Iterator[Ruling]:
    """Find one round number that the article hedges both from below and from above."""
    groups: dict[tuple[object, ...], list[Amount]] = {}
    for amount in page.amounts:
        quantity = amount.quantity
        if quantity.low == quantity.high and amount.claim.repeats is None:
            kind = "count" if amount.is_count else (quantity.unit, quantity.unit_kind)
            groups.setdefault((kind, quantity.low, _topic(amount)), []).append(amount)
    for group in groups.values():
        bounds = {amount.quantity.bound for amount in group}
        if bounds & _UNDER and bounds & _FLOOR:
            words = " / ".join(dict.fromkeys(a.quantity.bound.value for a in group))
            why = f"{words.replace('_', ' ')} {figure(group[0].quantity.low)}"
            yield Ruling(_claims(group), _NOTE, why)


def _topic(amount: Amount) -> str:
    """Give what must agree besides the figure: nothing if it is telling, else the thing counted."""
    quantity = amount.quantity
    telling = abs(quantity.low) >= 1000 and len(quantity.low.normalize().as_tuple().digits) > 1
    measurand = amount.claim.measurand
    return "" if telling else f"{measurand.counted} {measurand.frame}"


def converted_value(page: Page) -> Iterator[Ruling]:
    """Hold a value in brackets, or after "or", against the value it converts."""
    for amount, other in pairwise(page.amounts):
        if _converts(page, amount, other):
            yield from _conversion(page, amount, other)


def _converts(page: Page, amount: Amount, other: Amount) -> bool:
    between = page.between(amount.end, other.start).strip()
    after = page.between(other.end, min(other.end + 12, len(page.article.text)))
    bracketed = between.startswith("(") and len(between) <= 12 and ")" in after
    apposed = between in {", or", ", or about", ", about", "/"}
    if not (bracketed or apposed) or amount.quantity.unit == other.quantity.unit:
        return False
    return bracketed or _same_size(page, amount.quantity, other.quantity)


def _same_size(page: Page, one: Quantity, two: Quantity) -> bool:
    """Whether two values are near enough to be meant as one; "8 GB, or 1 TB" is a choice."""
    turned = page.units.convert(one.low, one.unit, two.unit)
    return turned is not None and abs(turned - two.low) <= abs(two.low) / 4


def _conversion(page: Page, amount: Amount, other: Amount) -> Iterator[Ruling]:
    one, two = amount.quantity, other.quantity
    if _FRACTION.search(other.claim.mention.text):
        return
    turned = page.units.convert(one.low, one.unit, two.unit)
    above = page.units.convert(one.low + _place(one) * _HALF, one.unit, two.unit)
    if turned is None or above is None or not two.low:
        return
    gap = abs(turned - two.low)
    why = f"{figure(one.low)} {one.unit} is {figure(round(turned, 2))} {two.unit},"
    why += f" the text says {figure(two.low)}"
    beyond = gap > _place(two) + abs(above - turned)
    hedged = Bound.EXACT not in {one.bound, two.bound} or one.bound is not Bound.EXACT
    loose = gap > abs(two.low) * _LOOSE and not hedged
    result = _FINDING if beyond and not hedged else _NOTE if beyond or loose else _OK
    yield Ruling((amount.claim, other.claim), result, why)


def _place(quantity: Quantity) -> Decimal:
    """Give the place of the last digit that is no zero, at most a tenth of the figure."""
    exponent = quantity.low.normalize().as_tuple().exponent
    place = Decimal(1).scaleb(exponent) if isinstance(exponent, int) else quantity.ulp
    return min(max(place, quantity.ulp), abs(quantity.low) * _TWENTIETH * 2)


def percent_of_total(page: Page) -> Iterator[Ruling]:
    """Hold a percentage against the part and the whole it is said of."""
    for _, amounts in page.amounts_by_sentence():
        counts = [amount for amount in amounts if amount.is_count and amount.is_point]
        percents = [a for a in amounts if a.quantity.unit == "percent" and a.is_point]
        percents = percents[:_MOST_BESIDE]
        for part, whole in pairwise(counts):
            between = page.between(part.end, whole.start)
            for percent in percents:
                if _percent_of(between, percent, part, whole):
                    yield _percentage(percent, part, whole)


def _percent_of(between: str, percent: Amount, part: Amount, whole: Amount) -> bool:
    words = between.lower().replace(",", " ").split()
    if not words or "of" not in words[-3:] or len(words) > 9 or whole.quantity.low <= 0:
        return False
    inside = part.end <= percent.start and percent.end <= whole.start
    after = 0 <= percent.start - whole.end <= 40
    before = 0 <= part.start - percent.end <= 12
    return inside or after or before


def _percentage(percent: Amount, part: Amount, whole: Amount) -> Ruling:
    low = (part.quantity.low - _rounding(part.quantity)) / (
        whole.quantity.low + _rounding(whole.quantity)
    )
    high = (part.quantity.low + _rounding(part.quantity)) / max(
        whole.quantity.low - _rounding(whole.quantity), Decimal(1)
    )
    said = percent.quantity
    slack = max(said.ulp * _HALF, Decimal("0.5") if said.bound is Bound.EXACT else Decimal(3))
    fits = low * 100 - slack <= said.low <= high * 100 + slack
    share = figure(round(part.quantity.low / whole.quantity.low * 100, 1))
    why = f"{figure(part.quantity.low)} of {figure(whole.quantity.low)} is {share} per cent,"
    why += f" the text says {figure(said.low)}"
    return Ruling(_claims((part, whole, percent)), _OK if fits else _FINDING, why)


def shares_over_100(page: Page) -> Iterator[Ruling]:
    """Add up the percentages of a sentence that speaks of shares of one whole."""
    for sentence, amounts in page.amounts_by_sentence():
        shares = [a for a in amounts if a.quantity.unit == "percent" and a.is_point]
        changes = {a.quantity.role for a in shares} & {Role.CHANGE, Role.RATE}
        if len(shares) < 2 or changes or not page.says("shares", page.sentence_text(sentence)):
            continue
        if len(shares) == 2 and not _side_by_side(page.between(shares[0].end, shares[1].start)):
            continue
        added = sum((share.quantity.low for share in shares), Decimal(0))
        slack = sum((share.quantity.ulp * _HALF for share in shares), Decimal(0))
        if any(share.quantity.low >= 100 for share in shares):
            continue
        why = f"the shares come to {figure(added)} per cent"
        yield Ruling(_claims(shares), _FINDING if added - slack > 100 else _OK, why)


def _side_by_side(between: str) -> bool:
    return len(between) <= _NEXT and ("," in between or " and " in between)


def headline_against_body(page: Page) -> Iterator[Ruling]:
    """Hold each figure of the headline and deck against those of the text on the same thing."""
    above = [a for a in page.amounts if a.claim.region in {RegionKind.HEADLINE, RegionKind.DECK}]
    body = [a for a in page.amounts if a.claim.region is RegionKind.BODY]
    for head in above[:_MOST_BESIDE]:
        same = (amount for amount in body if _same_thing(head.claim, amount.claim))
        rivals = list(islice(same, _MOST_BESIDE))
        if not rivals:
            continue
        meets = [amount for amount in rivals if _meets(page, head, amount)]
        chosen = meets[0] if meets else rivals[0]
        why = f"headline {head.claim.mention.text}, text {chosen.claim.mention.text}"
        yield Ruling((head.claim, chosen.claim), _OK if meets else _FINDING, why)


def _same_thing(head: Claim, body: Claim) -> bool:
    one, other = head.measurand, body.measurand
    if not one.counted or one.counted != other.counted or one.role != other.role:
        return False
    if not one.frame or one.frame != other.frame:
        return False
    return set(one.modifiers) <= set(other.modifiers) or set(other.modifiers) <= set(one.modifiers)


def _meets(page: Page, head: Amount, body: Amount) -> bool:
    pair = (
        (head.quantity, page.measured(head.quantity)),
        (
            body.quantity,
            page.measured(body.quantity),
        ),
    )
    common = in_common(*pair, page.units)
    if common is None:
        return True
    reach = interval(head.quantity, page.policy)
    near = reach.meets(interval(body.quantity, page.policy))
    return near or relation(common) is not Values.DISJOINT
