"""`claimcheck archive`: add, update, list, show, remove, verify, compact."""

from typing import NamedTuple

import typer

from claimcheck.cli.app import SETTINGS
from claimcheck.cli.command import command
from claimcheck.cli.groups import HouseRules, Loudness, Reading
from claimcheck.cli.options import (
    NOTHING_GIVEN,
    Archived,
    ArchivedMany,
    ArchivedPaths,
    ArchiveFile,
    Forget,
    History,
    KeepText,
    ListFormat,
    Paths,
    Wait,
)
from claimcheck.cli.request import LIST_FORMATS, Store, one_of, whole

_LONGEST_WAIT = 86_400


def add_to(app: typer.Typer) -> None:
    """Add the group."""
    archive = typer.Typer(rich_markup_mode=None, context_settings=SETTINGS, epilog=_EXIT)
    command(archive, "add", _add)
    command(archive, "update", _update)
    command(archive, "list", _list)
    command(archive, "show", _show)
    command(archive, "remove", _remove)
    command(archive, "verify", _verify)
    command(archive, "compact", _compact)
    app.add_typer(archive, name="archive", help="Keep the claims of articles for later checks.")


_EXIT = """\b
Exit codes:
  0  done
  2  the work could not be done: usage, an article that cannot be read (the
     others are kept), an archive that is missing, damaged, locked or read-only
  3  a bug in claimcheck"""


class Where(NamedTuple):
    """Which archive, and how long to wait for it."""

    archive: ArchiveFile = None
    wait: Wait = None

    def store(self, *, keep_text: bool = False) -> Store:
        """Give what the command line says of the archive."""
        wait = whole(self.wait, 0, _LONGEST_WAIT, "a number of seconds, up to a day")
        return Store(self.archive, 60 if wait is None else wait, keep_text)


def _add(  # noqa: PLR0913 - one for each group of options
    paths: Paths,
    *,
    where: Where,
    reading: Reading,
    loudness: Loudness,
    house: HouseRules,
    keep_text: KeepText = False,
) -> int:
    """Add articles; those of a known file or address take the place of what was there.

    Nothing is read twice: an article that is in the archive as it stands is left alone. One run is
    one transaction: all of it is added or nothing.
    """
    inputs, store = reading.inputs(paths, loudness, house), where.store(keep_text=keep_text)
    from claimcheck.cli.archive import add  # noqa: PLC0415 - a help text needs none of it

    return add(inputs, store)


def _update(  # noqa: PLR0913 - as above
    paths: ArchivedPaths = NOTHING_GIVEN,
    *,
    where: Where,
    reading: Reading,
    loudness: Loudness,
    house: HouseRules,
    keep_text: KeepText = False,
) -> int:
    """Read the files of archived articles again.

    New texts take the place of old ones, and what an earlier version of claimcheck or of the word
    lists has read is read anew. Articles whose file is gone are kept and told.
    """
    inputs, store = reading.inputs(paths, loudness, house), where.store(keep_text=keep_text)
    from claimcheck.cli.archive import update  # noqa: PLC0415 - as above

    return update(inputs, store)


def _list(
    *,
    where: Where,
    loudness: Loudness,
    house: HouseRules,
    history: History = False,
    format: ListFormat = "terminal",  # noqa: A002 - the option's name
) -> int:
    """List the articles: state, id, claims, day, place, title."""
    inputs, store = Reading().inputs((), loudness, house), where.store()
    form = one_of(format, LIST_FORMATS, "format")
    from claimcheck.cli.archive import listed  # noqa: PLC0415 - as above

    return listed(inputs, store, form, history=history)


def _show(
    article: Archived,
    *,
    where: Where,
    loudness: Loudness,
    house: HouseRules,
    format: ListFormat = "terminal",  # noqa: A002 - as above
) -> int:
    """Show an article: its states, and the claims of the last one."""
    inputs, store = Reading().inputs((), loudness, house), where.store()
    form = one_of(format, LIST_FORMATS, "format")
    from claimcheck.cli.archive import shown  # noqa: PLC0415 - as above

    return shown(article, inputs, store, form)


def _remove(articles: ArchivedMany, *, where: Where, loudness: Loudness, house: HouseRules) -> int:
    """Remove articles with all their states."""
    inputs, store = Reading().inputs((), loudness, house), where.store()
    from claimcheck.cli.archive import removed  # noqa: PLC0415 - as above

    return removed(articles, inputs, store)


def _verify(*, where: Where, loudness: Loudness, house: HouseRules) -> int:
    """Look at every page, row and count of an archive; exit code 2 for what is damaged."""
    inputs, store = Reading().inputs((), loudness, house), where.store()
    from claimcheck.cli.archive import verified  # noqa: PLC0415 - as above

    return verified(inputs, store)


def _compact(
    *, where: Where, loudness: Loudness, house: HouseRules, forget_history: Forget = False
) -> int:
    """Give back the space of what was replaced and removed."""
    inputs, store = Reading().inputs((), loudness, house), where.store()
    from claimcheck.cli.archive import compacted  # noqa: PLC0415 - as above

    return compacted(inputs, store, forget=forget_history)
