"""Build rules/lexicon/words.yaml, the part-of-speech lexicon, from a WordNet 3.1 `dict` folder.

    python tools/build_words.py DICT

One line a word in the block `table`, sorted: the lemma, a space, and its parts of speech, most used
first (n noun, v verb, a adjective, r adverb). Words that can only be nouns are left out, for an
unknown word is taken for a noun, unless an ending would make another word of them ("owner",
"building"). The order rests on the tag counts of index.sense; words that WordNet's texts never
tagged go by their number of senses. WordNet is distributed under its own permissive licence; see
NOTICE.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

_KIND = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_PLAIN = re.compile(r"[a-z]{2,24}(?:-[a-z]{2,24})?")
_TAGGED = 100  # one tagged use outweighs any number of senses
_HEAD = """# Parts of speech by lemma, most used first: n noun, v verb, a adjective, r adverb.
# Words that are nouns alone are left out, but for those an ending would misread. Written by
# tools/build_words.py from WordNet 3.1 (see NOTICE); do not edit by hand.
"""
TARGET = Path(__file__).resolve().parent.parent / "rules" / "lexicon" / "words.yaml"


def main(folder: Path) -> None:
    """Count each word's uses by part of speech and write those that are not nouns alone."""
    uses: dict[str, Counter[str]] = defaultdict(Counter)
    for line in (folder / "index.sense").read_text(encoding="ascii").splitlines():
        key, _, _, tagged = line.split()
        lemma, sense = key.split("%")
        if _PLAIN.fullmatch(lemma):
            uses[lemma][_KIND[sense[0]]] += 1 + _TAGGED * int(tagged)
    rows = []
    for lemma, counts in sorted(uses.items()):
        kinds = "".join(
            kind for kind, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        )
        if kinds != "n" or _misread(lemma, uses):
            rows.append(f"{lemma} {kinds}")
    body = "".join(f"  {row}\n" for row in rows)
    TARGET.write_text(f"{_HEAD}table: |\n{body}", encoding="ascii")


def _misread(noun: str, uses: Mapping[str, Counter[str]]) -> bool:
    """Tell whether an ending of a noun would make a verb or an adjective of it ("owner": own)."""
    for ending, kind in (("er", "a"), ("est", "a"), ("ing", "v"), ("ed", "v")):
        root = noun.removesuffix(ending)
        forms = (root, root + "e", root[:-1])
        if root != noun and any(kind in uses.get(form, ()) for form in forms):
            return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
