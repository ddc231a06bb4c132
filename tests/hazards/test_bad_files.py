"""Bad input at the door: one clear line for each, and the good inputs beside it are read."""

from __future__ import annotations

import io
import os
import socket
import time
from pathlib import Path

import pytest

from claimcheck.readers.read import Reading, read_paths
from claimcheck.readers.source import Limits
from claimcheck.rules.load import load_lexicon
from claimcheck.text.regions import regions
from claimcheck.text.sentences import sentences
from claimcheck.text.tokens import tokens

TEXT = "The café closed. “Two bolts broke,” she said."


def codes(reading: Reading) -> list[str]:
    return [error.code for error in reading.errors]


def read_file(tmp_path: Path, content: bytes, name: str = "a.txt") -> Reading:
    (tmp_path / name).write_bytes(content)
    return read_paths([str(tmp_path / name)])


def test_a_missing_path_beside_good_ones_is_an_error_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    reading = read_paths([str(tmp_path / "nope.txt"), str(tmp_path / "a.txt")])
    assert len(reading.articles) == 1
    assert str(reading.errors[0]) == f"{tmp_path / 'nope.txt'}: no such file or folder"


@pytest.mark.parametrize("content", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_an_empty_file_is_named(tmp_path: Path, content: bytes) -> None:
    reading = read_file(tmp_path, content)
    assert reading.errors[0].code == "E002"
    assert "empty" in str(reading.errors[0])


def test_a_folder_without_articles_says_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text("{}")
    (error,) = read_paths([str(tmp_path)]).errors
    assert error.code == "E009"
    assert "1 .json" in str(error)
    assert ".jsonl, .md" in str(error)


def test_empty_and_binary_files_of_a_folder_are_skipped_and_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(b"\x7fELF\0\0\x01\x02")
    reading = read_paths([str(tmp_path)])
    assert len(reading.articles) == 1
    assert reading.errors == ()
    assert [item.code for item in reading.skipped] == ["E002", "E006"]


def test_a_binary_file_that_is_named_is_an_error(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path, b"GIF89a\0\0\x01")) == ["E006"]


@pytest.mark.parametrize(
    ("encoding", "mark", "label"),
    [
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\0\0", "utf-32-le"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("cp1252", b"", "cp1252"),
    ],
)
def test_other_encodings_are_read_and_named(
    tmp_path: Path, encoding: str, mark: bytes, label: str
) -> None:
    (article,) = read_file(tmp_path, mark + TEXT.encode(encoding)).articles
    assert article.text == TEXT
    assert article.encoding == label


def test_latin_1_is_read(tmp_path: Path) -> None:
    (article,) = read_file(tmp_path, "The café in Málaga closed.".encode("latin-1")).articles
    assert article.text == "The café in Málaga closed."
    assert article.encoding == "latin-1"


def test_an_encoding_far_from_english_is_detected(tmp_path: Path) -> None:
    text = "Мост через гавань закрыли после того, как сломались два болта. " * 20
    (article,) = read_file(tmp_path, text.encode("cp1251")).articles
    assert article.text == text


def test_one_broken_byte_does_not_turn_good_utf_8_into_noise(tmp_path: Path) -> None:
    (article,) = read_file(tmp_path, ("“Café” " * 9).encode() + b"\xff end.").articles
    assert article.text.startswith("“Café” ")
    assert article.encoding == "utf-8 (1 broken bytes replaced)"


def test_utf_16_that_breaks_off_is_an_error(tmp_path: Path) -> None:
    assert codes(read_file(tmp_path, b"\xff\xfea\0b")) == ["E007"]


def test_a_file_over_the_limit_names_the_flag(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (error,) = read_paths([str(tmp_path / "a.txt")], limits=Limits(max_bytes=10)).errors
    assert error.code == "E004"
    assert "--max-bytes" in str(error)


def test_a_sparse_file_is_refused_by_its_size_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(8 * 2**30)
    assert codes(read_paths([str(tmp_path / "a.txt")])) == ["E004"]


def test_standard_input_is_read_no_further_than_the_limit() -> None:
    endless = io.BytesIO(b"9" * 1000)
    reading = read_paths(["-"], stdin=endless, limits=Limits(10, 100))
    assert codes(reading) == ["E004"]
    assert endless.tell() == 101


def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert codes(read_paths([str(tmp_path / "a.txt")])) == ["E003"]
    reading = read_paths([str(tmp_path)])
    assert [item.code for item in reading.skipped] == ["E003"]


def test_a_socket_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as door:
        door.bind("a.txt")
        assert codes(read_paths(["a.txt"])) == ["E003"]


def test_a_link_to_an_endless_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/dev/zero")
    assert codes(read_paths([str(tmp_path / "a.txt")])) == ["E003"]


def test_links_that_lead_to_themselves_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/up").symlink_to(tmp_path)
    assert codes(read_paths([str(tmp_path / "a.txt")])) == ["E008"]
    reading = read_paths([str(tmp_path)])
    assert len(reading.articles) == 1
    assert reading.left_out == (("linked folder", 1),)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.txt").chmod(0)
    assert codes(read_paths([str(tmp_path)])) == ["E005"]


def test_a_suffix_without_reader_lists_the_known_ones(tmp_path: Path) -> None:
    reading = read_file(tmp_path, b"words", "a.odt")
    assert codes(reading) == ["E010"]
    assert ".txt, .md, .jsonl" in str(reading.errors[0])


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000, "a.txt/b.txt"])
def test_impossible_paths_are_errors(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert codes(read_paths([f"{tmp_path}/{name}"])) in (["E001"], ["E005"])


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ('{"text": }', "E011", "a.jsonl:2:10"),
        ('{"text": NaN}', "E011", "a.jsonl:2"),
        ("[" * 100_000, "E011", "a.jsonl:2"),
        ('{"a":' * 100_000, "E011", "a.jsonl:2"),
        ("[1]", "E015", "a.jsonl:2"),
        ('{"title": "x"}', "E015", "a.jsonl:2"),
        ('{"text": 5}', "E015", "a.jsonl:2"),
        ('{"text": " "}', "E002", "a.jsonl:2"),
        ('{"text": "x", "date": "soon"}', "E013", "a.jsonl:2"),
        ('{"text": "x", "date": "2024-02-30"}', "E013", "a.jsonl:2"),
        ('{"text": "' + "9" * 2000 + '"}', "E004", "a.jsonl:2"),
    ],
)
def test_a_bad_line_names_its_place_and_the_others_are_read(
    line: str, code: str, place: str
) -> None:
    content = f'{{"text": "One."}}\n{line}\n{{"text": "Three."}}\n'.encode()
    limit = Limits(max_bytes=1000 if code == "E004" else 5_000_000)
    reading = read_paths(["-"], stdin=io.BytesIO(content), stdin_filename="a.jsonl", limits=limit)
    assert [article.text for article in reading.articles] == ["One.", "Three."]
    assert [(error.code, error.place) for error in reading.errors] == [(code, place)]


def test_huge_numbers_in_json_are_never_computed() -> None:
    line = b'{"text": "One.", "id": ' + b"9" * 5000 + b', "n": 1e999999999}'
    (article,) = read_paths(["-"], stdin=io.BytesIO(line)).articles
    assert article.id == "9" * 5000


@pytest.mark.parametrize(
    "head",
    [
        "title: &a x\nurl: *a",
        "title: !!python/object/apply:os.system [x]",
        "title: x\ntitle: y",
        "title: [x",
        "title: " + "[" * 5000,
        "title: " + "x" * 70_000,
        "date: 2024-13-01",
    ],
)
def test_hostile_front_matter_is_an_error_with_a_place(head: str) -> None:
    content = io.BytesIO(f"---\n{head}\n---\nTwo bolts.".encode())
    (error,) = read_paths(["-"], stdin=content, stdin_filename="a.md").errors
    assert error.code in {"E012", "E013"}
    assert error.place.startswith("a.md")


def test_half_a_surrogate_pair_can_be_written_out_again() -> None:
    (article,) = read_paths(["-"], stdin=io.BytesIO(b'{"text": "a \\ud800 b"}')).articles
    assert article.text == "a \ufffd b"
    assert article.source.position(article.text.index("b")) == (1, 20)


def test_an_ignore_file_of_many_stars_is_no_trap(tmp_path: Path) -> None:
    (tmp_path / ("a" * 200 + ".txt")).write_text(TEXT)
    (tmp_path / ".gitignore").write_text("*a" * 60 + "b\n")
    start = time.monotonic()
    assert len(read_paths([str(tmp_path)]).articles) == 1
    assert time.monotonic() - start < 2


FURNITURE = load_lexicon()["furniture"]
HOSTILE = [
    "9" * 5_000_000,
    ". " * 100_000,
    "." * 300_000,
    '."' * 100_000,
    "1/1/" * 100_000,
    "[" * 100_000,
    "![" * 100_000,
    "[a](" * 60_000,
    "`" * 100_000,
    "```\n" * 60_000,
    "<!--" * 100_000,
    "_a" * 100_000,
    "A\n" * 100_000,
    "May 2, 2024\n" * 20_000,
    " \n" * 100_000 + "x",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:6]))
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.monotonic()
    for name in ("a.txt", "a.md"):
        content = io.BytesIO(text.encode())
        (article,) = read_paths(["-"], stdin=content, stdin_filename=name).articles or (None,)
        if article is not None:
            sentences(article.text)
            tokens(article.text[:100_000])
            regions(article.text, FURNITURE)
    assert time.monotonic() - start < 6
