"""The title of a finding: what a claim is about, in the article's own words."""

from __future__ import annotations

import re

from claimcheck.model.article import Span
from claimcheck.rules.sides import Side

_WORDS = re.compile(r"[^\s,;:.()\[\]“”\"—–]+")
_STOPS = re.compile(r"[,;:.()\[\]“”\"—–\n]")
_NEAR = 40  # characters between a figure and the noun it counts
_AROUND = 3  # words on either side of a verb that stands alone
_WINDOW = 60


def question(side: Side) -> str:
    """Say what a claim is about: "undocumented Afghans living", "stations: repair".

    A verb alone is shown with the words around it: "INS Tabar sunk a fishing trawler".
    """
    spans = dict(side.claim.measurand.spans)
    head, frame = spans.get("head"), spans.get("frame")
    if head is not None and frame is not None and head != frame:
        return _counted(side, head, frame)
    noun = "" if head is None or head == frame else _noun(side, head)
    return noun or _surroundings(side, frame or head) or _slots(side)


def _counted(side: Side, head: Span, frame: Span) -> str:
    """Join what is counted to what happened to it: verbs as written, nouns behind a colon."""
    noun, verb = _noun(side, head), _text(side, frame)
    if verb.lower() in noun.lower().split():
        return noun
    lemma = side.setting.stemmer.stem(verb.lower())
    happened = verb.lower() != lemma and verb.lower().endswith(("ed", "ing", "t", "n", "k"))
    return f"{noun} {verb}" if happened else f"{noun}: {verb}"


def _noun(side: Side, head: Span) -> str:
    """Give the counted noun with the words between it and the figure."""
    end = side.claim.mention.span.end
    between = side.article.text[end : head.start]
    led = 0 <= head.start - end <= _NEAR and not _STOPS.search(between)
    words = side.article.text[end if led else head.start : head.end].split()
    return " ".join(_trimmed(side, words))


def _surroundings(side: Side, span: Span | None) -> str:
    """Give a few words around a place, up to the next stop; the claim's own words left out."""
    if span is None:
        return ""
    text, (first, last), own = side.article.text, side.sentence, side.claim.mention.span
    start = max(first, span.start - _WINDOW, own.end if own.end <= span.start else 0)
    end = min(last, span.end + _WINDOW, own.start if own.start >= span.end else len(text))
    before = _WORDS.findall(_STOPS.split(text[start : span.start])[-1])[-_AROUND:]
    after = _WORDS.findall(_STOPS.split(text[span.end : end])[0])[:_AROUND]
    words = [*_from_word(text, start, before), _text(side, span), *after]
    return " ".join(_trimmed(side, words))


def _from_word(text: str, start: int, words: list[str]) -> list[str]:
    """Drop a first word that the window cut in two."""
    cut = start and text[start - 1].isalnum() and len(words) < _AROUND
    return words[1:] if cut and words else words


def _trimmed(side: Side, words: list[str]) -> list[str]:
    """Drop small words from both ends: "of the fishing trawler that" is the fishing trawler."""
    small = side.setting.function_words
    kept = [at for at, word in enumerate(words) if word.lower() not in small]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _text(side: Side, span: Span) -> str:
    return " ".join(side.article.text[span.start : span.end].split())


def _slots(side: Side) -> str:
    slots = side.claim.measurand
    return " ".join(word for word in (*slots.modifiers, slots.head, slots.frame) if word)
