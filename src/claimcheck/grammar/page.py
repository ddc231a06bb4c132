"""The page around an article, by its layout: stamps, bylines, the page's clock, the tail."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from claimcheck.grammar.evaluate import absolute
from claimcheck.grammar.reading import Reading
from claimcheck.model.article import AnchorHow, Span
from claimcheck.model.mention import Grain

_MARKER = re.compile(
    r"""
    (?P<updated>updated|last\ updated|modified|last\ modified|edited|revised|corrected)
  | (?P<footer>published\ in
      |this\ (?:article|story|report)\ (?:was\ )?(?:first\ |originally\ )?(?:published|appeared))
  | (?P<published>(?:date\ )?published|posted|publication\ date|first\ published
      |originally\ published|created|filed|released|submitted|date|issued|uploaded|added|written
      |(?:immediate\ )?release|print\ edition|in\ print|source)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\W{0,3}(?:By|BY|by|From|Author|Written by|Reported by|Story by|Posted by)\b[: ]{1,2}"
    r"\W{0,2}[A-Z\u00c0-\u00de]"
)
_TAIL_LINES = (  # lines that stand alone where an article has ended
    r"opinion|editorials?|discussion|archives?|up next|top stories|about the author",
    r"read (?:more|next|also)|also read|editor's picks?|previous (?:post|article)",
    r"leave a (?:comment|reply)|post a comment|add (?:a )?comment|next (?:post|article)",
    r"comments?(?: \(?[0-9]{1,5}\)?)?",
    r"[0-9]{1,5} (?:comments?|responses?|replies|thoughts?)\b.{0,60}",
    r"related(?: (?:articles?|stor(?:y|ies)|posts?|news|content|topics|reading|links|coverage))?",
    r"more (?:from|news|stories|in|on)\b.{0,40}",
    r"most (?:read|popular|viewed|shared|commented|recent)",
    r"recommended.{0,30}|trending(?: now)?|share this.{0,30}|sign up.{0,40}",
    r"latest(?: (?:news|stories|posts|articles|from.{0,20}))?",
    r"recent (?:posts|comments|articles|news|stories)|older posts?|newer posts?",
    r"you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,20}",
    r"popular(?: (?:posts|articles|stories|news))?",
    r"tags?:.{0,80}|filed under.{0,60}|©.{0,80}|copyright.{0,80}",
)
_TAIL = re.compile(rf"\W{{0,3}}(?:{'|'.join(_TAIL_LINES)})\W{{0,3}}", re.IGNORECASE)
_PARAGRAPH = 130  # letters from which a line is running text
_BESIDE = 200  # letters looked at on each side of a stamp
_STAMP_WORDS = re.compile(r"[A-Za-z]{3,}")


class Line(NamedTuple):
    """A line that is not blank: its span and its number among them."""

    start: int
    end: int
    text: str


class Stamp(NamedTuple):
    """A full date that may be when it was published: how it stands, and how sure that is."""

    reading: Reading
    line: int
    score: int
    how: AnchorHow
    reason: str
    updated: bool = False  # it says when the page was changed last


class Page(NamedTuple):
    """The lines of a page, where its tail begins, its stamps, and the page's clock."""

    lines: tuple[Line, ...]
    tail: int
    stamps: tuple[Stamp, ...]
    clock: Reading | None


_PAGE_LINES = 2


def survey(text: str, readings: tuple[Reading, ...]) -> Page:
    """Read the layout of a page."""
    lines = _lines(text)
    if len(lines) < _PAGE_LINES:  # a sentence or two is no page: its dates are what it says
        return Page(lines, len(text), (), None)
    starts = [line.start for line in lines]
    placed = [
        (reading, bisect_right(starts, reading.span.start) - 1)
        for reading in readings
        if reading.timex is not None and _full(reading) and lines
    ]
    tail = _tail(lines, placed)
    headline = _headline(lines, {number for _, number in placed})
    stamps = [_stamp(lines, reading, number, tail, headline) for reading, number in placed]
    known = tuple(stamp for stamp in stamps if stamp is not None)
    return Page(
        lines, lines[tail].start if tail < len(lines) else len(text), known, _clock(known, headline)
    )


def _lines(text: str) -> tuple[Line, ...]:
    out: list[Line] = []
    place = 0
    for raw in text.split("\n"):
        if raw.strip():
            out.append(Line(place, place + len(raw), raw))
        place += len(raw) + 1
    return tuple(out)


def _full(reading: Reading) -> bool:
    timex = reading.timex
    if timex is None or not timex.underspecified[:4].isdigit():
        return False
    period = absolute(timex.underspecified.partition("T")[0])
    return period is not None and period.grain is Grain.DAY


def _tail(lines: tuple[Line, ...], placed: list[tuple[Reading, int]]) -> int:
    """Give the first line of the tail: after "Published in", at "Leave a Comment" and the like."""
    long = [number for number, line in enumerate(lines) if len(line.text) >= _PARAGRAPH]
    if not long:
        return len(lines)
    for number in range(long[0] + 1, len(lines)):
        text = lines[number].text.strip()
        if len(text) > 100:
            continue
        rest = len(long) - bisect_right(long, number)
        if rest * 2 > len(long):
            continue
        if (
            _MARKER.match(text)
            and text.lower().startswith("published in")
            and _dated(placed, number)
        ):
            return number + 1
        if _TAIL.fullmatch(text):
            return number
    return _run(lines, placed, long)


def _dated(placed: list[tuple[Reading, int]], number: int) -> bool:
    return any(line == number for _, line in placed)


def _run(lines: tuple[Line, ...], placed: list[tuple[Reading, int]], long: list[int]) -> int:
    """Find three dated short lines close together after the body."""
    numbers = [number for _, number in placed if number > long[0] and len(lines[number].text) < 60]
    for index in range(len(numbers) - 2):
        first, third = numbers[index], numbers[index + 2]
        if third - first <= 12 and bisect_right(long, first) == bisect_right(long, third):
            return max(first - 1, long[0] + 1)
    return len(lines)


def _headline(lines: tuple[Line, ...], dated: set[int]) -> int:
    """Give the line of the headline: the first of four words or more that is no date or byline."""
    for number, line in enumerate(lines[:12]):
        words = line.text.split()
        if number not in dated and len(words) >= 4 and not _BYLINE.match(line.text):
            return number
    return len(lines)


_BARS = re.compile(r"[|•·]")


def _beside(line: str, begin: int, end: int) -> tuple[str, str]:
    """Give what stands on both sides of a date, between the bars of a short line."""
    left, right = line[max(0, begin - _BESIDE) : begin], line[end : end + _BESIDE]
    if len(line) < _PARAGRAPH:
        left, right = _BARS.split(left)[-1], _BARS.split(right)[0]
    return left.strip(), right.strip()


def _stamp(
    lines: tuple[Line, ...], reading: Reading, number: int, tail: int, headline: int
) -> Stamp | None:
    """Weigh the signs that a date is when the article was published."""
    line = lines[number]
    begin, end = reading.span.start - line.start, reading.span.end - line.start
    left, right = _beside(line.text, begin, end)
    around = len(_STAMP_WORDS.findall(left)) + len(_STAMP_WORDS.findall(right))
    score, how, reasons = 0, AnchorHow.INFERRED, []
    marker = _MARKER.search(left[-60:]) or (_MARKER.search(left) if len(left) < 60 else None)
    if marker is not None and marker[0].lower() in _WEAK and marker.start() > 0:
        marker = None  # "the album was released on" is running text
    if marker is not None and around <= 14:
        score, how, reason = _marked(marker)
        reasons.append(reason)
    by = _byline_near(lines, number)
    if by and around <= 12:
        score += 45 if by in {"same line", "line above"} else 35
        how = AnchorHow.BYLINE if how is AnchorHow.INFERRED else how
        reasons.append(f"beside the byline ({by})")
    if around <= 3 and not _SENTENCE.search(line.text):
        score += 25
        reasons.append("a line of its own")
        if headline < number <= headline + 6:
            score += 20
            how = AnchorHow.BYLINE if how is AnchorHow.INFERRED else how
            reasons.append("under the headline")
    elif _dateline(left, right):
        score += 40
        how = AnchorHow.BYLINE if how is AnchorHow.INFERRED else how
        reasons.append("dateline")
    if number >= tail:
        score -= 60
        reasons.append("after the article")
    if score == 0:
        return None
    updated = marker is not None and bool(marker["updated"])
    return Stamp(reading, number, score, how, ", ".join(reasons), updated)


# A line that ends like a sentence and has a small word before its date is running text.
_SENTENCE = re.compile(r"[a-z]{2,} (?:on|in|by|since|until|from|of|at) [^.]{4,60}\.\s*\Z")
_WEAK = frozenset(("date", "added", "released", "issued", "release", "source", "in print"))


def _marked(marker: re.Match[str]) -> tuple[int, AnchorHow, str]:
    word = marker[0].lower()
    if marker["footer"]:
        return 70, AnchorHow.FOOTER, f'"{word}"'
    if marker["updated"]:
        return 25, AnchorHow.BYLINE, f'"{word}"'
    return (
        (20 if word in _WEAK else 50),
        AnchorHow.BYLINE,
        f'"{word}"',
    )


def _byline_near(lines: tuple[Line, ...], number: int) -> str:
    """Say where a byline stands near a line, "" where none does."""
    if len(lines[number].text) < 120 and re.search(r"\bBy [A-Z]", lines[number].text):
        return "same line"
    for step, word in ((-1, "line above"), (1, "line below"), (-2, "two above")):
        place = number + step
        if (
            0 <= place < len(lines)
            and len(lines[place].text) < 100
            and _BYLINE.match(lines[place].text)
        ):
            return word
    return ""


_PLACE = re.compile(
    r"\W{0,2}(?:[A-Z][A-Z .'’-]{2,30}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"(?:,\s?[A-Z][A-Za-z. ]{1,20})?,?[ (]*"
)
_AGENCY = re.compile(r"\W{0,2}(?:\([A-Za-z ./]{2,30}\)|/[A-Za-z- ]+/)?\s{0,2}[-–—:)]")


def _dateline(left: str, right: str) -> bool:
    """Tell "ISLAMABAD, Nov 7, 2023 (Agency) -" before running text."""
    return (
        len(left) < 50
        and _PLACE.fullmatch(left + " ") is not None
        and _AGENCY.match(right) is not None
    )


def _clock(stamps: tuple[Stamp, ...], headline: int) -> Reading | None:
    """Give the date above the headline without a byline: the day the page was fetched."""
    for stamp in stamps:
        alone = stamp.reason == "a line of its own"
        if alone and stamp.line < headline and stamp.line <= _TOP:
            return stamp.reading
    return None


_TOP = 4


def tail_span(page: Page, text: str) -> Span:
    """Give the span of the tail."""
    return Span(page.tail, len(text))
