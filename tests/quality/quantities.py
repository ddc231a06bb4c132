"""Score our reader on public quantity suites and print it beside three peers.

`make eval-quantities`. Predictions are made in process; the scorer is the one that lies beside the data.
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
    pooled: Counter[str] = Counter()
    for path in sorted(GOLD.glob(f"{only or '*'}.jsonl")):
        golds = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        preds = {
            gold["id"]: predictions(gold["text"], grammar, lexicon, path.stem) for gold in golds
        }
        if misses:
            print(f"\n## {path.stem}")
        results[path.stem] = module.score(golds, preds, misses)
        pooled.update(results[path.stem]["counts"])
    for name in ("value", "unit"):
        results.setdefault("pooled", {})[name] = module.prf(
            pooled[name], pooled["pred"], pooled["gold"]
        )
    return results


def main() -> None:
    """Print the table; a number shows that many misses of each suite, a name one suite only."""
    arguments = sys.argv[1:]
    misses = next((int(word) for word in arguments if word.isdigit()), 0)
    only = next((word for word in arguments if not word.isdigit()), "")
    results = evaluate(misses, only)
    print(f"{'suite':18}{'value':>8}{'unit':>8}   peers (value/unit): parser, table, vendor")
    for name, result in results.items():
        peers = "  ".join(f"{peer:>8}" for peer in PEERS.get(name, ()))
        print(f"{name:18}{result['value']['f1']:8}{result['unit']['f1']:8}   {peers}")


if __name__ == "__main__":
    main()
