"""The words of dates, compiled once from the lexicon: token classes, trigger words, contexts."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.grammar.en.date_cues import VerbCues, verb_cues
from claimcheck.model.lexicon import CalendarWords, Lexicon
from claimcheck.model.mention import TimexMod


class Word(NamedTuple):
    """The class of a word (one letter, see `date_tokens`) and what it stands for."""

    kind: str
    value: str | int


PhraseForms = dict[str, tuple[tuple[str, Word], ...]]  # the longest first, by the letters after
AHEAD = 2  # letters after the first word of a phrase that choose its forms


class DateTables(NamedTuple):
    """Everything the date pass knows about English words, as look-ups.

    `words` and `phrases` classify; a phrase is keyed by its first word and tried longest first,
    a relation by its last.
    `vocabulary` may stand before the trigger word of a date.
    """

    words: dict[str, Word]
    phrases: dict[str, PhraseForms]
    vocabulary: frozenset[str]
    triggers: frozenset[str]
    shy: frozenset[str]
    relations: dict[str, tuple[tuple[str, TimexMod], ...]]
    deadline_nouns: frozenset[str]
    start_cues: frozenset[str]
    end_cues: frozenset[str]
    year_hosts: frozenset[str]
    year_prepositions: frozenset[str]
    counted: frozenset[str]
    identifiers: frozenset[str]
    year_standards: frozenset[str]
    papers: frozenset[str]
    rates: frozenset[str]
    cues: VerbCues


def _entries(calendar: CalendarWords) -> list[tuple[str, str, str | int]]:
    """List (word, class, value), later entries winning over earlier ones."""
    out: list[tuple[str, str, str | int]] = []

    def put(kind: str, table: dict[str, int] | dict[str, str] | list[str]) -> None:
        pairs = table.items() if isinstance(table, dict) else [(word, word) for word in table]
        out.extend((word, kind, value) for word, value in pairs)

    put("z", calendar["hedges"])
    put("X", calendar["fillers"])
    put("F", calendar["vague"])
    put("F", calendar["another"])
    put("n", calendar["cardinals"])
    put("D", calendar["ordinals"])
    put("P", calendar["parts_of_day"])
    put("U", calendar["units"])
    put("V", calendar["plural_units"])
    put("M", calendar["months"])
    put("m", calendar["month_abbreviations"])
    put("W", calendar["weekdays"])
    put("w", calendar["weekday_abbreviations"])
    put("v", calendar["weekday_plurals"])
    put("S", calendar["seasons"])
    put("R", calendar["deictics"])
    put("N", calendar["references"])
    put("e", calendar["decade_words"])
    put("L", calendar["shifts"])
    put("l", calendar["back_shifts"])
    put("J", calendar["same"])
    put("k", calendar["edges"])
    put("j", calendar["later"])
    put("E", calendar["every"])
    put("Y", calendar["frequencies"])
    put("H", calendar["holidays"])
    put("&", calendar["long_units"])
    put("G", calendar["same_time"])
    put("Z", calendar["time_zones"])
    out.extend(_GLUE)
    return out


_GLUE: tuple[tuple[str, str, str | int], ...] = (
    ("the", "t", ""),
    ("a", "a", 1),
    ("an", "a", 1),
    ("of", "o", ""),
    ("in", "i", "in"),
    ("on", "i", "on"),
    ("at", "i", "at"),
    ("and", "A", "and"),
    ("or", "A", "or"),
    ("to", "T", "to"),
    ("through", "T", "through"),
    ("thru", "T", "through"),
    ("until", "T", "until"),
    ("till", "T", "till"),
    ("between", "B", ""),
    ("from", "f", "from"),
    ("ago", "g", -1),
    ("back", "g", -1),
    ("hence", "h", 1),
    ("from now", "h", 1),
    ("from today", "h", 1),
    ("before", "b", -1),
    ("prior to", "b", -1),
    ("after", "b", 1),
    ("following", "l", 1),
    ("half", "x", ""),
    ("period", "r", ""),
    ("fy", "X", "fiscal"),
    ("once", "O", ""),
    ("twice", "O", ""),
    ("times", "O", ""),
    ("per", "p", ""),
    ("long", "X", "long"),
    ("old", "!", ""),
    ("olds", "!", ""),
    ("older", "!", ""),
    ("younger", "!", ""),
    ("o'clock", "u", ""),
    ("o’clock", "u", ""),
    ("am", "u", "am"),
    ("pm", "u", "pm"),
    ("q1", "Q", 1),
    ("q2", "Q", 2),
    ("q3", "Q", 3),
    ("q4", "Q", 4),
    ("h1", "Q", 5),
    ("h2", "Q", 6),
    ("or so", "s", ""),
    ("or more", "s", ""),
    ("quarter", "K", "Q"),
    ("qtr", "K", "Q"),
    ("weekend", "U", "WE"),
    ("century", "C", "CE"),
)

_TRIGGER_CLASSES = frozenset("UVKCMmWwvSRNeYHP&G")
_SMALL_TRIGGERS = frozenset(
    {"gmt", "utc", "second", "the past", "noon", "midnight", "q1", "q2", "q3", "q4", "eid", "yom"}
)


def date_tables(lexicon: Lexicon) -> DateTables:
    """Compile the date words of a lexicon; done once a run."""
    calendar = lexicon["calendar"]
    words: dict[str, Word] = {}
    phrases: dict[str, dict[str, Word]] = {}
    triggers = {*_SMALL_TRIGGERS, *(f"on the {ordinal}" for ordinal in calendar["ordinals"])}
    for text, kind, value in _entries(calendar):
        for form in {text, text.replace("'", "’")}:
            _add(form, Word(kind, value), words, phrases)
            if kind in _TRIGGER_CLASSES:
                triggers.add(form)
    # A phrase that holds a trigger is found by it; by itself it could hide one ("upcoming weeks").
    triggers = {
        form
        for form in triggers
        if " " not in form or not any(part in triggers for part in form.split())
    }
    vocabulary = {
        *words,
        *(part for first in phrases.values() for form in first for part in form.split()),
    }
    return DateTables(
        words=words,
        phrases={first: _forms(first, found) for first, found in phrases.items()},
        vocabulary=frozenset(vocabulary),
        triggers=frozenset(triggers),
        shy=frozenset(calendar["shy_months"]),
        relations=_relations(calendar["relations"]),
        deadline_nouns=frozenset(calendar["deadline_nouns"]),
        start_cues=frozenset(calendar["start_cues"]),
        end_cues=frozenset(calendar["end_cues"]),
        year_hosts=frozenset(calendar["year_hosts"]),
        year_prepositions=frozenset(calendar["year_prepositions"]),
        counted=frozenset(calendar["counted_nouns"]),
        identifiers=frozenset(calendar["identifier_nouns"]),
        year_standards=frozenset(calendar["year_standards"]),
        papers=frozenset(calendar["papers"]),
        rates=frozenset(calendar["rates"]),
        cues=verb_cues(calendar["verb_cues"]),
    )


def _forms(first: str, words: dict[str, Word]) -> PhraseForms:
    """Group the phrases of a first word by the letters that follow it, the longest first."""
    found: dict[str, list[tuple[str, Word]]] = {}
    for form in sorted(words, key=lambda form: -len(form)):
        ahead = form[len(first) : len(first) + AHEAD]
        found.setdefault(ahead, []).append((form, words[form]))
    return {ahead: tuple(listed) for ahead, listed in found.items()}


def _relations(words: dict[str, str]) -> dict[str, tuple[tuple[str, TimexMod], ...]]:
    """Index relation words by their last, the longest first, each after a space."""
    found: dict[str, list[tuple[str, TimexMod]]] = {}
    for form in sorted(words, key=lambda form: -len(form)):
        found.setdefault(form.split()[-1], []).append((f" {form}", TimexMod(words[form])))
    return {last: tuple(listed) for last, listed in found.items()}


def _add(
    form: str, word: Word, words: dict[str, Word], phrases: dict[str, dict[str, Word]]
) -> None:
    """Enter a word, or a phrase under the letters it begins with."""
    if form.isalnum():
        words[form] = word
        return
    first = _first_word(form)
    phrases.setdefault(first, {})[form] = word


def _first_word(form: str) -> str:
    """Give the leading run of letters of a phrase."""
    for index, letter in enumerate(form):
        if not letter.isalpha():
            return form[:index]
    return form
