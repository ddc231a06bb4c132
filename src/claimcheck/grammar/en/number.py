"""Numbers: a numeral with its fraction and scales, from one hit of the scan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from claimcheck.grammar.en.draft import Draft
from claimcheck.grammar.en.figures import EXACTLY, LONGEST, POWERS, figure, last_place
from claimcheck.grammar.en.spelled import NumberWords, Word, next_word
from claimcheck.model.lexicon import Numbers
from claimcheck.model.mention import UnitKind

PLACE_OF_FRACTION = Decimal("0.01")  # "a third" stands for a share to the percent, not for 0.333...
_SLASH = re.compile(r"[ ]?[/⁄][ ]?(?P<under>[0-9]{1,4})(?![0-9A-Za-z/]|[.,][0-9])")
_MIXED = re.compile(r"[ -](?P<over>[0-9]{1,2})[ ]?[/⁄][ ]?(?P<under>[0-9]{1,2})(?![0-9/A-Za-z])")
_PART = re.compile(
    r"[ -]and[ -](?:(?:an?|one)[ -](?P<one>[a-z]+)|(?P<over>[a-z]+)[ -](?P<under>[a-z]+))",
    re.IGNORECASE,
)
_POINT = re.compile(r"[ ]point[ ](?P<digits>[a-z0-9]+(?:[ -][a-z0-9]+){0,9})", re.IGNORECASE)
_OUT_OF = re.compile(
    r"[ ](?P<how>out[ ]of|in)[ ](?:every[ ])?"
    r"(?P<under>[0-9]{1,3}(?:,[0-9]{3}){1,2}(?![0-9,./:%-])|[0-9]{1,7}(?![0-9,./:%-])|[a-z]+)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?P<gap>[ \u00a0]?)(?P<letters>[A-Za-z]{1,8})(?![0-9A-Za-z/²³^])")
_AFTER_METRE = re.compile(r"[ -]{1,3}(?P<word>[A-Za-z]+(?:-[a-z]+)?)")
_BY_YEAR = re.compile(r"by[ ](?:19|20)[0-9]{2}\b")
_TIME_AFTER = re.compile(
    r"[ -](?:(?:[a-z]+[ ])?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?"
    r"|games?|matches|innings|starts|seasons|races|overs|balls|attempts|appearances|outings|tests"
    r"|meetings|visits|rounds|percent)\b|per[ ]cent|%|million|billion)"
)
_OF_A = re.compile(r"[ -]of[ -](?:an?|one)(?=[ -][a-z])", re.IGNORECASE)
_LARGE = 1000  # the smallest scale whose thirds are whole enough
_CODE = re.compile(r"-[0-9]{1,3}(?![0-9A-Za-z]|[.,][0-9])")  # "10b-5" is a clause of a rule
_NOUN_AFTER = re.compile(r"[ ][A-Za-z]{3}")
_SURE = frozenset(("mn", "Mn", "mln", "MM", "bn", "Bn", "BN", "bln", "tn", "tln", "trn", "mil"))
_WHOLES = frozenset((3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 1000, 10000, 100000, 1000000))


def places(value: int) -> Decimal:
    """Give the last significant place of a whole number."""
    return last_place(str(value))


def plain(value: Decimal) -> Decimal:
    """Drop the zeros that scaling leaves behind the point: 1.7 million is 1700000."""
    whole = value.to_integral_value()
    return whole if whole == value else value


def _fraction_place(denominator: int) -> Decimal:
    """Give the place a fraction is exact to: halves to the tenth, others to the hundredth."""
    return Decimal("0.1") if denominator == 2 else PLACE_OF_FRACTION


class NumberReader:
    """Read numbers; the caller knows whether a currency stands before them."""

    def __init__(self, numbers: Numbers, lengths: Sequence[str]) -> None:
        """Index the number words; `lengths` tell that "m" is metres."""
        self._lengths = frozenset(lengths)
        self.words = NumberWords(numbers)
        self.suffixes = {key: Decimal(value) for key, value in numbers["suffixes"].items()}
        self._vulgar = {
            mark: Decimal(fraction[0]) / Decimal(fraction[2])
            for mark, fraction in numbers["vulgar"].items()
        }

    def digits(self, text: str, start: int, end: int) -> Draft | None:
        """Read a numeral in digits with its fraction: "1,234.5", "3/4", "10 1/2", "2½"."""
        after = text[end : end + 2]
        if (after[1:].isalpha() and after[0] == " " and after[1] not in "x×") or after == "% ":
            # Nearly every figure of news: digits, a space, a word.
            token = text[start:end]
            if len(token) <= LONGEST:
                return Draft(start, end, Decimal(token), last_place(token))
        read = figure(text, start, end)
        if read is None:
            return None
        draft = Draft(start, read.end, read.value, read.ulp)
        after = text[read.end : read.end + 2]
        if after[:1] in self._vulgar:
            self._add(draft, self._vulgar[after[0]], read.end + 1)
        elif after and (after[0] in "/⁄" or after in (" /", " ⁄")):
            self._divide(text, draft)
        elif after[:1] in (" ", "-") and after[1:].isdigit():
            mixed = _MIXED.match(text, read.end)
            if mixed and 0 < int(mixed["over"]) < int(mixed["under"]):
                self._add(draft, Decimal(mixed["over"]) / Decimal(mixed["under"]), mixed.end())
        return draft

    @staticmethod
    def _add(draft: Draft, part: Decimal, end: int) -> None:
        """Add a fraction to a whole."""
        value = EXACTLY.add(draft.mantissa, part)
        draft.mantissa = draft.low = draft.high = value
        draft.ulp = PLACE_OF_FRACTION
        draft.end = draft.number_end = end

    @staticmethod
    def _divide(text: str, draft: Draft) -> None:
        """Read "3/4"; a numerator above its denominator is no fraction of news."""
        found = _SLASH.match(text, draft.end)
        under = int(found["under"]) if found else 0
        if found is None or draft.low != int(draft.low) or not 0 < draft.low < under:
            return
        value = draft.low / under
        draft.mantissa = draft.low = draft.high = value
        draft.dimension, draft.kind = "fraction", UnitKind.RATIO
        draft.ulp = PLACE_OF_FRACTION
        draft.end = draft.number_end = found.end()

    def vulgar(self, mark: str, start: int) -> Draft:
        """Read a fraction that is one character."""
        draft = Draft(start, start + 1, self._vulgar[mark], PLACE_OF_FRACTION)
        draft.dimension, draft.kind = "fraction", UnitKind.RATIO
        return draft

    def spelled(self, text: str, start: int, end: int) -> Draft | None:
        """Read a numeral in words with its fraction: "two thirds", "three and a half"."""
        small = self.words.small(text, start, end)
        if small is not None:
            draft = Draft(start, end, small, POWERS[0])
            draft.words = True
            return draft
        read = self.words.read(text, start, end)
        if read is None:
            return None
        draft = Draft(start, read.end, Decimal(read.value), places(read.value))
        draft.words = True
        draft.mantissa, draft.scale = Decimal(read.mantissa), Decimal(read.scale)
        follow = next_word(text, read.end)
        if follow is not None and not follow.joined:
            self._fraction(text, draft, read.value, follow)
        return draft

    def _fraction(self, text: str, draft: Draft, over: int, follow: Word) -> None:
        """Read the denominator of "two thirds", "one-fifth", "three twenty-firsts"; or a point."""
        under = self.denominator(text, follow, plural=over > 1)
        if under is not None and (over < 1000 or under[0] >= 1000 or follow.text[-1] == "s"):
            draft.low = draft.high = draft.mantissa = Decimal(over) / under[0]
            draft.dimension, draft.kind = "fraction", UnitKind.RATIO
            draft.scale, draft.ulp = Decimal(1), PLACE_OF_FRACTION
            draft.end = draft.number_end = under[1]
            self._of_scale(text, draft)
        elif follow.text == "point" and (found := _POINT.match(text, draft.end)):
            self._point(draft, found["digits"], found.start("digits"))

    def _of_scale(self, text: str, draft: Draft) -> None:
        """Make "three quarters of a million" one number; of "the million" it is a share."""
        found = _OF_A.match(text, draft.end)
        product, end = self.words.scaled(text, found.end(), 1) if found else (1, 0)
        if product < _LARGE:
            return
        draft.dimension, draft.kind = "number", UnitKind.NONE
        draft.low = draft.high = EXACTLY.multiply(draft.low, Decimal(product)).to_integral_value()
        draft.scale, draft.ulp = Decimal(product), plain(draft.ulp * product)
        draft.end = draft.number_end = end

    def denominator(self, text: str, word: Word, *, plural: bool) -> tuple[int, int] | None:
        """Read a denominator: its value and end. "second" is time, never a half."""
        words = self.words
        name, end = word.text, word.end
        tens = words.cardinals.get(name, 0)
        if tens >= 20 and (follow := next_word(text, end)) and not follow.joined:
            unit = words.ordinals.get(follow.text.removesuffix("s") if plural else follow.text, 0)
            if 0 < unit < 10 and (not plural or follow.text.endswith("s")):
                return tens + unit, follow.end
            return None
        value = words.fractions.get(name)
        if value is not None and (plural or not name.endswith("s")):
            return (value, end) if plural == name.endswith(("s", "halves")) or value == 4 else None
        if plural:
            value = words.ordinals.get(name[:-1]) if name.endswith("s") else None
        else:
            value = words.ordinals.get(name)
        return (value, end) if value and value > 2 else None

    def _point(self, draft: Draft, words: str, start: int) -> None:
        """Read the digits after "point", one by one or as a number below a hundred."""
        digits, end, tens = "", start, False
        for piece in re.finditer(r"[A-Za-z0-9]+", words):
            value = self.words.cardinals.get(piece[0].lower())
            if value is None and piece[0].isdigit():
                value = int(piece[0][:9])
            if value is None or (tens and value > 9):
                break
            digits = digits[:-1] + str(value) if tens else digits + str(value)
            tens, end = value >= 20 and value % 10 == 0, start + piece.end()
        if digits:
            part = Decimal(f"0.{digits}")
            self._add(draft, part, end)
            draft.ulp = POWERS[0].scaleb(-len(digits))

    def scales(self, text: str, draft: Draft, *, money: bool) -> None:
        """Apply what multiplies the number: "million", "bn", "and a half", "hundred thousand"."""
        if draft.scale == 1:
            self._half(text, draft, draft.scale)
        product, end = self.words.scaled(text, draft.end, 1)
        scale = Decimal(product)
        if product == 1 and not draft.words:
            scale, end = self._letters(text, draft, money=money)
        if scale != 1:
            if draft.dimension == "fraction":  # "3/4 million" is a number again
                draft.dimension, draft.kind = "number", UnitKind.NONE
            draft.low = draft.high = plain(EXACTLY.multiply(draft.low, scale))
            draft.scale, draft.ulp = draft.scale * scale, plain(draft.ulp * scale)
            draft.end = draft.number_end = end
        if draft.scale > 100:
            self._half(text, draft, draft.scale)

    def out_of(self, text: str, draft: Draft) -> None:
        """Read "one in five", "3 out of 10" as fractions."""
        found = _OUT_OF.match(text, draft.end)
        if found is None or draft.scale != 1 or draft.low != int(draft.low):
            return
        under, end = self._under(text, found["under"], found.end())
        share = under in _WHOLES or (draft.low == 1 and under < 1000)
        if not share and under < 200 and _NOUN_AFTER.match(text, end):
            return  # "21 out of 24 drones" counts drones
        if found["how"].lower() == "in" and (not share or draft.low > 10):
            return
        if not 0 < draft.low < under or _TIME_AFTER.match(text, end):
            return
        draft.low = draft.high = draft.mantissa = draft.low / under
        draft.ulp, draft.dimension, draft.kind = PLACE_OF_FRACTION, "fraction", UnitKind.RATIO
        draft.end = draft.number_end = draft.tail = end

    def _under(self, text: str, word: str, end: int) -> tuple[int, int]:
        """Read the whole of a share in digits or words; 0 where it is none."""
        if word[0].isdigit():
            return int(word.replace(",", "")), end
        if word.lower() not in self.words.cardinals:
            return 0, end
        read = self.words.read(text, end - len(word), end)
        return (read.value, read.end) if read else (0, end)

    def _half(self, text: str, draft: Draft, scale: Decimal) -> None:
        """Add "and a half", "and three quarters" of the scale before it."""
        if not text.startswith(("and", "And"), draft.end + 1):
            return
        found = _PART.match(text, draft.end)
        if found is None:
            return
        under = found["one"] or found["under"]
        over = 1 if found["one"] else self.words.cardinals.get(found["over"].lower(), 0)
        part = self.denominator(
            text, Word(under.lower(), 0, found.end(), joined=False), plural=over > 1
        )
        if not over or part is None:
            return
        product, end = self.words.scaled(text, part[1], 1)
        if product >= scale > 1:
            return
        scale = Decimal(product) if scale > 1 and product > 1 else scale
        end = end if scale == product > 1 else part[1]
        draft.low = draft.high = EXACTLY.add(draft.low, scale * over / part[0])
        draft.mantissa = draft.low / draft.scale
        draft.ulp = _fraction_place(part[0]) * scale
        draft.end = draft.number_end = end

    def _letters(self, text: str, draft: Draft, *, money: bool) -> tuple[Decimal, int]:
        """Read a suffix; single letters without a currency need help from what follows."""
        found = _LETTERS.match(text, draft.end)
        if found is None:
            return Decimal(1), draft.end
        letters, glued = found["letters"], not found["gap"]
        scale = self.suffixes.get(letters)
        if scale is None:
            word = self.words.scales.get(letters.lower()) if glued else None
            return (Decimal(word), found.end()) if word else (Decimal(1), draft.end)
        sure = money or letters in _SURE
        if sure or (glued and self._alone(text, draft, letters, found.end())):
            return scale, found.end()
        return Decimal(1), draft.end

    def _alone(self, text: str, draft: Draft, letters: str, end: int) -> bool:
        """Tell whether a glued letter without a currency is a scale."""
        if letters in ("k", "M"):
            return True
        if letters == "K":  # "1.5K" is thousands, "573.15K" is kelvin
            return draft.ulp >= 1 or draft.low < 100
        if letters == "m":
            return not self._metres(text, draft, end)
        sized = letters in ("b", "B", "cr", "Cr") and draft.low < 1000
        return sized and _CODE.match(text, end) is None

    def _metres(self, text: str, draft: Draft, end: int) -> bool:
        """Decide "m" after a bare figure: metres in "1.8m tall", millions in "1.45m refugees"."""
        follow = _AFTER_METRE.match(text, end)
        word = follow["word"].lower() if follow else ""
        if word in self._lengths:
            return follow is None or not _BY_YEAR.match(text, follow.start("word"))
        if draft.low >= 50 and draft.low == int(draft.low):
            return not (word.endswith("s") and len(word) > 3) and word != "people"
        before = text[max(0, draft.start - 30) : draft.start].lower()
        return any(cue in before for cue in ("height", "depth", "length", "width", "distance"))
