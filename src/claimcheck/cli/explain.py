"""`claimcheck explain`: the reasons behind a finding, a claim, or the number at a place."""

from __future__ import annotations

import os
import re
from pathlib import Path

from claimcheck.cli.delivery import write_out
from claimcheck.cli.report import sample_at, samples
from claimcheck.cli.request import Inputs, View
from claimcheck.cli.steps import Work, look, work
from claimcheck.errors import UsageError
from claimcheck.model.article import Article
from claimcheck.model.mention import Mention
from claimcheck.output.explain import explain_claim, explain_finding, explain_mention
from claimcheck.output.look import Look

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?", re.DOTALL)
_SHORTEST = 4


def explain(target: str, inputs: Inputs, view: View) -> int:
    """Explain a finding, a claim or a place."""
    place = _PLACE.fullmatch(target)
    file = _file(place["path"]) if place else ""
    paths = inputs.paths or (file or samples(),)
    if file and inputs.paths and file not in paths and _outside(file, paths):
        paths = (*paths, file)
    done = work(inputs._replace(paths=paths))
    if not done.extractions:
        return done.exit_code
    chosen = look(view, verbose=inputs.verbose)
    if place:
        text = _at_place(place, file, done, chosen)
    else:
        articles = "these articles" if inputs.paths else "the sample articles"
        text = _by_id(target, articles, done, chosen)
    write_out(text, "terminal")
    return done.exit_code


def _file(path: str) -> str:
    """Give the file that a place names; the samples go by the names that `demo` shows."""
    return path if Path(path).exists() else sample_at(path) or path


def _outside(path: str, paths: tuple[str, ...]) -> bool:
    place = Path(path).resolve()
    return not any(place.is_relative_to(Path(each).resolve()) for each in paths)


def _by_id(wanted: str, articles: str, done: Work, chosen: Look) -> str:
    report = done.report()
    findings = [each for each in report.findings if each.id.startswith(wanted)]
    claims = [each for each in report.claims if each.id.startswith(wanted)]
    if len(wanted) < _SHORTEST or not (findings or claims):
        remedy = "give the PATHS of the report it stands in, or FILE:LINE:COL"
        raise UsageError("E205", "", f'no finding or claim "{wanted[:80]}" in {articles}', remedy)
    if len(findings) + len(claims) > 1 and not any(f.id == wanted for f in findings):
        raise UsageError("E205", "", f'"{wanted}" begins several ids', "give more of it")
    if findings:
        return explain_finding(report, findings[0], chosen)
    return explain_claim(report, claims[0], chosen)


def _at_place(place: re.Match[str], file: str, done: Work, chosen: Look) -> str:
    line, column = int(place["line"]), int(place["column"] or 0)
    path = os.path.normpath(file)
    for each in done.extractions:
        if os.path.normpath(each.article.path) != path:
            continue
        for mention in each.mentions:
            if _covers(each.article, mention, (line, column)):
                return _explained(each.article, mention, done, chosen)
    known = any(os.path.normpath(each.article.path) == path for each in done.extractions)
    problem = "no number or date was read there" if known else "not among the articles read"
    raise UsageError(
        "E205", place[0][:200], problem, "give a place as `claimcheck extract` prints it"
    )


def _covers(article: Article, mention: Mention, at: tuple[int, int]) -> bool:
    line, column = at
    first = article.source.position(mention.span.start)
    last = article.source.position(max(mention.span.start, mention.span.end - 1))
    if not column:
        return first[0] <= line <= last[0]
    return first <= at <= last


def _explained(article: Article, mention: Mention, done: Work, chosen: Look) -> str:
    report = done.report()
    for claim in report.claims:
        if claim.article_id == article.id and claim.mention.span == mention.span:
            return explain_claim(report, claim, chosen)
    return explain_mention(article, mention, chosen)
