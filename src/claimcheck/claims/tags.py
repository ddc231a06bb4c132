"""Tags: one letter for each token of a sentence, by closed classes, endings and neighbours.

No model and no training: what a word can be comes from the part-of-speech lexicon, what it is here
from the tags to its left and the word to its right. The letters:

    D determiner   J adjective   N noun   X name   I pronoun   M number   Y date
    V verb   B be, have, modal   R adverb   U particle (up, back)   T "to" before a verb
    O "of"   P other preposition   C conjunction   S subordinator (who, while)
    , comma or bracket   ; hard break   . other sign
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from claimcheck.claims.words import ClaimWords
from claimcheck.text.tokens import Token

NOMINAL = frozenset("NXMY")
_SIGNS = {",": ",", "(": ",", ")": ",", "[": ",", "]": ",", ";": ";", ":": ";", "—": ";", "–": ";"}
_SIGNS |= {"-": ";", "$": "D", "€": "D", "£": "D", "₹": "D", "%": "M", "&": "C"}
_LEADS = frozenset("DJOPM")  # a noun phrase goes on after these
_OPENS = frozenset("DMIJ")  # what a verb may act on begins with these
_ASIDE = frozenset(",NXMYC")
_BEFORE_VERB = frozenset("BIRUS")
_TITLE_SHARE = 0.8
_WORDY = 4
_RATES = frozenset(("a", "an"))  # "90,000 books a year"
_SUMS = frozenset(("for", "to"))  # "accounts for 12 percent"


class _Word(NamedTuple):
    """A word with its neighbours: the tags before it, the words after it, an amount right after."""

    lower: str
    before: str  # the tag before it
    last: str  # the word before it
    led: str  # the tag before the one before it
    after: str
    beyond: str
    number: bool


def tags(
    parts: Sequence[Token], amounts: Collection[int], dates: Collection[int], words: ClaimWords
) -> str:
    """Tag a sentence; `amounts` and `dates` are the tokens inside mentions."""
    titled = _titled(parts, amounts)
    lower = [token.lower for token in parts] + ["", ""]
    out = [""]
    for index, token in enumerate(parts):
        if index in dates:
            out.append("Y")
        elif index in amounts:
            out.append("M")
        elif not token.text[0].isalpha():
            out.append(_SIGNS.get(token.text, "M" if token.text[0].isdigit() else "."))
        elif _named(token, words, first=index == 0, titled=titled):
            out.append("X")
        else:
            led = out[-2] if index else ""
            last = lower[index - 1] if index else ""
            number = index + 1 in amounts
            near = (lower[index + 1], lower[index + 2], number)
            out.append(_tag(_Word(token.lower, out[-1], last, led, *near), words))
    return "".join(out)


def _titled(parts: Sequence[Token], amounts: Collection[int]) -> bool:
    """Tell a headline that writes most words with a capital: capitals name nothing there."""
    plain = [
        one.text[0].isupper()
        for at, one in enumerate(parts)
        if one.text[0].isalpha() and at not in amounts and len(one.text) > 3
    ]
    return len(plain) >= _WORDY and sum(plain) >= _TITLE_SHARE * len(plain)


def _named(token: Token, words: ClaimWords, *, first: bool, titled: bool) -> bool:
    """Tell whether a capital marks a name: not that of a first word that is a common one."""
    if not token.text[0].isupper():
        return False
    if token.lower in words.lands:
        return True
    if token.lower in words.classes:
        return False
    return not (first or titled) or not words.pos.knows(token.lower)


def _tag(word: _Word, words: ClaimWords) -> str:
    closed = words.classes.get(word.lower)
    if word.lower == "to":
        return "T" if _plain_verb(word.after, words) and not word.number else "P"
    if closed == "D" and not word.number and words.classes.get(word.after, "") in ("B", "O"):
        return "I"  # "most of", "others were"
    return closed or _open(word, words)


def _plain_verb(word: str, words: ClaimWords) -> bool:
    tag = words.classes.get(word, "")
    return tag == "B" or (not tag and "v" in words.pos.kinds(word))


def _open(word: _Word, words: ClaimWords) -> str:  # noqa: PLR0911 - a ladder: the first rung holds
    """Tag a word of an open class by what it can be and by its neighbours."""
    lower, before = word.lower, word.before
    kinds = words.pos.kinds(lower)
    past = words.pos.past(lower)
    if before == "T":
        return "V" if "v" in kinds else "N"
    if not before and lower.endswith(("s", "ing")):
        return "N"  # "Thieves stole", "Spending on roads"
    if lower.endswith("ing") and before in _ASIDE and _acts(word, words):
        return "V"  # "a blast, killing 12"
    if kinds == "n" or (lower.endswith("ing") and words.classes.get(word.after) == "B"):
        return "N"
    if before in _LEADS:
        return _led(word, kinds, words, past=past)
    if "v" not in kinds and not past:
        return _still(kinds, word.after, words)
    if before in _BEFORE_VERB and (past or kinds[0] == "v" or before in "BI"):
        adjective = before == "B" and not past and "a" in kinds and kinds[0] != "v"
        return "J" if adjective else "V"
    return "V" if past else _either(word, kinds, words)


def _led(word: _Word, kinds: str, words: ClaimWords, *, past: bool) -> str:  # noqa: PLR0911 - as above
    """Tag a word that stands where a noun phrase goes on."""
    lower, before, nounish = word.lower, word.before, _nounish(word.after, words)
    opens = _acts(word, words)
    if before == "M" and word.led != "D":
        rate = word.after in _RATES and words.pos.kinds(word.beyond) != "v"
        ends = kinds[0] == "v" or ("v" in kinds and lower.endswith("s") and not word.number)
        if past or (opens and ends and not rate):
            return "J" if past and nounish and lower.endswith("ed") else "V"
    if before in ("P", "M") and lower.endswith("ing") and "n" not in kinds:
        return "V"
    if before == "J" and opens and (past or lower in words.bare_past):
        return "V"
    if past and not nounish and before in ("D", "O"):
        return "N"  # "the accused", "the number of displaced"
    if nounish and (past or kinds[0] == "a"):
        return "J"
    if "n" in kinds:
        return "N"
    if lower.endswith("ing"):
        return "J" if nounish else "N"
    return _still(kinds, word.after, words) if "a" in kinds or "r" in kinds else "V"


def _acts(word: _Word, words: ClaimWords) -> bool:
    """Tell whether what a verb may act on follows a word."""
    return word.number or words.classes.get(word.after, "") in _OPENS


def _nounish(word: str, words: ClaimWords) -> bool:
    """Tell whether a word may go on a noun phrase."""
    if not word or not word[0].isalpha() or word in words.classes or words.pos.past(word):
        return False
    kinds = words.pos.kinds(word)
    return kinds[0] == "a" or "n" in kinds


def _still(kinds: str, after: str, words: ClaimWords) -> str:
    """Choose among noun, adjective and adverb."""
    if "a" in kinds and _nounish(after, words):
        return "J"
    if kinds[0] == "r" or ("r" in kinds and "n" not in kinds):
        return "R"
    return "N" if "n" in kinds else "J"


def _either(word: _Word, kinds: str, words: ClaimWords) -> str:
    """Tag a word that may be a noun or a verb, where no ending tells."""
    lower, before, verb = word.lower, word.before, kinds[0] == "v"
    if "n" not in kinds:
        return "V"
    nounish = _nounish(word.after, words)
    opens = _acts(word, words) or (verb and word.after == "to")
    if lower.endswith("ing") and opens:
        return "V"
    if lower in words.bare_past and before in ("C", "N", "X") and (opens or nounish):
        return "V"
    if before in NOMINAL:
        summed = lower.endswith("s") and word.after in _SUMS
        goes_on = words.classes.get(word.after, "") in ("P", "U", "R")
        many = verb and _plural(word.last, words) and not (lower.endswith("s") and nounish)
        return "V" if opens or summed or many or (goes_on and verb) else "N"
    if before in (",", "C") and verb and opens:
        return "V"
    return "J" if kinds[0] == "a" and nounish else "N"


def _plural(word: str, words: ClaimWords) -> bool:
    """Tell a plural: the word after it is seldom another noun."""
    return word in words.plurals or (word.endswith("s") and not word.endswith(("ss", "us", "'s")))
