"""The public suites of dates: how many are found, with their extent and their value.

Run as a script (`make eval-dates`). Counts follow the scorer of the suites: predictions and gold
are paired one to one by overlap; `value` wants the right TIMEX3 value besides. The range suites
give one reading for both ends of a range, which this grammar reads as two dates: they are shown,
not held to a floor.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claimcheck.grammar.parser import Grammar, compile_grammar, recognise
from claimcheck.grammar.resolve import resolve_all
from claimcheck.model.article import Anchor, AnchorHow, Span
from claimcheck.rules.load import load_lexicon

SHARED = Path(__file__).resolve().parents[3] / "shared"
SUITES = SHARED / "evals" / "gold" / "dates"
SEEDS = SHARED / "seeds" / "timexes.jsonl"
ABSENT = "the public suites of dates (../shared/evals) are not here"
NAMES = ("meantime", "recognizers", "duckling", "recognizers-range", "duckling-range")
SUITED = ("recognizers", "duckling")
# Value F1 of the other tools on the unseen part of four sets of news, pooled; best first.
PEERS = (78.4, 61, 61, 49, 37, 35, 29, 27)

# Records of the assistants' own tests whose convention is foreign to news, by reason.
UNSUITED = {
    "a feast by the moon that is seen, or of a calendar we do not compute": (
        "duckling/ 0417 0419 0421 0423 0424 0425 0440 "
        "0451 0459 0466 0470 0474 0485 0486 0489 0491 0492 0503 0504 0506 "
        "0520 0523 0527 0528 0529 0531 0533 0540 0541 0545 0554 0557 0559 "
        "0562 0568 0569 0578 0581 0582"
    ),
    "an assistant looks ahead where news looks back": (
        "duckling/ 0014 0055 0124 0171 0220 0224 0229 0232 0236 0238 0246 0252 0586"
    ),
    "some coming units, to news a duration, as the last of them": (
        "duckling/ 0588 0589 0590 0592 0593 0594 0597 0599 0600 0605 0610 0611 0614 0616 0622 0623"
    ),
    "a day counted in commands, to news a duration or a month": (
        "duckling/ 0084 0178 0182 0185 0202 recognizers/ 0201 0202 0409 0410 0864 0868 0940"
    ),
    "shorthand of messages": (
        "duckling/ 0051 0053 0054 0057 0090 recognizers/ 0040 0088 0152 0221 0435 0440 "
        "0467 0535 0910 0911"
    ),
    "both ends of a range in one reading": ("recognizers/ 0433 0464 0690"),
    "another value for the same words": ("recognizers/ 0049 0388 0571 0633"),
}


def unsuited() -> frozenset[str]:
    """Give the ids of the records that do not suit news."""
    out, suite = set(), ""
    for word in " ".join(UNSUITED.values()).split():
        if word.endswith("/"):
            suite = word
        else:
            out.add(suite + word)
    return frozenset(out)


class Dated(NamedTuple):
    """One date as the gold or the grammar has it; `values` are equally right."""

    span: Span
    type: str
    values: frozenset[str]


class Tally(NamedTuple):
    """Counts over a suite, and how many of its texts came out all right."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    whole: int = 0
    texts: int = 0

    def f1(self, hits: int) -> float:
        """Give F1 of some hits in hundredths."""
        return round(200 * hits / (self.gold + self.found), 2) if self.gold + self.found else 0.0


def records(name: str) -> list[dict[str, object]]:
    """Read the records of a suite."""
    path = SEEDS if name == "seeds" else SUITES / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def gold_dates(record: dict[str, object]) -> list[Dated]:
    """Give the gold of a record."""
    timexes = record["timexes"]
    assert isinstance(timexes, list)
    return [
        Dated(
            Span(one["start"], one["end"]),
            one["type"],
            frozenset(value.upper() for value in (one["value"], *one.get("also", ()))),
        )
        for one in timexes
    ]


def read_dates(text: str, written: str, grammar: Grammar) -> list[Dated]:
    """Read the dates of a text written on a day."""
    day = date.fromisoformat(written)
    anchor = Anchor(day, day, day, AnchorHow.GIVEN)
    return [
        Dated(reading.span, reading.timex.type, frozenset({reading.timex.value.upper()}))
        for reading in resolve_all(recognise(text, grammar), anchor)
        if reading.timex is not None
    ]


def paired(gold: Sequence[Dated], found: Sequence[Dated]) -> Iterable[tuple[Dated, Dated]]:
    """Pair gold and found one to one: same extent first, then the largest overlap."""
    options = []
    for left, one in enumerate(gold):
        for right, other in enumerate(found):
            overlap = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
            if overlap > 0:
                options.append((one.span != other.span, -overlap, left, right))
    used: set[tuple[str, int]] = set()
    for _, _, left, right in sorted(options):
        if ("gold", left) in used or ("found", right) in used:
            continue
        used |= {("gold", left), ("found", right)}
        yield gold[left], found[right]


def tally(name: str, grammar: Grammar, without: frozenset[str] = frozenset()) -> Tally:
    """Score one suite, without some of its records."""
    total = Tally()
    for record in records(name):
        if record["id"] in without:
            continue
        gold = gold_dates(record)
        found = read_dates(str(record["text"]), str(record["dct"]), grammar)
        pairs = list(paired(gold, found))
        strict = sum(1 for one, other in pairs if one.span == other.span)
        value = sum(1 for one, other in pairs if one.values & other.values)
        more = Tally(
            len(gold),
            len(found),
            strict,
            len(pairs),
            value,
            int(value == len(gold) == len(found)),
            1,
        )
        total = Tally(*(left + right for left, right in zip(total, more, strict=True)))
    return total


def main() -> None:
    """Print the table."""
    if not SUITES.is_dir():
        print(ABSENT)
        return
    grammar = compile_grammar(load_lexicon())
    print(f"{'suite':18}{'gold':>6}{'found':>6}{'strict':>8}{'relaxed':>8}{'value':>7}{'whole':>9}")
    for name in (*NAMES, "seeds"):
        one = tally(name, grammar)
        cells = "".join(f"{one.f1(hits):8.2f}" for hits in (one.strict, one.relaxed, one.value))
        print(f"{name:18}{one.gold:6}{one.found:6}{cells}{one.whole:5}/{one.texts}")
    for name in SUITED:
        one = tally(name, grammar, unsuited())
        print(f"{name} without {len(unsuited())} records unlike news: value {one.f1(one.value)}")
    print("value F1 of other tools on unseen news:", ", ".join(str(figure) for figure in PEERS))


if __name__ == "__main__":
    main()
