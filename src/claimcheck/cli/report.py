"""`claimcheck report` and `claimcheck demo`: articles in, one report out."""

from __future__ import annotations

from pathlib import Path

from claimcheck.cli.delivery import deliver, targets
from claimcheck.cli.request import REPORT_FORMATS, House, Inputs, Results, View
from claimcheck.cli.steps import looks, work, written
from claimcheck.rules.load import shipped


def report(inputs: Inputs, results: Results, view: View) -> int:
    """Report on the given articles."""
    files = targets(results.outputs, REPORT_FORMATS, force=results.force)
    done = work(inputs)
    if done.extractions:
        chosen = looks(view, verbose=inputs.verbose)
        deliver(written(done.report()), results.format, files, chosen)
    return done.exit_code


def demo(inputs: Inputs, results: Results, view: View) -> int:
    """Report on the sample articles, by our rules alone."""
    files = targets(results.outputs, REPORT_FORMATS, force=results.force)
    folder = samples()
    done = work(inputs._replace(paths=(folder,), house=House(no_config=True)))
    found = done.report()
    articles = tuple(each._replace(path=_sample(each.path, folder)) for each in found.articles)
    chosen = looks(view, verbose=inputs.verbose)
    deliver(written(found._replace(articles=articles)), results.format, files, chosen)
    return done.exit_code


def sample_at(path: str) -> str | None:
    """Give the file behind the name under which `demo` shows a sample."""
    folder = Path(samples())
    place = folder / Path(path).name
    return str(place) if _sample(str(place), str(folder)) == path and place.is_file() else None


def _sample(path: str, folder: str) -> str:
    """Show a sample below its own folder, wherever that is installed."""
    if not Path(folder).is_absolute():
        return path
    return str(Path(path).relative_to(Path(folder).parent))


def samples() -> str:
    """Give the folder of the sample articles: shipped in the package, else in the source tree."""
    installed = shipped("articles")
    folder = installed if installed.is_dir() else shipped("data", "articles")
    here = Path.cwd()
    return str(folder.relative_to(here) if folder.is_relative_to(here) else folder)
