"""Names of questions, in the words of the texts: "Afghans returned since November 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.model.article import Article, Span
from claimcheck.model.claim import Claim
from claimcheck.model.mention import TimexMod

_AROUND = 400  # characters around a figure in which the words of its slots stand
_LONGEST = 60
_SINCE = {TimexMod.SINCE: "since", TimexMod.UNTIL: "until"}
_NAMES_SHOWN = 2


def name_of(claims: Sequence[Claim], articles: Mapping[str, Article]) -> str:
    """Name the question of a cluster by the claim that says most of it; the first of equals."""
    names = [" ".join(_words(claim, articles[claim.article_id])) for claim in claims]
    fitting = [name for name in names if len(name) <= _LONGEST] or names
    return max(fitting, key=lambda name: (len(name.split()), -names.index(name))) or "figures"


def _words(claim: Claim, article: Article) -> Iterator[str]:
    """Give what is counted, what happened, where, and since when."""
    spans = dict(claim.measurand.spans)
    head = _text(spans.get("head"), article) or claim.measurand.head
    frame = _text(spans.get("frame"), article)
    if claim.mention.quantity is None:
        yield "date of"
    yield from dict.fromkeys(word for word in (head, frame) if word)
    yield from _where(claim, article)
    if claim.time is not None and claim.time.mod in _SINCE and claim.time_words:
        since = _SINCE[claim.time.mod]
        yield claim.time_words if since in claim.time_words else f"{since} {claim.time_words}"


def _where(claim: Claim, article: Article) -> Iterator[str]:
    slots = claim.measurand
    if slots.place:
        words = [_written(stem, claim, article) for stem in slots.place.split()]
        yield "in " + " ".join(words)
    elif slots.names:
        shown = slots.names[:_NAMES_SHOWN]
        yield f"({', '.join(_written(stem, claim, article) for stem in shown)})"


def _written(stem: str, claim: Claim, article: Article) -> str:
    """Find the name that a stem came from near its figure; else the stem with capitals."""
    start = max(0, claim.mention.span.start - _AROUND)
    name = re.compile(rf"\b{re.escape(stem)}[\w’'-]{{0,6}}", re.IGNORECASE)
    for found in name.finditer(article.text, start, claim.mention.span.end + _AROUND):
        if found[0][0].isupper():
            return " ".join(found[0].split())
    return stem.replace("-", " ").title()


def _text(span: Span | None, article: Article) -> str:
    return " ".join(article.excerpt(span).split()) if span is not None else ""
