"""Forty made-up shootings, four reports each, and how often claims of two of them meet.

Run as a script (`python tests/quality/events.py`). All reports count the dead and the hurt, name
the same agencies and states, and look back on the same earlier attacks; towns, streets and
hospitals are each event's own, and so are its figures. The seed makes the same reports anywhere.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from claimcheck import Article, compare, extract, load_rules
from claimcheck.model.link import Relation
from claimcheck.model.report import Report

EVENTS = 40
REPORTS = 4
SEED = 11
STATES = ("Texas", "Ohio", "Florida", "Colorado", "Georgia", "Nevada", "Michigan", "Tennessee")
FIRST = ("Alder", "Birch", "Cobble", "Dray", "Ewing", "Fern", "Gant", "Holt", "Ivers", "Jute")
LAST = ("burg", "dale", "field", "ton")
VENUES = (
    "{} Mall",
    "{} High School",
    "the Church of {}",
    "the {} Ballroom",
    "{} Brewery",
    "a supermarket on {} Avenue",
    "{} Park",
    "the {} Distribution Center",
)
LOCAL = tuple(
    first + last
    for first in ("Pik", "Marl", "Quill", "Sorr", "Tarn", "Vesp", "Wren", "Yarr", "Hobb", "Lorn")
    for last in ("ow", "er", "ell", "ing", "ard", "ock", "ley", "ins", "ow Hill", "er Creek")
)
EARLIER = (
    "No attack was as deadly since {old_deaths} people died in {old_town} in {old_year}.",
    "In {old_year}, a gunman killed {old_deaths} people at a concert in {old_town}.",
    "It recalled the {old_year} attack in {old_town}, in which {old_deaths} people died.",
)
LEADS = (
    (
        "A gunman opened fire at {venue} in {town}, {state}, on {weekday}, killing {dead} people"
        " and wounding {hurt} others, police said."
    ),
    (
        "{dead_words} people were killed and {hurt} were injured on {weekday} when a man with a"
        " rifle attacked {venue} in {town}, {state}."
    ),
    (
        "A shooting at {venue} in {town} left {dead} people dead and {hurt} hurt, authorities in"
        " {state} said."
    ),
    (
        "Residents of {town}, {state}, gathered on {next_day} to mourn {dead} people shot dead at"
        " {venue} a day before."
    ),
)
BODY = (
    "The {town} police chief said officers reached {venue} {minutes} minutes after the first call.",
    "Officers fired {shots} rounds before the gunman fell, the {county} County sheriff said.",
    "The suspect, a {age}-year-old man from {county} County, bought the rifle {days} days earlier.",
    (
        "{hospital} Hospital was treating {treated} patients, of whom {critical} were in critical"
        " condition."
    ),
    (
        "The FBI sent {agents} agents to {town}, and the Bureau of Alcohol, Tobacco and Firearms"
        " joined the search."
    ),
    "The governor of {state} ordered flags lowered and said he would travel to {town}.",
    "The President called the attack in {town} senseless and asked Congress to act.",
    (
        "The Gun Violence Archive has counted {year_count} mass shootings in the United States this"
        " year."
    ),
    "A clerk who hid in a storeroom near {street} Street said she heard about {heard} shots.",
    "Investigators found {rifles} rifles and {magazines} magazines in a car on {street} Street.",
    "Schools in {county} County stayed closed for {closed} days.",
    "A fund for the families in {town} had raised ${fund},000 by {next_day}.",
    "About {vigil} people came to a vigil on {street} Street.",
    "The victims were between {youngest} and {oldest} years old, {hospital} Hospital said.",
    "Police in {town} said the death toll could rise.",
    "At least {dead} people died and {hurt} were wounded, the {county} County coroner confirmed.",
    "The gunman killed {dead} people in less than {minutes} minutes.",
    "Among the dead were {children} children and a teacher.",
)
WORDS = ("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Meeting(NamedTuple):
    """Links of one question in all, those that join two events, and such findings of conflict."""

    links: int
    across: int
    conflicts_across: int
    conflicts: int
    stories: int

    @property
    def share(self) -> float:
        """Share of the links that join two events."""
        return self.across / self.links if self.links else 0.0


def reports(events: int = EVENTS, seed: int = SEED) -> tuple[Article, ...]:
    """Write the reports; an id is the number of the event and of the report ("07-2")."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    return tuple(report for number in range(events) for report in _event(number, dice))


def _event(number: int, dice: random.Random) -> list[Article]:
    day = date(2023, 1, 3) + timedelta(days=9 * number)
    local = dice.sample(LOCAL, 4)
    facts = {
        "town": FIRST[number % len(FIRST)] + LAST[number // len(FIRST) % len(LAST)],
        "state": dice.choice(STATES),
        "venue": dice.choice(VENUES).format(local[0]),
        "county": local[1],
        "street": local[2],
        "hospital": local[3],
        "weekday": WEEKDAYS[day.weekday()],
        "next_day": WEEKDAYS[(day.weekday() + 1) % 7],
        "year_count": 400 + number,
        "old_town": "Harrow Springs",
        "old_year": 2017,
        "old_deaths": 21,
    }
    ranges = {"dead": 13, "hurt": 40, "minutes": 9, "shots": 60, "age": 60, "days": 30}
    ranges |= {"treated": 30, "critical": 8, "agents": 90, "heard": 40, "rifles": 6}
    ranges |= {"magazines": 14, "closed": 6, "fund": 900, "vigil": 900, "youngest": 18}
    ranges |= {"oldest": 90, "children": 5}
    facts |= {name: dice.randint(2, most) for name, most in ranges.items()}
    return [_report(f"{number:02}-{one}", facts, day, dice) for one in range(REPORTS)]


def _report(key: str, facts: dict[str, object], day: date, dice: random.Random) -> Article:
    told = dict(facts)
    if dice.random() < 0.2:  # an early toll
        told["dead"] = max(2, int(str(facts["dead"])) - 1)
    told["dead_words"] = WORDS[int(str(told["dead"])) - 2] if int(str(told["dead"])) < 13 else "13"
    body = dice.sample(BODY, dice.randint(8, 13))
    if dice.random() < 0.5:
        body.insert(dice.randint(1, len(body)), dice.choice(EARLIER))
    lines = [LEADS[int(key[-1])], *body]
    text = "\n\n".join(line.format(**told) for line in lines)
    published = day + timedelta(days=1)
    return Article.from_text(text, id=key, date=published)


def meeting(report: Report) -> Meeting:
    """Count what joins two events: the figures all reports share about the past do not."""
    claims = {claim.id: claim for claim in report.claims}

    def apart(keys: Sequence[str]) -> bool:
        return len({claims[key].article_id[:2] for key in keys}) > 1

    same = [one for one in report.links if one.relation is Relation.SAME]
    past = {claim.id for claim in report.claims if claim.mention.text in ("21", "2017")}
    across = [
        one for one in same if apart((one.left, one.right)) and not past & {one.left, one.right}
    ]
    conflicts = [one for one in report.findings if one.verdict.value == "conflict"]
    return Meeting(
        len(same),
        len(across),
        sum(apart(one.claims) for one in conflicts),
        len(conflicts),
        len(report.stories),
    )


@cache
def measured(events: int = EVENTS) -> Meeting:
    """Write, read and compare the reports."""
    rules = load_rules()
    return meeting(compare([extract(one, rules) for one in reports(events)], rules))


def main() -> int:
    """Print the count."""
    got = measured()
    print(f"{got.stories} stories of {EVENTS} events; {got.links} links of one question")
    print(f"{got.across} of them join two events ({got.share:.2%})")
    print(f"{got.conflicts} findings of conflict, {got.conflicts_across} across two events")
    return 0


if __name__ == "__main__":
    sys.exit(main())
