"""Make news-like articles from a seed, for timing and for tests of scale.

`python bench/corpus.py --articles 1000 --out DIR` writes one .txt an article, `--jsonl FILE` one
line an article. The same seed gives the same bytes on every machine. Three sentences in ten hold
numbers, sums, percentages, hedges or dates, about as on a news page.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

SEED = 7
DAY_ZERO = date(2021, 1, 4)

# Names of places are made of two halves, so that stories are told apart as names tell real ones.
FIRST = ("Kar", "Old", "Ven", "Tal", "Quar", "Est", "Mir", "Dun", "Sol", "Caster", "Brack", "Amber")
MIDDLE = ("", "a", "en", "ing", "o", "er", "il", "un", "es", "mar", "vel", "dor")
LAST = (
    "moor",
    "haven",
    "mere",
    "bay",
    "ford",
    "gate",
    "wick",
    "thorpe",
    "cliff",
    "sum",
    "lis",
    "ham",
)
BODIES = (
    "the port authority",
    "the city council",
    "the health ministry",
    "the river police",
    "the teachers' union",
    "the fire service",
    "the central bank",
    "the rail operator",
    "the farm board",
    "the election office",
    "the water company",
    "a charity",
)
THINGS = (
    "homes",
    "boats",
    "lorries",
    "hectares",
    "jobs",
    "seats",
    "tickets",
    "trees",
    "patients",
    "pupils",
    "voters",
    "workers",
    "tonnes of wheat",
    "litres of milk",
    "complaints",
    "vaccines",
    "bicycles",
    "beds",
    "permits",
    "letters",
)
VERBS = (
    "were lost",
    "were counted",
    "arrived",
    "were sold",
    "were repaired",
    "were sent back",
    "were promised",
    "stood empty",
    "were registered",
    "were inspected",
)
HEDGES = (
    "about",
    "some",
    "nearly",
    "almost",
    "more than",
    "over",
    "at least",
    "up to",
    "around",
    "fewer than",
)
HAPPENINGS = (
    "storm",
    "strike",
    "flood",
    "blackout",
    "fire",
    "collapse",
    "shortage",
    "outbreak",
    "landslide",
    "explosion",
)
VERDICTS = (
    "Nobody at {body} would say when the work ends.",
    "People in {place} have learned to wait, and they wait with folded arms.",
    "A spokeswoman for {body} asked for patience and for dry weather.",
    "Shops in {place} opened late, and the market did not open at all.",
    "Critics call the plan hasty; {body} calls it overdue.",
    "The road to {place} is closed to lorries, and the ferry takes only the mail.",
    "Asked for papers, {body} sent a drawing of a bridge that was never built.",
)
FIGURES = (
    "In {place}, {hedge} {count} {things} {verb} after the {event}, {body} said.",
    "{Count} {things} {verb} between {day} and {later}.",
    "The {event} in {place} cost ${money}, and {percent} per cent of it is insured.",
    "As of {day}, {count} {things} {verb}, up from {less} a year earlier.",
    "At least {small} people died and {more} were hurt when the {event} hit {place} on {weekday}.",
    "{Body} set aside €{money} and expects {percent}% growth by {month} {year}.",
    "The {event} of {month} {year} cost {place} {hedge} {count} {things}.",
    "Of {count} {things}, only {less} {verb} by the deadline of {day}.",
)


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Page(NamedTuple):
    """One made article: its name, its day of publication, and its text."""

    name: str
    published: date
    text: str


def articles(n: int, seed: int = SEED, sentences: int = 24) -> Iterator[Page]:
    """Make n articles of about that many sentences; three articles in a row tell one story."""
    for number in range(n):
        story = random.Random(f"{seed}:{number // 3}")  # noqa: S311 - a corpus, no secret
        chance = random.Random(f"{seed}:{number}:page")  # noqa: S311 - as above
        place, event = _place(story), story.choice(HAPPENINGS)
        published = DAY_ZERO + timedelta(days=story.randrange(1500))
        body = [_sentence(chance, place, event, published) for _ in range(sentences)]
        text = "\n\n".join(" ".join(body[at : at + 3]) for at in range(0, len(body), 3))
        head = f"{event.capitalize()} in {place}\nBy a staff reporter\n{_day(published)}\n\n"
        yield Page(f"{number:06}.txt", published, f"{head}{place.upper()}: {text}\n")


def text_of(characters: int, seed: int = SEED) -> str:
    """Make one long text of at least so many characters."""
    pieces: list[str] = []
    size = 0
    for page in articles(characters, seed):
        pieces.append(page.text)
        size += len(page.text) + 1
        if size >= characters:
            break
    return "\n".join(pieces)


def _sentence(chance: random.Random, place: str, event: str, published: date) -> str:
    """Write one sentence; three in ten hold figures."""
    there = place if chance.random() < 0.8 else _place(chance)
    body = chance.choice(BODIES)
    if chance.random() >= 0.3:
        return chance.choice(VERDICTS).format(place=there, body=body)
    count = chance.choice((chance.randrange(13, 990), chance.randrange(1_000, 900_000)))
    sums = (f"{count:,}", f"{count % 9}.{count % 7} million", f"{count % 9}bn")
    day = published - timedelta(days=chance.randrange(1, 300))
    return chance.choice(FIGURES).format(
        place=there,
        body=body,
        Body=body[0].upper() + body[1:],
        event=event,
        hedge=chance.choice(HEDGES),
        things=chance.choice(THINGS),
        verb=chance.choice(VERBS),
        count=_count(chance, count),
        Count=f"{count:,}",
        less=f"{count * chance.randrange(50, 95) // 100:,}",
        money=chance.choice(sums),
        percent=f"{chance.randrange(1, 99)}{chance.choice(('', '.5', '.25'))}",
        small=chance.choice(("three", "five", "nine", "12", "21")),
        more=chance.randrange(22, 80),
        day=_day(day),
        later=_day(day + timedelta(days=chance.randrange(2, 60))),
        weekday=chance.choice(("Monday", "Tuesday", "Friday")),
        month=MONTHS[day.month - 1],
        year=day.year,
    )


def _place(chance: random.Random) -> str:
    """Make up the name of a town."""
    return chance.choice(FIRST) + chance.choice(MIDDLE) + chance.choice(LAST)


def _day(day: date) -> str:
    """Write a day as an English newspaper does, whatever the locale."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _count(chance: random.Random, count: int) -> str:
    """Write a count in figures, rounded, or with a scale word."""
    forms = (f"{count:,}", f"{count // 10 * 10:,}", f"{count % 9 + 1}.{count % 10} million")
    return chance.choice(forms)


def main() -> None:
    """Write a corpus to a folder or to one .jsonl."""
    parser = argparse.ArgumentParser(description="Make news-like articles from a seed.")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, help="folder for one .txt an article")
    parser.add_argument("--jsonl", type=Path, help="file for one line an article")
    options = parser.parse_args()
    pages = list(articles(options.articles, options.seed))
    if options.out is not None:
        options.out.mkdir(parents=True, exist_ok=True)
        for page in pages:
            (options.out / page.name).write_text(page.text, encoding="utf-8")
    if options.jsonl is not None:
        lines = (
            {"id": page.name, "text": page.text, "date": page.published.isoformat()}
            for page in pages
        )
        options.jsonl.write_text("".join(json.dumps(line) + "\n" for line in lines))
    print(f"{len(pages)} articles, {sum(len(page.text) for page in pages):,} characters")


if __name__ == "__main__":
    main()
