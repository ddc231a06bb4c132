from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from claimcheck.cli.help import HELP

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = re.findall("^  (?P<name>[a-z]+) ", HELP.partition("Commands:")[2], re.MULTILINE)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_in_the_readme_runs_as_printed() -> None:
    result = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert result.attempted
    assert result.failed == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    reference = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"## claimcheck {command}" in reference
    assert f"claimcheck {command}" in README


def test_the_readme_opens_with_its_question_and_two_commands() -> None:
    assert README.splitlines()[2].endswith("?")
    assert README.index("<!-- look -->") < README.index("make demo") < README.index("pip install")


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/json.md", "docs/cli.md"])
def test_no_link_leads_nowhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
