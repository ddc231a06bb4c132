"""The words the stages know, as plain typed tables: one key for each file in rules/lexicon/.

The tables are `TypedDict`s so that the door (rules/load.py) can validate YAML against them with
pydantic and the compiled form is plain JSON. A stage builds its own index from them once and keeps
it.
"""

from __future__ import annotations

from typing import NotRequired, Protocol

from typing_extensions import TypedDict  # the backport pydantic needs before Python 3.12


class ByteTable(Protocol):
    """Bytes that may lie on disk: what a search by halves needs of `bytes`."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> bytes: ...
    def find(self, sub: bytes, start: int, /) -> int:
        """Give the first place of some bytes at or after a start; -1 for none."""
        ...

    def rfind(self, sub: bytes, start: int, end: int, /) -> int:
        """Give the last place of some bytes within [start, end); -1 for none."""
        ...


class Shelved(TypedDict):
    """A large table that is not YAML: its file in rules/ and the sha256 of its bytes."""

    file: str
    sha256: str


class FrameEntry(TypedDict):
    """One event frame: its triggers as verbs and nouns, and how counts of it behave over time."""

    verbs: list[str]
    nouns: list[str]
    kind: str  # accumulates, level, state, event, aspect
    example: str
    people: NotRequired[bool]  # a bare number it takes counts people ("63 were hurt")


class ContrastPair(TypedDict):
    """Two word sets that make claims answer different questions."""

    left: list[str]
    right: list[str]
    narrow: NotRequired[str]  # "people" or "any": what counts the words restrict to a part
    near: NotRequired[bool]  # the words tell only beside the figure, not elsewhere in its clause
    example: str
    whole: NotRequired[list[str]]  # what `left` is a part of, by a newsroom's word


class Contrasts(TypedDict):
    """Declared contrasts, sets of words that mean one thing, and nouns that count people."""

    pairs: list[ContrastPair]
    same: list[list[str]]
    persons: list[str]
    generic: list[str]
    posts: list[str]


class AttributionWords(TypedDict):
    """Phrases before a source and verbs after one; `speech` verbs tell whoever their subject is."""

    phrases: list[str]
    verbs: list[str]
    nouns: list[str]
    speech: list[str]
    sources: list[str]


class Lemmas(TypedDict):
    """Irregular forms by lemma, function words, closed word classes, and small lists.

    `bare_past` are verbs whose past form has no ending, `idle` nouns that name nothing by
    themselves beside an amount, `levels` verbs that say where a figure stands,
    `folk` nouns whose figures count people.
    """

    forms: dict[str, list[str]]
    function: list[str]
    classes: dict[str, list[str]]
    bare_past: list[str]
    idle: list[str]
    levels: list[str]
    folk: list[str]


class WordTable(TypedDict):
    """Parts of speech, a line each: lemma, space, kinds with the most used first."""

    table: str


class Weights(TypedDict):
    """Match weights in hundredths of a bit by slot and level, and the thresholds of a link."""

    slots: dict[str, dict[str, int]]
    thresholds: dict[str, int]


class Numbers(TypedDict):
    """numbers.yaml: number words and their values."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]
    multiples: dict[str, str]
    vulgar: dict[str, str]


class HedgePhrases(TypedDict):
    """Phrases that bound a figure, by where they stand, with the bound."""

    before: dict[str, str]
    after: dict[str, str]


class BoundWidth(TypedDict):
    """How wide a bound is: last places, percent, which of the two, and what both ends are.

    `cap` is the percent of the figure that no width exceeds.
    """

    places: str
    percent: str
    choose: str
    low: str
    high: str
    cap: NotRequired[str]


class Hedges(TypedDict):
    """hedges.yaml: the phrases, the policy for each bound, and the reach of vague words."""

    hedges: HedgePhrases
    policy: dict[str, BoundWidth]
    vague: dict[str, list[str]]


class CalendarWords(TypedDict):
    """The words of dates: what each names, as the grammar composes it."""

    months: dict[str, int]
    month_abbreviations: dict[str, int]
    shy_months: list[str]
    weekdays: dict[str, int]
    weekday_abbreviations: dict[str, int]
    weekday_plurals: dict[str, int]
    units: dict[str, str]
    plural_units: dict[str, str]
    seasons: dict[str, str]
    parts_of_day: dict[str, str]
    deictics: dict[str, str]
    references: dict[str, str]
    decade_words: dict[str, int]
    shifts: dict[str, int]
    back_shifts: dict[str, int]
    same: list[str]
    edges: dict[str, str]
    later: dict[str, int]
    vague: list[str]
    another: list[str]
    hedges: list[str]
    every: list[str]
    fillers: list[str]
    frequencies: dict[str, str]
    long_units: dict[str, str]
    same_time: dict[str, str]
    holidays: dict[str, str]
    relations: dict[str, str]
    deadline_nouns: list[str]
    start_cues: list[str]
    end_cues: list[str]
    year_hosts: list[str]
    year_prepositions: list[str]
    counted_nouns: list[str]
    identifier_nouns: list[str]
    year_standards: list[str]
    papers: list[str]
    rates: list[str]
    time_zones: list[str]
    verb_cues: dict[str, list[str]]
    ordinals: dict[str, int]
    cardinals: dict[str, int]


class Furniture(TypedDict):
    """Words of a page around its article; how each list is matched stands in the table."""

    controls: list[str]
    tails: list[str]
    prompts: list[str]
    closers: list[str]
    corrections: list[str]
    bylines: list[str]
    captions: list[str]
    sources: list[str]
    stamps: list[str]
    months: list[str]


class Wording(TypedDict):
    """wording.yaml: phrases that tell the rules how two figures hang together."""

    corrects: list[str]
    updates: list[str]
    includes: list[str]
    leaves_out: list[str]
    one: list[str]
    items: list[str]
    items_open: list[str]
    list_breaks: list[str]
    one_more: list[str]
    parts: list[str]
    totals: list[str]
    starts: list[str]
    ends: list[str]
    shares: list[str]
    others: list[str]
    degrees: list[str]
    generals: list[str]


class Measure(TypedDict):
    """One unit of measure: dimension, factor to its base, forms; `offset` is for temperatures."""

    dimension: str
    factor: str
    words: list[str]
    symbols: NotRequired[list[str]]
    offset: NotRequired[str]
    prefixed: NotRequired[bool]


class Per(TypedDict):
    """What a rate may be per, by how it is written."""

    words: list[str]
    symbols: list[str]
    after_a: list[str]


class Prefix(TypedDict):
    """A prefix of measures: its letter and its power of ten."""

    symbol: str
    power: int


class Units(TypedDict):
    """units.yaml: prefixes, measures by name, rates."""

    prefixes: dict[str, Prefix]
    units: dict[str, Measure]
    per: Per
    lengths: list[str]


class Currency(TypedDict):
    """One currency: its names (the first is the full one), symbols, and minor unit."""

    words: list[str]
    symbols: list[str]
    minor: NotRequired[list[str]]


class Currencies(TypedDict):
    """currencies.yaml: currencies by ISO 4217 code, minor units, codes read as they are."""

    currencies: dict[str, Currency]
    before: list[str]
    minor_symbols: dict[str, str]
    codes: list[str]


class Counted(TypedDict):
    """counted.yaml: word classes that find the noun a number counts."""

    stops: list[str]
    verbs: list[str]
    states: list[str]
    plurals: dict[str, str]
    singular_s: list[str]
    modifiers: list[str]
    adjectives: list[str]
    bodies: list[str]


class Nothing(TypedDict):
    """nothing.yaml: what makes a number count or measure nothing."""

    labels: list[str]
    names: list[str]
    after_one: list[str]
    before_one: list[str]
    after_hyphen: list[str]
    idioms: list[str]
    idioms_before: list[str]
    before_year: list[str]
    weapons: list[str]
    streets: list[str]
    books: list[str]


class ChangeWords(TypedDict):
    """Words for one direction: verbs before a figure, nouns beside it, words after it."""

    verbs: list[str]
    nouns: list[str]
    after: list[str]


class Changes(TypedDict):
    """changes.yaml: words that say a figure rose or fell, and verbs of change without direction."""

    up: ChangeWords
    down: ChangeWords
    moves: list[str]
    fillers: list[str]
    takes_money: list[str]


class Lexicon(TypedDict, total=False):
    """Every lexicon table by file name, and `digest`: sha256 over the files they came from.

    `wordnet_table` holds the bytes that `wordnet` names, read when first asked for.
    """

    digest: str
    wordnet_table: ByteTable
    numbers: Numbers
    hedges: Hedges
    units: Units
    currencies: Currencies
    counted: Counted
    nothing: Nothing
    changes: Changes
    frames: dict[str, FrameEntry]
    contrasts: Contrasts
    attribution: AttributionWords
    lemmas: Lemmas
    weights: Weights
    calendar: CalendarWords
    words: WordTable
    wordnet: Shelved
    places: dict[str, list[str]]
    properties: dict[str, list[str]]
    furniture: Furniture
    wording: Wording
