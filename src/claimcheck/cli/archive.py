"""`claimcheck archive`: the claims of articles kept, for checks to come."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from claimcheck import __version__
from claimcheck.cli.delivery import write_out
from claimcheck.cli.house import open_rulebook, settings_of
from claimcheck.cli.mishap import say
from claimcheck.cli.request import Inputs, Store
from claimcheck.cli.steps import made, mishaps, not_after, read_articles
from claimcheck.config.settings import Settings
from claimcheck.engines.fence import Broken
from claimcheck.errors import UsageError
from claimcheck.gate.outcome import Trouble
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction
from claimcheck.output.formats import EXTRACTS
from claimcheck.output.safe import safe
from claimcheck.readers.read import Reading
from claimcheck.store.archive import open_archive
from claimcheck.store.intake import Intake, Outcome
from claimcheck.store.listing import Entry
from claimcheck.store.record import recorded
from claimcheck.store.sources import STDIN
from claimcheck.store.version import version

USUAL = "claimcheck.db"


def add(inputs: Inputs, store: Store) -> int:
    """Add the articles of files and folders."""
    book = open_rulebook(inputs.house)
    reading = read_articles(inputs)
    path = _path(store, book.settings)
    return _take_in("add", reading, inputs, store._replace(archive=path), book.ruleset.lexicon)


def update(inputs: Inputs, store: Store) -> int:
    """Read the files of archived articles again."""
    book = open_rulebook(inputs.house)
    path = _path(store, book.settings)
    with open_archive(path) as archive:
        known = [each for each in archive.paths() if _asked_for(each, inputs.paths)]
    there = tuple(each for each in known if Path(each).exists())
    if inputs.paths and not known:
        raise UsageError("E307", path, "holds nothing read from there", "add it first")
    reading = read_articles(inputs._replace(paths=there)) if there else Reading(())
    if len(there) < len(known) and not inputs.quiet:
        _tell_lost([each for each in known if each not in set(there)], path)
    return _take_in("update", reading, inputs, store._replace(archive=path), book.ruleset.lexicon)


def _take_in(command: str, reading: Reading, inputs: Inputs, store: Store, lexicon: Lexicon) -> int:
    """Extract what is new or has changed, and keep it: one transaction, one line of summary."""
    broken: list[Broken] = []
    outcome = Outcome()
    if reading.articles:
        run = Intake(
            _named(store),
            command,
            version(lexicon),
            wait=store.wait,
            waiting=partial(_wait, inputs),
        )
        with run:
            broken = _extracted(run, reading, inputs, store, lexicon)
            outcome = run.commit()
    _, trouble = mishaps(reading, broken, inputs)
    code = 3 if trouble.bugs else 2 if trouble.inputs else 0
    if not inputs.quiet:
        say(f"claimcheck: {_named(store)}: {_summary(outcome)}; exit code {code}{_why(trouble)}")
    return code


def _extracted(
    run: Intake, reading: Reading, inputs: Inputs, store: Store, lexicon: Lexicon
) -> list[Broken]:
    """Extract what a run has to read, and put it in; give what broke."""
    plan = run.plan(reading.articles, _doubtful(reading))
    run.begin(plan)
    articles = [not_after(each.article, inputs.today) for each in plan.to_read]
    records = made(articles, lexicon, partial(recorded, whole=store.keep_text), inputs)
    broken: list[Broken] = []
    for planned, record in zip(plan.to_read, records, strict=True):
        if isinstance(record, Broken):
            broken.append(record)
        else:
            run.put(planned, record)
    return broken


def _doubtful(reading: Reading) -> set[str]:
    """Give the paths that could be read in part only: what they lack is not gone."""
    places = [error.place for error in reading.errors] + [each.path for each in reading.skipped]
    paths = {article.path for article in reading.articles}
    return {path for path in paths for place in places if place.startswith(path)}


def listed(inputs: Inputs, store: Store, form: str, *, history: bool) -> int:
    """List the articles of an archive."""
    book = open_rulebook(inputs.house)
    with open_archive(_path(store, book.settings)) as archive:
        found = list(archive.entries(book.ruleset.lexicon, history=history))
    if form == "json":
        write_out(_document(archive.path, [_item(each) for each in found]), form)
    else:
        write_out("".join(f"{line}\n" for line in _table(found)), form)
    return 0


def shown(target: str, inputs: Inputs, store: Store, form: str) -> int:
    """Show one article: its states, and the claims of the last one."""
    book = open_rulebook(inputs.house)
    with open_archive(_path(store, book.settings)) as archive:
        states = archive.states(target, book.ruleset.lexicon)
        last = archive.extraction(states[-1].id)
    if form == "json":
        write_out(EXTRACTS["claims"]["json"]([last], __version__), form)
    else:
        lines = (*_table(states), "", *_claims(last))
        write_out("".join(f"{line}\n" for line in lines), form)
    return 0


def removed(targets: Sequence[str], inputs: Inputs, store: Store) -> int:
    """Remove articles with all their states."""
    path = _path(store, settings_of(inputs.house))
    _must_exist(path)
    with Intake(path, "remove", None, wait=store.wait, waiting=partial(_wait, inputs)) as run:
        run.remove(targets)
        outcome = run.commit()
    if not inputs.quiet:
        say(f"claimcheck: {path}: {outcome.removed} removed; exit code 0")
    return 0


def verified(inputs: Inputs, store: Store) -> int:
    """Look at all of an archive."""
    with open_archive(_path(store, settings_of(inputs.house))) as archive:
        found = archive.verify()
    for problem in found.problems:
        say(f"error[E303]: {archive.path}: {problem}")
    if found.problems:
        return 2
    counts = f"{_many(found.articles, 'article')}, {_many(found.claims, 'claim')}"
    earlier = f", {_many(found.history, 'earlier state')}" if found.history else ""
    write_out(f"{safe(archive.path)}: sound: {counts}{earlier}\n", "terminal")
    return 0


def compacted(inputs: Inputs, store: Store, *, forget: bool) -> int:
    """Give back the space of what is gone."""
    path = _path(store, settings_of(inputs.house))
    before = _must_exist(path)
    with Intake(path, "compact", None, wait=store.wait, waiting=partial(_wait, inputs)) as run:
        if forget:
            run.forget()
        run.compact()
    if not inputs.quiet:
        after = Path(path).stat().st_size
        say(f"claimcheck: {path}: {before:,} bytes before, {after:,} now; exit code 0")
    return 0


def _path(store: Store, settings: Settings) -> str:
    """Choose the archive: the one named, else the configuration's, else the usual name."""
    if store.archive is not None:
        return store.archive
    return next((each for each in settings.against if each.endswith(".db")), USUAL)


def _named(store: Store) -> str:
    return store.archive or USUAL


def _must_exist(path: str) -> int:
    """Make sure that a command which changes an archive does not make one; give its size."""
    open_archive(path).close()
    return Path(path).stat().st_size


def _asked_for(path: str, wanted: Sequence[str]) -> bool:
    """Tell whether a path is among the wanted ones or below one of them."""
    there = os.path.abspath(path)  # noqa: PTH100 - links stay as they are named
    tops = [os.path.abspath(each) for each in wanted]  # noqa: PTH100 - as above
    return not tops or any(there == top or there.startswith(top + os.sep) for top in tops)


def _wait(inputs: Inputs) -> None:
    if not inputs.quiet:
        say("claimcheck: another run is writing to the archive; waiting for it to end")


def _tell_lost(paths: Sequence[str], archive: str) -> None:
    """Say which files are gone; what was read from them stays."""
    for path in paths if len(paths) <= _SHOWN else paths[: _SHOWN - 1]:
        say(f"warning[E308]: {path}: its file is gone; kept in {archive}")
    if len(paths) > _SHOWN:
        say(f"warning[E308]: and {len(paths) - _SHOWN + 1} more files are gone")


_SHOWN = 20


def _summary(outcome: Outcome) -> str:
    """Say in words what a run did."""
    parts = (
        (outcome.added, "added"),
        (outcome.replaced, "replaced"),
        (outcome.read_again, "read again"),
        (outcome.removed, "gone from their file"),
        (outcome.unchanged, "unchanged"),
    )
    told = ", ".join(f"{count:,} {word}" for count, word in parts if count)
    return f"{told or 'nothing to do'}; {_many(outcome.claims, 'new claim')}"


def _why(trouble: Trouble) -> str:
    if trouble.bugs:
        return f": {_many(trouble.bugs, 'article')} met a bug"
    return f": {_many(trouble.inputs, 'input')} could not be read" if trouble.inputs else ""


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}" + ("" if count == 1 else "s")


def _table(found: Iterable[Entry]) -> Iterator[str]:
    """Give an entry a line: state, id, claims, day, place, title."""
    for each in found:
        place = f"{each.path}#{each.part}" if each.part and each.path != STDIN else each.path
        day = each.published or "undated"
        line = f"{each.state:8} {each.name}  {_many(each.claims, 'claim')}  {day}  {place}"
        yield safe(f"{line}  {each.title}".rstrip())


def _claims(extraction: Extraction) -> Iterator[str]:
    """Give a claim a line: its place, its words, its sentence."""
    article = extraction.article
    for claim in extraction.claims:
        line, column = article.source.position(claim.mention.span.start)
        start, end = extraction.sentences[claim.sentence]
        sentence = " ".join(article.text[start:end].split())
        yield safe(f"{article.path}:{line}:{column}  {claim.mention.text}  {sentence[:200]}")


def _document(path: str, items: Sequence[dict[str, object]]) -> str:
    from claimcheck.output.dumps import document  # noqa: PLC0415 - only for JSON

    return document({"schema_version": "1", "archive": path, "articles": items})


def _item(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.name,
        "state": entry.state,
        "path": entry.path,
        "part": entry.part or None,
        "url": entry.url or None,
        "title": entry.title or None,
        "published": entry.published or None,
        "claims": entry.claims,
        "run": entry.begun,
        "ended_by_run": entry.ended,
        "successor": entry.successor,
    }
