"""What changed between two reports, told once and told right."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.changes.reports import LEDGER, POST, reported

from claimcheck.changes.diff import diff
from claimcheck.changes.document import DiffDocument
from claimcheck.changes.patch import apply, steps
from claimcheck.changes.show import markdown, terminal
from claimcheck.output.look import Look

if TYPE_CHECKING:
    from claimcheck.changes.document import Json

_BOTH = {"ledger.txt": LEDGER, "post.txt": POST}
_NAMES = ("old", "new")
_EDITS: dict[str, Callable[[str], str]] = {
    "other value": lambda text: text.replace("14 people", "41 people"),
    "other day": lambda text: text.replace("September 1", "August 4"),
    "other words": lambda text: text.replace("counts", "mourns"),
    "a line more": lambda text: f"Updated\n\n{text}A third of the roads were closed.\n",
    "a sentence less": lambda text: text.split(". ")[0] + ".\n",
}


def _edited(words: str, path: str = "post.txt") -> dict[str, str]:
    return _BOTH | {path: _EDITS[words](_BOTH[path])}


def test_a_report_and_itself_differ_in_nothing() -> None:
    report = reported(_BOTH)
    change = diff(report, report, _NAMES)
    assert not any((*change["findings"].values(), *change["claims"].values()))
    assert not any(change["articles"].values())
    assert change["patch"] == {"values": {}, "lists": {}}
    assert terminal(change, Look()).endswith("\nNothing changed.\n")


@pytest.mark.parametrize("words", _EDITS)
@pytest.mark.parametrize("path", _BOTH)
def test_the_old_report_and_the_patch_give_the_new(words: str, path: str) -> None:
    old, new = reported(_BOTH), reported(_edited(words, path))
    there, back = diff(old, new, _NAMES)["patch"], diff(new, old, _NAMES)["patch"]
    assert apply(there, cast("Json", old)) == new
    assert apply(back, cast("Json", new)) == old


def test_a_patch_of_another_report_is_refused() -> None:
    old, new = reported(_BOTH), reported(_edited("other value"))
    with pytest.raises(ValueError, match="another report"):
        apply(diff(old, new, _NAMES)["patch"], cast("Json", reported({})))


@given(st.lists(st.integers(0, 6), max_size=30), st.lists(st.integers(0, 6), max_size=30))
def test_any_list_is_patched_into_any_other(old: list[int], new: list[int]) -> None:
    before: list[Json] = [{"n": n} for n in old]
    after: list[Json] = [{"n": n} for n in new]
    taken = steps(before, after)
    patched = apply({"values": {}, "lists": {"x": taken}}, {"x": before})
    assert patched == {"x": after}


@settings(max_examples=20)
@given(st.permutations(["ledger.txt", "post.txt", "third.txt"]))
def test_a_removed_item_is_dropped_and_the_rest_kept(order: list[str]) -> None:
    items: list[Json] = [{"path": path} for path in order]
    assert steps(items, items[1:]) == [{"drop": 1}, {"keep": 2}]


def test_a_figure_that_changed_is_told_with_both_values() -> None:
    change = diff(reported(_BOTH), reported(_edited("other value")), _NAMES)
    assert [one["change"] for one in change["claims"]["changed"]] == ["14 → 41"]
    assert not change["claims"]["added"]
    assert not change["claims"]["removed"]


def test_a_moment_that_changed_is_told_in_words() -> None:
    edit = _BOTH | {"ledger.txt": LEDGER.replace("September 1, some 4,500", "August 4, some 4,100")}
    changes = [
        one["change"] for one in diff(reported(_BOTH), reported(edit), _NAMES)["claims"]["changed"]
    ]
    assert "4,500 → 4,100, as of 1 Sep 2024 → as of 4 Aug 2024" in changes


def test_an_agreement_that_turns_into_a_conflict_is_worse() -> None:
    change = diff(reported(_BOTH), reported(_edited("other value")), _NAMES)
    moved = [(one["old"]["verdict"], one["new"]["verdict"]) for one in change["findings"]["moved"]]
    assert ("agreement", "conflict") in moved
    assert change["worse"] == 1
    back = diff(reported(_edited("other value")), reported(_BOTH), _NAMES)
    assert back["worse"] == 0


def test_a_renamed_article_is_not_a_new_one() -> None:
    renamed = {"ledger.txt": LEDGER, "desk/delmar.txt": POST}
    change = diff(reported(_BOTH), reported(renamed), _NAMES)
    assert [one["new"]["path"] for one in change["articles"]["revised"]] == ["desk/delmar.txt"]
    assert not change["articles"]["added"]
    assert not any(change["claims"].values())


def test_words_elsewhere_change_no_claim() -> None:
    change = diff(reported(_BOTH), reported(_edited("a line more")), _NAMES)
    assert not change["claims"]["changed"]
    assert not change["claims"]["removed"]


def test_an_article_that_went_takes_its_claims_along() -> None:
    change = diff(reported(_BOTH), reported({"ledger.txt": LEDGER}), _NAMES)
    assert [one["path"] for one in change["articles"]["removed"]] == ["post.txt"]
    assert {one["path"] for one in change["claims"]["removed"]} == {"post.txt"}
    assert change["findings"]["vanished"]


@pytest.mark.parametrize("words", _EDITS)
def test_the_document_holds_to_its_type_and_survives_json(words: str) -> None:
    change = diff(reported(_BOTH), reported(_edited(words)), _NAMES)
    assert json.loads(json.dumps(change)) == change
    TypeAdapter(DiffDocument).validate_python(change)


@pytest.mark.parametrize("look", [Look(), Look(width=40), Look(ascii=True, everything=True)])
def test_text_for_people_lets_nothing_act(look: Look) -> None:
    hostile = {"a\x1b[31m\n::error::.txt": POST.replace("governor", "\x9bgovernor ::error::x")}
    change = diff(reported(_BOTH), reported(_BOTH | hostile), ("old\x1b]52;", "new"))
    for text in (terminal(change, look), markdown(change, look)):
        assert not {"\x1b", "\x9b"} & set(text)
        assert not any(line.lstrip().startswith("::") for line in text.splitlines())
