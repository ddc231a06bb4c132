from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_mentions_are_one_a_line_with_their_place(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("extract", articles)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    number = next(each for each in found if each["quantity"] and each["quantity"]["low"] == "43")
    assert (number["text"][:2], number["line"], number["col"]) == ("43", 1, 61)
    assert number["path"].endswith("first.txt")


def test_claims_carry_their_question(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("extract", articles, "--what", "claims", "--format", "json")
    found = json.loads(done.stdout)["claims"]
    assert any(each["quantity"] and each["measurand"]["head"] for each in found)


def test_csv_has_one_row_a_mention(claimcheck: Run, articles: Path) -> None:
    text = claimcheck("extract", articles, "--format", "csv").stdout.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert {"43", "57"} <= {row["low"] for row in rows}


def test_page_furniture_is_left_out_of_claims_unless_asked_for(
    claimcheck: Run, tmp_path: Path
) -> None:
    text = "Fire on the quay\nSome 40 boats burned.\n\nRead more\nStorm kills 12\n7 May 2024\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    few = claimcheck("extract", "page.txt", "--what", "claims").stdout.splitlines()
    all_of_them = claimcheck("extract", "page.txt", "--what", "claims", "--all-regions")
    assert all(json.loads(line)["region"] != "boilerplate" for line in few)
    assert len(all_of_them.stdout.splitlines()) >= len(few)


def test_ids_of_json_lines_come_back_unchanged(claimcheck: Run) -> None:
    line = json.dumps({"id": "my/../id", "text": "Some 40 boats burned."})
    done = claimcheck("extract", "-", "--stdin-filename", "x.jsonl", stdin=line.encode())
    assert json.loads(done.stdout.splitlines()[0])["article"] == "my/../id"
