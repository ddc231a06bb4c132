"""Configurations, baselines, suppressions, word lists and arguments that are wrong.

Each is one clear line and code 2, at the place where it is known, and never a traceback.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.gate.desk import NEW

from claimcheck import __main__ as door

Run = Callable[..., tuple[int, str]]

FACT = '[[reference]]\nfact = "As of May 2024, 12 ferries sailed from Zadar."\nsource = "port"\n'
CONFIGS = [
    ("selct = []", ':1:1: unknown key "selct"; did you mean "select"?'),
    ("[tool.claimcheck]\nselct = []", ':2:1: unknown key "selct"'),
    ("[severty]\nCC301 = 'note'", ':1:1: unknown key "severty"; did you mean "severity"?'),
    ("fail_on = 'note'", 'unknown key "fail_on"; did you mean "fail-on"?'),
    ("fail-on = 'loud'", ":1:1: fail-on: "),
    ("fail-on = 3", ":1:1: fail-on: no level 3; one of error, warning, note, never"),
    ("show = 'everything'", "show: "),
    ("select = 'CC3'", ':1:1: select: "CC3" is no list; write it as select = ["CC3", "CC501"]'),
    ("select = [3]", ":1:11: select.0: 3 is no text"),
    ("select = [\n  'CC3', # one\n  '']", ':3:3: select.1: "" is empty'),
    ("\n\nselect = ['CC9']", ':3:11: no rule is "CC9" or begins so; codes begin with CC1, CC2, '),
    ("ignore = ['value-conflit']", 'did you mean "value-conflict"?'),
    ("ignore = ['CC301 ', 'x']", 'no rule is "x"'),
    ("[severity]\nCC301 = 'eror'", ':2:1: severity.CC301: no level "eror"; did you mean "error"?'),
    ("[severity]\nCC301 = 'note'\nCC777 = 'note'", ':3:1: no rule is "CC777"'),
    ("severity = ['CC301']", "severity: "),
    ("against = 'known'", "against: "),
    ("baseline = ['b.json']", "baseline: "),
    (
        "baseline = 'none.json'",
        "none.json: no such file or folder, named at x.toml:1:1",
    ),
    (
        "\nsuppressions = 'none.yaml'",
        "none.yaml: no such file or folder, named at x.toml:2:1",
    ),
    ("suppressions = '.'", "a folder, not a file"),
    ("rules = ['none']", ", named at x.toml:1:10"),
    ("lexicon = ['none.yaml']", "none.yaml: no such file or folder, named at x.toml:1:12"),
    ("[[path]]\nignore = ['CC3']", ":1:1: path.0.paths is missing"),
    ("[[path]]\npaths = []", ":2:1: path.0.paths: "),
    ("[[path]]\npaths = ['a']\nignor = []", ':3:1: unknown key "path.0.ignor"'),
    ("[[path]]\npaths = ['a']\n[[path]]\npaths = ['b']\nx = 1", ":5:1: unknown key"),
    ("[[path]]\npaths = ['*a*b*c*d*e']", "more than 4 stars"),
    ("[[path]]\npaths = ['a']\nseverity = {CC301 = 'x'}", 'no level "x"'),
    ("path = {paths = ['a']}", "path: "),
    ("[[reference]]\nsource = 'x'", ":1:1: reference.0.fact is missing"),
    (FACT + "tolerance = 'much'", 'tolerance "much" is no amount'),
    (FACT + "tolerance = '400%'", 'tolerance "400%" is no amount'),
    (FACT + "tolerance = 5", "reference.0.tolerance: "),
    (FACT + "as-of = 'May'", 'as-of "May" is no day'),
    (FACT + "as-of = 2024-05-01", "reference.0.as-of: "),
    (
        FACT.replace("12 ferries sailed from Zadar", "rain").replace("As of May 2024, ", ""),
        ":2:9: ",
    ),
    ("select = [", "x.toml:1: not TOML: it ends before a value does"),
    ("show = 'all'\nselect = [\n'CC3',\n", "x.toml:3: not TOML: it ends before a value does"),
    ("[[path]]\npaths = ['a']\nignore = ['CC3', 'CC99']", ':3:18: no rule is "CC99"'),
    ("a = 1\na = 2", "cannot overwrite a value"),
    ("= 3", "not TOML"),
    ("a = " + "[" * 5000, "not TOML"),
    ("a" + ".a" * 40 + " = 1", "x.toml"),
    ("a = 1979-13-01", "not TOML"),
    ("a = \x00", "not TOML"),
    ("a = 9" + "9" * 5000, "x.toml"),
    ("select = ['\x1b[31mCC3']", "x.toml"),
]
SUPPRESSIONS = [
    ("rule: CC301", "not a list of suppressions"),
    ("- CC301", ":1:3: not a suppression"),
    ("- {rule: CC301}", "claim is missing"),
    ("- {rule: CC301, claim: abcdef123}", "reason is missing"),
    ("- {rule: CC301, claim: abcdef123, reason: ' '}", "reason is missing"),
    ("- {rule: CC301, claim: abc, reason: x}", "shorter than 6"),
    ("- {rule: CC301, claim: abcdef123, reson: x}", 'did you mean "reason"?'),
    ("- {rule: [CC301], claim: abcdef123, reason: x}", "rule: not a text"),
    ("- {rule: CC301, claim: abcdef123, reason: yes, until: [1]}", "until: not a text"),
    ("- {rule: CC301, rule: CC302}", "stands twice"),
    ("- &a [*a]", "x.yaml:1:3"),
    ("- !!python/object:os.system x", "x.yaml:1:3"),
    ("[" * 2000, "nested deeper"),
    ("- {rule: CC301", "not YAML"),
    ("\x00", "x.yaml"),
    ("a: 1\n---\nb: 2", "a second document"),
]
HEAD = '{"kind": "claimcheck-baseline", "schema_version": "1", "findings": '
BASELINES = [
    ("", "not JSON"),
    ("{}", "not a baseline"),
    ("[]", "not a baseline"),
    ('{"kind": "claimcheck-baseline"}', "another version"),
    ('{"kind": "claimcheck-baseline", "schema_version": "1"}', "findings: no list"),
    (HEAD + "[3]}", "finding 1"),
    (HEAD + "[{}]}", "finding 1"),
    (HEAD + '[{"rule": "CC301", "title": "x", "new": [], "others": []}]}', "new is empty"),
    (
        HEAD + '[{"rule": "CC301", "title": "x", "new": [{"key": 3}], "others": []}]}',
        "not as claimcheck writes it",
    ),
    ("[" * 100_000, "not JSON"),
    ('{"a": 1e999999999, "b": ' + "9" * 5000 + "}", "b.json"),
    ('{"kind": "claimcheck-baseline",}', "b.json:1:"),
]
WORDS = [
    ("- a", "not a table"),
    ("sme: [[a, b]]", 'no section "sme"; did you mean "same"?'),
    ("same: [a, b]", ":1:8: same: not a list"),
    ("same: [[a]]", "same: not a list of 2 to 50 words"),
    ("different: [[a, b, c]]", "different: not a list of 2 words"),
    ("part_of: {a: b}", "part_of: not a list"),
    ("same: [[a, 3]]", '"3" is no word'),
    ("same: [[a, '']]", '"" is no word'),
    ("frame: {retrun: [fly home]}", 'no frame "retrun"; did you mean "return"?'),
    ("frame: [return]", "frame: not a table"),
    ("hedge: {abuot: [x]}", 'no hedge "abuot"; did you mean "about"?'),
    ("hedge: {about: x}", "hedge: not a list"),
    ("same: *a", ":1:7"),
]
ARGUMENTS = [
    (["check"], "missing argument"),
    (["check", "new.md", "--agianst", "."], "did you mean --against?"),
    (["check", "new.md", "--fail-on", "eror"], 'did you mean "error"?'),
    (["check", "new.md", "--show", "most"], 'no level "most"'),
    (["check", "new.md", "--severity", "CC301=loud"], 'no level "loud"'),
    (["check", "new.md", "--severity", "=note"], "is not CODE=LEVEL"),
    (["check", "new.md", "--select", "CC99"], "or begins so; codes begin with CC1, CC2, "),
    (["check", "new.md", "--ignore", "same-vale"], 'did you mean "same-value"?'),
    (["check", "new.md", "--config", "none.toml"], "none.toml: no such file"),
    (["check", "new.md", "--config", "."], "a folder, not a file"),
    (["check", "new.md", "--since", "--exec=x"], "not in a git repository"),
    (["check", "new.md", "--today", "now"], '"now" is no day'),
    (["check", "new.md", "--baseline", "new.md"], "not JSON"),
    (["check", "new.md", "--baseline", "."], "a folder, not a file"),
    (["baseline"], ""),
    (["baseline", "wirte", "new.md"], "did you mean write?"),
    (["baseline", "prune", "new.md"], "claimcheck.baseline.json: no such file"),
    (["baseline", "write", "new.md", "--diff"], "no such option"),
    (["config"], ""),
    (["config", "show", "--format", "yaml"], 'no format "yaml"'),
    (["config", "show", "x"], "unexpected"),
]


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Give a function that runs a command line in a folder with one article."""
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    def go(*arguments: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.argv", ["claimcheck", *arguments])
        code = door.main()
        return code, capfdbinary.readouterr().err.decode()

    return go


def _is_one_line_and_code_2(done: tuple[int, str], told: str) -> None:
    code, said = done
    lines = said.splitlines()
    assert (code, len(lines)) == (2, 1), said
    assert lines[0].startswith("error[E")
    assert told in lines[0]
    assert not any(ord(char) < 32 for char in lines[0])


def _named(cases: list[tuple[str, str]]) -> pytest.MarkDecorator:
    ids = [f"{number}" for number, _ in enumerate(cases, start=1)]
    return pytest.mark.parametrize(("text", "told"), cases, ids=ids)


@_named(CONFIGS)
def test_a_wrong_configuration(run: Run, text: str, told: str) -> None:
    Path("x.toml").write_text(text, encoding="utf-8")
    _is_one_line_and_code_2(run("check", "new.md", "--config", "x.toml"), told)


SEVERAL = [
    (
        "fail-on = 3\nselect = 'CC3'\n[severity]\nCC301 = 'eror'",
        ["x.toml:1:1: fail-on", "x.toml:2:1: select", "x.toml:4:1: severity.CC301"],
    ),
    (
        "select = ['CC88', 'CC77']\n[severity]\nCC66 = 'note'\n[[path]]\npaths = ['a']\nignore = ['x']",  # noqa: E501 - one file
        ["1:11: no rule is", "1:19: no rule is", "3:1: no rule is", "6:11: no rule is"],
    ),
    (
        "rules = ['none']\nlexicon = ['no.yaml', 'nor.yaml']\n" + FACT + "as-of = 'May'",
        ["none: ", "no.yaml: no such", "nor.yaml: no such", 'as-of "May" is no day'],
    ),
]


@pytest.mark.parametrize(("text", "told"), SEVERAL, ids=["shape", "codes", "files"])
def test_every_mistake_of_a_configuration_is_told(run: Run, text: str, told: list[str]) -> None:
    Path("x.toml").write_text(text, encoding="utf-8")
    code, said = run("check", "new.md", "--config", "x.toml")
    lines = said.splitlines()
    assert (code, len(lines)) == (2, len(told)), said
    assert [each for each, line in zip(told, lines, strict=True) if each not in line] == []


def test_what_the_configuration_compares_with_is_named_at_its_place(run: Run) -> None:
    text = "against = ['none.txt', # a file\n  'none.db']\n"
    Path("x.toml").write_text(text, encoding="utf-8")
    code, said = run("check", "new.md", "--config", "x.toml")
    assert code == 2
    assert "none.txt: no such file or folder, named at x.toml:1:12\n" in said
    assert "none.db: no such archive, named at x.toml:2:3; make one" in said


@_named(SUPPRESSIONS)
def test_a_wrong_file_of_suppressions(run: Run, text: str, told: str) -> None:
    Path("x.yaml").write_text(text, encoding="utf-8")
    _is_one_line_and_code_2(run("check", "new.md", "--suppressions", "x.yaml"), told)


@_named(BASELINES)
def test_a_wrong_baseline(run: Run, text: str, told: str) -> None:
    Path("b.json").write_text(text, encoding="utf-8")
    _is_one_line_and_code_2(run("check", "new.md", "--baseline", "b.json"), told)


@_named(WORDS)
def test_a_wrong_list_of_words(run: Run, text: str, told: str) -> None:
    Path("x.toml").write_text('lexicon = ["x.yaml"]\n', encoding="utf-8")
    Path("x.yaml").write_text(text, encoding="utf-8")
    _is_one_line_and_code_2(run("config", "show", "--config", "x.toml"), told)


@pytest.mark.parametrize(("arguments", "told"), ARGUMENTS, ids=lambda case: " ".join(case)[:60])
def test_a_wrong_argument(run: Run, arguments: list[str], told: str) -> None:
    _is_one_line_and_code_2(run(*arguments), told)


@pytest.mark.parametrize("name", ["x.toml", "x.yaml", "b.json"])
@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"\xe9t\xe9", b"x" * 5_000_000], ids=["utf-16", "latin-1", "large"]
)
def test_bytes_that_are_no_text_or_too_many(run: Run, name: str, content: bytes) -> None:
    option = {"x.toml": "--config", "x.yaml": "--suppressions", "b.json": "--baseline"}[name]
    Path(name).write_bytes(content)
    _is_one_line_and_code_2(run("check", "new.md", option, name), name)
