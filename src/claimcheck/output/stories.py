"""Stories for people: which articles tell one event, by which names, and why each joined."""

from __future__ import annotations

from claimcheck.model.link import Story
from claimcheck.model.report import Report
from claimcheck.output.cells import indented
from claimcheck.output.index import Index
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line, safe_path

_ALONE = 1


def stories(report: Report, look: Look) -> str:
    """Render the stories of a report, the largest first; then articles that tell none."""
    index = Index.of(report)
    told = sorted(report.stories, key=lambda one: (-len(one.articles), one.id))
    lines = [line for one in told for line in [*_story(one, index, look), ""]]
    placed = {key for one in told for key in one.articles}
    alone = [article for article in index.articles if article.id not in placed]
    if alone:
        lines += ["Too short to tell of which event:"]
        lines += [f"  {index.letters[a.id]} {safe_path(a.path)}" for a in alone]
        lines += [""]
    return look.finish([*lines, _summary(report, len(alone))])


def _story(story: Story, index: Index, look: Look) -> list[str]:
    count = len(story.articles)
    head = "1 article" if count == _ALONE else f"{count} articles"
    lines = [look.strong(f"{head}  ") + look.faint(f"story {one_line(story.id)}")]
    lines += indented(f"key terms: {', '.join(map(one_line, story.terms))}", 2, look.width)
    reasons = dict(zip(story.articles, story.why, strict=False))
    for key in story.articles:
        article = index.by_id[key]
        why = one_line(reasons.get(key, "").removeprefix(f"{key}: "))
        lines.append(f"  {index.letters[key]} {safe_path(article.path)}")
        lines += indented(why, 4, look.width)
    return lines


def _summary(report: Report, alone: int) -> str:
    articles, told = len(report.articles), len(report.stories)
    story = "story" if told == _ALONE else "stories"
    rest = f", {alone} too short to tell" if alone else ""
    return f"{told} {story} in {articles} article{'' if articles == _ALONE else 's'}{rest}."
