"""Do our sources tell the same story in numbers and dates.

    >>> from claimcheck import Article, compare, extract, load_rules
    >>> one = Article.from_text("The ferry sank and 43 people were killed.", date="2024-05-08")
    >>> two = Article.from_text("At least 40 people were killed on the ferry.", date="2024-05-08")
    >>> report = compare([extract(one), extract(two)], load_rules())
    >>> "conflict" in [finding.verdict for finding in report.findings]
    False

`read` gives articles of files and folders, `extract` the claims of one, `compare` the report on
many. Nothing here reads a clock or the network; the same input gives the same report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.model.article import Article
from claimcheck.model.report import Extraction, Report

if TYPE_CHECKING:
    from claimcheck.rules.ruleset import Ruleset

__all__ = ["Article", "Extraction", "Report", "compare", "extract", "load_rules", "read"]
__version__ = "0.1.0"


def read(*paths: str) -> tuple[Article, ...]:
    """Read the articles of files and folders, in the order of their paths.

    Raises: ReaderError for the first input that cannot be read.
    """
    from claimcheck.readers.read import read_paths  # noqa: PLC0415  `import claimcheck` stays cheap

    reading = read_paths(paths)
    if reading.errors:
        raise reading.errors[0]
    return reading.articles


def load_rules() -> Ruleset:
    """Load the shipped rules with their lexicon."""
    from claimcheck.rules import load  # noqa: PLC0415  as above

    return load.load_rules()


def extract(article: Article, ruleset: Ruleset | None = None) -> Extraction:
    """Give the sentences, mentions and claims of one article."""
    from claimcheck import pipeline  # noqa: PLC0415  as above

    return pipeline.extract(article, (ruleset or load_rules()).lexicon)


def compare(extractions: Sequence[Extraction], ruleset: Ruleset | None = None) -> Report:
    """Link the claims of many articles, judge the links, check each article, in any order."""
    from claimcheck import pipeline  # noqa: PLC0415  as above

    return pipeline.compare(extractions, ruleset or load_rules())
