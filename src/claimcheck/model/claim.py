"""A claim: a mention together with the question it answers."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from claimcheck.model.article import RegionKind, Span
from claimcheck.model.mention import Mention, Role, Timex, TimexRole


class Stance(StrEnum):
    """How the text commits itself to a claim."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    GENERIC = "generic"


TOLD = "say"  # the frame of a date on which something was only said


class Measurand(NamedTuple):
    """The question a number or date answers; a slot the text leaves open is "" or ().

    "675,190 Afghans have returned to their country": head "afghan", frame "return", place "".
    For a date the frame and head are those of the event it dates. The head is the word as the text
    has it, singular; `kind` is what it stands for where that is another word: "people" for Afghans,
    "revenue" for sales.
    """

    head: str = ""
    modifiers: tuple[str, ...] = ()
    frame: str = ""
    agent: str = ""
    place: str = ""
    role: Role = Role.UNKNOWN
    whole: str = ""  # what the number is a part of ("of the 1,200 homes": home)
    words: tuple[
        str, ...
    ] = ()  # content lemmas of the clause, in text order: context, never a question by itself
    spans: tuple[tuple[str, Span], ...] = ()  # (slot, where it stands)
    names: tuple[str, ...] = ()  # stems of the proper names near the event: who and where
    kind: str = ""  # what the head stands for, if another word

    @property
    def counted(self) -> str:
        """What is counted or measured, by kind where the head has one: to compare, not to show."""
        return self.kind or self.head


class Attribution(NamedTuple):
    """Who is said to have said it: the name as written, its span, and the cue ("according to")."""

    source: str
    span: Span
    cue: str


class Claim(NamedTuple):
    """One value, the question it answers, the moment it speaks of, and who says so.

    `id` is a content hash (article id, span, text). `time` is the as-of or event date that governs
    a quantity, `time_words` the words it came from. `repeats` names an earlier claim of the same
    article that this one prints again (deck and lead, caption twice): one claim, not two witnesses.
    `key` is a hash of the sentence and the mention's words in it: edits elsewhere in the article,
    other line breaks and another file name leave it as it is, and a copy has the same.
    """

    id: str
    article_id: str
    sentence: int
    mention: Mention
    measurand: Measurand
    region: RegionKind
    time: Timex | None = None
    time_role: TimexRole = TimexRole.UNKNOWN
    time_words: str = ""
    attribution: Attribution | None = None
    stance: Stance = Stance.ASSERTED
    repeats: str | None = None
    key: str = ""
