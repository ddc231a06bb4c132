"""YAML at the door: values as YAML 1.2 says, places for messages, and no tricks."""

from __future__ import annotations

import pytest

from claimcheck.errors import RuleError
from claimcheck.rules.document import MAX_DEPTH, read_document


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("2023-11-07", "2023-11-07"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("true", True),
        ("~", None),
        ("-12", -12),
        ("0.5", 0.5),
        ('"0.5"', "0.5"),
        (".inf", ".inf"),
    ],
)
def test_plain_scalars_follow_yaml_1_2(text: str, value: object) -> None:
    found = read_document("t.yaml", f"key: {text}\n".encode()).value
    assert found == {"key": value}


def test_every_part_knows_its_line_and_column() -> None:
    document = read_document("t.yaml", b"when:\n  values: [equal,\n    disjoint]\n")
    assert document.place(("when", "values", 1)) == "t.yaml:3:5"
    assert document.key_place(("when", "values")) == "t.yaml:2:3"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("a: 1\nb: 2\na: 3\n", "t.yaml:3:1", "first at line 1"),
        ("a: &x [1]\nb: *x\n", "t.yaml:1:4", "anchor"),
        ("a: !!python/name:os.system x\n", "t.yaml:1:4", "tag"),
        ("a:\n  <<: {b: 1}\n", "t.yaml:2:3", "merge key"),
        ("? [1, 2]\n: 3\n", "t.yaml:1:3", "not a word"),
        ("a: 1\n---\nb: 2\n", "t.yaml:2:1", "second document"),
        ("a: [1, 2\nb: 3\n", "t.yaml:2:2", "not YAML"),
        ("a: " + "9" * 41, "t.yaml:1:4", "41 digits"),
    ],
)
def test_what_we_refuse_is_refused_where_it_stands(text: str, place: str, words: str) -> None:
    with pytest.raises(RuleError) as caught:
        read_document("t.yaml", text.encode())
    assert caught.value.place == place
    assert words in caught.value.problem


def test_an_alias_bomb_never_unfolds() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    with pytest.raises(RuleError, match="anchor"):
        read_document("t.yaml", bomb.encode())


def test_deep_nesting_is_refused_before_anything_recurses() -> None:
    with pytest.raises(RuleError, match=f"deeper than {MAX_DEPTH}"):
        read_document("t.yaml", b"[" * 20_000)


def test_bytes_that_are_not_utf_8_get_one_line() -> None:
    with pytest.raises(RuleError) as caught:
        read_document("t.yaml", b"a: \xff\xfe\xfa")
    assert "\n" not in str(caught.value)
