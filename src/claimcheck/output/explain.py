"""Why: how a number was read, what it is about, what it met, and every rule that was tried."""

from __future__ import annotations

from claimcheck.model.article import Article
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Condition, Finding, Judgement
from claimcheck.model.link import Link
from claimcheck.model.mention import Mention, Step
from claimcheck.model.report import Report
from claimcheck.output.cells import cells, clip, hanging, pad, wrap
from claimcheck.output.excerpt import excerpt
from claimcheck.output.index import Index, place
from claimcheck.output.look import Look
from claimcheck.output.safe import one_line
from claimcheck.output.words import figure, moment, read_value, source, written

_FEW_LINKS = 5
_BAR = 24  # cells of the longest bar of a waterfall
_LABEL = 12
_WIDE = 72


def explain_finding(report: Report, finding: Finding, look: Look) -> str:
    """Explain a finding: rule and conditions, each of its claims, the links between them."""
    index = Index.of(report)
    name = f"{look.symbol(finding.verdict)} {finding.verdict.upper()}"
    lines = [
        f"{look.verdict(finding.verdict, name)}  {one_line(finding.rule)} {one_line(finding.name)}",
        *hanging("  " + one_line(finding.title), 2, look.width),
        *hanging("  " + one_line(finding.message), 2, look.width),
        *(line for note in finding.notes for line in _field("note", note, look)),
        *_conditions(finding.because, look),
    ]
    claims = index.claims_of(finding.claims)
    for claim in claims:
        lines += ["", *_claim(claim, index, look)]
    ids = set(finding.claims)
    links = [link for link in report.links if link.left in ids and link.right in ids]
    lines += _links(links, index, look, "")
    return look.finish(lines)


def explain_claim(report: Report, claim: Claim, look: Look) -> str:
    """Explain a claim: its reading, its question, and the links it has, strongest first."""
    index = Index.of(report)
    links = [link for link in report.links if claim.id in {link.left, link.right}]
    lines = [*_claim(claim, index, look), *_links(links, index, look, claim.id)]
    if not links:
        reasons = [n.reason for n in report.not_compared if claim.id in n.claims]
        lines += ["", f"  not compared: {one_line(', '.join(reasons) or 'no claim like it')}"]
    for finding in report.findings:
        if claim.id in finding.claims:
            told = (
                f"  in {finding.verdict} {finding.rule}, id {finding.id}: {one_line(finding.title)}"
            )
            lines += ["", *hanging(told, 4, look.width)]
    return look.finish(lines)


def explain_mention(article: Article, mention: Mention, look: Look) -> str:
    """Explain a mention that is no claim: how it was read."""
    return look.finish([*_mention(article, mention, look), "", "  no claim was built on it"])


def _mention(article: Article, mention: Mention, look: Look) -> list[str]:
    head = f"{look.strong(written(article, mention))}  {place(article, mention.span.start)}"
    region = article.region_at(mention.span.start)
    return [
        head,
        *excerpt(article, mention.span, look),
        "",
        *_field("dimension", f"{mention.dimension}, in the {region} of the page", look),
        *_field("read as", read_value(mention), look),
        *_value(mention, look),
        *_field("derivation", "outermost first" if mention.trace else "none kept", look),
        *_tree(article, mention.trace, look),
    ]


def _value(mention: Mention, look: Look) -> list[str]:
    quantity, timex = mention.quantity, mention.timex
    lines: list[str] = []
    if quantity:
        unit = f"{quantity.unit} ({quantity.unit_kind})" if quantity.unit else quantity.unit_kind
        told = f"{quantity.bound}, last place {figure(quantity.ulp)}, unit {unit}"
        lines += _field("quantity", told, look)
    if timex:
        told = f"{timex.type} {timex.value}, written as {timex.underspecified}, grain {timex.grain}"
        told += f", role {timex.role}" + (", rests on the article's date" if timex.anchored else "")
        told += f", or {' or '.join(timex.also)}" if timex.also else ""
        lines += _field("timex", told, look)
        lines += _field("note", timex.note, look)
    return lines


def _tree(article: Article, trace: tuple[Step, ...], look: Look) -> list[str]:
    lines = []
    open_steps: list[Step] = []
    for step in trace:
        while open_steps and not _inside(step, open_steps[-1]):
            open_steps.pop()
        name = "  " * (len(open_steps) + 2) + one_line(step.production)
        text = one_line(article.excerpt(step.span))
        column = min(32, look.width // 2)
        name = clip(name, column)
        lines.append(f"{pad(name, column)}  {clip(text, look.width - column - 2)}")
        open_steps.append(step)
    return lines


def _inside(step: Step, outer: Step) -> bool:
    return outer.span.start <= step.span.start and step.span.end <= outer.span.end


def _claim(claim: Claim, index: Index, look: Look) -> list[str]:
    article = index.by_id[claim.article_id]
    asked = claim.measurand
    slots = (
        ("head", asked.head),
        ("modifiers", ", ".join(asked.modifiers)),
        ("frame", asked.frame),
        ("agent", asked.agent),
        ("place", asked.place),
        ("whole", asked.whole),
        ("role", asked.role),
        ("time", moment(claim)),
        ("source", source(claim)),
        ("stance", claim.stance),
        ("repeats", claim.repeats or ""),
        ("context", ", ".join(asked.words)),
        ("id", claim.id),
    )
    lines = _mention(article, claim.mention, look)
    return lines + [line for name, text in slots for line in _field(name, text, look)]


def _links(links: list[Link], index: Index, look: Look, own: str) -> list[str]:
    ordered = sorted(links, key=lambda link: (-link.match_weight, link.left, link.right))
    shown = ordered if look.everything else ordered[:_FEW_LINKS]
    lines = [line for link in shown for line in ["", *_link(link, index, look, own)]]
    hidden = len(ordered) - len(shown)
    return [*lines, "", f"  and {hidden} weaker links: --all"] if hidden else lines


def _link(link: Link, index: Index, look: Look, own: str) -> list[str]:
    ends = [index.claims[each] for each in (link.left, link.right) if each != own]
    told = " and ".join(
        f'"{written(index.by_id[end.article_id], end.mention)}" {index.place(end)}' for end in ends
    )
    head = "link to " if own else "link of "
    lines = hanging(head + told, 2, look.width)
    lines += _waterfall(link, look)
    judgement = index.judgements.get((link.left, link.right))
    return lines + (_judgement(judgement, look) if judgement else [])


def _waterfall(link: Link, look: Look) -> list[str]:
    rows = [
        (c.slot, c.weight, f"{c.level}: {c.words}" if c.words else c.level)
        for c in link.comparisons
    ]
    low = high = at = 0
    for _, weight, _ in rows:
        at += weight
        low, high = min(low, at), max(high, at)
    scale = max(high - low, 1)
    label = _LABEL if look.width >= _WIDE else 6
    lines, at = [], 0
    for slot, weight, words in rows:
        bar = _bar(at - low, weight, scale, look)
        at += weight
        text = f"    {pad(clip(one_line(slot), label), label)} {bits(weight):>7} {bar} "
        lines.append(text + clip(one_line(words), look.width - cells(text)))
    total = f"    {pad('sum', label)} {bits(link.match_weight):>7} bits, {link.relation}"
    return [*lines, total]


def _bar(start: int, weight: int, scale: int, look: Look) -> str:
    room = _BAR if look.width >= _WIDE else 6
    first = round(min(start, start + weight) * room / scale)
    last = round(max(start, start + weight) * room / scale)
    sign = "+" if weight > 0 else "-"
    return pad(" " * first + sign * max(last - first, 1 if weight else 0), room + 1)


def bits(hundredths: int) -> str:
    """Write hundredths of a bit with their sign.

    >>> bits(935), bits(-40), bits(0)
    ('+9.35', '-0.40', '0.00')
    """
    sign = "+" if hundredths > 0 else "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole}.{rest:02d}"


def _judgement(judgement: Judgement, look: Look) -> list[str]:
    text = f"    verdict {judgement.verdict}, rule {one_line(judgement.rule)}"
    return [look.verdict(judgement.verdict, text), *_conditions(judgement.because, look)]


def _conditions(conditions: tuple[Condition, ...], look: Look) -> list[str]:
    lines = []
    for condition in conditions:
        held = "held" if condition.held else "not"
        text = f"      {held:4} {one_line(condition.name)}: {one_line(condition.seen)}"
        lines += hanging(text, 11, look.width)
    return lines


def _field(name: str, text: str, look: Look) -> list[str]:
    if not text:
        return []
    margin = 2 + _LABEL
    parts = wrap(one_line(text), max(look.width - margin, 10))
    return [
        f"  {look.faint(pad(name, _LABEL))}{parts[0]}",
        *(" " * margin + part for part in parts[1:]),
    ]
