"""Articles on one event narrow each other's day of writing, and say which narrowed which."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from claimcheck.grammar import calendar
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence, Span
from claimcheck.model.mention import Direction, Timex, TimexMod

Dates = Sequence[tuple[Span, Timex]]

_RUN = 11  # words in a row that two articles share only when they report one statement
_REPORTED_WITHIN = timedelta(days=7)
_SHARED_NAMES = 5
_OVERLAP = 0.3
_WORDS = re.compile(r"\w+")
_NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_MOST_SIBLINGS = 50


class _Window(NamedTuple):
    """Days other articles leave, why, and the likeliest of them."""

    earliest: date
    latest: date
    evidence: Evidence
    likely: date | None = None


def narrow(articles: Sequence[Article], dates: Mapping[str, Dates]) -> dict[str, Anchor]:
    """Narrow the anchors of articles by their siblings', all from the anchors as they came in.

    `dates` are the spans and values of each article's dates. Articles that share a long run of
    words report one statement, so they were written within a week of each other. An article
    without any year takes the year of a past day from dated articles on the same names.
    """
    quoting = _quoting(articles)
    out: dict[str, Anchor] = {}
    for article in articles:
        anchor = article.published
        if anchor.known:
            out[article.id] = anchor
            continue
        windows = [_same_statement(other) for other in quoting.get(article.id, ())]
        if anchor.earliest is None and anchor.latest is None:
            windows.append(_same_season(article, articles, dates.get(article.id, ())))
        out[article.id] = _apply(anchor, [window for window in windows if window is not None])
    return out


def _quoting(articles: Sequence[Article]) -> dict[str, list[Article]]:
    """Pair articles that share a run of words."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, article in enumerate(articles):
        for run in _runs(article.text):
            if len(holders[run]) < _MOST_SIBLINGS:
                holders[run].append(index)
    pairs: dict[int, set[int]] = defaultdict(set)
    for group in holders.values():
        for one in group if len(group) > 1 else ():
            pairs[one].update(other for other in group if other != one)
    return {
        articles[one].id: [articles[other] for other in sorted(others)]
        for one, others in pairs.items()
    }


def _runs(text: str) -> set[int]:
    """Hash every run of words; the numbers stay inside one process."""
    words = [word.lower() for word in _WORDS.findall(text)]
    return {hash(tuple(words[index : index + _RUN])) for index in range(len(words) - _RUN + 1)}


def _same_statement(other: Article) -> _Window | None:
    anchor = other.published
    if anchor.earliest is None or anchor.latest is None:
        return None
    low = calendar.add_days(anchor.earliest, -_REPORTED_WITHIN.days)
    high = calendar.add_days(anchor.latest, _REPORTED_WITHIN.days)
    if low is None or high is None:
        return None
    written = f"written {anchor.earliest} to {anchor.latest}"
    reason = f"reports the same statement as {_label(other)}, {written}"
    return _Window(low, high, Evidence(None, reason), anchor.best)


def _label(article: Article) -> str:
    return article.path or article.title or article.id


def _same_season(article: Article, articles: Sequence[Article], dates: Dates) -> _Window | None:
    """Give a past month and day the year that dated articles on the same names point to."""
    siblings = [
        other
        for other in articles
        if other.id != article.id and other.published.best and _alike(article, other)
    ]
    for span, timex in dates:
        form = timex.underspecified
        if not form.startswith(("XXXX-0", "XXXX-1")) or len(form) != 10:
            continue
        if timex.direction is Direction.AHEAD and timex.mod is not TimexMod.AFTER:
            continue
        years = {_last_such(form, other.published.best) for other in siblings}
        first = years.pop() if len(years) == 1 else None
        last = first and calendar.add_months(first, 12)
        if first is None or last is None:
            continue
        names = ", ".join(sorted(_label(other) for other in siblings))
        reason = f"past day placed in {first.year} by {names}"
        days = sorted(day for other in siblings if (day := other.published.best) and day >= first)
        likely = days[(len(days) - 1) // 2] if days else None
        return _Window(first, last - timedelta(days=1), Evidence(span, reason), likely)
    return None


def _last_such(form: str, day: date | None) -> date | None:
    """Give the last such day of the year up to a day."""
    if day is None:
        return None
    found = calendar.day(day.year, int(form[5:7]), int(form[8:]))
    if found is not None and found <= day:
        return found
    return calendar.day(day.year - 1, int(form[5:7]), int(form[8:]))


def _alike(one: Article, other: Article) -> bool:
    """Tell whether two articles share many names."""
    left, right = set(_NAMES.findall(one.text)), set(_NAMES.findall(other.text))
    shared = len(left & right)
    return shared >= _SHARED_NAMES and shared >= _OVERLAP * min(len(left), len(right))


def _apply(anchor: Anchor, windows: Iterable[_Window]) -> Anchor:
    """Intersect an anchor with the windows of its siblings; one that leaves no day is ignored."""
    low, high, evidence = anchor.earliest, anchor.latest, list(anchor.evidence)
    likely: date | None = None
    for window in windows:
        first = window.earliest if low is None else max(low, window.earliest)
        last = window.latest if high is None else min(high, window.latest)
        if first <= last and (first, last) != (low, high):
            low, high = first, last
            evidence.append(window.evidence)
            likely = window.likely or likely
    if (low, high) == (anchor.earliest, anchor.latest):
        return anchor
    best = anchor.best
    if low is not None and high is not None and (best is None or not low <= best <= high):
        middle = low + (high - low) / 2
        best = likely if likely is not None and low <= likely <= high else middle
    return Anchor(best, low, high, AnchorHow.INFERRED, tuple(evidence))
