"""`claimcheck extract`: what single articles say, before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck import __version__
from claimcheck.cli.delivery import targets, write_file, write_out
from claimcheck.cli.request import EXTRACT_FORMATS, Inputs, Results
from claimcheck.cli.steps import work
from claimcheck.model.article import RegionKind
from claimcheck.model.report import Extraction
from claimcheck.output.formats import EXTRACTS


class Scope(NamedTuple):
    """What is extracted: mentions or claims, and whether page furniture counts."""

    what: str
    all_regions: bool = False


def extract(inputs: Inputs, results: Results, scope: Scope) -> int:
    """Write the mentions or claims of the given articles."""
    files = targets(results.outputs, EXTRACT_FORMATS, force=results.force)
    done = work(inputs)
    if not done.extractions:
        return done.exit_code
    extractions: Sequence[Extraction] = done.extractions
    if not scope.all_regions:
        extractions = [_without_furniture(each) for each in extractions]
    forms = EXTRACTS[scope.what]
    for target in files:
        write_file(target, forms[target.format](extractions, __version__))
    write_out(forms[results.format](extractions, __version__), results.format)
    return done.exit_code


def _without_furniture(extraction: Extraction) -> Extraction:
    """Leave out claims of page furniture; mentions stay, each with its region."""
    claims = tuple(c for c in extraction.claims if c.region is not RegionKind.BOILERPLATE)
    return extraction._replace(claims=claims)
