"""The words a rule's `when` may use: the answer each takes, what it asks, and one example."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """How a condition compares what it asks with what it sees."""

    CHOICE = "choice"  # one of a closed list
    FLAG = "flag"  # true or false
    WORDS = "words"  # any of the given words
    PERCENT = "percent"  # more than so many per cent


class Word(NamedTuple):
    """One condition of the vocabulary."""

    kind: Kind
    doc: str
    example: str
    choices: tuple[str, ...] = ()


def _choice(doc: str, example: str, *choices: str) -> Word:
    return Word(Kind.CHOICE, doc, example, choices)


VOCABULARY: dict[str, Word] = {
    "relation": _choice(
        "How the questions of the two claims relate; only `same` may become a conflict of values.",
        "relation: same",
        *("same", "part", "other_time", "other_scope", "other_event", "unknown"),
    ),
    "dimension": _choice(
        "What is compared: two quantities, two dates, or one of each.",
        "dimension: quantity",
        *("quantity", "date", "mixed"),
    ),
    "stance": _choice(
        "How the texts commit themselves: both assert, one denies, one plans, one says that it may"
        " be so (possible), one speaks of any such thing (generic).",
        "stance: asserted",
        *("asserted", "denied", "planned", "possible", "generic"),
    ),
    "values": _choice(
        "How the two values relate under the policy of hedges.yaml; dates use equal, contains,"
        " overlaps, disjoint, other_zone (one clock in two time zones) and open.",
        "values: [rounds_to, within_hedge]",
        *("equal", "same_figure", "rounds_to", "within_hedge", "vague", "bound", "opposed"),
        *(
            "reversed",
            "divergent_bounds",
            "contains",
            "overlaps",
            "disjoint",
            "other_zone",
            "open",
            "incomparable",
        ),
    ),
    "figures": _choice(
        "How the bare digits relate: a slip of the decimal point, two digits swapped, or other.",
        "figures: [ten, hundred, thousand]",
        *("same", "ten", "hundred", "thousand", "swapped", "other"),
    ),
    "times": _choice(
        "How the moments the claims speak of relate. A running count without a date of its own"
        " speaks of the day its article was published; a level without a date is unknown.",
        "times: apart",
        *("same", "overlapping", "apart", "unknown"),
    ),
    "growth": _choice(
        "Whether the later of two values is smaller (falls) or not (rises).",
        "growth: rises",
        *("rises", "falls", "unknown"),
    ),
    "counting": _choice(
        "Whether the event adds up over time (killed, returned) or is a level (population).",
        "counting: accumulates",
        *("accumulates", "level"),
    ),
    "part": _choice(
        "Whether a part fits into the whole it is compared with.",
        "part: above",
        *("fits", "above", "unknown"),
    ),
    "sources": _choice(
        "Whom the texts name as their source: the same, two different, one side only, nobody.",
        "sources: different",
        *("same", "different", "one", "none"),
    ),
    "hedged": _choice(
        "How many of the two figures carry a hedge (about, nearly, over).",
        "hedged: none",
        *("none", "one", "both"),
    ),
    "kind": _choice(
        "What sort of unit the figures have; mixed when they differ.",
        "kind: currency",
        *("counted", "currency", "ratio", "measure", "age", "ordinal", "score", "none", "mixed"),
    ),
    "date_role": _choice(
        "What the dates do: event, deadline, start, end; mixed when they differ.",
        "date_role: deadline",
        *("event", "deadline", "start", "end", "other", "mixed"),
    ),
    "converted": Word(Kind.FLAG, "One value was converted to the other's unit.", "converted: true"),
    "points": Word(
        Kind.FLAG,
        "One side is in per cent, the other in percentage points, with the same figure.",
        "points: true",
    ),
    "anchored": Word(
        Kind.FLAG,
        "The dates differ only as far as the day of publication holds (Tuesday, last month).",
        "anchored: false",
    ),
    "wide": Word(
        Kind.FLAG,
        "A date rests on a publication date that is itself not known to the day.",
        "wide: true",
    ),
    "vague": Word(Kind.FLAG, 'One figure is a vague word ("dozens").', "vague: false"),
    "correction": Word(Kind.FLAG, "A text says that it corrects or revises.", "correction: true"),
    "update": Word(Kind.FLAG, "The text with the larger figure says that it rose.", "update: true"),
    "inclusion": Word(
        Kind.FLAG,
        "One text includes what the other leaves out, and the difference is just that.",
        "inclusion: true",
    ),
    "others": Word(
        Kind.FLAG,
        'The smaller figure counts the others beside someone named ("the driver and two others").',
        "others: true",
    ),
    "adds_up": Word(
        Kind.FLAG,
        "The figures of one text come to the other's: 12 shot, five of them fatally, leave seven.",
        "adds_up: true",
    ),
    "share": _choice(
        "Whether the share one text takes of its figure (half of the 1,200 homes) comes to the"
        " other figure.",
        "share: fits",
        *("fits", "misses", "none"),
    ),
    "degree": _choice(
        "Whether both texts say how badly in the same words (severely, worst), or neither does.",
        "degree: different",
        *("same", "different"),
    ),
    "copied": Word(
        Kind.FLAG,
        "Both claims stand at one place of eight words that both sentences share: a copied text.",
        "copied: true",
    ),
    "same_article": Word(Kind.FLAG, "Both claims stand in one article.", "same_article: false"),
    "difference_over": Word(
        Kind.PERCENT,
        "The figures differ by more than so many per cent of the larger.",
        "difference_over: 10",
    ),
    "frame": Word(
        Kind.WORDS,
        "What happened, in either claim: any verb or noun for it.",
        "frame: [kill, injure]",
    ),
    "head": Word(Kind.WORDS, "The thing counted or dated, singular.", "head: [refugee]"),
    "words": Word(Kind.WORDS, "A word of the measurand of either claim.", "words: [registered]"),
    "unit": Word(Kind.WORDS, "The unit of either figure.", "unit: [USD]"),
    "source": Word(Kind.WORDS, "A word of a named source.", "source: [embassy]"),
    "region": Word(Kind.WORDS, "The part of the page of either claim.", "region: [headline]"),
    "path": Word(Kind.WORDS, "The start of the path of either article.", "path: [sport/]"),
}

FIELDS: dict[str, str] = {
    "a": "the words of the first claim",
    "b": "the words of the second claim",
    "a_reach": "the values the first wording allows",
    "b_reach": "the values the second wording allows",
    "a_time": "the moment the first claim speaks of",
    "b_time": "the moment the second claim speaks of",
    "a_source": "whom the first text names",
    "b_source": "whom the second text names",
    "meeting": "how what the two wordings allow hangs together",
    "difference": "by how much the figures differ",
    "why": "what a check found, in words and numbers",
    "question": "what both claims are about",
}
"""The named fields of a rule's message."""
