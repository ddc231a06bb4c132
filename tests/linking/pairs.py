"""Two or more texts, extracted and linked, for the tests of linking."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import Article, compare, extract, load_rules
from claimcheck.linking.profile import profile
from claimcheck.linking.stories import Tales
from claimcheck.linking.words import LinkWords, link_words
from claimcheck.model.claim import Claim
from claimcheck.model.link import Link, Relation
from claimcheck.model.report import Report

DAY = "2024-05-10"
RULES = load_rules()
WORDS: LinkWords = link_words(RULES.lexicon)


def report(*texts: str, date: str | None = DAY) -> Report:
    """Compare texts as articles of one day, named a, b, c ..."""
    articles = [
        Article.from_text(text, id=name, date=date)
        for name, text in zip("abcdefgh", texts, strict=False)
    ]
    return compare([extract(article, RULES) for article in articles], RULES)


def claims(text: str, date: str | None = DAY) -> tuple[Claim, ...]:
    """Give the claims of one text."""
    return extract(Article.from_text(text, id="a", date=date), RULES).claims


def links(found: Report, left: str, right: str) -> Sequence[Link]:
    """Give the links between two figures, whichever stands first."""
    words = {claim.id: claim.mention.text for claim in found.claims}
    return [
        one
        for one in found.links
        if (left in words[one.left] and right in words[one.right])
        or (right in words[one.left] and left in words[one.right])
    ]


def relations(found: Report, left: str, right: str) -> set[Relation]:
    """Give the relations between two figures; empty when they are not even possibly the same."""
    return {one.relation for one in links(found, left, right)}


def tales(articles: Sequence[Article]) -> Tales:
    """Tell the stories of some articles."""
    return Tales([profile(article, WORDS) for article in articles], WORDS)
