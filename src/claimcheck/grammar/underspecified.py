"""What a date says without an anchor: its underspecified form as a TIMEX3 value with X figures."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.model.mention import Grain

_OPEN_VALUES = {
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEK: "XXXX-WXX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.MONTH: "XXXX-XX",
    Grain.QUARTER: "XXXX-QX",
    Grain.HALF: "XXXX-HX",
    Grain.YEAR: "XXXX",
    Grain.DECADE: "XXX",
    Grain.CENTURY: "XX",
}
_WRITTEN = re.compile(
    r"""
    (?: [0-9X]{2,4}(?:-[0-9A-Z]+)* | FY[0-9]{4}(?:-Q[1-4])? | P[0-9A-Z.]+ | [A-Z]+_REF )
    (?:T[0-9A-Z:]+)?
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def open_value(form: str, grain: Grain) -> str:
    """Write a form without an anchor: itself if it is TIMEX3, else X for unknown figures."""
    if form == "ref:same+0":
        return "PAST_REF"
    form = form.rstrip("<=>") if form.startswith("XXXX") else form
    if _WRITTEN.fullmatch(form):
        return form
    _, _, inner = form.partition("/")
    if _WRITTEN.fullmatch(inner):
        return inner
    _, mark, time = form.partition("T")
    return _OPEN_VALUES.get(grain, "XXXX-XX-XX") + (f"{mark}{time}" if mark else "")
