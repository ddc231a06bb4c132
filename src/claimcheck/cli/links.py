"""`claimcheck links`: which questions several claims answer, with what values."""

from __future__ import annotations

from claimcheck.cli.delivery import write_out
from claimcheck.cli.request import Inputs, View
from claimcheck.cli.steps import look, work
from claimcheck.output.clusters import clusters


def links(inputs: Inputs, view: View) -> int:
    """Show the clusters of claims of articles."""
    done = work(inputs)
    if done.extractions:
        write_out(clusters(done.report(), look(view, verbose=inputs.verbose)), "terminal")
    return done.exit_code
