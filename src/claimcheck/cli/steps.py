"""The steps commands share: read, extract, say what went wrong, choose the look."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.mishap import say, tell, tell_broken
from claimcheck.cli.request import Inputs, View
from claimcheck.engines import local, processes
from claimcheck.engines.fence import Broken
from claimcheck.model.article import Anchor, AnchorHow, Article, Evidence
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction, Report, Skipped
from claimcheck.output.look import FULL_CHARACTERS, Look
from claimcheck.pipeline import compare
from claimcheck.readers.read import Reading, read_paths
from claimcheck.readers.source import Limits
from claimcheck.rules.load import load_lexicon, load_rules
from claimcheck.rules.ruleset import Ruleset

_WIDEST = 120
_FEW = 20  # articles done before anybody wonders
_MANY = 200  # articles above which every core is worth its start


class Work(NamedTuple):
    """The articles of one run, extracted, and the code it will end with."""

    extractions: tuple[Extraction, ...]
    skipped: tuple[Skipped, ...]
    ruleset: Ruleset
    exit_code: int

    def report(self) -> Report:
        """Compare what was extracted."""
        return compare(self.extractions, self.ruleset, self.skipped)


def work(inputs: Inputs) -> Work:
    """Read and extract; whatever fails is told on standard error and never stops the rest."""
    lexicon = load_lexicon()
    ruleset = load_rules([Path(path) for path in inputs.house.rules])._replace(lexicon=lexicon)
    reading = _read(inputs)
    articles = [_not_after(article, inputs.today) for article in reading.articles]
    results = list(_watched(_extractions(articles, lexicon, inputs.jobs), len(articles), inputs))
    done = tuple(each for each in results if isinstance(each, Extraction))
    broken = [each for each in results if isinstance(each, Broken)]
    mistakes = [each.mistake for each in broken if each.mistake is not None]
    bugs = [each for each in broken if each.mistake is None]
    tell((*reading.errors, *mistakes))
    if not inputs.quiet:
        _warn(reading, verbose=inputs.verbose)
    for bug in bugs:
        tell_broken(bug, verbose=inputs.verbose)
    failed = [Skipped(each.place, each.code, each.problem) for each in mistakes]
    failed += [Skipped(bug.path, "E900", bug.kind) for bug in bugs]
    code = 3 if bugs else 0 if done else 2
    return Work(done, (*reading.unread, *failed), ruleset, code)


def _extractions(
    articles: Sequence[Article], lexicon: Lexicon, jobs: int | None
) -> Iterator[Extraction | Broken]:
    """Choose the engine: one process unless more are asked for, or the articles are many."""
    cores = os.cpu_count() or 1
    wanted = jobs or (cores if len(articles) > _MANY else 1)
    if wanted > 1:
        return processes.extractions(articles, lexicon, wanted)
    return local.extractions(articles, lexicon)


def _watched(
    results: Iterator[Extraction | Broken], total: int, inputs: Inputs
) -> Iterator[Extraction | Broken]:
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


def for_file(chosen: Look, view: View) -> Look:
    """Give the look of a file: as on standard output, but plain UTF-8 text."""
    return chosen._replace(colour=False, ascii=view.ascii)


def _read(inputs: Inputs) -> Reading:
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


def _not_after(article: Article, today: date | None) -> Article:
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
