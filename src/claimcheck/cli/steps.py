"""The steps commands share: read, extract, say what went wrong, choose the look."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.mishap import say, tell, tell_bug
from claimcheck.cli.request import Inputs, View
from claimcheck.engines.local import extractions
from claimcheck.errors import ClaimcheckError
from claimcheck.model.article import AnchorHow, Article, Evidence
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction, Report, Skipped
from claimcheck.output.look import FULL_CHARACTERS, Look
from claimcheck.pipeline import compare
from claimcheck.readers.read import Reading, read_paths
from claimcheck.readers.source import Limits
from claimcheck.rules.load import load_lexicon, load_rules
from claimcheck.rules.ruleset import Ruleset

_WIDEST = 120


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
    ruleset = load_rules([Path(path) for path in inputs.rules])._replace(lexicon=lexicon)
    reading = _read(inputs)
    articles = [_not_after(article, inputs.today) for article in reading.articles]
    done = _extract(articles, lexicon)
    tell(reading.errors)
    tell(done.errors)
    if not inputs.quiet:
        _warn(reading, verbose=inputs.verbose)
    for bug in done.bugs:
        tell_bug(bug.error, bug.path, verbose=inputs.verbose)
    failed = [Skipped(each.place, each.code, each.problem) for each in done.errors]
    failed += [Skipped(bug.path, "E900", type(bug.error).__name__) for bug in done.bugs]
    code = 3 if done.bugs else 0 if done.extractions else 2
    return Work(tuple(done.extractions), (*reading.unread, *failed), ruleset, code)


class _Bug(NamedTuple):
    """An article on which claimcheck itself failed."""

    path: str
    error: Exception


class _Extracted(NamedTuple):
    """What the articles yielded, and those that yielded nothing."""

    extractions: list[Extraction]
    errors: list[ClaimcheckError]
    bugs: list[_Bug]


def _extract(articles: Iterable[Article], lexicon: Lexicon) -> _Extracted:
    """Extract every article behind a fence of its own."""
    done = _Extracted([], [], [])
    for article in articles:
        try:
            done.extractions.extend(extractions([article], lexicon))
        except ClaimcheckError as error:
            done.errors.append(error)
        except Exception as error:  # noqa: BLE001 - the fence: told on standard error, exit code 3
            done.bugs.append(_Bug(article.path, error))
    return done


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
    anchor = article.published
    if today is None or anchor.how is AnchorHow.GIVEN or (anchor.latest and anchor.latest <= today):
        return article
    evidence = (*anchor.evidence, Evidence(None, f"not after {today}, given as today"))
    return article._replace(published=anchor._replace(latest=today, evidence=evidence))


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
