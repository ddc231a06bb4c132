"""Rules and tables come from the artefact where it is current, else from YAML."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.errors import RuleError
from claimcheck.rules.compile import compiled
from claimcheck.rules.load import digest_of, load_lexicon, load_rules, shipped, sources_of

RULE = """\
code: XX101
name: my-rule
severity: warning
summary: Casualty counts of one day differ
why: Two tolls of one day that differ by more than a tenth want a second look.
when:
  relation: same
  frame: [kill, injure]
  times: same
  difference_over: 10
message: '{a} against {b}'
examples:
  fires:
    - a: {value: 40, frame: die, published: 2024-03-01}
      b: {value: 50, frame: die, published: 2024-03-01}
  silent:
    - a: {value: 49, frame: die, published: 2024-03-01}
      b: {value: 50, frame: die, published: 2024-03-01}
"""


def _write(folder: Path, text: str, name: str = "my-rule.yaml") -> Path:
    path = folder / "conflict" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_shipped_rules_have_unique_codes_that_fit_their_folder() -> None:
    ruleset = load_rules()
    codes = [rule.code for rule in ruleset.rules + ruleset.checks]
    assert len(codes) == len(set(codes))
    first = {
        "agreement": "1",
        "approximation": "2",
        "conflict": "3",
        "compatible": "4",
        "check": "5",
    }
    for rule in ruleset.rules + ruleset.checks:
        assert rule.code[:3] == "CC" + first[rule.verdict.value], rule.path


def test_rules_are_tried_folder_by_folder_then_most_conditions_first() -> None:
    rules = load_rules().rules
    folders = [rule.verdict.value for rule in rules]
    order = ["agreement", "approximation", "compatible", "conflict"]
    assert folders == sorted(folders, key=order.index)
    conflicts = [(-len(r.when), r.code) for r in rules if r.verdict.value == "conflict"]
    assert conflicts == sorted(conflicts)


def test_a_rule_of_a_newsroom_joins_ours_and_moves_the_digest(tmp_path: Path) -> None:
    ours, both = load_rules(), load_rules([_write(tmp_path, RULE).parent])
    assert both.rule("XX101") is not None
    assert len(both.rules) == len(ours.rules) + 1
    assert both.digest != ours.digest


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("times: same", "times: smae", 9, 'apart, unknown; did you mean "same"?'),
        ("times: same", "tiems: same", 9, 'did you mean "times"?'),
        ("severity: warning", "severity: warnign", 3, 'did you mean "warning"?'),
        ("summary:", "sumary:", 4, 'did you mean "summary"?'),
        ("'{a} against {b}'", "'{a} against {c}'", 11, "message"),
        ("'{a} against {b}'", "'{a.__class__}'", 11, "message"),
        ("'{a} against {b}'", "'{a'", 11, "message"),
        ("code: XX101", "code: 101", 1, "code"),
        ("code: XX101", "code: CC301", 1, "taken"),
        ("difference_over: 10", "difference_over: ten", 10, "difference_over"),
        ("difference_over: 10", "difference_over: 101", 10, "less than or equal to 100"),
        ("relation: same", "relation: [same, sme]", 7, 'did you mean "same"?'),
    ],
)
def test_a_mistake_is_named_at_its_place(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    path = _write(tmp_path, RULE.replace(old, new))
    with pytest.raises(RuleError) as caught:
        load_rules([path])
    assert caught.value.place.startswith(f"{path.as_posix()}:{line}:")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_rule_without_examples_is_no_rule(tmp_path: Path) -> None:
    path = _write(tmp_path, RULE[: RULE.index("examples:")])
    with pytest.raises(RuleError, match="examples is missing"):
        load_rules([path])


def test_a_missing_rule_file_is_a_mistake_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="give a readable file"):
        load_rules([tmp_path / "none.yaml"])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "rules"
    shutil.copytree(shipped("rules"), root)
    root.joinpath("compiled.json").write_text(compiled(root), encoding="utf-8")
    return root


def test_the_artefact_holds_what_the_yaml_says(copy: Path) -> None:
    fast = load_rules(root=copy)
    copy.joinpath("compiled.json").unlink()
    slow = load_rules(root=copy)
    assert [tuple(rule) for rule in fast.rules] == [tuple(rule) for rule in slow.rules]
    assert fast.lexicon == slow.lexicon
    assert fast.digest == slow.digest


def test_a_changed_table_outdates_the_artefact(copy: Path) -> None:
    before = load_lexicon(copy)
    with copy.joinpath("lexicon", "wording.yaml").open("a", encoding="utf-8") as file:
        file.write("# a new line\n")
    assert load_lexicon(copy)["digest"] != before["digest"]


@pytest.mark.parametrize("broken", ["", "{", "[" * 100_000, "null"])
def test_a_broken_artefact_is_passed_over(copy: Path, broken: str) -> None:
    path = copy / "compiled.json"
    good = path.read_text(encoding="utf-8")
    path.write_text(good[:80] + broken, encoding="utf-8")
    assert load_rules(root=copy).rules


def test_loading_the_artefact_imports_neither_yaml_nor_pydantic(copy: Path) -> None:
    code = (
        "import sys, pathlib; from claimcheck.rules.load import load_rules;"
        f"load_rules(root=pathlib.Path({str(copy)!r}));"
        "print(sorted({'yaml', 'pydantic', 'hypothesis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_table_is_held_against_its_type(copy: Path) -> None:
    path = copy / "lexicon" / "wording.yaml"
    text = path.read_text(encoding="utf-8").replace("includes:", "inclodes:")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=r"wording\.yaml:\d+:1: .*inclodes|includes is missing"):
        load_lexicon(copy)


def test_the_artefact_begins_with_its_digest(copy: Path) -> None:
    found = json.loads(copy.joinpath("compiled.json").read_text(encoding="utf-8"))
    assert next(iter(found)) == "digest"


def test_the_artefact_in_the_repository_is_current() -> None:
    head = shipped("rules", "compiled.json").read_bytes()[:80]
    digest = digest_of(sources_of(shipped("rules")))
    assert digest.encode() in head, "run make compile"
