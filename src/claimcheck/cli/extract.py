"""`claimcheck extract`: what single articles say, before anything is compared."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from claimcheck import __version__
from claimcheck.cli.arguments import EXTRACT_FORMATS
from claimcheck.cli.delivery import targets, write_file, write_out
from claimcheck.cli.steps import work
from claimcheck.model.article import RegionKind
from claimcheck.model.report import Extraction
from claimcheck.output.formats import EXTRACTS


def extract(arguments: Namespace) -> int:
    """Write the mentions or claims of the given articles."""
    files = targets(arguments.output, EXTRACT_FORMATS, force=arguments.force)
    done = work(arguments, arguments.paths)
    if not done.extractions:
        return done.exit_code
    extractions: Sequence[Extraction] = done.extractions
    if not arguments.all_regions:
        extractions = [_without_furniture(each) for each in extractions]
    forms = EXTRACTS[arguments.what]
    for target in files:
        write_file(target, forms[target.format](extractions, __version__))
    write_out(forms[arguments.format](extractions, __version__), arguments.format)
    return done.exit_code


def _without_furniture(extraction: Extraction) -> Extraction:
    """Leave out claims of page furniture; mentions stay, each with its region."""
    claims = tuple(c for c in extraction.claims if c.region is not RegionKind.BOILERPLATE)
    return extraction._replace(claims=claims)
