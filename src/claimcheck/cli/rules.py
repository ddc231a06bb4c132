"""`claimcheck rules`: what the rules are, why they are, and whether their examples hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from claimcheck.cli.delivery import write_out
from claimcheck.cli.house import settings_of
from claimcheck.cli.request import House
from claimcheck.errors import UsageError, did_you_mean
from claimcheck.model.article import Article
from claimcheck.model.finding import Check, Judgement
from claimcheck.model.report import Report
from claimcheck.output.cells import pad
from claimcheck.output.safe import one_line
from claimcheck.pipeline import compare, extract
from claimcheck.rules.examples import Outcome, Texts, outcomes
from claimcheck.rules.load import load_lexicon, load_rules
from claimcheck.rules.ruleset import Rule, Ruleset


def listed(paths: Sequence[str]) -> int:
    """List every rule, one a line; those that are not ours with their place."""
    ruleset = _load(paths)
    rows = sorted((*ruleset.rules, *ruleset.checks), key=lambda rule: rule.code)
    return _write([_row(rule) for rule in rows])


def shown(wanted: str, paths: Sequence[str]) -> int:
    """Show one rule, by its code or name."""
    ruleset = _load(paths)
    rule = ruleset.rule(wanted)
    if rule is None:
        names = [each.name for each in (*ruleset.rules, *ruleset.checks)]
        remedy = did_you_mean(wanted, names) or "see claimcheck rules list"
        raise UsageError("E206", "", f'no rule "{wanted[:80]}"', remedy)
    return _write(_shown(rule))


def tested(paths: Sequence[str], *, verbose: bool) -> int:
    """Run the examples inside the rules; the code is 1 if one of them does not hold."""
    ruleset = _load(paths)
    results = outcomes(ruleset, _texts(ruleset))
    wrong = [each for each in results if each.ran and not each.passed]
    lines = [_outcome(each) for each in results if verbose or each in wrong]
    unrun = sum(not each.ran for each in results)
    rules_tested = len({each.rule.code for each in results})
    held = len(results) - len(wrong) - unrun
    told = f"{rules_tested} rules, {len(results)} examples: {held} hold, {len(wrong)} do not"
    lines.append(f"{told}, {unrun} not run" if unrun else told)
    _write(lines)
    return 1 if wrong or unrun else 0


def schema() -> int:
    """Print the JSON Schema of a rule file."""
    import json  # noqa: PLC0415 - pydantic with it

    from claimcheck.rules.schema import rule_schema  # noqa: PLC0415 - as above

    return _write([json.dumps(rule_schema(), indent=2, ensure_ascii=False)])


def started(code: str, name: str, verdict: str) -> int:
    """Print a rule file to start from."""
    from claimcheck.rules.describe import skeleton  # noqa: PLC0415 - needed here only

    return _write([skeleton(code, name, verdict).rstrip("\n")])


def _load(paths: Sequence[str]) -> Ruleset:
    """Load the shipped rules, those that the configuration names, and those given."""
    settings = settings_of(House())
    with settings.naming("rules"):
        return load_rules(_outermost((*paths, *settings.rules)))


def _outermost(paths: Sequence[str]) -> list[Path]:
    """Leave out paths that are named twice or lie below another: no rule may stand twice."""
    places = {Path(path).resolve(): Path(path) for path in paths}
    return [path for place, path in places.items() if places.keys().isdisjoint(place.parents)]


def _row(rule: Rule) -> str:
    where = f" ({one_line(rule.path)}:{rule.line})" if rule.house else ""
    return f"{rule.code:7}{pad(rule.name, 26)} {rule.verdict:14}{one_line(rule.summary)}{where}"


def _write(lines: Sequence[str]) -> int:
    write_out("\n".join(lines) + "\n", "terminal")
    return 0


def _shown(rule: Rule) -> list[str]:
    lines = [
        f"{rule.code} {rule.name}: {rule.verdict}, severity {rule.severity}",
        f"  {one_line(rule.summary)}",
        "",
    ]
    lines += [f"  why      {one_line(rule.why)}", f"  says     {one_line(rule.message)}"]
    if rule.false_alarms:
        lines.append(f"  beware   {one_line(rule.false_alarms)}")
    lines.append(f"  file     {one_line(rule.path)}:{rule.line}")
    if rule.check:
        lines.append(f"  check    {one_line(rule.check)}")
    lines += [
        f"  when     {one_line(name)}: {one_line(_plain(value))}" for name, value in rule.when
    ]
    for kind in ("fires", "silent"):
        for example in rule.examples.get(kind, ()):
            lines.append(f"  {kind:8} {one_line(_plain(example))}")
    return lines


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "; ".join(f"{key} {_plain(part)}" for key, part in value.items())
    if isinstance(value, (list, tuple)):
        return ", ".join(_plain(part) for part in value)
    return str(value)


def _outcome(each: Outcome) -> str:
    word = "ok" if each.passed else "WRONG" if each.ran else "not run"
    miss = " (known miss)" if each.known_miss else ""
    got = ", ".join(each.got) or "nothing"
    return f"{word:8}{each.rule.code} {one_line(each.place)}{miss}: {got} spoke"


def _texts(ruleset: Ruleset) -> Texts:
    """Run examples in texts through the whole pipeline."""
    lexicon = load_lexicon()

    def report(*dated: tuple[str, date | None]) -> Report:
        articles = [Article.from_text(t, id=str(i), date=d) for i, (t, d) in enumerate(dated)]
        return compare([extract(article, lexicon) for article in articles], ruleset)

    def judge(a: str, b: str, a_date: date | None, b_date: date | None) -> Sequence[Judgement]:
        return report((a, a_date), (b, b_date)).judgements

    def check(text: str, day: date | None) -> Sequence[Check]:
        return report((text, day)).checks

    return Texts(judge, check)
