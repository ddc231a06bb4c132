"""One side of a link: a claim, its article, and what is worked out of it alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from claimcheck.model.article import Article, Span
from claimcheck.model.claim import Claim, Stance
from claimcheck.model.mention import Quantity, Timex, TimexMod, TimexRole
from claimcheck.model.report import Extraction
from claimcheck.rules.fact import fact
from claimcheck.rules.interval import Policy, policy_of, show
from claimcheck.rules.moments import Days, count_ends, moment, published
from claimcheck.rules.relations import Measured, measured
from claimcheck.rules.units import Units
from claimcheck.text.dateparts import in_year
from claimcheck.text.stems import Stemmer

_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WINDOW = 2000  # of a sentence without end, so much is read before and after the claim
_RUN = 8  # so many words in a row are not written twice by chance
_SMALL_WORDS = frozenset(("the", "a", "an", "of", "for", "and", "in", "s", "mr", "ms", "mrs", "dr"))
_READ_OFF = frozenset((TimexRole.AS_OF, TimexRole.SINCE, TimexRole.UNKNOWN))
_LOCAL = "local"
_UNIVERSAL = "universal"
_ZONE_REACH = 14  # a zone further behind its time of day is another one's
_HEDGE_REACH = 60  # a hedge further from its figure is not quoted with it


class Context(NamedTuple):
    """The articles two claims stand in."""

    left: Extraction
    right: Extraction


class Setting:
    """What the facts need of the lexicon, worked out once for a ruleset."""

    def __init__(self, lexicon: Mapping[str, object]) -> None:
        """Read the policy, the units, the kinds of frames and the wording tables."""
        self.policy: Policy = policy_of(lexicon)
        self.units = Units(lexicon)
        frames = cast("Mapping[str, Mapping[str, object]]", lexicon.get("frames") or {})
        self.accumulates = _of_kind(frames, "accumulates")
        self.states = _of_kind(frames, "state")
        wording = cast("Mapping[str, Sequence[str]]", lexicon.get("wording") or {})
        self.wording = wording
        self._phrases: dict[str, re.Pattern[str] | None] = {}
        contrasts = cast("Mapping[str, Sequence[str]]", lexicon.get("contrasts") or {})
        self.persons = frozenset(contrasts.get("persons", ()))
        self.corrects = _any_of(wording.get("corrects", ()))
        self.updates = _any_of(wording.get("updates", ()))
        self.includes = _any_of(wording.get("includes", ()))
        self.leaves_out = _any_of(wording.get("leaves_out", ()))
        self.ones = _any_of(wording.get("one", ()))
        calendar = cast("Mapping[str, Sequence[str]]", lexicon.get("calendar") or {})
        self.zones = _any_of((*calendar.get("time_zones", ()), _LOCAL))
        lemmas = cast("Mapping[str, Mapping[str, Sequence[str]]]", lexicon.get("lemmas") or {})
        self.stemmer = Stemmer(lemmas.get("forms") or {})
        self.function_words = frozenset(cast("Sequence[str]", lemmas.get("function") or ()))
        self._frame_of = self._frames_by_stem(frames)

    def _frames_by_stem(self, frames: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
        """Give the frame each word names: its own name first, then verbs, then nouns."""
        found: dict[str, str] = {}
        for kind in ("nouns", "verbs"):
            for name, entry in frames.items():
                for word in cast("Sequence[str]", entry.get(kind) or ()):
                    found[self.stemmer.stem(word)] = name
        return found | {name: name for name in frames}

    def phrases(self, name: str) -> re.Pattern[str] | None:
        """Give the phrases of a list of wording.yaml as one pattern."""
        if name not in self._phrases:
            self._phrases[name] = _any_of(self.wording.get(name, ()))
        return self._phrases[name]

    def wanted(self, name: str, words: Iterable[str]) -> frozenset[str]:
        """Give the words of a condition as claims hold them: frames by name, others as stems."""
        if name == "frame":
            stems = {word: self.stemmer.stem(word.lower()) for word in words}
            return frozenset(
                self._frame_of.get(word) or self._frame_of.get(stem) or f"verb:{stem}"
                for word, stem in stems.items()
            )
        if name == "words":
            return frozenset(self.stemmer.stem(word.lower()) for word in words)
        if name == "source":
            return frozenset(word.lower() for word in words)
        return frozenset(words)


def _any_of(phrases: Sequence[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_LONG_OVER = 180  # days after which the count of an event is held to be settled


class Side:
    """One claim of a link, with what is worked out of it alone."""

    def __init__(self, claim: Claim, extraction: Extraction, setting: Setting) -> None:
        self.claim = claim
        self.extraction = extraction
        self.article: Article = extraction.article
        spans = extraction.sentences
        known = 0 <= claim.sentence < len(spans)
        start, end = spans[claim.sentence] if known else (0, len(self.article.text))
        place = claim.mention.span
        self.sentence = max(start, place.start - _WINDOW), min(end, place.end + _WINDOW)
        self.setting = setting
        self.quantity: Quantity | None = claim.mention.quantity
        self.measured: Measured | None = (
            None if self.quantity is None else measured(self.quantity, setting.policy)
        )
        self.shown = f'"{self.words}" {reach(self)}'
        self._words: dict[str, frozenset[str]] = {}

    @fact
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Give every run of eight words of its sentence; figures left out."""
        words = _LETTERS.findall(self.text.lower())
        return frozenset(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))

    @fact
    def places(self) -> frozenset[tuple[int, tuple[str, ...]]]:
        """Give every run of eight words around the claim, with the place of the claim in it."""
        start, end = quoted_span(self.claim)
        text, (first, last) = self.article.text, self.sentence
        before = _LETTERS.findall(text[first:start].lower())[-_RUN:]
        after = _LETTERS.findall(text[end:last].lower())[:_RUN]
        words, at = (*before, *after), len(before)
        return frozenset(
            (at - begin, tuple(words[begin : begin + _RUN]))
            for begin in range(len(words) - _RUN + 1)
        )

    @fact
    def zone(self) -> str:
        """Give the time zone written with a time of day: its letters, "local", "" for none."""
        timex = self.claim.mention.timex
        if timex is None or "T" not in timex.value:
            return ""
        if timex.value.endswith("Z"):
            return _UNIVERSAL
        start, end = self.claim.mention.span
        near = self.article.text[start : min(end + _ZONE_REACH, self.sentence[1])]
        found = self.setting.zones and self.setting.zones.search(near)
        return found.group().lower().removesuffix(" time") if found else ""

    def words_of(self, name: str) -> frozenset[str]:
        """Give the words a condition of the vocabulary looks at."""
        found = self._words.get(name)
        if found is None:
            found = self._words[name] = WORDS[name](self)
        return found

    @fact
    def accumulates(self) -> bool:
        """Whether the claim counts what still adds up over time.

        A plan adds up to nothing yet, and what ended long before the day of writing ("an accident
        in 2019 in which 11 people died") adds up no more.
        """
        counted = self.claim.measurand.frame in self.setting.accumulates
        return counted and self.claim.stance is not Stance.PLANNED and not self._over

    @fact
    def daily(self) -> bool:
        """Whether the claim tells a state that any day may change: how many are missing."""
        return self.claim.measurand.frame in self.setting.states and not self._over

    @property
    def _over(self) -> bool:
        """Whether the text dates the event itself long before it was written."""
        held, written = self.stated_time, self.article.published.earliest
        if self.claim.time_role is not TimexRole.EVENT or held is None or held.last is None:
            return False
        return written is not None and (written - held.last).days > _LONG_OVER

    @fact
    def text(self) -> str:
        """Give the sentence the claim stands in."""
        return self.article.text[self.sentence[0] : self.sentence[1]]

    @fact
    def words(self) -> str:
        """Quote the claim as written, its hedge included where it stands near."""
        return quoted(self.article, self.claim)

    @fact
    def source(self) -> frozenset[str]:
        """Give the words of the named source, none where the text names none."""
        attribution = self.claim.attribution
        if attribution is None:
            return frozenset()
        return frozenset(_WORD.findall(attribution.source.lower())) - _SMALL_WORDS

    @fact
    def stated_time(self) -> Days | None:
        """Give the moment the text itself gives the claim."""
        return self.stated_in(None)

    def stated_in(self, year: int | None) -> Days | None:
        """Give the moment the text gives; a date without a year is taken to be of that year."""
        claim = self.claim
        if claim.time is None:
            return None
        return moment(_of(claim.time, year), claim.time_role, self.article.published)

    @fact
    def read_off(self) -> Days | None:
        """Give the day a running count was read off: its as-of date, else publication."""
        return self.read_off_in(None)

    def read_off_in(self, year: int | None) -> Days | None:
        """Give the day of reading; a date without a year is taken to be of that year."""
        claim = self.claim
        if claim.time is not None and _is_counted_by(claim.time, claim.time_role):
            found = count_ends(_of(claim.time, year), claim.time_role, self.article.published)
            if found is not None:
                return found
        return published(self.article.published)


def _of_kind(frames: Mapping[str, Mapping[str, object]], kind: str) -> frozenset[str]:
    return frozenset(name for name, entry in frames.items() if entry.get("kind") == kind)


def _is_counted_by(time: Timex, role: TimexRole) -> bool:
    """Whether a date says when a count was read off: "as of Monday", "before June"."""
    return role in _READ_OFF or time.mod in {TimexMod.BEFORE, TimexMod.BY, TimexMod.UNTIL}


def _of(time: Timex, year: int | None) -> Timex:
    return time if year is None else in_year(time, year)


def quoted(article: Article, claim: Claim) -> str:
    """Quote a claim as written, its hedge included where it stands near."""
    start, end = quoted_span(claim)
    if (start, end) == claim.mention.span or not article.text:
        return claim.mention.text
    return " ".join(article.text[start:end].split())


def quoted_span(claim: Claim) -> Span:
    """Give where a claim stands, its hedge included where it stands near."""
    span, quantity = claim.mention.span, claim.mention.quantity
    if quantity is None or quantity.hedge is None:
        return span
    start, end = min(span.start, quantity.hedge.start), max(span.end, quantity.hedge.end)
    return span if end - start > span.end - span.start + _HEDGE_REACH else Span(start, end)


def reach(side: Side) -> str:
    """Write the values or days a claim allows."""
    if side.measured is not None:
        return show(side.measured.reach)
    timex = side.claim.mention.timex
    if timex is None:
        return "nothing"
    days = Days(timex.first, timex.last)
    return timex.value if days == (None, None) else str(days)


def _measurand_words(claim: Claim) -> Iterator[str]:
    yield from claim.measurand.modifiers
    yield from claim.measurand.words
    yield claim.measurand.counted
    for text in claim.measurand.modifiers:
        yield from _WORD.findall(text.lower())


WORDS: dict[str, Callable[[Side], frozenset[str]]] = {
    "frame": lambda side: frozenset((side.claim.measurand.frame,)),
    "head": lambda side: frozenset((side.claim.measurand.counted,)),
    "words": lambda side: side.setting.wanted("words", _measurand_words(side.claim)),
    "unit": lambda side: frozenset((side.quantity.unit,) if side.quantity else ()),
    "source": lambda side: side.source,
    "region": lambda side: frozenset((side.claim.region.value,)),
}
"""Facts that are words of either side."""
