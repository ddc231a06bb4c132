"""Names near a number or a date: where it happened, and who did it."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.claims.clause import Clause, Trigger
from claimcheck.claims.words import ClaimWords

_PLACE_CUES = frozenset(("in", "at", "near", "across", "inside", "throughout", "from", "of"))
NOUN_PHRASE_END = frozenset(
    "in on at to for from by with as of that who which whose were was are is have has had"
    ' will would could and or but , ; : ( ) . — – “ ” " while when after before since until'.split()
)
_PLACE_REACH = 18
_NAME_REACH = 12


def is_name(clause: Clause, index: int) -> bool:
    """Tell whether a token is written with a capital."""
    return clause.tokens[index].text[:1].isupper()


def named_place(first: int, last: int, clause: Clause) -> str:
    """Find the name after a word of place nearest to tokens [first, last); "" if none is near."""
    best, best_cost = "", _PLACE_REACH
    near = range(max(0, first - _PLACE_REACH), min(len(clause.tokens), last + _PLACE_REACH + 1))
    for index in near:
        token = clause.tokens[index]
        if token.lower not in _PLACE_CUES or index in clause.numbers:
            continue
        name = _name_run(index + 1, clause)
        if name and _leads_on(_run_end(index + 1, clause), clause):
            continue  # "of Afghan refugees" names people, not a place
        cost = clause.distance(index, first) + (4 if token.lower in ("of", "to", "from") else 0)
        if name and cost < best_cost:
            best, best_cost = name, cost
    return best


def owner(first: int, clause: Clause, words: ClaimWords) -> str:
    """Find the country whose genitive stands before a number ("Denmark's population is 6")."""
    for index in range(first - 1, max(-1, first - 1 - _PLACE_REACH), -1):
        lower = clause.tokens[index].lower
        if lower.endswith(("'s", "’s")) and clause.stems[index] in words.land_keys:
            return clause.stems[index]
    return ""


def near_names(center: int, clause: Clause, words: ClaimWords) -> Iterator[str]:
    """Give the stems of proper names near an event; a sentence's first word only if it is one."""
    reach = range(max(0, center - _NAME_REACH), min(len(clause.tokens), center + _NAME_REACH + 1))
    for index in reach:
        token = clause.tokens[index]
        if not is_name(clause, index) or index in clause.numbers or len(token.text) < 2:
            continue
        if clause.distance(index, center) <= _NAME_REACH and not _common(index, clause, words):
            yield clause.stems[index]


def _common(index: int, clause: Clause, words: ClaimWords) -> bool:
    """Tell a word with a capital only as the first of its sentence ("Crews") from a name."""
    lower = clause.tokens[index].lower
    if lower in words.lands:  # "US"
        return False
    if lower in words.function:
        return True
    stem = clause.stems[index]
    known = stem in words.persons or stem in words.properties or words.pos.inflects(lower)
    return index == 0 and known


def _leads_on(index: int, clause: Clause) -> bool:
    """Tell whether a plain word follows a name, so that the name only describes it."""
    if index >= len(clause.tokens):
        return False
    word = clause.tokens[index]
    return word.text.isalpha() and word.text.islower() and word.lower not in NOUN_PHRASE_END


def _run_end(start: int, clause: Clause) -> int:
    end = start
    while end < len(clause.tokens) and is_name(clause, end):
        end += 1
    return end


def _name_run(start: int, clause: Clause) -> str:
    run: list[str] = []
    for index in range(start, min(start + 4, len(clause.tokens))):
        if not is_name(clause, index) or index in clause.numbers:
            break
        if not run or clause.stems[index] != run[-1]:  # one key for both words of a country
            run.append(clause.stems[index])
    return " ".join(run)


def agent(trigger: Trigger | None, clause: Clause, words: ClaimWords) -> str:
    """Name the capitalised subject before a verb, within the same stretch."""
    if trigger is None or not trigger.verb:
        return ""
    for index in range(trigger.at - 1, max(-1, trigger.at - 8), -1):
        if clause.tokens[index].text in ",;:—–":
            break
        if _is_doer(index, clause, words):
            start = index
            while start and _is_doer(start - 1, clause, words):
                start -= 1
            return _name_run(start, clause)
    return ""


def _is_doer(index: int, clause: Clause, words: ClaimWords) -> bool:
    named = is_name(clause, index) and index not in clause.numbers
    return named and not _common(index, clause, words)
