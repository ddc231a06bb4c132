"""Articles for the gate's tests, and reports on them."""

from __future__ import annotations

from collections.abc import Mapping

from claimcheck import Article, extract, load_rules
from claimcheck.model.report import Report
from claimcheck.pipeline import Backing, check

RULES = load_rules()
STORY = (
    "The ferry left Zadar for Ancona at dawn. Crew of the Marjan fought the flames off Ugljan for "
    "hours, said the Croatian coast guard in Zadar. Divers from Split and Sibenik searched the "
    "Marjan.\n\n{}\n\nThe minister flew from Zagreb to Zadar, where the Marjan was towed past "
    "Ugljan and Pasman at night. Ancona sent two tugs.\n"
)
TOLL = "As of 8 May 2024, {} people had been killed in the fire on the ferry Marjan off Ugljan."
KNOWN = STORY.format(TOLL.format(43))
NEW = STORY.format("Divers left the bay. " + TOLL.format(57))


def report(new: Mapping[str, str], known: Mapping[str, str]) -> Report:
    """Check new articles, by path, against known ones."""
    fresh, old = (
        tuple(
            extract(Article.from_text(text)._replace(path=path), RULES)
            for path, text in texts.items()
        )
        for texts in (new, known)
    )
    return check(fresh, Backing(old), RULES)


def conflicts(found: Report) -> Report:
    """Leave only the conflicts of a report."""
    told = tuple(each for each in found.findings if each.verdict == "conflict")
    return found._replace(findings=told)
