"""All mistakes of a rule file are told at once, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.errors import ClaimcheckError, RuleError
from claimcheck.rules.load import load_rules

WRONG = """\
code: NR1
name: tolls-differ
severity: warnign
sumary: Casualty counts of one day differ by more than a tenth
why: Two tolls of one day that far apart want a call before we print either.
when: {relation: same, frame: [kill, injure], values: disjiont, tiems: same, difference_over: 10%}
message: '{a} against {c}, {difference} apart'
examples:
  fires:
    - a: {valeu: 40, bound: abuot}
      b: {value: 50}
"""


def _mistakes(folder: Path, *texts: str) -> tuple[ClaimcheckError, ...]:
    house = folder / "conflict"
    house.mkdir()
    for number, text in enumerate(texts):
        house.joinpath(f"rule-{number}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_rules([folder])
    return caught.value, *caught.value.also


def test_every_mistake_of_a_file_is_told_at_its_place(tmp_path: Path) -> None:
    told = [
        str(error).removeprefix(f"{tmp_path.as_posix()}/") for error in _mistakes(tmp_path, WRONG)
    ]
    places = [one.split(": ")[0].split(":", 1)[1] for one in told]
    lines = ["1:7", "3:11", "4:1", "6:55", "6:65", "6:95", "9:3", "10:11", "10:29", "7:10"]
    assert sorted(places) == sorted(lines)


@pytest.mark.parametrize("meant", ["warning", "summary", "disjoint", "times", "value", "about"])
def test_a_slip_is_met_with_the_word_meant(tmp_path: Path, meant: str) -> None:
    told = _mistakes(tmp_path, WRONG)
    assert f'did you mean "{meant}"?' in {error.remedy for error in told}


def test_a_key_meant_by_a_slip_is_not_told_as_missing(tmp_path: Path) -> None:
    told = [error.problem for error in _mistakes(tmp_path, WRONG)]
    assert "summary is missing" not in told
    assert "silent is missing" in told


def test_the_mistakes_of_all_files_are_told(tmp_path: Path) -> None:
    told = _mistakes(tmp_path, "code: NR101\n", "code: [\n")
    files = {Path(error.place.split(":")[0]).name for error in told}
    assert files == {"rule-0.yaml", "rule-1.yaml"}
