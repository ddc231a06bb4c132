"""One sentence and what one of its figures is expected to say, as a row of a table."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck import Article, extract, load_rules
from claimcheck.model.claim import Claim
from claimcheck.model.report import Extraction

DAY = "2024-05-10"
RULES = load_rules()


class Case(NamedTuple):
    """The claim whose text holds `figure` has these slots; a slot left out is not looked at."""

    sentence: str
    figure: str
    head: str | None = None
    frame: str | None = None
    words: tuple[str, ...] = ()  # modifiers that must be there, as stems
    never: tuple[str, ...] = ()  # modifiers that must not be there
    place: str | None = None
    agent: str | None = None
    role: str | None = None
    whole: str | None = None
    kind: str | None = None


def extracted(text: str, date: str | None = DAY) -> Extraction:
    """Read a text as an article of one day."""
    return extract(Article.from_text(text, id="a", date=date), RULES)


def claim(text: str, figure: str, nth: int = 0) -> Claim:
    """Give the nth claim of a text whose words hold a figure."""
    return [one for one in extracted(text).claims if figure in one.mention.text][nth]


def wrong(case: Case) -> dict[str, tuple[object, object]]:
    """Name each slot that is not as expected: what was expected, and what came."""
    slots = claim(case.sentence, case.figure).measurand
    wanted = {
        "head": case.head,
        "frame": case.frame,
        "place": case.place,
        "agent": case.agent,
        "role": case.role,
        "whole": case.whole,
        "kind": case.kind,
    }
    found = {name: getattr(slots, name) for name in wanted}
    off: dict[str, tuple[object, object]] = {
        name: (value, found[name])
        for name, value in wanted.items()
        if value is not None and value != found[name]
    }
    if not set(case.words) <= set(slots.modifiers) or set(case.never) & set(slots.modifiers):
        off["modifiers"] = (case.words, slots.modifiers)
    return off
