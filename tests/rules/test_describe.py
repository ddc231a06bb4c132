"""What we tell people who write rules is true."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from claimcheck.pipeline import compare_texts
from claimcheck.rules.describe import field_table, reference, skeleton, vocabulary_table
from claimcheck.rules.document import read_document
from claimcheck.rules.examples import Texts, outcomes
from claimcheck.rules.facts import CHOICES
from claimcheck.rules.load import load_rules, shipped
from claimcheck.rules.names import CHECKS
from claimcheck.rules.ruleset import Ruleset
from claimcheck.rules.schema import rule_schema
from claimcheck.rules.sides import WORDS
from claimcheck.rules.vocabulary import VOCABULARY

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "writing-rules.md"


def test_the_schema_in_the_repository_is_current() -> None:
    text = shipped("rules", "rule.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == rule_schema()


def test_the_schema_is_a_schema_and_takes_a_rule() -> None:
    schema = rule_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_plain(skeleton("XX101", "try-out")), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"code": "CC1"}, schema)


def _plain(text: str) -> object:
    return read_document("rule.yaml", text.encode()).value


def test_the_reference_of_the_rules_is_current(ruleset: Ruleset) -> None:
    assert ROOT.joinpath("docs", "rules.md").read_text(encoding="utf-8") == reference(ruleset)


def test_the_guide_names_every_condition_field_and_check() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert vocabulary_table() in guide
    assert field_table() in guide
    assert all(f"`{name}`" in guide for name in CHECKS)


def test_every_condition_can_be_asked() -> None:
    assert set(VOCABULARY) == {*CHOICES, *WORDS, "difference_over", "path"}


def test_the_example_of_every_condition_loads(tmp_path: Path) -> None:
    for word in VOCABULARY.values():
        rule = skeleton("XX101", "try-out").replace("  difference_over: 10\n", "")
        name = word.example.partition(":")[0]
        rule = re.sub(rf"(?m)^  {name}: .*\n", "", rule)
        path = tmp_path / "rule.yaml"
        path.write_text(rule.replace("when:\n", f"when:\n  {word.example}\n"), encoding="utf-8")
        assert load_rules([path]).rule("XX101")


def test_the_skeleton_loads(tmp_path: Path) -> None:
    path = tmp_path / "rule.yaml"
    path.write_text(skeleton("XX101", "try-out"), encoding="utf-8")
    assert load_rules([path]).rule("try-out")


def test_the_rule_of_the_guide_does_what_the_guide_says(tmp_path: Path) -> None:
    block = re.search(r"```yaml\n(?P<rule>code: NR101.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert block
    path = tmp_path / "conflict" / "tolls-differ.yaml"
    path.parent.mkdir()
    path.write_text(block["rule"], encoding="utf-8")
    ruleset = load_rules([path])
    rule = ruleset.rule("NR101")
    assert rule is not None
    texts = Texts(lambda a, b, c, d: compare_texts([a, b], ruleset, [c, d]).judgements)
    assert [each.passed for each in outcomes(ruleset, texts, [rule])] == [True, True]
