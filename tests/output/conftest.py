"""A small report built by hand, so that outputs are tested apart from the stages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from claimcheck.model.article import (
    Anchor,
    AnchorHow,
    Article,
    Evidence,
    RegionKind,
    Span,
)
from claimcheck.model.claim import Attribution, Claim, Measurand
from claimcheck.model.finding import (
    Check,
    CheckResult,
    Condition,
    Finding,
    Judgement,
    Severity,
    Verdict,
)
from claimcheck.model.link import Comparison, Link, Relation, Story
from claimcheck.model.mention import (
    Bound,
    Grain,
    Mention,
    Quantity,
    Step,
    Timex,
    TimexMod,
    TimexRole,
    UnitKind,
)
from claimcheck.model.report import NotCompared, Report, Skipped

FIRST = """\
Harbour fire
By a reporter
Officials counted 675 burned boats in the harbour as of August 4.
"""
SECOND = (
    "The fire in the old harbour took nearly 700 boats, a spokesman said, and 12 sheds "
    "beside the quay, while crews from three towns worked through the night to save the rest.\n"
)


def _article(key: str, path: str, text: str, published: Anchor) -> Article:
    return Article.from_text(text, id=key)._replace(path=path, published=published)


def _quantity(value: int, bound: Bound, hedge: Span | None) -> Quantity:
    number = Decimal(value)
    return Quantity(number, number, Decimal(1), "boat", UnitKind.COUNTED, bound, hedge=hedge)


def _claim(article: Article, words: str, value: int, bound: Bound = Bound.EXACT) -> Claim:
    start = article.text.index(words)
    hedge = Span(start - 7, start - 1) if bound is Bound.NEARLY else None
    span = Span(start, start + len(words))
    trace = (Step("count", Span(start, start + len(words) + 5)), Step("number", span))
    mention = Mention(
        article.id, 0, span, words, "count", _quantity(value, bound, hedge), None, trace
    )
    asked = Measurand(head="boat", frame="burn", words=("boat", "harbour"))
    return Claim(f"claim-{article.id}-{value}", article.id, 0, mention, asked, RegionKind.BODY)


@pytest.fixture
def report() -> Report:
    day, later = date(2024, 8, 6), date(2024, 9, 18)
    how = (Evidence(Span(0, 12), "stands above the first line"),)
    first = _article("a1", "wire/first.txt", FIRST, Anchor(day, day, day, AnchorHow.BYLINE, how))
    second = _article("b2", "wire/second.txt", SECOND, Anchor(None, day, later))
    then = date(2024, 8, 4)
    when = Timex("DATE", "2024-08-04", "XXXX-08-04", then, then, Grain.DAY, TimexMod.AS_OF)
    exact = _claim(first, "675", 675)._replace(
        time=when, time_role=TimexRole.AS_OF, time_words="as of August 4"
    )
    said = Attribution("a spokesman", Span(52, 63), "said")
    near = _claim(second, "700", 700, Bound.NEARLY)._replace(attribution=said)
    sheds = _claim(second, "12", 12)
    because = (Condition("values", held=True, seen="675 lies in [630, 700)"),)
    pair = (exact.id, near.id)
    return Report(
        tool_version="0.1.0",
        ruleset_digest="0" * 64,
        articles=(first, second),
        stories=(Story("s1", ("a1", "b2"), ("harbour",)),),
        claims=(exact, near, sheds),
        links=(
            Link(
                *pair,
                Relation.SAME,
                940,
                (Comparison("head", "same", "boat", 700), Comparison("frame", "near", "", 240)),
            ),
        ),
        judgements=(Judgement(*pair, Verdict.APPROXIMATION, "CC201", because),),
        findings=(
            Finding(
                id="41d0b2f6",
                rule="CC201",
                name="rounded",
                verdict=Verdict.APPROXIMATION,
                severity=Severity.NONE,
                claims=pair,
                title="boats burned in the harbour",
                message='675 lies in [630, 700), what "nearly 700" allows',
                because=because,
                notes=("one says burned, the other took",),
                origins=2,
            ),
        ),
        checks=(Check("CC501", "listed-items", "b2", (sheds.id,), CheckResult.OK, "all listed"),),
        not_compared=(NotCompared((sheds.id,), "one source only"),),
        skipped=(Skipped("wire/empty.txt", "E006", "empty"),),
    )


@pytest.fixture
def reworded(report: Report) -> Callable[[str], Report]:
    """Put a text into every place of a report where words of an article may stand."""

    def put(words: str) -> Report:
        first, second = report.articles
        finding = report.findings[0]._replace(title=words, message=words, notes=(words,))
        text = first.text.replace("Officials", words)
        moved = len(text) - len(first.text)
        exact, near, sheds = report.claims
        span = Span(exact.mention.span.start + moved, exact.mention.span.end + moved)
        shifted = exact._replace(
            mention=exact.mention._replace(span=span),
            attribution=Attribution(words, Span(0, 0), "said"),
            time_words=words,
        )
        evidence = (Evidence(Span(0, 12), words),)
        article = Article.from_text(text, id=first.id)._replace(
            path=f"wire/{words}.txt", published=Anchor(how=AnchorHow.UNKNOWN, evidence=evidence)
        )
        return report._replace(
            articles=(article, second),
            claims=(shifted, near, sheds),
            findings=(finding,),
            not_compared=(NotCompared((sheds.id,), words),),
            skipped=(Skipped(words, "E006", words),),
        )

    return put
