"""Describe the rules: the vocabulary as a table, a reference of all rules, a skeleton.

`python -m claimcheck.rules.describe` prints docs/rules.md.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from claimcheck.rules.load import load_rules
from claimcheck.rules.names import CHECKS
from claimcheck.rules.ruleset import OPEN, ORDER, Expected, Rule, Ruleset
from claimcheck.rules.vocabulary import FIELDS, VOCABULARY

_INTRODUCTION = """\
Folders are tried in the order below; within a folder the rule with more conditions first, then by
code. The first rule whose conditions all hold decides. Where none does, the link is unresolved
(CC600); where one text itself gives both values, it is CC601.
"""
_SKELETON = """\
# Say in one line what this rule finds.
code: {code}
name: {name}
severity: warning
summary: Say what the reader sees, in a few words
why: Say why it matters.
verdict: {verdict}
when:
  relation: same
  dimension: quantity
  values: disjoint
  difference_over: 10
message: '{{a}} against {{b}}'
examples:
  fires:
    - a: {{value: 40}}
      b: {{value: 50}}
  silent:
    - a: {{value: 49}}
      b: {{value: 50}}
"""


def skeleton(code: str, name: str, verdict: str = "conflict") -> str:
    """Give a rule file to start from; it loads, though our own rules may speak before it."""
    return _SKELETON.format(code=code, name=name, verdict=verdict)


def vocabulary_table() -> str:
    """Give the conditions of `when` as a table in Markdown."""
    rows = ["| condition | what it asks | answers | example |", "|---|---|---|---|"]
    for name, word in VOCABULARY.items():
        answers = ", ".join(word.choices) or {
            "flag": "true, false",
            "words": "any words",
            "percent": "0 to 100",
        }.get(word.kind.value, "")
        rows.append(f"| `{name}` | {word.doc} | {answers} | `{word.example}` |")
    return "\n".join(rows) + "\n"


def field_table() -> str:
    """Give the fields of a message as a table in Markdown."""
    rows = ["| field | stands for |", "|---|---|"]
    rows += [f"| `{{{name}}}` | {meaning} |" for name, meaning in FIELDS.items()]
    return "\n".join(rows) + "\n"


def reference(ruleset: Ruleset) -> str:
    """Give docs/rules.md: every rule with what it finds, why, and when."""
    parts = [
        "# The rules\n",
        "Written by `python -m claimcheck.rules.describe`; a test holds it against the rules.\n",
        _INTRODUCTION,
    ]
    for verdict in ORDER:
        parts.append(f"## {verdict.value.capitalize()}\n")
        chosen = [rule for rule in ruleset.rules if rule.verdict is verdict]
        parts += ["\n".join(_described(rule)) for rule in sorted(chosen, key=lambda r: r.code)]
    parts.append("## Unresolved\n")
    parts += ["\n".join(_described(rule)) for rule in OPEN]
    parts.append("## Checks inside one article\n")
    parts += ["\n".join(_described(rule)) for rule in ruleset.checks]
    return "\n".join(parts)


def _described(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.name} ({rule.severity.value})\n"
    yield f"{rule.summary}. {rule.why}\n"
    if rule.check:
        yield f"Checks {CHECKS[rule.check]}.\n"
    for name, expected in rule.when:
        yield f"- `{name}: {_written(expected)}`"
    if rule.when:
        yield ""
    if rule.false_alarms:
        yield f"False alarms: {rule.false_alarms}\n"


def _written(expected: Expected) -> str:
    if isinstance(expected, bool):
        return str(expected).lower()
    return f"[{', '.join(expected)}]" if isinstance(expected, tuple) else str(expected)


if __name__ == "__main__":
    sys.stdout.write(reference(load_rules()))
