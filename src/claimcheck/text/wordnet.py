"""WordNet, read where it lies: what words mean alike, stand above, derive from and oppose.

The table is rules/words/wordnet.txt, sorted lines of bytes (tools/build_wordnet.py wrote it). A
lookup halves the table until the line is found and remembers it within a bound; nothing is parsed
at the start. Lemmas are lower case, two words are joined by "_" ("send_back"); a part of speech is
"n", "v", "a" or "r". An unknown lemma has no synonyms and no anything, never an error.

    net = WordNet(lexicon["wordnet_table"])
    net.synonyms("physician", "n")       # ("doctor", "doc", "md", ...), first senses first
    net.hypernyms("refugee", "n")        # ("exile", "expatriate", "expat"): one level up
    net.derivations("deport")            # (("n", "deportment"), ("n", "deportee"), ...)
    net.antonyms("documented")           # (("a", "undocumented"),)
    net.is_a("nurse", "person", "n")     # True: a first sense lies below a synset with that word
    net.kinds("killing")                 # "na": parts of speech, most used first
    net.topic("nurse", "n") == PERSON    # the lexicographer's file of the first sense
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from claimcheck.model.lexicon import ByteTable

PERSON, GROUP, QUANTITY, TIME = 18, 14, 23, 28  # lexicographer files, by WordNet's numbers
_KEPT = 20_000
_CLIMB = 12  # levels above a word: more than WordNet has between a word and its kind
_FIRST = 2  # senses that are asked for: later ones are seldom meant


class Related(NamedTuple):
    """A word that another leads to, and its part of speech."""

    kind: str
    lemma: str


class _Entry(NamedTuple):
    """The line of a lemma: synset keys in order of use, derivations, antonyms."""

    synsets: tuple[str, ...] = ()
    derived: tuple[Related, ...] = ()
    against: tuple[Related, ...] = ()


class _Synset(NamedTuple):
    """The line of a synset: lexicographer file, keys of hypernyms, lemmas."""

    topic: int = -1
    above: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


class WordNet:
    """Look relations of words up in a sorted table of bytes; remembers what it has seen."""

    def __init__(self, table: ByteTable) -> None:
        """Take the table; b"" knows no word."""
        self._table = table
        self._entries: dict[str, _Entry] = {}
        self._synsets: dict[str, _Synset] = {}

    def kinds(self, lemma: str) -> str:
        """Give the parts of speech of a lemma, most used first; "" for an unknown word."""
        return "".join(dict.fromkeys(key[0] for key in self._entry(lemma).synsets))

    def synonyms(self, lemma: str, pos: str, senses: int = _FIRST) -> tuple[str, ...]:
        """Give the other words of a lemma's first synsets."""
        found = (word for one in self._senses(lemma, pos, senses) for word in one.members)
        return tuple(dict.fromkeys(word for word in found if word != lemma))

    def hypernyms(self, lemma: str, pos: str, senses: int = _FIRST) -> tuple[str, ...]:
        """Give the words one level above a lemma's first synsets; for an adjective, its head."""
        above = (key for one in self._senses(lemma, pos, senses) for key in one.above)
        return tuple(dict.fromkeys(word for key in above for word in self._synset(key).members))

    def derivations(self, lemma: str) -> tuple[Related, ...]:
        """Give the words of the same root ("deport": deportation); order of senses."""
        return self._entry(lemma).derived

    def antonyms(self, lemma: str) -> tuple[Related, ...]:
        """Give the opposites of a lemma."""
        return self._entry(lemma).against

    def topic(self, lemma: str, pos: str) -> int:
        """Give the lexicographer's file of a lemma's first synset; -1 for an unknown word."""
        return next((one.topic for one in self._senses(lemma, pos, 1)), -1)

    def is_a(self, lemma: str, above: str, pos: str, senses: int = _FIRST) -> bool:
        """Tell whether a first sense of a lemma is, or lies below, a synset that holds `above`."""
        level = set(self._keys(lemma, pos, senses))
        for _ in range(_CLIMB):
            found = [self._synset(key) for key in level]
            if any(above in one.members for one in found):
                return True
            level = {key for one in found for key in one.above}
        return False

    def _senses(self, lemma: str, pos: str, senses: int) -> Iterator[_Synset]:
        return (self._synset(key) for key in self._keys(lemma, pos, senses))

    def _keys(self, lemma: str, pos: str, senses: int) -> tuple[str, ...]:
        return tuple(key for key in self._entry(lemma).synsets if key[0] == pos)[:senses]

    def _entry(self, lemma: str) -> _Entry:
        found = self._entries.get(lemma)
        if found is None:
            if len(self._entries) >= _KEPT:
                self._entries.clear()
            found = self._entries[lemma] = _entry(self._line(lemma))
        return found

    def _synset(self, key: str) -> _Synset:
        found = self._synsets.get(key)
        if found is None:
            if len(self._synsets) >= _KEPT:
                self._synsets.clear()
            found = self._synsets[key] = _synset(self._line(f"~{key}"))
        return found

    def _line(self, word: str) -> str:
        """Find the line that begins with a word and a space, and give the rest of it."""
        if not word.isascii() or not word or " " in word:
            return ""
        key = word.encode("ascii") + b" "
        low, high = 0, len(self._table)
        while low < high:
            start = self._table.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._table.find(b"\n", start)
            end = len(self._table) if end < 0 else end
            if bytes(self._table[start:end]) < key:
                low = end + 1
            else:
                high = start
        end = max(low, self._table.find(b"\n", low))
        line = bytes(self._table[low:end]).decode("ascii")
        return line.removeprefix(f"{word} ") if line.startswith(f"{word} ") else ""


def _entry(line: str) -> _Entry:
    if not line:
        return _Entry()
    keys, derived, against = line.split("|")
    return _Entry(tuple(keys.split()), _related(derived), _related(against))


def _related(field: str) -> tuple[Related, ...]:
    return tuple(Related(one[0], one[2:]) for one in field.split(",") if one)


def _synset(line: str) -> _Synset:
    if not line:
        return _Synset()
    topic, above, members = line.split("|")
    return _Synset(int(topic), _parts(above), _parts(members))


def _parts(field: str) -> tuple[str, ...]:
    return tuple(one for one in field.split(",") if one)
