"""A report made easy to look things up in: letters for articles, claims and judgements by id."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Judgement
from claimcheck.model.report import Report
from claimcheck.output.look import LOUDNESS, RANK
from claimcheck.output.safe import safe_path


class Index(NamedTuple):
    """The articles of a report in order, and everything by its id."""

    articles: tuple[Article, ...]
    letters: dict[str, str]
    by_id: dict[str, Article]
    claims: dict[str, Claim]
    judgements: dict[tuple[str, str], Judgement]

    @classmethod
    def of(cls, report: Report) -> Index:
        """Index a report."""
        return cls(
            report.articles,
            {article.id: letter(index) for index, article in enumerate(report.articles)},
            {article.id: article for article in report.articles},
            {claim.id: claim for claim in report.claims},
            {(j.left, j.right): j for j in report.judgements},
        )

    def place(self, claim: Claim) -> str:
        """Give `path:line:col` of a claim in its input file."""
        article = self.by_id[claim.article_id]
        return place(article, claim.mention.span.start)

    def letter_of(self, claim: Claim) -> str:
        """Give the letter of a claim's article."""
        return self.letters[claim.article_id]

    def claims_of(self, ids: tuple[str, ...]) -> list[Claim]:
        """Give the claims behind ids, in their order."""
        return [self.claims[each] for each in ids if each in self.claims]


def place(article: Article, offset: int) -> str:
    """Give `path:line:col` of an offset."""
    line, column = article.source.position(offset)
    return f"{safe_path(article.path)}:{line}:{column}"


def letter(index: int) -> str:
    """Give the letters of an article by its number: A, B … Z, AA, AB.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def worst_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Order findings by verdict, then by severity, else as the report has them."""
    return sorted(findings, key=lambda f: (RANK[f.verdict], LOUDNESS[f.severity]))
