"""The steps of a gate that checking and keeping a baseline share."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from claimcheck.cli.house import Rulebook, open_rulebook
from claimcheck.cli.known import Known, known_articles
from claimcheck.cli.mishap import say
from claimcheck.cli.request import Gate, Inputs
from claimcheck.cli.steps import Work, read_articles, work
from claimcheck.config.settings import Settings
from claimcheck.errors import GateError, ReaderError
from claimcheck.gate.comments import has_comments, read_comments
from claimcheck.gate.outcome import Trouble
from claimcheck.gate.policy import governed
from claimcheck.gate.suppression import SIDECAR, Silenced, Suppression, silenced
from claimcheck.model.report import Extraction, Report
from claimcheck.pipeline import check
from claimcheck.readers.decode import decode
from claimcheck.readers.fetch import fetch
from claimcheck.readers.read import EMPTY, Reading
from claimcheck.readers.source import Limits


class Checked(NamedTuple):
    """New articles checked: what touches them, what of it is silenced, and by which terms."""

    report: Report
    silenced: Silenced
    settings: Settings
    trouble: Trouble
    articles: int
    searched: int


def checked(inputs: Inputs, gate: Gate) -> Checked:
    """Check new articles against what is known.

    Raises: ClaimcheckError for terms that cannot be met; an article that cannot be read is told
    and counted.
    """
    book = open_rulebook(inputs.house)
    settings = _asked(book.settings, gate)
    asides = _sidecar(settings)
    new = work(inputs, book, _unforgiving(read_articles(inputs)))
    focus = _focus(new.extractions, gate.since)
    known = known_articles(settings.against, new.extractions, inputs, book)
    report = _report(new, known, book, focus)
    comments, wrong = _comments(new.extractions)
    quiet = silenced(report, (*asides, *comments), inputs.today, unused=gate.since is None)
    if not inputs.quiet:
        _tell((*wrong, *quiet.warnings))
        if inputs.today is None and any(each.until for each in (*asides, *comments)):
            say("warning[E516]: no suppression ends without --today: the clock is never read")
    return Checked(
        report._replace(findings=quiet.open),
        quiet,
        settings,
        Trouble(new.trouble.inputs + known.trouble.inputs, new.trouble.bugs + known.trouble.bugs),
        len(new.extractions),
        known.searched,
    )


def _unforgiving(reading: Reading) -> Reading:
    """Count an empty file of a folder as one that could not be read: nothing in it was checked."""
    empty = [each for each in reading.skipped if each.code == EMPTY]
    errors = tuple(ReaderError(each.code, each.path, each.reason) for each in empty)
    kept = tuple(each for each in reading.skipped if each.code != EMPTY)
    return reading._replace(errors=(*reading.errors, *errors), skipped=kept)


def _asked(settings: Settings, gate: Gate) -> Settings:
    """Put the terms of the command line over the settings."""
    return (
        settings.given("--against", against=gate.against)
        .given("--fail-on", fail_on=gate.fail_on)
        .given("--show", show=gate.show)
        .given("--baseline", baseline=gate.baseline)
        .given("--suppressions", suppressions=gate.suppressions)
    )


def _report(new: Work, known: Known, book: Rulebook, focus: frozenset[str] | None) -> Report:
    backing = known.backing
    found = check(
        new.extractions,
        backing._replace(extractions=(*backing.extractions, *book.references)),
        book.ruleset,
        (*new.skipped, *known.skipped),
        focus,
    )
    if book.references:
        from claimcheck.config.reference import noted  # noqa: PLC0415 - few pin any

        found = noted(found)
    return governed(found, book.policy, frozenset(found.focus))


def _focus(new: Sequence[Extraction], since: str | None) -> frozenset[str] | None:
    """Give the claims on changed lines, if only those count."""
    if since is None:
        return None
    from claimcheck.gate.changed import changed_lines, on_changed_lines  # noqa: PLC0415 - git

    paths = {one.article.path for one in new}
    return on_changed_lines(new, changed_lines(sorted(paths), since))


def _sidecar(settings: Settings) -> tuple[Suppression, ...]:
    """Read the suppressions named; without a name, those that lie in the usual place."""
    path = settings.suppressions
    if path is None:
        usual = Path(settings.folder, SIDECAR)
        if not usual.exists():
            return ()
        path = str(usual)
    from claimcheck.gate.sidecar import read_sidecar  # noqa: PLC0415 - yaml takes 20 ms

    with settings.naming("suppressions"):
        return read_sidecar(path)


def _comments(new: Sequence[Extraction]) -> tuple[list[Suppression], list[GateError]]:
    """Read the suppressions inside the new articles."""
    found: list[Suppression] = []
    wrong: list[GateError] = []
    for path in sorted({one.article.path for one in new if has_comments(one.article.path)}):
        try:
            text = decode(fetch(path, Limits().max_file_bytes).content, path).text
        except ReaderError:  # standard input under a name; or gone since it was read
            continue
        here, malformed = read_comments(path, text)
        found += here
        wrong += malformed
    return found, wrong


def _tell(warnings: Sequence[GateError]) -> None:
    for each in warnings:
        say(f"warning[{each.code}]: {each}")
