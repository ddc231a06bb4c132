"""Numerals in digits: grouping and decimals are decided from their shape, never from a locale."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

LONGEST = 40  # digits; longer runs are identifiers or attacks, never figures
EXACTLY = Context(prec=100)
POWERS = tuple(Decimal(10) ** power for power in range(LONGEST + 1))

# The order decides: a comma before three digits groups, before one or two it is a decimal comma.
_SHAPE = re.compile(
    r"""
      (?P<comma>[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]{1,20})?)(?![0-9]|[,][0-9])
    | (?P<indian>[0-9]{1,2}(?:,[0-9]{2}){1,10},[0-9]{3}(?:\.[0-9]{1,20})?)(?![0-9]|[,][0-9])
    | (?P<space>[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,12}(?:[.,][0-9]{1,20})?)(?![0-9])
    | (?P<apostrophe>[0-9]{1,3}(?:['’][0-9]{3}){1,12}(?:[.,][0-9]{1,20})?)(?![0-9])
    | (?P<points>[0-9]{1,3}(?:\.[0-9]{3}){2,12}(?:,[0-9]{1,2})?)(?![0-9]|[.,][0-9])
    | (?P<european>[0-9]{1,3}\.[0-9]{3},[0-9]{1,2})(?![0-9]|[.,][0-9])
    | (?P<decimal>[0-9]{1,4},[0-9]{1,2})(?![0-9]|[.,-][0-9])
    | (?P<point>[0-9]{1,40}\.[0-9]{1,20})(?![0-9]|\.[0-9])
    """,
    re.VERBOSE,
)
_EXPONENT = re.compile(r"[eE](?P<power>[+-]?[0-9]{1,2})(?![0-9A-Za-z])")
_TIMES_TEN = re.compile(r"[ ]?[×x][ ]?10(?:\^|\*\*)?(?P<power>[-−+]?[0-9]{1,2})(?![0-9A-Za-z])")
# Spacing damage of tokenised text: only before a word that makes the decimal certain.
_APART = re.compile(
    r"(?P<whole>[0-9]{1,4})[ ][.][ ](?P<part>[0-9]{1,3})(?=[ ]?(?:%|per|million|billion|trillion))"
)
_DOTTED = re.compile(r"[0-9]+(?:[.:,/-][0-9]+)++")
_GROUPS = str.maketrans("", "", ", \u00a0\u2009\u202f'’")
_POINTS = str.maketrans(",", ".", ".")
SEPARATORS = frozenset(".,'’ \u00a0\u2009\u202f")


class Figure(NamedTuple):
    """A numeral in digits: its end, its value, and the place of its last significant digit."""

    end: int
    value: Decimal
    ulp: Decimal


def last_place(digits: str) -> Decimal:
    """Give the place of the last significant digit of a whole number; below a hundred it is one."""
    if len(digits) < 3:
        return POWERS[0]
    zeros = len(digits) - len(digits.rstrip("0"))
    return POWERS[zeros] if zeros < len(digits) else POWERS[0]


def figure(text: str, start: int, end: int) -> Figure | None:
    """Read the numeral whose first digit run is `start` to `end`; None for unreadable runs."""
    if end - start > LONGEST:
        return None
    after = text[end : end + 2]
    if len(after) == 2 and after[0] in SEPARATORS and "0" <= after[1] <= "9":
        return _shaped(text, start, end)
    if after == " ." and (apart := _APART.match(text, start)):
        value = Decimal(f"{apart['whole']}.{apart['part']}")
        return Figure(apart.end(), value, Decimal(1).scaleb(-len(apart["part"])))
    digits = text[start:end]
    if after[:1] in ("e", "E", "x", "×") or after in (" x", " ×"):
        return _powered(text, end, Decimal(digits), POWERS[0])
    return Figure(end, Decimal(digits), last_place(digits))


def _shaped(text: str, start: int, end: int) -> Figure | None:
    """Read a numeral with separators; None for a version number such as 1.2.3."""
    found = _SHAPE.match(text, start)
    if found is None or (found.lastgroup == "decimal" and text[start - 1 : start] == ","):
        if text[end] == ".":
            return None
        return Figure(end, Decimal(text[start:end]), last_place(text[start:end]))
    shape, token = found.lastgroup, found[0]
    if shape in ("points", "european", "decimal"):
        plain = token.translate(_POINTS) if shape != "decimal" else token.replace(",", ".")
    elif shape in ("space", "apostrophe"):
        head, _, tail = token.replace(".", ",").partition(",")
        plain = head.translate(_GROUPS) + ("." + tail if tail else "")
    else:
        plain = token.translate(_GROUPS)
    whole, _, decimals = plain.partition(".")
    ulp = Decimal(1).scaleb(-len(decimals)) if decimals else last_place(whole)
    if text[found.end() : found.end() + 1] in ("e", "E", "x", "×", " "):
        return _powered(text, found.end(), Decimal(plain), ulp)
    return Figure(found.end(), Decimal(plain), ulp)


def _powered(text: str, end: int, value: Decimal, ulp: Decimal) -> Figure:
    """Apply an exponent ("1.3e6", "2 x 10^5") if one follows."""
    found = _EXPONENT.match(text, end) or _TIMES_TEN.match(text, end)
    if found is None:
        return Figure(end, value, ulp)
    power = int(found["power"].replace("−", "-"))
    if abs(power) > 30:
        return Figure(end, value, ulp)
    return Figure(found.end(), value.scaleb(power, EXACTLY), ulp.scaleb(power, EXACTLY))


def dotted_end(text: str, start: int, end: int) -> int:
    """Give the end of a run such as 1.2.3, 10:30:15 or 2024-08-04 that begins at `start`."""
    found = _DOTTED.match(text, start)
    return found.end() if found else end
