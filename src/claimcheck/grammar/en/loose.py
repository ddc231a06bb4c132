"""Numbers that are no plain numeral: vague words, halves and thirds, multiples, ordinals."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.grammar.en.amount import AmountReader
from claimcheck.grammar.en.draft import Draft
from claimcheck.grammar.en.number import PLACE_OF_FRACTION
from claimcheck.grammar.en.spelled import next_word
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.mention import Bound, UnitKind

_ARTICLE = re.compile(
    r"(?P<article>\b(?:an?|another))(?:[ ](?:very|good|mere|full|whole|quick|select))?[ -]$",
    re.IGNORECASE,
)
_A = re.compile(r"\ban?[ -]$", re.IGNORECASE)
_LOW = re.compile(r"\b(?P<how>low|high)[ -]$", re.IGNORECASE)
_HALF_OF = re.compile(
    r"[ -](?:of\b|the\b|his\b|her\b|their\b|its\b|our\b|my\b|all\b|as\b|that\b|this\b)",
    re.IGNORECASE,
)
_BY_HALF = re.compile(
    r"[.,;]|$|[ ](?:in|from|over|since|to|between|during|this|last|as|after|on)\b"
)
_HALF_A = re.compile(r"[ -](?:an?[ -])?(?=[a-z])", re.IGNORECASE)
_NOT_HALF = re.compile(
    r"\b(?:first|second|other|better|last|latter|each|every|either|opening|in|the|top|bottom|this"
    r"|that|by|and|point)[ -]$",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"[ ](?:of|to|off|from|smaller|larger|bigger|less|more|lower|higher|fewer|cut|drop|fall|rise"
    r"|increase|decline|reduction|stake|share|interest|majority|point)\b",
    re.IGNORECASE,
)
_OF_A = re.compile(r"[ -](?:of[ ])?(?:an?[ ])?(?=[a-z])", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"-[A-Za-z]|[ ](?:store|stores|shop|sign|bill|coin|note|or two)\b")
_OF = re.compile(r"[ ]of\b")
_TO_MORE = re.compile(r"[ ](?:to|or|if[ ]not)[ ](?:hundreds|thousands)\b")
# "will double", "double the size"; elsewhere they are a room, a star, a fault.
_MULTIPLYING = frozenset(("double", "triple", "quadruple", "treble", "halve"))
_DOING = re.compile(
    r"\b(?:to|will|would|could|may|might|should|than|nearly|almost|about|roughly|and|or)[ ]$",
    re.IGNORECASE,
)
_TIMES_WHAT = re.compile(r"[ ](?:the|that|what|its|their|his|her|last|those|in|by|as|to|over)\b")
_WITH_ARTICLE = frozenset(("few", "couple", "handful", "pair"))
_ORDINAL_LEFT = re.compile(
    r"\b(?:the|his|her|its|their|our|my|your|an?|this|that|record|straight|consecutive|['’]s|every"
    r"|each|only|and|or|to|of|for|in|world)[ -]$",
    re.IGNORECASE,
)


class LooseReader:
    """Read what the words below a plain numeral say."""

    def __init__(self, lexicon: Lexicon, amounts: AmountReader) -> None:
        """Index vague words, fractions, multiples and ordinals."""
        numbers = lexicon["numbers"]
        self._amounts = amounts
        self._words = amounts.numbers.words
        self._ordinals = numbers["ordinals"]
        self._fractions = {"half": 2, "quarter": 4} | {
            word: value for word, value in numbers["ordinals"].items() if value > 2
        }
        self._multiples = {word: Decimal(value) for word, value in numbers["multiples"].items()}
        self.articled = frozenset(
            (
                "dollar euro pound penny lb mile kilometre kilometer kilo kilogram gallon litre"
                " liter metre meter tonne ton inch acre hectare ounce yard"
            ).split()
        )
        self._reach = {
            phrase: (Decimal(low), Decimal(high))
            for phrase, (low, high) in lexicon["hedges"]["vague"].items()
        }
        self.vague = frozenset(
            (
                "few several couple handful pair tens dozens scores hundreds thousands millions"
                " billions trillions"
            ).split()
        ) | {phrase for phrase in self._reach if "digit" in phrase}

    def read(self, text: str, start: int, end: int, word: str) -> Draft | None:
        """Read a loose number at a word; None where the word counts nothing."""
        left = text[max(0, start - 24) : start]
        if word in self.vague:
            return self._vague(text, start, end, word, left)
        if word in self.articled:
            return self._articled(text, start, left)
        if word == "half":
            return self._half(text, start, end, left)
        if word in self._multiples:
            idle = word in _MULTIPLYING and not _multiplies(text, end, left)
            return None if idle else self._multiple(start, end, word)
        return self._part(text, start, end, word, left)

    def _part(self, text: str, start: int, end: int, word: str, left: str) -> Draft | None:
        """Read "a score of", "a third of", "the third victim"."""
        article = _A.search(left)
        if word == "score":
            begin = start - len(left) + article.start() if article else start
            return _score(text, begin, end) if begin < start else None
        if word in self._fractions and article and self._is_share(text, end):
            return self._share(
                text, start - (len(left) - article.start()), end, self._fractions[word]
            )
        return self._ordinal(text, start, end, word, left) if word in self._ordinals else None

    def _is_share(self, text: str, end: int) -> bool:
        """Tell "a third of" and "a quarter million" from "a third man"."""
        if _SHARE.match(text, end):
            return True
        follow = next_word(text, end)
        return follow is not None and follow.text in self._words.scales

    def _vague(self, text: str, start: int, end: int, word: str, left: str) -> Draft | None:
        """Read "dozens", "tens of thousands", "a few hundred", "low thousands"."""
        if word in _WITH_ARTICLE:
            return self._few(text, start, end, word, left)
        reach = self._reach.get(word)
        if word == "tens" and _TO_MORE.match(text, end):
            return self._reaching(text, start, end, self._reach["tens"])
        if word in ("tens", "hundreds") and _OF.match(text, end):
            phrase = text[start : end + 4].lower()
            follow = next_word(text, end + 3)
            longer = follow and self._reach.get(phrase + follow.text)
            if follow and longer:
                return self._reaching(text, start, follow.end, longer)
        if word == "tens" or (word == "scores" and not _OF.match(text, end)):
            return None
        if (low := _LOW.search(left)) and (
            nearer := self._reach.get(f"{low['how'].lower()} {word}")
        ):
            return self._reaching(text, start - len(left) + low.start(), end, nearer)
        return self._reaching(text, start, end, reach) if reach else None

    def _articled(self, text: str, start: int, left: str) -> Draft | None:
        """Read "a dollar", "a mile": the article counts one."""
        article = _A.search(left)
        if article is None or left[: article.start()].rstrip()[-1:].isdigit():
            return None
        draft = Draft(start - len(left) + article.start(), start - 1, Decimal(1), Decimal(1))
        draft.words = True
        if not self._amounts.finish(text, draft) or _ATTRIBUTE.match(text, draft.end):
            return None
        return draft

    def _few(self, text: str, start: int, end: int, word: str, left: str) -> Draft | None:
        """Read "a few", "a couple of", "another handful": they need their article."""
        article = _ARTICLE.search(left)
        if article is None or (word == "pair" and not (_OF.match(text, end) or end == len(text))):
            return None
        reach = self._reach.get(word) or self._reach.get(f"a {word}") or (Decimal(2), Decimal(2))
        of = _OF.match(text, end) if word != "few" else None
        start -= len(left) - article.start("article")
        return self._reaching(text, start, of.end() if of else end, reach)

    def _reaching(
        self, text: str, start: int, end: int, reach: tuple[Decimal, Decimal]
    ) -> Draft | None:
        """Make a vague draft, times the scale that follows, with its unit."""
        product, stop = self._words.scaled(text, end, 1)
        draft = Draft(start, stop, reach[0] * product, Decimal(product))
        draft.words = True
        if not self._amounts.finish(text, draft):
            return None
        if not draft.unit and text.startswith(" of ", draft.end):
            self._amounts.measured(text, draft)
        draft.high = (reach[1] + 1) * product - 1 if product > 1 else reach[1]
        if reach[0] == reach[1]:
            draft.high = draft.low
        draft.bound = Bound.VAGUE if draft.high > draft.low else Bound.EXACT
        draft.scale = Decimal(product)
        return draft

    def _half(self, text: str, start: int, end: int, left: str) -> Draft | None:
        """Read "half a million", "half an hour", "half of", "a half"."""
        if left.lower().endswith("by ") and _BY_HALF.match(text, end):
            return self._share(text, start, end, 2)
        if _HALF_OF.match(text, end):
            if _NOT_HALF.search(left):
                return None
            return self._share(text, start, end, 2)
        article = _A.search(left)
        begin = start - (len(left) - article.start()) if article else start
        gap = _HALF_A.match(text, end)
        if gap is None or (_NOT_HALF.search(left) and "a" not in gap[0]):
            return None
        draft = self._scaled(text, begin, gap.end() - 1, 2)
        if draft is not None and draft.end > gap.end():
            return draft
        return None

    def _share(self, text: str, start: int, end: int, under: int) -> Draft | None:
        """Read a fraction: "a third of", "a quarter of a million"."""
        of = _OF_A.match(text, end)
        if of:
            draft = self._scaled(text, start, of.end() - 1, under)
            if draft is not None and draft.scale > 1:
                return draft
        draft = Draft(start, end, Decimal(1) / under, PLACE_OF_FRACTION)
        draft.words, draft.dimension, draft.kind = True, "fraction", UnitKind.RATIO
        return draft

    def _scaled(self, text: str, start: int, pos: int, under: int) -> Draft | None:
        """Read the scale or unit that a fraction is of; `pos` is right before it."""
        draft = Draft(
            start, pos, Decimal(1) / under, Decimal("0.1") if under == 2 else PLACE_OF_FRACTION
        )
        draft.words = True
        return draft if self._amounts.finish(text, draft) else None

    def _multiple(self, start: int, end: int, word: str) -> Draft | None:
        """Read "twice", "doubled", "threefold"."""
        draft = Draft(start, end, self._multiples[word], Decimal(1))
        draft.words = True
        draft.unit, draft.kind, draft.dimension = "time", UnitKind.COUNTED, "factor"
        return draft

    def _ordinal(self, text: str, start: int, end: int, word: str, left: str) -> Draft | None:
        """Read an ordinal that orders a noun: "a record eighth term", "the third victim"."""
        if text[start].isupper() or not (_ORDINAL_LEFT.search(left) or self._ordinals[word] > 3):
            return None
        draft = Draft(start, end, Decimal(self._ordinals[word]), Decimal(1))
        draft.words = True
        draft.dimension, draft.kind = "ordinal", UnitKind.ORDINAL
        return draft


def _multiplies(text: str, end: int, left: str) -> bool:
    """Tell the verb or factor "double" from a double room: by a helper before it, or its object."""
    return _TIMES_WHAT.match(text, end) is not None or _DOING.search(left) is not None


def _score(text: str, start: int, end: int) -> Draft | None:
    """Read "a score of"; other scores are results."""
    of = _OF.match(text, end)
    return Draft(start, of.end(), Decimal(20), Decimal(10)) if of else None
