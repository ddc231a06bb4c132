"""The steps commands share: read, extract, say what went wrong, choose the look."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from claimcheck.cli.house import Rulebook, open_rulebook
from claimcheck.cli.mishap import say, tell, tell_broken
from claimcheck.cli.request import Inputs, View
from claimcheck.engines import local, processes
from claimcheck.engines.fence import Broken, T, Then, itself
from claimcheck.gate.outcome import Trouble, failing
from claimcheck.gate.policy import governed
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction, Report, Skipped
from claimcheck.output.formats import REPORTS
from claimcheck.output.look import FULL_CHARACTERS, Look
from claimcheck.pipeline import Backing, check, compare
from claimcheck.readers.read import Reading, read_paths
from claimcheck.readers.source import Limits

_WIDEST = 120
_FEW = 20  # articles done before anybody wonders
_MANY = 200  # articles above which every core is worth its start


class Work(NamedTuple):
    """The articles of one run, extracted, what kept others from it, and by what they are judged."""

    extractions: tuple[Extraction, ...]
    skipped: tuple[Skipped, ...]
    rulebook: Rulebook
    trouble: Trouble

    @property
    def exit_code(self) -> int:
        """Give the code of a run that only shows: something was read, and nothing of ours broke."""
        return 3 if self.trouble.bugs else 0 if self.extractions else 2

    def report(self) -> Report:
        """Compare what was extracted, with each other and with pinned facts."""
        book = self.rulebook
        facts = book.references
        if facts:
            from claimcheck.config.reference import noted  # noqa: PLC0415 - few pin any

            found = noted(check(self.extractions, Backing(facts), book.ruleset, self.skipped))
            found = found._replace(focus=())
        else:
            found = compare(self.extractions, book.ruleset, self.skipped)
        return governed(found, book.policy, frozenset(each.id for each in found.articles))


def work(inputs: Inputs, rulebook: Rulebook | None = None, reading: Reading | None = None) -> Work:
    """Read, unless that is done, and extract.

    Whatever fails is told on standard error and never stops the rest.
    """
    book = rulebook or open_rulebook(inputs.house)
    lexicon = book.ruleset.lexicon
    reading = reading or read_articles(inputs)
    articles = [not_after(article, inputs.today) for article in reading.articles]
    results = list(made(articles, lexicon, itself, inputs))
    done = tuple(each for each in results if isinstance(each, Extraction))
    broken = [each for each in results if isinstance(each, Broken)]
    failed, trouble = mishaps(reading, broken, inputs)
    return Work(done, (*reading.unread, *failed), book, trouble)


def mishaps(
    reading: Reading, broken: Sequence[Broken], inputs: Inputs
) -> tuple[list[Skipped], Trouble]:
    """Tell what could not be read or broke; give the articles lost and how bad that is."""
    mistakes = [each.mistake for each in broken if each.mistake is not None]
    bugs = [each for each in broken if each.mistake is None]
    tell((*reading.errors, *mistakes))
    if not inputs.quiet:
        _warn(reading, verbose=inputs.verbose)
    for bug in bugs:
        tell_broken(bug, verbose=inputs.verbose)
    failed = [Skipped(each.place, each.code, each.problem) for each in mistakes]
    failed += [Skipped(bug.path, "E900", bug.kind) for bug in bugs]
    return failed, Trouble(len(reading.errors) + len(mistakes), len(bugs))


def made(
    articles: Sequence[Article], lexicon: Lexicon, then: Then[T], inputs: Inputs
) -> Iterator[T | Broken]:
    """Extract articles, make something of each, and show progress where it lasts.

    In one process, unless more are asked for or the articles are many.
    """
    cores = os.cpu_count() or 1
    wanted = inputs.jobs or (cores if len(articles) > _MANY else 1)
    if wanted > 1:
        return _watched(processes.made(articles, lexicon, then, wanted), len(articles), inputs)
    return _watched(local.made(articles, lexicon, then), len(articles), inputs)


def _watched(results: Iterator[T], total: int, inputs: Inputs) -> Iterator[T]:
    """Show progress where someone looks on and it lasts."""
    if inputs.quiet or total <= _FEW or not (sys.stderr and sys.stderr.isatty()):
        return results
    from claimcheck.cli.progress import watched  # noqa: PLC0415 - rich takes 60 ms

    return watched(results, total)


def look(view: View, *, verbose: bool) -> Look:
    """Choose the look from the options and from what standard output can show."""
    terminal = sys.stdout.isatty()
    columns = min(shutil.get_terminal_size().columns, _WIDEST) if terminal else 80
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Look(
        width=view.width or max(columns, 20),
        colour=colour and not view.no_color,
        ascii=view.ascii or not _encodes(FULL_CHARACTERS),
        everything=view.everything,
        verbose=verbose,
    )


def looks(view: View, *, verbose: bool, fail_on: str = "error") -> tuple[Look, Look]:
    """Give the looks of standard output and of files: the latter are plain UTF-8 text."""
    chosen = look(view, verbose=verbose)._replace(failing=failing(fail_on))
    return chosen, chosen._replace(colour=False, ascii=view.ascii)


def written(report: Report) -> Callable[[str, Look], str]:
    """Give what writes a report in a format, with a look."""
    return lambda form, chosen: REPORTS[form](report, chosen)


def read_articles(inputs: Inputs) -> Reading:
    """Read the articles a command line names, within the limits it sets."""
    most = inputs.max_bytes
    standard = Limits()
    limits = Limits(most, max(most, standard.max_file_bytes)) if most else standard
    return read_paths(
        inputs.paths,
        stdin=sys.stdin.buffer if sys.stdin else None,
        stdin_filename=inputs.stdin_filename,
        limits=limits,
        published=inputs.published,
    )


def not_after(article: Article, today: date | None) -> Article:
    """Let an undated article know the day it is read: it cannot be younger."""
    if today is None or article.published.how is not AnchorHow.UNKNOWN:
        return article
    evidence = (Evidence(None, f"not after {today}, given as today"),)
    return article._replace(published=Anchor(latest=today, evidence=evidence))


def _warn(reading: Reading, *, verbose: bool) -> None:
    for each in reading.skipped:
        say(f"warning[{each.code}]: {each.path}: {each.reason}; skipped")
    if verbose and reading.left_out:
        told = ", ".join(f"{count} {kind}" for kind, count in reading.left_out)
        say(f"left out of folders: {told}")


def _encodes(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
