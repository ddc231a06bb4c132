"""Settings: found above, read with their places, the command line over the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.cli.house import settings_of
from claimcheck.cli.request import House
from claimcheck.config.find import found
from claimcheck.config.settings import Settings, read_settings
from claimcheck.config.show import document, terminal
from claimcheck.config.toml import read_toml
from claimcheck.model.finding import Severity

FULL = """\
select = ["CC3", "same-value"]   # a comment with a "quote
fail-on = "warning"
against = [
  "known",  # [[path]]
]
baseline = '''b.json'''

[severity]
"CC301" = "warning"
CC310 = "note"

[[path]]
paths = ["sport/**"]
ignore = ["CC5"]

[[reference]]
fact = "As of May 2024, 12 ferries sailed from Zadar."
source = "port"
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the working folder, below one with a configuration."""
    (tmp_path / "claimcheck.toml").write_text(FULL, encoding="utf-8")
    (tmp_path / "désk").mkdir()
    monkeypatch.chdir(tmp_path / "désk")
    return tmp_path


def _here() -> Settings:
    return settings_of(House())


def test_a_configuration_above_counts_and_its_paths_are_its_own(desk: Path) -> None:
    settings = _here()
    assert settings.file == "../claimcheck.toml"
    assert settings.against == ("../known",)
    assert settings.baseline == "../b.json"
    assert settings.severity == (("CC301", Severity.WARNING), ("CC310", Severity.NOTE))
    assert desk.exists()


def test_each_value_names_its_origin(desk: Path) -> None:
    settings = _here()
    origins = {
        name: settings.origin(name) for name in ("select", "against", "severity.CC310", "show")
    }
    assert origins == {
        "select": "../claimcheck.toml:1:1",
        "against": "../claimcheck.toml:3:1",
        "severity.CC310": "../claimcheck.toml:10:1",
        "show": "default",
    }
    assert settings.paths[0].place == "../claimcheck.toml:12:1"
    assert settings.references[0].place == "../claimcheck.toml:17:9"
    assert desk.exists()


def test_the_command_line_stands_over_the_file(desk: Path) -> None:
    asked = House(select=("CC1,CC2",), ignore=("CC201",), severity=("CC310=error",))
    settings = settings_of(asked)
    assert settings.select == ("CC1", "CC2")
    assert settings.ignore == ("CC201",)
    assert dict(settings.severity) == {"CC301": Severity.WARNING, "CC310": Severity.ERROR}
    assert settings.origin("severity.CC310") == "--severity"
    assert settings.origin("severity.CC301") == "../claimcheck.toml:9:1"
    assert settings.origin("select") == "--select"
    assert desk.exists()


def test_without_a_configuration_all_is_default(desk: Path) -> None:
    assert settings_of(House(no_config=True)) == Settings()
    assert desk.exists()


def test_the_search_ends_at_the_root_of_the_repository(desk: Path) -> None:
    (desk / "désk" / ".git").mkdir()
    assert found(Path.cwd()) is None


def test_a_shared_file_counts_where_it_has_our_table(desk: Path) -> None:
    shared = desk / "désk" / "pyproject.toml"
    shared.write_text('[tool.other]\nname = "claimcheck"\n', encoding="utf-8")
    assert found(Path.cwd()) == desk / "claimcheck.toml"
    shared.write_text('[tool.claimcheck]\nshow = "all"\n', encoding="utf-8")
    settings = _here()
    assert (settings.show, settings.origin("show")) == ("all", "pyproject.toml:2:1")


def test_a_file_of_our_name_comes_before_the_shared_one(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.claimcheck]\nshow = "all"\n', encoding="utf-8")
    assert found(Path.cwd()) == desk / "claimcheck.toml"


def test_keys_inside_long_strings_and_arrays_have_no_place(tmp_path: Path) -> None:
    text = 'a = """\nb = 1\n"""\nc = [\n  "d = 2",\n  "]",\n]\ne = 3\n'
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    places = read_toml(str(tmp_path / "x.toml")).places
    keys = {at: place for at, place in places.items() if len(at) == 1}
    assert keys == {("a",): (1, 1), ("c",): (4, 1), ("e",): (8, 1)}
    assert places[("c", 1)] == (6, 3)


def test_tables_of_an_array_are_counted(tmp_path: Path) -> None:
    text = "[[p]]\nx = 1\n[[p]]\nx = 2\n[p.q]\ny = 3\n"
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    places = read_toml(str(tmp_path / "x.toml")).places
    assert places[("p", 1, "x")] == (4, 1)
    assert places[("p", 1, "q", "y")] == (6, 1)


def test_settings_are_shown_with_their_origins(desk: Path) -> None:
    settings = read_settings(desk / "claimcheck.toml")
    listed = {row["key"]: row for row in json.loads(document(settings))["settings"]}
    assert listed["fail-on"] == {
        "key": "fail-on",
        "value": "warning",
        "origin": "../claimcheck.toml:2:1",
    }
    assert listed["show"]["origin"] == "default"
    assert listed["path.0.paths"]["value"] == ["sport/**"]
    shown = terminal(settings)
    assert "fail-on" in shown
    assert "(../claimcheck.toml:2:1)" in shown
