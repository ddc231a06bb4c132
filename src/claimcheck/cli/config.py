"""`claimcheck config show`: every setting with its value and its origin."""

from __future__ import annotations

from claimcheck.cli.delivery import write_out
from claimcheck.cli.house import rulebook, settings_of
from claimcheck.cli.request import House
from claimcheck.config.show import document, terminal

_WRITERS = {"terminal": terminal, "json": document}


def show(house: House, form: str) -> int:
    """Show the settings; what they name is opened, so that all of it is known to hold."""
    settings = rulebook(settings_of(house)).settings
    write_out(_WRITERS[form](settings), form)
    return 0
