"""What each source of evidence is worth: the same data with one of them left out.

Run as a script (`python -m tests.quality.ablation` from the root); the table stands in
docs/benchmarks.md.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import cast

from tests.quality import links, pairs

from claimcheck import load_rules
from claimcheck.model.lexicon import Lexicon, Weights
from claimcheck.rules.ruleset import Ruleset

Change = Callable[[Lexicon], Mapping[str, object]]


def _weights(lexicon: Lexicon, slot: str, levels: Mapping[str, int]) -> Mapping[str, object]:
    weights = lexicon["weights"]
    slots = {**weights["slots"], slot: {**weights["slots"][slot], **levels}}
    return {"weights": cast("Weights", {**weights, "slots": slots})}


def _silent(slot: str) -> Change:
    """Let a slot say nothing."""
    return lambda lexicon: _weights(
        lexicon, slot, dict.fromkeys(lexicon["weights"]["slots"][slot], 0)
    )


def _no_contrasts(lexicon: Lexicon) -> Mapping[str, object]:
    return {"contrasts": {**lexicon["contrasts"], "pairs": []}}


def _no_wordnet(lexicon: Lexicon) -> Mapping[str, object]:
    other = lexicon["weights"]["slots"]["head"]["other"]
    return _weights(lexicon, "head", {"alike": other, "kind": other})


WITHOUT: Mapping[str, Change] = {
    "nothing": lambda _: {},
    "event frames": _silent("frame"),
    "contrasts": _no_contrasts,
    "WordNet": _no_wordnet,
    "event context (stories)": _silent("story"),
    "participants": _silent("participant"),
    "crowds": _silent("crowd"),
}


def ruleset_without(name: str) -> Ruleset:
    """Give the shipped rules with one source of evidence left out."""
    shipped = load_rules()
    lexicon = cast("Lexicon", {**shipped.lexicon, **WITHOUT[name](shipped.lexicon)})
    lexicon["digest"] = f"{shipped.lexicon['digest']} without {name}"
    return shipped._replace(lexicon=lexicon)


def table() -> Iterator[str]:
    """Give a line for each source left out."""
    yield "| without | conflict: precision | recall | links: right | recall | folder conflicts |"
    yield "|---|---|---|---|---|---|"
    for name in WITHOUT:
        ruleset = ruleset_without(name)
        suites = sorted(pairs.PAIRS.glob("*.jsonl"))
        said = pairs.total([pairs.score(path, ruleset) for path in suites])
        got = links.tally(ruleset)
        yield (
            f"| {name} | {said.precision:.1%} | {said.recall:.1%} | {got.precision:.1%}"
            f" | {got.recall:.1%} | {got.conflicts} |"
        )


def main() -> int:
    """Print the table."""
    if not pairs.PAIRS.is_dir():
        print(pairs.ABSENT)
        return 0
    for line in table():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
