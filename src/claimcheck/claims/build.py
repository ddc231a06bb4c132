"""Build claims: every mention of an article with its measurand, time, source and region."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise

from claimcheck.claims.antecedent import names_before
from claimcheck.claims.asof import governing_date
from claimcheck.claims.attribution import attribution, attributions, stance
from claimcheck.claims.clause import Clause, clause
from claimcheck.claims.counted import Beside
from claimcheck.claims.measurand import measurand
from claimcheck.claims.words import ClaimWords
from claimcheck.model.article import Article, RegionKind
from claimcheck.model.claim import Claim, Measurand, Stance
from claimcheck.model.mention import Mention, Timex, TimexMod, TimexRole

_REPEAT_SHARE = 0.8
_REPEAT_WORDS = 4
_SAME_WORDS = 2  # a sentence of fewer content words may be printed twice by chance
_MOST_COMPARED = 40  # earlier sentences that a sentence is held against, the latest first
_BESIDE = 40
_LOOKED_BACK = 12
_NEAR_SENTENCES = 2  # how far back "they" and "of them" may reach


def claims(
    article: Article,
    sentences: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    words: ClaimWords,
) -> tuple[Claim, ...]:
    """Give the claims of an article in text order; repeats name the claim they print again."""
    found: list[Claim] = []
    for index, group in groupby(mentions, key=lambda mention: mention.sentence):
        here = tuple(group)
        layout = clause(article.text, sentences[index], here, words)
        keys = _keys(article.text[slice(*sentences[index])], here)
        earlier = _earlier(found, index)
        known = names_before(article.text, sentences, index, layout, words)
        one_by_one = _of_sentence(article, here, layout, (earlier, known), words)
        found.extend(claim._replace(key=key) for claim, key in zip(one_by_one, keys, strict=True))
    return _with_repeats(found)


def _of_sentence(
    article: Article,
    mentions: Sequence[Mention],
    layout: Clause,
    before: tuple[Measurand | None, tuple[str, ...]],
    words: ClaimWords,
) -> Iterator[Claim]:
    """Build the claims of one sentence, in order: each knows what those before it count.

    `before` is what the last count of the sentences before counts, and the names there.
    """
    told = attributions(layout, words)
    heads, counts = dict[int, int](), dict[int, str]()
    withdrawn = _withdrawn(layout)
    for at, mention in enumerate(mentions):
        earlier, known = before
        beside = Beside(_beside(mentions, at), heads, counts, earlier, withdrawn, known)
        said = attribution(layout.index_at(mention.span.start), told, layout)
        yield _claim(article, mention, beside, layout, words)._replace(attribution=said)


def _earlier(found: Sequence[Claim], sentence: int) -> Measurand | None:
    """Give what the last count before a sentence counts, if it is not far."""
    for claim in reversed(found[-_LOOKED_BACK:]):
        if sentence - claim.sentence > _NEAR_SENTENCES:
            return None
        if claim.mention.dimension == "count" and claim.measurand.head:
            return claim.measurand
    return None


def _beside(mentions: Sequence[Mention], at: int) -> Sequence[Mention]:
    """Give the mentions around one: a sentence without end stays linear work."""
    return mentions[max(0, at - _BESIDE) : at + _BESIDE + 1]


def _claim(
    article: Article,
    mention: Mention,
    beside: Beside,
    layout: Clause,
    words: ClaimWords,
) -> Claim:
    written = article.published.latest
    counts = mention.quantity is not None
    date = governing_date(mention, beside.mentions, layout, written, words) if counts else None
    timex = date.timex if date else None
    question = measurand(mention, beside, layout, words)
    number = layout.index_at(mention.span.start)
    return Claim(
        id=_identity(mention),
        article_id=article.id,
        sentence=mention.sentence,
        mention=mention,
        measurand=question,
        region=_region(article, mention),
        time=timex,
        time_role=_time_role(timex, question),
        time_words=date.text if date else "",
        stance=Stance.DENIED
        if beside.withdrawn
        else stance(layout, number, dict(question.spans).get("frame")),
    )


def _time_role(timex: Timex | None, question: Measurand) -> TimexRole:
    """Tell the day of counting from the day of the event.

    "by Wednesday" beside a count, and the date of a counted noun that names its own event ("846
    cases on 16 April"), say when it was counted.
    """
    if timex is None:
        return TimexRole.UNKNOWN
    spans = dict(question.spans)
    stood = "head" in spans and spans["head"] == spans.get("frame")
    if timex.mod is TimexMod.BY or (stood and timex.mod in _ON_THE_DAY):
        return TimexRole.AS_OF
    return timex.role


_ON_THE_DAY = frozenset((TimexMod.NONE, TimexMod.ON))


def _withdrawn(layout: Clause) -> bool:
    """Tell a sentence on what an earlier version said: its figures are taken back."""
    words = [token.lower for token in layout.tokens]
    pairs = set(pairwise(words))
    return ("earlier", "version") in pairs or ("previous", "version") in pairs


def _identity(mention: Mention) -> str:
    key = f"{mention.article_id}|{mention.span.start}|{mention.span.end}|{mention.text}"
    return hashlib.sha256(key.encode()).hexdigest()[:12]


def _keys(sentence: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """Give the key of each mention of a sentence: its words, and the how manieth of these it is."""
    around = hashlib.sha256(" ".join(sentence.split()).encode())
    times: Counter[str] = Counter()
    for mention in mentions:
        words = " ".join(mention.text.split())
        times[words] += 1
        key = around.copy()
        key.update(f"|{words}|{times[words]}".encode())
        yield key.hexdigest()[:12]


def _region(article: Article, mention: Mention) -> RegionKind:
    timex = mention.timex
    if timex is not None and timex.role in (TimexRole.CRAWL, TimexRole.FOREIGN):
        return RegionKind.BOILERPLATE
    return article.region_at(mention.span.start)


def _with_repeats(found: Sequence[Claim]) -> tuple[Claim, ...]:
    """Mark a claim whose sentence says what another one says, with the same value.

    The one in the body is kept; a deck, headline or caption repeats it.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in found:
        mention = claim.mention
        key = (mention.dimension, mention.text, mention.quantity and mention.quantity.low)
        groups.setdefault(key, []).append(claim)
    origin: dict[str, str] = {}
    for group in groups.values():
        kept: dict[tuple[str, ...], Claim] = {}
        for claim in sorted(group, key=lambda one: one.region is not RegionKind.BODY):
            words = claim.measurand.words
            earlier = kept.get(words) if len(words) >= _SAME_WORDS else None
            if earlier is None or earlier.sentence == claim.sentence:
                near = islice(reversed(kept.values()), _MOST_COMPARED)
                earlier = next((old for old in near if _same_sentence(old, claim)), None)
            if earlier is None:
                kept[words] = claim
            else:
                origin[claim.id] = earlier.id
    return tuple(claim._replace(repeats=origin.get(claim.id)) for claim in found)


def _same_sentence(left: Claim, right: Claim) -> bool:
    if left.sentence == right.sentence:
        return False
    a, b = set(left.measurand.words), set(right.measurand.words)
    if min(len(a), len(b)) < _REPEAT_WORDS:
        return False
    return len(a & b) >= _REPEAT_SHARE * len(a | b)
