"""Run the examples that stand inside the rules: in figures here, in texts through the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, cast

from claimcheck.model.article import Anchor, AnchorHow, Article, RegionKind, Span
from claimcheck.model.claim import Attribution, Claim, Measurand, Stance
from claimcheck.model.finding import Check, CheckResult, Judgement
from claimcheck.model.link import Link, Relation
from claimcheck.model.mention import (
    Bound,
    Change,
    Grain,
    Mention,
    Quantity,
    Timex,
    TimexMod,
    TimexRole,
    UnitKind,
)
from claimcheck.model.report import Extraction
from claimcheck.rules.interval import figure
from claimcheck.rules.judge import Context, judge
from claimcheck.rules.moments import calendar_days
from claimcheck.rules.ruleset import Rule, Ruleset

Plain = Mapping[str, object]
JudgeTexts = Callable[[str, str, date | None, date | None], Sequence[Judgement]]
"""Two texts and their dates in, the judgements of the links between them out."""
CheckText = Callable[[str, date | None], Sequence[Check]]
"""A text and its date in, the checks inside it out."""

_GRAINS = {4: Grain.YEAR, 7: Grain.MONTH, 10: Grain.DAY}


class Outcome(NamedTuple):
    """How one example of a rule went.

    `got` are the codes that decided; `ran` is false where nothing could run it.
    """

    rule: Rule
    fires: bool
    number: int
    ran: bool
    passed: bool
    known_miss: bool
    got: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where the example stands, for a reader."""
        return f"{self.rule.path}: {'fires' if self.fires else 'silent'} {self.number}"


class Texts(NamedTuple):
    """The pipeline, as far as examples need it; None leaves the examples in texts unrun."""

    judge: JudgeTexts | None = None
    check: CheckText | None = None


def outcomes(
    ruleset: Ruleset, texts: Texts | None = None, rules: Sequence[Rule] | None = None
) -> tuple[Outcome, ...]:
    """Run every example of the given rules (default: all) and say how each went."""
    chosen = ruleset.rules + ruleset.checks if rules is None else tuple(rules)
    return tuple(each for rule in chosen for each in _of_rule(rule, ruleset, texts or Texts()))


def _of_rule(rule: Rule, ruleset: Ruleset, texts: Texts) -> Iterator[Outcome]:
    for kind in ("fires", "silent"):
        for index, example in enumerate(rule.examples.get(kind, ()), 1):
            got = _codes(example, ruleset, texts)
            miss = bool(example.get("known_miss"))
            fires = kind == "fires"
            passed = got is not None and ((rule.code in got) == fires) != miss
            yield Outcome(rule, fires, index, got is not None, passed, miss, got or ())


def _codes(example: Plain, ruleset: Ruleset, texts: Texts) -> tuple[str, ...] | None:
    """Give the codes of the rules that decide an example, None where nothing can run it."""
    a, b = example.get("a"), example.get("b")
    if isinstance(a, str) and isinstance(b, str):
        if texts.judge is None:
            return None
        dates = _day(example.get("a_date")), _day(example.get("b_date"))
        return tuple(judgement.rule for judgement in texts.judge(a, b, *dates))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return (_judged(example, cast("Plain", a), cast("Plain", b), ruleset).rule,)
    if texts.check is None or "text" not in example:
        return None
    found = texts.check(str(example["text"]), _day(example.get("date")))
    loud = {CheckResult.FINDING, CheckResult.NOTE}
    return tuple(check.rule for check in found if check.result in loud)


def _judged(example: Plain, a: Plain, b: Plain, ruleset: Ruleset) -> Judgement:
    relation = Relation(str(example.get("relation", "same")))
    left, right = claim_of(a, "a"), claim_of(b, "b")
    link = Link("a", "b", relation, 0, ())
    return judge(link, left[0], right[0], Context(left[1], right[1]), ruleset)


def claim_of(plain: Plain, name: str) -> tuple[Claim, Extraction]:
    """Build a claim and its article from the plain form of an example."""
    published = _day(plain.get("published"))
    anchor = Anchor(published, published, published, AnchorHow.GIVEN) if published else Anchor()
    frame, head = str(plain.get("frame", "")), str(plain.get("head", ""))
    words = tuple(str(word) for word in cast("Sequence[object]", plain.get("words", ())))
    time, role = _time(plain)
    source = str(plain.get("source", ""))
    claim = Claim(
        id=name,
        article_id=name,
        sentence=0,
        mention=_mention(plain, name),
        measurand=Measurand(head=head, frame=frame, words=words),
        region=RegionKind(str(plain.get("region", "body"))),
        time=time,
        time_role=role,
        attribution=Attribution(source, Span(0, 0), "") if source else None,
        stance=Stance(str(plain.get("stance", "asserted"))),
    )
    return claim, Extraction(Article(name, "", path=name, published=anchor), (), (), (claim,))


def _mention(plain: Plain, name: str) -> Mention:
    if "date" in plain:
        timex = _timex(plain)
        return Mention(name, 0, Span(0, 0), timex.value, "date", None, timex)
    quantity = _quantity(plain)
    bound = "" if quantity.bound is Bound.EXACT else f"{quantity.bound.value.replace('_', ' ')} "
    words = f"{bound}{figure(quantity.low)}"
    return Mention(name, 0, Span(0, 0), words, "count", quantity, None)


def _quantity(plain: Plain) -> Quantity:
    low = Decimal(str(plain.get("value")))
    return Quantity(
        low=low,
        high=Decimal(str(plain.get("high", low))),
        ulp=Decimal(str(plain.get("ulp", 1))),
        unit=str(plain.get("unit", "")),
        unit_kind=UnitKind(str(plain.get("unit_kind", "counted"))),
        bound=Bound(str(plain.get("bound", "exact"))),
        change=Change(str(plain.get("change", "none"))),
    )


def _timex(plain: Plain) -> Timex:
    value = str(plain["date"])
    days = calendar_days(value)
    until = calendar_days(str(plain.get("until", value)))
    role = TimexRole(str(plain.get("date_role", "event")))
    if "until" in plain:
        value = f"{value}/{plain['until']}"
    anchored = bool(plain.get("anchored", False))
    return Timex(
        type="DATE",
        value=value,
        underspecified=f"told from {value}" if anchored else value,
        first=days and days.first,
        last=until and until.last,
        grain=_grain(plain, value),
        role=role,
        anchored=anchored,
    )


def _grain(plain: Plain, value: str) -> Grain:
    """Give the grain of a date; an anchored one whose article has no date is a day spread wide."""
    if plain.get("anchored") and "published" not in plain:
        return Grain.DAY
    return _GRAINS.get(len(value), Grain.NONE)


def _time(plain: Plain) -> tuple[Timex | None, TimexRole]:
    if "time" not in plain:
        return None, TimexRole.UNKNOWN
    value = str(plain["time"])
    days = calendar_days(value)
    mod = TimexMod(str(plain.get("time_mod", "as_of")))
    timex = Timex(
        type="DATE",
        value=value,
        underspecified=value,
        first=days and days.first,
        last=days and days.last,
        grain=_GRAINS[len(value)],
        mod=mod,
    )
    roles = {TimexMod.ON: TimexRole.EVENT, TimexMod.SINCE: TimexRole.SINCE}
    return timex, roles.get(mod, TimexRole.AS_OF)


def _day(value: object) -> date | None:
    if value is None:
        return None
    days = calendar_days(str(value))
    return days.first if days else None
