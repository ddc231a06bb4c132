"""Tokens of a date phrase: one letter each, so that a production is an expression over letters.

M month          m short month      W weekday         w short weekday     v weekdays ("Mondays")
d 1 or 2 digits  n other number     D ordinal         y year              q '24
U unit           V units            K quarter         C century           x half
S season         P part of day      H holiday         R today …           N now, recently …
L last, next …   l previous …       J that, same      k early, late …     j earlier, later
F several …      X whole, trading … E every           Y annual …          z about, over …
g ago            h hence            b before, after   O once, twice       p per
c clock          u o'clock, pm      Z zone            Q Q1 … H2           e decade
t the            a a, an            o of              i in, on, at        f from
A and, or        T to, until …      B between         I a numeric date    s or so
, comma          - hyphen           ~ dash            ' possessive        ! old (an age)
r period         # what is no date
"""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.grammar.calendar import FIRST_YEAR, LAST_YEAR
from claimcheck.grammar.en.date_tables import AHEAD, DateTables, PhraseForms

_MAX_TOKENS = 24
_MAX_BACK = 9


class Token(NamedTuple):
    """A letter, what it stands for, and where."""

    kind: str
    value: object
    start: int
    end: int


_WORD = re.compile(r"[A-Za-z]+(?:(?<=[QqHh])[1-4](?![0-9]))?")
_DIGITS = re.compile(
    r"""
    (?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})
        (?:[T ](?P<isotime>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]{1,6})?
           (?P<isozone>Z|[+-][0-9]{2}:?[0-9]{2})?)?
        (?![0-9/]|-[0-9])
  | (?P<numeric>(?P<one>[0-9]{1,4})(?P<mark>[ ]?/[ ]?|[ ]-[ ]|[.-])(?P<two>[0-9]{1,2})
        (?P=mark)(?P<three>[0-9]{4}|[0-9]{1,2}))
        (?![0-9/-]|\.[0-9])
  | (?P<clock>[0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])
      | [0-9]{1,2}\.[0-5][0-9](?=[ ]?[aApP](?:[mM]|\.[ ]?[mM]))(?![0-9]))
  | (?P<decade>[0-9]{3}0['’]?s)(?![A-Za-z])
  | (?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th|ST|ND|RD|TH))(?![A-Za-z])
  | (?P<compact>(?:1[89]|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?![0-9]|[.,][0-9])
  | (?P<yearmonth>[0-9]{4}[-/](?:0[1-9]|1[0-2]))(?![0-9/]|-[0-9])
  | (?P<pair>[0-9]{1,2}(?P<pairmark>[/])(?P<pairtwo>[0-9]{1,4}))(?![0-9/]|[.,-][0-9])
  | (?P<thousands>[0-9]{1,3}(?:,[0-9]{3})+)(?![0-9]|,[0-9])
  | (?P<decimal>[0-9]{1,3}\.[0-9]{1,2})(?![0-9]|\.[0-9])
  | (?P<plain>[0-9]{1,2}(?=,[12][0-9]{3}(?![0-9]))
        | [12][0-9]{3}(?=,(?![0-9]{3}(?![0-9])))
        | [0-9]{1,4}(?![0-9]|[.,][0-9]))
    """,
    re.VERBOSE,
)
_SHORT = re.compile(r"['’](?:(?P<decade>[0-9]0s)|(?P<year>[0-9]{2}))(?![0-9A-Za-z])")
_MERIDIEM = re.compile(r"[ \u00a0]?(?P<half>[aApP])(?:m|M|\.[ ]?[mM])(?![A-Za-z0-9])\.?")
_BARE_DECADE = re.compile(r"[2-9]0s(?![A-Za-z])")


def back(text: str, start: int, lowest: int, tables: DateTables) -> int:
    """Walk left from a trigger word over words that may begin its date; give the start."""
    vocabulary = tables.vocabulary
    first = start
    for _ in range(_MAX_BACK):
        end = first - 1
        if end < lowest or text[end] not in _JOINTS:
            break
        begin = text.rfind(" ", lowest, end) + 1 or lowest
        word = text[begin:end]
        if word not in vocabulary:
            if "\n" in word:
                begin += word.rfind("\n") + 1
            while begin < end and text[begin] in '("“‘[':
                begin += 1
            colon = text.rfind(":", begin, end) + 1
            if colon and not text[colon - 2 : colon - 1].isdigit():  # "He said:30 December"
                begin = colon
            word = text[begin:end].lower()
            if word not in vocabulary and not _spoken(word, vocabulary):
                break
        first = begin
    return first


_JOINTS = frozenset(" -\n\u00a0–")


def _spoken(word: str, vocabulary: frozenset[str]) -> bool:
    """Tell whether a word is digits or a compound of known words."""
    if not word or len(word) > 32:
        return False
    if word[0].isdigit() or word[0] in "'’":
        return True
    if word.endswith(("'s", "’s")):
        return word[:-2] in vocabulary
    return "-" in word and all(part in vocabulary for part in word.split("-"))


def lex(text: str, start: int, tables: DateTables) -> list[Token]:
    """Read tokens from a place until the first word that no date contains."""
    tokens: list[Token] = []
    words, phrases, match = (
        tables.words,
        tables.phrases,
        _WORD.match,
    )  # looked up once: the hot loop
    position, size = start, len(text)
    while 0 <= position < size and len(tokens) < _MAX_TOKENS:
        found = match(text, position)
        token = None
        if found is not None:
            word = found[0].lower()
            forms = phrases.get(word)
            if forms is not None:
                token = _phrase(text, position, found.end(), forms)
            entry = words.get(word) if token is None else None
            if entry is not None:
                end = found.end()
                if entry[0] in "mw" and text[end : end + 1] == ".":
                    end += 1
                token = Token(entry[0], entry[1], position, end)
        else:
            token = _figure(text, position)
        if token is None:
            break
        tokens.append(token)
        position = token[3]
        letter = text[position : position + 1]
        if letter in _POSSESSIVE and text.startswith(("'s", "’s"), position):
            tokens.append(Token("'", "", position, position + 2))
            position += 2
            letter = text[position : position + 1]
        if letter == " " and text[position + 1 : position + 2].isalnum():
            position += 1
        elif letter in _STOPS:
            break
        else:
            position = _gap(text, position, tokens, tables)
    while tokens and tokens[-1].kind in _TRAILERS:
        tokens.pop()
    return _numbers(tokens) if len(tokens) > 1 else tokens


_POSSESSIVE = frozenset("'’")
_STOPS = frozenset({"", ".", ";", ":", ")", "(", "?", "!"})
_TRAILERS = frozenset(",-~'")
_CHAINED = frozenset("dyMmWwDI")
_OPEN_ENDED = frozenset("dDLlJtoiknM,TAfBaEFX")
_WRAPPED = 56  # a shorter line before a capital or a figure is a headline, not a wrapped line


def _gap(text: str, position: int, tokens: list[Token], tables: DateTables) -> int:
    """Step over what stands between two tokens, adding commas and dashes; -1 ends the phrase."""
    letter = text[position : position + 1]
    if letter == ",":
        tokens.append(Token(",", "", position, position + 1))
        return _space(text, position + 1, tokens)
    if letter in "-–/":
        chained = letter != "-" or _chains(text, position + 1, tokens[-1], tables)
        if chained:
            tokens.append(Token("-" if letter != "–" else "~", "", position, position + 1))
        return position + 1
    after = _space(text, position, tokens)
    if after > position and text[after : after + 2] in {"- ", "– "}:
        tokens.append(Token("~", "", after, after + 1))
        return _space(text, after + 1, tokens)
    if after > position and text[after : after + 2] == ", ":
        tokens.append(Token(",", "", after, after + 1))
        return after + 2
    return after


def _chains(text: str, position: int, left: Token, tables: DateTables) -> bool:
    """Tell the hyphen of "19-20" and "Jan-Feb" from that of "12-year"."""
    if left.kind not in _CHAINED:
        return False
    if text[position : position + 1].isdigit():
        return True
    found = _WORD.match(text, position)
    word = tables.words.get(found[0].lower()) if found else None
    return word is not None and word.kind in "MmWwQ"


def _space(text: str, position: int, tokens: list[Token]) -> int:
    """Step over spaces and at most one line end inside a paragraph; -1 at a real break."""
    begin = position
    while text[position : position + 1] in {" ", "\u00a0"} and position - begin < 4:
        position += 1
    if text[position : position + 1] != "\n":
        return position
    after = position + 1
    while text[after : after + 1] == " " and after - position < 8:
        after += 1
    upcoming = text[after : after + 1]
    line = position - max(text.rfind("\n", max(0, position - 120), position), position - 120)
    if upcoming in {"", "\n"} or not (upcoming.islower() or line >= _WRAPPED):
        return -1
    if upcoming.isupper() and tokens[-1].kind not in _OPEN_ENDED:
        return -1
    return after


def _figure(text: str, position: int) -> Token | None:
    """Read a token that begins with a figure or an apostrophe."""
    letter = text[position]
    if "0" <= letter <= "9":
        return _digits(text, position)
    if letter in "'’":
        found = _SHORT.match(text, position)
        if found is None:
            return None
        if found["decade"]:
            return Token("e", int(found["decade"][0]), position, found.end())
        return Token("q", int(found["year"]), position, found.end())
    return None


def _phrase(text: str, position: int, first: int, forms: PhraseForms) -> Token | None:
    """Read a phrase of several words, the longest that fits; `first` ends its first word."""
    listed = forms.get(text[first : first + AHEAD].lower())
    if listed is None:
        return None
    ahead = text[position : position + _LONGEST].lower()
    for form, word in listed:
        if ahead.startswith(form):
            end = position + len(form)
            if not text[end : end + 1].isalnum():
                return Token(word.kind, word.value, position, end)
    return None


_LONGEST = 40  # letters of the longest phrase


def _digits(text: str, position: int) -> Token | None:  # noqa: PLR0911 - one for each shape
    bare = _BARE_DECADE.match(text, position)
    if bare is not None:
        return Token("e", int(bare[0][0]), position, bare.end())
    found = _DIGITS.match(text, position)
    if found is None:
        return None
    end = found.end()
    kind = found.lastgroup or ""
    if found["iso"]:
        return Token("I", found, position, end)
    if found["plain"]:
        return _plain(text, found[0], position, end)
    if found["clock"]:
        return _clock(text, found[0], position, end)
    if found["decade"]:
        return Token("e", int(found["decade"][:3]) + 1000, position, end)
    if found["ordinal"]:
        return Token("D", int(found[0][:-2]), position, end)
    if found["thousands"]:
        return Token("n", int(found[0].replace(",", "")[:9]), position, end)
    if found["decimal"]:
        return Token("n", found[0], position, end)
    return Token("I", found, position, end) if kind else None


def _plain(text: str, digits: str, position: int, end: int) -> Token | None:
    if len(digits) <= 2 and int(digits) <= 12:
        clock = _clock(text, digits, position, end)
        if clock is not None:
            return clock
    if text[end : end + 1].isalpha():
        return None
    number = int(digits)
    if len(digits) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return Token("y", number, position, end)
    return Token("d" if len(digits) <= 2 else "n", number, position, end)


def _clock(text: str, digits: str, position: int, end: int) -> Token | None:
    """Read a time of day; bare hours need am or pm."""
    hour, _, minute = digits.replace(".", ":").partition(":")
    meridiem = _MERIDIEM.match(text, end)
    if meridiem is None:
        if not minute or int(hour) > 24:
            return None
        return Token("c", f"{int(hour):02}:{minute}", position, end)
    value = int(hour) % 12 + (12 if meridiem["half"] in "pP" else 0)
    stop = meridiem.end()
    if text[stop - 1] == "." and text[stop - 2] in "mM" and text[stop - 3] != ".":
        stop -= 1  # "5pm." ends a sentence; the stop is not the abbreviation's
    return Token("c", f"{value:02}:{minute}" if minute else f"{value:02}:00", position, stop)


def _numbers(tokens: list[Token]) -> list[Token]:
    """Join spelled numbers: "twenty-five", "two thousand", "thirty first"."""
    kinds = "".join(token.kind for token in tokens)
    if not any(pair in kinds for pair in ("nn", "nD", "dn")):
        return tokens
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        joined = None
        if last is not None and last.kind in "ndy" and token.kind in "nD":
            joined = _join(last, token)
        if joined is None:
            out.append(token)
        else:
            out[-1] = joined
    return out


def _join(left: Token, right: Token) -> Token | None:  # noqa: PLR0911 - one for each shape
    """Join two neighbours of one spelled number, or None where they are two numbers."""
    one, two = left.value, right.value
    if not (isinstance(one, int) and isinstance(two, int)):
        return None
    if left.kind == "y":
        spelled = left.end - left.start > 4 and one % 10 == 0 and two < 10 and right.kind == "n"
        return Token("y", one + two, left.start, right.end) if spelled else None
    if right.kind == "D":
        fits = one in {20, 30} and two < 10
        return Token("D", one + two, left.start, right.end) if fits else None
    if two in {100, 1000} and one < two:
        return _spelled(one * two, left, right)
    if left.end - left.start == len(str(one)):
        return None  # "from 900 five years ago": only words go on in words
    if one >= 100 and one % 100 == 0 and two < 100:
        return _spelled(one + two, left, right)
    if 20 <= one <= 90 and one % 10 == 0 and two < 10:
        return Token("n", one + two, left.start, right.end)
    if 15 <= one <= 20 and 10 <= two < 100:
        return Token("y", one * 100 + two, left.start, right.end)
    return None


def _spelled(number: int, left: Token, right: Token) -> Token:
    return Token("y" if FIRST_YEAR <= number <= LAST_YEAR else "n", number, left.start, right.end)
