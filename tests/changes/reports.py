"""Reports of small sets of texts, as JSON documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from claimcheck import Article, compare, extract, load_rules
from claimcheck.output.plain import report_document

if TYPE_CHECKING:
    from claimcheck.output.document import ReportDocument

LEDGER: Final = (
    "Quake in Delmar\n\nThe quake in Delmar killed 14 people and damaged 230 homes, the governor "
    "of Delmar said. As of September 1, some 4,500 people of Delmar had been moved to tents.\n"
)
POST: Final = (
    "Delmar counts its dead\n\nThe Delmar quake killed 14 people. The governor of Delmar said 230 "
    "homes had been damaged.\n"
)
_RULES: Final = load_rules()


def reported(texts: Mapping[str, str]) -> ReportDocument:
    """Report on texts by their paths."""
    articles = [
        Article.from_text(text, date="2024-09-02")._replace(path=path)
        for path, text in texts.items()
    ]
    return report_document(compare([extract(one) for one in articles], _RULES))
