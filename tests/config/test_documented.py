"""What the documentation shows as a configuration is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck import load_rules
from claimcheck.cli.house import rulebook
from claimcheck.config.schema import File
from claimcheck.config.settings import read_settings
from claimcheck.config.words import read_house

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "configuration.md").read_text("utf-8")
BLOCKS = {
    kind: re.findall(rf"```{kind}\n(?P<body>.*?)```", TEXT, re.DOTALL) for kind in ("toml", "yaml")
}


def test_the_configuration_shown_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claimcheck.toml").write_text(BLOCKS["toml"][0], encoding="utf-8")
    Path("beats").mkdir()
    Path("beats/migration.yaml").write_text(BLOCKS["yaml"][0], encoding="utf-8")
    settings = read_settings(Path("claimcheck.toml"))
    book = rulebook(settings._replace(rules=()))
    assert len(book.references) == 1
    assert book.policy.everywhere.select == ("CC3", "CC5")


def test_every_key_is_shown() -> None:
    names = {str(field.alias) for field in File.model_fields.values()}
    assert {
        name for name in names if not re.search(rf"(?m)^(\[*{name}\]*| *{name} =)", TEXT)
    } == set()


def test_the_words_shown_hold() -> None:
    found = read_house("x.yaml", BLOCKS["yaml"][0].encode(), load_rules().lexicon)
    assert all(found)
