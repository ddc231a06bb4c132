"""Score our reader on public quantity suites and print it beside three peers.

`make eval-quantities`; "pooled" is over all records, "sound" without those of `FOREIGN`.
Predictions are made in process; the scorer is the one that lies beside the data.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from claimcheck.grammar.parser import Grammar, compile_grammar, recognise
from claimcheck.grammar.reading import Reading
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Bound, Change, UnitKind
from claimcheck.rules.load import load_lexicon

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "evals"
ABSENT = "the public suites lie beside the repository in ../shared and are absent"
GOLD = SHARED / "gold" / "quantities"
SCORER = SHARED / "score" / "quantities" / "score.py"

# Value F1 and value+unit F1 of the peers over the whole suites: a tool on a dependency parser, the
# popular table of regular expressions and units, and the recogniser a vendor made.
PEERS = {
    "rec-number": ("42/27", "50/48", "81/80"),
    "rec-currency": ("85/76", "87/24", "99/98"),
    "rec-dimension": ("86/76", "91/77", "91/77"),
    "rec-range": ("71/62", "75/72", "69/63"),
    "q3-quantities": ("75/55", "100/100", "71/43"),
    "q3-spellout": ("50/48", "83/83", "83/83"),
    "duck-numeral": ("57/57", "54/54", "71/71"),
    "duck-money": ("68/54", "68/27", "74/43"),
    "duck-quantity": ("70/60", "70/64", "51/23"),
}
# Records whose convention is foreign to news, by reason; "sound" leaves them out of the pool.
FOREIGN = {
    "the gold converts to another unit": (
        "duck-quantity:ad14e77ab0 duck-quantity:8a7d6ba81f duck-quantity:fd163d258d"
        " duck-quantity:cb9feebd9c duck-distance:8e946a0f6c duck-distance:c2dd58cea5"
    ),
    "k and G are kilometre and giga by context alone": (
        "duck-distance:f37ee7aaa3 duck-numeral:5d44ad531e duck-numeral:8e75a364f0"
    ),
    "prices as spoken at a till": (
        "duck-money:38f9d96c6a duck-money:c1f9680adc duck-money:4c566e0b77"
    ),
    "a few is a reach, not three": "duck-numeral:58455a4449",
    "a bare 3/15 is a day": "duck-numeral:a72b80e33e",
    "vague numbers count as none": "q3-spellout:ae933a4cb0",
    "a list shares its noun": "q3-quantities:4bcc37a6a8",
    "a range is one amount": "rec-age:dd83808562 rec-dimension:a055aca29b",
    "a rate keeps what it is per": (
        "rec-currency:1b2144a6f8 rec-currency:03d513daa1 rec-dimension:c0ca089609"
    ),
    "sums and powers are not figures": (
        "rec-number:9f92003a50 rec-number:ed681fde18 rec-number:c39c287199"
    ),
    "a dash and a space begin an item of a list": "rec-number:7f961ae53f",
    "a telephone number counts nothing": "rec-number:6b1fe4d70e",
    "the suite reads bare numbers, units beside them do not count": (
        "rec-number:1d23a52590 rec-number:165a054f1c rec-number:60276bbdef"
        " rec-range:84214865aa rec-range:9d597e9c48"
    ),
    "percent of ten is no percentage": (
        "rec-percent:41e68ae30f rec-percent:b7aad0bc54 rec-percent:c0120f6efd"
    ),
}
_FOREIGN = frozenset(" ".join(FOREIGN.values()).split())
_BOUNDS = {
    Bound.EXACT: "=",
    Bound.ABOUT: "~",
    Bound.NEARLY: "~",
    Bound.ABOVE: ">",
    Bound.AT_LEAST: ">",
    Bound.BELOW: "<",
    Bound.AT_MOST: "<",
    Bound.RANGE: "range",
    Bound.VAGUE: "~",
}
Record = dict[str, Any]  # JSON of the suites, whose shape is theirs


def predictions(text: str, grammar: Grammar, lexicon: Lexicon, suite: str = "") -> list[Record]:
    """Write our readings in the form the scorer reads; ordinals and scores are no amounts."""
    return [
        _prediction(text, reading, lexicon, named=not suite.startswith("duck"))
        for reading in recognise(text, grammar)
        if reading.quantity and reading.quantity.unit_kind not in (UnitKind.ORDINAL, UnitKind.SCORE)
    ]


def _prediction(text: str, reading: Reading, lexicon: Lexicon, *, named: bool) -> Record:
    """Write one reading."""
    quantity = reading.quantity
    assert quantity is not None
    start, end = reading.span
    change = None if quantity.change is Change.NONE else quantity.change.value
    return {
        "surface": text[start:end],
        "start": start,
        "end": end,
        "low": float(quantity.low),
        "high": float(quantity.high),
        "unit": _unit_name(quantity.unit, lexicon, named=named),
        "bound": _BOUNDS[quantity.bound],
        "change": change,
    }


def _unit_name(unit: str, lexicon: Lexicon, *, named: bool) -> str:
    """Give a currency the name most suites use (one writes codes); other units keep theirs."""
    head, slash, rest = unit.partition("/")
    currency = lexicon["currencies"]["currencies"].get(head)
    name = currency["words"][0] if currency and named else head
    return name + slash + rest


def scorer() -> ModuleType:
    """Load the scorer that lies beside the data."""
    sys.path.insert(0, str(SCORER.parent))
    spec = importlib.util.spec_from_file_location("quantity_score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def evaluate(misses: int = 0, only: str = "") -> dict[str, Record]:
    """Score every suite; "pooled" adds their counts."""
    lexicon = load_lexicon()
    grammar = compile_grammar(lexicon)
    module = scorer()
    results: dict[str, Record] = {}
    pooled: dict[str, Counter[str]] = {"pooled": Counter(), "sound": Counter()}
    for path in sorted(GOLD.glob(f"{only or '*'}.jsonl")):
        golds = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        preds = {
            gold["id"]: predictions(gold["text"], grammar, lexicon, path.stem) for gold in golds
        }
        if misses:
            print(f"\n## {path.stem}")
        results[path.stem] = module.score(golds, preds, misses)
        pooled["pooled"].update(results[path.stem]["counts"])
        sound = [gold for gold in golds if gold["id"] not in _FOREIGN]
        pooled["sound"].update(module.score(sound, preds)["counts"])
    for pool, counts in pooled.items():
        results[pool] = {
            name: module.prf(counts[name], counts["pred"], counts["gold"])
            for name in ("value", "unit")
        }
    return results


def main() -> None:
    """Print the table; a number shows that many misses of each suite, a name one suite only."""
    arguments = sys.argv[1:]
    misses = next((int(word) for word in arguments if word.isdigit()), 0)
    only = next((word for word in arguments if not word.isdigit()), "")
    if not GOLD.is_dir():
        print(ABSENT)
        return
    results = evaluate(misses, only)
    print(f"{'suite':18}{'value':>8}{'unit':>8}   peers (value/unit): parser, table, vendor")
    for name, result in results.items():
        peers = "  ".join(f"{peer:>8}" for peer in PEERS.get(name, ()))
        print(f"{name:18}{result['value']['f1']:8}{result['unit']['f1']:8}   {peers}")


if __name__ == "__main__":
    main()
