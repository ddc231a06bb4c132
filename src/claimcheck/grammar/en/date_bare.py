"""Productions of one word: a weekday, a month, a year, where the words around allow it."""

from __future__ import annotations

from claimcheck.grammar.en.date_draft import Draft, Phrase, token
from claimcheck.grammar.en.date_parts import Made, Parts, number_of, year_of
from claimcheck.grammar.en.date_tokens import Token
from claimcheck.model.mention import Grain


def bare_weekday(phrase: Phrase, parts: Parts) -> Made:
    """Read a weekday alone; a short one only with its stop, and no newspaper's name."""
    part = parts[-1]
    if part.kind == "w" and not (
        phrase.text[part.end - 1] == "." and phrase.text[part.start].isupper()
    ):
        return None
    if phrase.after(part.end) in phrase.tables.papers or _paper_on(phrase, part):
        return None
    draft = Draft("DATE", f"XXXX-WXX-{number_of(part)}", Grain.DAY)
    return [token("@", [part], draft, "weekday")]


def _paper_on(phrase: Phrase, part: Token) -> bool:
    """Tell the end of a paper's name: "the Mail on Sunday"."""
    words = phrase.text[max(0, part.start - 24) : part.start].split()
    return words[-1:] == ["on"] and words[-2:-1] != [] and words[-2] in phrase.tables.papers


def bare_month(phrase: Phrase, parts: Parts) -> Made:
    """Read a month alone: after a preposition where the word is also a verb or a name."""
    part = parts[-1]
    text = phrase.text[part.start : part.end]
    before = phrase.before(part.start)
    shy = text.lower() in phrase.tables.shy
    if text[0].islower() and (shy or text == "august") and before not in {"in", "of", "since"}:
        return None
    if part.kind == "m" and not (text.endswith(".") and before in _MONTH_HOSTS):
        return None
    following = phrase.after(part.end)
    named = following[:1].isupper() and following.isalpha() and not following.isupper()
    if (shy or named) and before not in _MONTH_HOSTS:
        return None
    draft = Draft("DATE", f"XXXX-{number_of(part):02}", Grain.MONTH)
    return [token("@", [part], draft, "month")]


_MONTH_HOSTS = frozenset(
    "in of by since until till last next this early late mid from through to between and "
    "during before "
    "after for mid-late the every each around earlier".split()
)


def bare_year(phrase: Phrase, parts: Parts) -> Made:
    """Read four figures as a year where the words around them allow it."""
    part = parts[-1]
    if not _year_like(phrase, part):
        return None
    return [token("@", parts, Draft("DATE", year_of(part), Grain.YEAR), "year")]


def _year_like(phrase: Phrase, part: Token) -> bool:
    text, tables = phrase.text, phrase.tables
    left = text[part.start - 1 : part.start] if part.start else ""
    if left in _MONEY or text[part.end : part.end + 1] in {"%", "°", "€"}:
        return False
    before = phrase.before(part.start)
    after = phrase.after(part.end)
    spaced = text[part.end : part.end + 1] == " "
    if (
        before in tables.identifiers
        or after.lower() in tables.counted
        or (spaced and after[:1].isdigit())
    ):
        return False
    year = number_of(part)
    modern = 1900 <= year <= 2100
    sure = (
        before in tables.year_prepositions
        or _second_of_two(text, part.start)
        or (modern and (after in tables.year_standards or _opening(phrase, part)))
    )
    if _plural(after) and not sure and before != "the":
        return False
    if year % 100 == 0 or not 1500 <= year <= 2050:
        return sure or (before in {"of", "from", "by", "the", "to", "and"} and not _plural(after))
    if before in tables.year_hosts or left in {"(", "-", "–", "/"} or not before:
        return True
    return 1700 <= year <= 2050 and not (left.isalnum() or before[-1:].isdigit())


def _opening(phrase: Phrase, part: Token) -> bool:
    """Tell the year of "By 2030 emissions must fall", which opens its sentence."""
    return phrase.text[max(0, part.start - 3) : part.start] == "By "


def _second_of_two(text: str, start: int) -> bool:
    """Tell the second year of "between 1990 and 2005 emissions rose"."""
    words = text[max(0, start - 20) : start].split()
    return len(words) > 2 and words[-1] == "and" and words[-3].lower() == "between"


_MONEY = frozenset("$£€¥₹#.,@&_")


_NOT_PLURAL = frozenset(
    "was has is its this as plus versus less across does us thus years series".split()
)


def _plural(word: str) -> bool:
    return len(word) > 3 and word[0].islower() and word.endswith("s") and word not in _NOT_PLURAL
