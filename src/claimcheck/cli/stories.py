"""`claimcheck stories`: which articles tell one event, and why."""

from __future__ import annotations

from claimcheck.cli.delivery import write_out
from claimcheck.cli.request import Inputs, View
from claimcheck.cli.steps import look, work
from claimcheck.output.stories import stories as rendered


def stories(inputs: Inputs, view: View) -> int:
    """Show the stories of articles."""
    done = work(inputs)
    if done.extractions:
        write_out(rendered(done.report(), look(view, verbose=inputs.verbose)), "terminal")
    return done.exit_code
