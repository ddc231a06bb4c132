from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_place_is_explained_from_its_file_alone(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("explain", f"{articles}/first.txt:1:61")
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode()
    assert "derivation" in text
    assert "43" in text


def test_a_place_with_other_articles_shows_its_links(claimcheck: Run, articles: Path) -> None:
    text = claimcheck("explain", f"{articles}/first.txt:1:61", articles).stdout.decode()
    assert "second.txt:1:61" in text


def test_a_finding_of_a_report_is_explained_by_its_id(claimcheck: Run, articles: Path) -> None:
    report = json.loads(claimcheck("report", articles, "--format", "json").stdout)
    finding = report["findings"][0]
    text = claimcheck("explain", finding["id"], articles).stdout.decode()
    assert finding["rule"] in text
    claim = claimcheck("explain", finding["claims"][0], articles)
    assert claim.returncode == 0
    assert finding["id"] in claim.stdout.decode()


def test_a_finding_of_the_samples_needs_no_paths(claimcheck: Run) -> None:
    finding = json.loads(claimcheck("demo", "--format", "json").stdout)["findings"][0]
    assert claimcheck("explain", finding["id"]).returncode == 0


def test_a_place_without_a_number_says_so(claimcheck: Run, articles: Path) -> None:
    done = claimcheck("explain", f"{articles}/first.txt:1:1")
    assert done.returncode == 2
    assert b"no number or date was read there" in done.stderr
