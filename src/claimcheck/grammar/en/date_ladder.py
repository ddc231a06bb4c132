"""The ladder: rungs of productions, each an expression over token letters and its reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from claimcheck.grammar.en import date_bare as bare
from claimcheck.grammar.en import date_calendar as calendar
from claimcheck.grammar.en import date_counted as counted
from claimcheck.grammar.en import date_deictic as deictic
from claimcheck.grammar.en import date_figures as figures
from claimcheck.grammar.en import date_span as span
from claimcheck.grammar.en import date_whole as whole
from claimcheck.grammar.en.date_draft import Phrase
from claimcheck.grammar.en.date_tokens import Token

Reader = Callable[[Phrase, list[Token]], list[Token] | None]


class Rung(NamedTuple):
    """Productions of one height: one expression that finds a place, and each by itself."""

    letters: re.Pattern[str]
    order: dict[str, int]
    shapes: tuple[tuple[str, Reader], ...]


def _rung(*productions: tuple[str, Reader]) -> Rung:
    """Compile productions; the first that fits at a place wins."""
    names = {f"p{index}": index for index in range(len(productions))}
    shapes = "|".join(f"(?P<p{index}>{shape})" for index, (shape, _) in enumerate(productions))
    return Rung(re.compile(shapes), names, productions)


@cache
def _alone(shape: str) -> re.Pattern[str]:
    """Compile one production by itself; needed only where an earlier one declined."""
    return re.compile(shape)


_YEAR = "[yq]"
LADDER: tuple[Rung, ...] = (
    _rung(  # sets and ages: words that would mislead the rungs above
        (r"[zX]*[dnaDF]?[dn]?'?[UVK]'?!", span.age),
        (r"E[dnDF]*X?[UVKCWwvMmSPH]", span.every),
        (r"[dnF]?O[ap]X?[UKC]|p[UKC]", span.frequency),
        (r"Y", span.frequency),
        (r"vP|WP(?=$|[^a-z@])|v", span.weekdays),
    ),
    _rung(  # calendar dates
        (r"(?<![dnWw,])I|(?<![Ww])I(?![UV])", figures.numeric),
        (rf"[Mm][dD][-~T]t?[dD](?![-~])(?:,?{_YEAR})?", calendar.day_range),
        (rf"t?[dD][-~TA]t?[dD]o?[Mm](?:,?o?{_YEAR})?", calendar.day_range),
        (rf"[Mm](?:t?[dD])?[-~T][Mm](?:t?[dD])?,?o?{_YEAR}", calendar.month_range),
        (rf"(?:t?[dD]o?)?[Mm][-~T](?:t?[dD]o?)?[Mm],?o?{_YEAR}", calendar.month_range),
        (rf"(?:[Ww],?)?[Mm]t?[dD](?:,?o?i?{_YEAR})?", calendar.full_date),
        (
            rf"(?:[Ww],?)?t?[dD](?:Uo|o)?-?[Mm](?:-?,?[oi]?{_YEAR}|-?d(?![\-~]))?",
            calendar.full_date,
        ),
        (rf"{_YEAR},?-?[Mm]-?[dD]", calendar.full_date),
        (rf"t?[DL][Ww][oi]t?[Mm](?:,?{_YEAR})?", calendar.nth_weekday),
        (rf"t?[DL]L?[UV][oi]t?(?:[Mm](?:,?o?{_YEAR})?|{_YEAR})", calendar.nth_unit),
        (r"t?Ud(?:o?y)?", calendar.numbered_week),
        (rf"[Mm]-?,?o?{_YEAR}|[Mm]o?d", calendar.month_year),
        (r"L[Mm]t?[dD]", deictic.shifted_date),
        (r"L?[Ww],?I", figures.weekday_and_pair),
        (r"[Ww],?t?D|Wd(?![dn%@UV])", calendar.weekday_of_month),
        (r"Q?XX?[dyq](?:[-~]d)?|t?X?UX?[yq](?:[-~]d)?", calendar.fiscal_year),
        (r"t?[yq][-~]dX+U?|[yq][-~]d(?![-~/])", calendar.year_range),
        (rf"{_YEAR}-?Q|{_YEAR}DK|Q-?{_YEAR}?|t?X?DX?K(?:[oi]?t?{_YEAR})?", calendar.quarter),
        (rf"t?Dx[oi]{_YEAR}", calendar.half),
        (r"t?Uy", calendar.year_by_name),
        (r"tUo[Mm](?:,?y)?", calendar.month_by_name),
        (r"G", deictic.same_time),
        (r"t?DC", calendar.century),
        (r"t?e", calendar.decade),
        (rf"t?So?{_YEAR}(?:[-~]d)?", calendar.season),
        (rf"HU(?:,?[oi]?{_YEAR})?", calendar.holiday_weekend),
        (rf"H,?[oi]?{_YEAR}|H(?![A-Za-z])|H", calendar.holiday),
        (r"t?[LlJ]P", whole.shifted_part),
        (r"t?[LlJ][WwMmSH]", deictic.shifted_name),
        (r"t?X?[Ll]X*[UKC]", deictic.shifted),
        (r"tL(?![A-Za-z%@$#])", deictic.the_past),
        (r"t?[JX]+X*[UKC]|tX*[UKC]", deictic.same),
        (r"[WR]U", counted.weekday_week),
        (r"R", deictic.deictic),
        (r"N", deictic.reference),
        (r"(?<![DL])[Ww]|[Ww](?![oi]t?[LlJ])", bare.bare_weekday),
        (r"[Mm]", bare.bare_month),
        (r"t?S", calendar.season),
        (r"tD$|tD(?=[AT,i])", calendar.day_of_month),
        (r"y", bare.bare_year),
    ),
    _rung(  # durations
        (r"z*(?:[dn]Aax[UVC]|xa[UC]|a[UC]Aax|[dn]x[UV])", span.half_unit),
        (r"z*(?:tX?[LlD]|[Ll])(?:[dny]|F)+X*[UVKC]", span.span),
        (r"z*(?:aF|F)?[LlX]*[dn][LX]+[UVKC]", span.span),
        (r"[dn]I[UV]", span.half_unit),
        (r"&", span.one_word),
        (r"[UC]X", span.unit_long),
        (r"z*[dn](?:[-~T]|A)[dn]X*[UV]", span.number_range),
        (r"z*t?(?:[dny]s?|F+[dn]?|aF)X*[UVKC]s?X?", span.plain_duration),
        (r"z*[dn]D", span.nth_second),
        (r"aX*[UKC](?=s?[gjhbfl])", span.plain_duration),
        (r"z+aX*[UKC]X?", span.plain_duration),
        (r"aX*[UKC]X?", span.unit_rate),
        (r"(?:z|t)?X?VX?", span.bare_units),
        (r"t?U[gj]X?[Kr]?", counted.year_ago),
    ),
    _rung((r"%(?:,?A?%){1,3}", span.combined)),
    _rung(  # dates counted from another, times of day
        (r"%g@", counted.ago_today),
        (r"%s?[gjh]", counted.stepped),
        (r"%[bfl]@(?!')", counted.counted_from),
        (r"%i?@", counted.week_on),
        (r"t?U[bl]@", counted.day_beside),
        (r"t?Ub(?!@)", counted.day_next_to),
        (r"t?Ub(?!@)", counted.day_of_event),
        (r"(?<=i)n", whole.pointed_clock),
        (r"ci?t?P", whole.clock_in_part),
        (r"(?:c|[dn]u)Z?|[yn]Z", whole.clock),
    ),
    _rung(  # a part inside a whole
        (r"t?[dDL](?:xo|KX?[oi]|[UVW][oi]|o)t?@", whole.nth_inside),
        (r"@(?:,|o|'|i|-|~)?@", whole.inside),
    ),
    _rung(
        (r"(?:t?k-?)?@,?'?P|t?P[oi]@|P@", whole.part_of_day),
        (r"c,?i?@|@,?i?c", whole.clock_of_day),
        (r"c", whole.bare_clock),
        (r"t?k?P", whole.bare_part),
    ),
    _rung(
        (r"@P", whole.part_of_day),
        (r"t?[kj](?:o|i|oi)?t?@", whole.edge),
        (r"@(?:,|o|'|i|-|~)?@", whole.inside),
    ),
)


@lru_cache(maxsize=16384)
def _next(letters: str, rung: int, start: int) -> tuple[int, int, int, int] | None:
    """Find the next production from a place of a rung on: rung, start, end, index.

    Letter strings recur, so the answers are kept.
    """
    for height in range(rung, len(LADDER)):
        found = LADDER[height].letters.search(letters, start)
        if found is not None:
            return height, found.start(), found.end(), LADDER[height].order[found.lastgroup or ""]
        start = 0
    return None


def climb(phrase: Phrase, tokens: list[Token]) -> list[Token]:
    """Apply every rung from the lowest up; tokens no production reads stay as they are."""
    letters = "".join([token[0] for token in tokens])
    place = _next(letters, 0, 0)
    while place is not None:
        rung, start, end, index = place
        made = LADDER[rung].shapes[index][1](phrase, tokens[start:end])
        if made is None:
            end, made = _other(place, letters, phrase, tokens)
        if made is None:
            place = _next(letters, rung, start + 1)
            continue
        tokens[start:end] = made
        kinds = made[0][0] if len(made) == 1 else "".join([token[0] for token in made])
        letters = letters[:start] + kinds + letters[end:]
        place = _next(letters, rung, start + len(made))
    return tokens


def _other(
    place: tuple[int, int, int, int], letters: str, phrase: Phrase, tokens: list[Token]
) -> tuple[int, list[Token] | None]:
    """Read the next production of the rung that fits at the same place."""
    rung, start, end, index = place
    for shape, reader in LADDER[rung].shapes[index + 1 :]:
        other = _alone(shape).match(letters, start)
        if other is not None:
            made = reader(phrase, tokens[start : other.end()])
            if made is not None:
                return other.end(), made
    return end, None
