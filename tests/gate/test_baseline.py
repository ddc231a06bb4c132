"""The baseline knows findings by what they say, and never swallows a new one."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.gate.desk import KNOWN, NEW, STORY, TOLL, conflicts, report

from claimcheck.errors import GateError
from claimcheck.gate.baseline import baseline_text, entry, matched, read_baseline
from claimcheck.model.report import Report

OLD = conflicts(report({"new.md": NEW}, {"known.txt": KNOWN}))
ENTRIES = tuple(entry(each, OLD, ".") for each in OLD.findings)


def _open(found: Report) -> int:
    return len(matched(conflicts(found), ENTRIES, ".").open)


def test_what_was_accepted_is_covered() -> None:
    assert len(OLD.findings) == 1
    assert _open(OLD) == 0


@pytest.mark.parametrize(
    "text",
    [
        NEW.replace("Divers left the bay.", "Divers left the bay at noon. It rained all day."),
        "A headline\n\n" + NEW,
        NEW.replace("57 people had", "57\npeople had"),
        NEW.replace("Divers left the bay. ", ""),
    ],
    ids=["an edit elsewhere", "lines above", "other line breaks", "a sentence less"],
)
def test_edits_elsewhere_leave_it_covered(text: str) -> None:
    assert _open(report({"new.md": text}, {"known.txt": KNOWN})) == 0


def test_new_names_for_files_leave_it_covered() -> None:
    assert _open(report({"moved.md": NEW}, {"other.txt": KNOWN})) == 0


def test_another_known_article_with_the_same_value_leaves_it_covered() -> None:
    copy = STORY.format("Tugs came. " + TOLL.format(43))
    assert _open(report({"new.md": NEW}, {"known.txt": KNOWN, "copy.txt": copy})) == 0


@pytest.mark.parametrize(
    ("new", "known"),
    [
        ({"new.md": NEW.replace("57", "58")}, {"k": KNOWN}),
        ({"new.md": NEW}, {"k": KNOWN.replace("43", "44")}),
        ({"new.md": NEW}, {"k": KNOWN, "more": KNOWN.replace("43", "49")}),
        ({"new.md": NEW, "copy.md": "Again.\n\n" + NEW}, {"k": KNOWN}),
        ({"new.md": NEW.replace("killed", "killed outright")}, {"k": KNOWN}),
    ],
    ids=["another value", "another known value", "one more value", "a copy", "another sentence"],
)
def test_what_is_new_is_never_swallowed(new: dict[str, str], known: dict[str, str]) -> None:
    assert _open(report(new, known)) >= 1


def test_an_entry_covers_one_finding_only() -> None:
    twice = OLD._replace(findings=(OLD.findings[0], OLD.findings[0]._replace(id="other")))
    assert len(matched(twice, ENTRIES, ".").open) == 1


def test_an_entry_whose_finding_is_gone_is_stale() -> None:
    gone = report({"new.md": NEW.replace("57", "43")}, {"known.txt": KNOWN})
    assert matched(conflicts(gone), ENTRIES, ".").stale == ENTRIES


def test_an_entry_on_an_article_that_was_not_checked_is_not_stale(tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    other = report({str(tmp_path / "other.md"): "Rain fell.\n"}, {})
    held = matched(other, ENTRIES, str(tmp_path))
    assert (held.stale, held.unseen) == ((), ENTRIES)


def test_a_baseline_reads_back_as_written(tmp_path: Path) -> None:
    file = tmp_path / "b.json"
    file.write_text(baseline_text(ENTRIES), encoding="utf-8")
    assert read_baseline(str(file)) == ENTRIES


def test_a_missing_baseline_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GateError, match="no such file"):
        read_baseline(str(tmp_path / "none.json"))
