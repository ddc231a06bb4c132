"""The door: files, folders and standard input to articles, in one order, with stable ids."""

from __future__ import annotations

import hashlib
import io
import json
from datetime import date
from pathlib import Path

import pytest

from claimcheck.model.article import AnchorHow, Article
from claimcheck.readers.read import READERS, Reading, read_paths
from claimcheck.readers.source import Limits
from claimcheck.rules.load import load_lexicon
from claimcheck.text.regions import regions

TEXT = "The harbour bridge was closed. Two bolts broke.\n"


def stdin(content: str, name: str | None = None) -> Reading:
    return read_paths(["-"], stdin=io.BytesIO(content.encode()), stdin_filename=name)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/c.txt", ".hidden/d.txt", ".e.txt", "gold.json", "LICENSE"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{TEXT}{name}\n")
    return tmp_path


def names(reading: Reading, folder: Path) -> list[str]:
    return [str(Path(article.path).relative_to(folder)) for article in reading.articles]


def test_a_folder_gives_its_articles_in_order_and_counts_the_rest(folder: Path) -> None:
    reading = read_paths([str(folder)])
    assert names(reading, folder) == ["a.md", "b.txt", "deep/c.txt"]
    assert reading.left_out == ((".json", 1), ("hidden", 2), ("no suffix", 1))
    assert reading.errors == ()


def test_the_order_of_paths_changes_nothing(folder: Path) -> None:
    paths = [str(folder / name) for name in ("b.txt", "a.md", "deep/c.txt")]
    assert read_paths(paths) == read_paths(paths[::-1])


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    reading = read_paths([str(folder), str(folder / "b.txt"), str(folder / "deep/../b.txt")])
    assert len(reading.articles) == 3


@pytest.mark.parametrize("name", [".gitignore", ".claimcheckignore"])
def test_ignored_files_are_left_out(folder: Path, name: str) -> None:
    (folder / name).write_text("deep/\n# comment\n*.md\n!a.md\n")
    reading = read_paths([str(folder)])
    assert names(reading, folder) == ["a.md", "b.txt"]
    assert ("ignored", 1) in reading.left_out


def test_a_named_file_is_read_although_it_is_ignored(folder: Path) -> None:
    (folder / ".gitignore").write_text("*.txt\n")
    assert len(read_paths([str(folder / "b.txt")]).articles) == 1


def test_the_id_is_a_hash_of_the_bytes_and_not_of_the_path(folder: Path) -> None:
    (article,) = read_paths([str(folder / "b.txt")]).articles
    content = (folder / "b.txt").read_bytes()
    assert article.id == hashlib.sha256(content).hexdigest()[:16]
    assert Article.from_text(content.decode()).id == article.id


def test_equal_bytes_under_two_paths_keep_two_ids(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT)
    first, second = read_paths([str(tmp_path)]).articles
    assert second.id == f"{first.id}-2"


def test_jsonl_ids_and_fields_come_back_unchanged() -> None:
    line = {
        "id": "wire/7 ä",
        "text": TEXT,
        "date": "2024-05-02T07:30:00Z",
        "title": "Bridge",
        "url": "https://a.example/7",
        "publisher": "The Quay",
    }
    (article,) = stdin(json.dumps(line) + "\n").articles
    assert (article.id, article.text, article.title) == ("wire/7 ä", TEXT, "Bridge")
    assert (article.url, article.publisher) == ("https://a.example/7", "The Quay")
    assert article.published.best == date(2024, 5, 2)
    assert article.published.how is AnchorHow.METADATA


def test_standard_input_is_plain_text_unless_named_or_an_object() -> None:
    assert stdin("Two bolts: {1}").articles[0].text == "Two bolts: {1}"
    assert stdin('{"text": "Two bolts."}').articles[0].text == "Two bolts."
    assert stdin("# Two bolts", "a.md").articles[0].text == "Two bolts"
    assert stdin(TEXT, "desk/a.txt").articles[0].path == "desk/a.txt"


def test_front_matter_is_metadata() -> None:
    raw = (
        '---\ntitle: "Bridge: closed"\ndate: 2024-05\ntags: [port, {a: 1}]\n---\nTwo bolts broke.\n'
    )
    (article,) = stdin(raw, "a.md").articles
    assert article.title == "Bridge: closed"
    assert article.text == "Two bolts broke.\n"
    assert article.published[:3] == (None, date(2024, 5, 1), date(2024, 5, 31))


def test_toml_front_matter_is_metadata() -> None:
    raw = "+++\ntitle = 'Bridge'\ndate = 2024-05-02\n+++\nTwo bolts broke.\n"
    (article,) = stdin(raw, "a.md").articles
    assert (article.title, article.published.best) == ("Bridge", date(2024, 5, 2))


def test_a_rule_across_the_page_is_no_front_matter() -> None:
    assert "Two bolts" in stdin("---\nTwo bolts broke.\n", "a.md").articles[0].text


def test_code_comments_images_and_addresses_are_left_out_of_markdown() -> None:
    raw = "A\n```\n99 x\n```\n<!-- 88 -->![7](p77.png)\n[six](https://a.example/66) > 5\n"
    assert stdin(raw, "a.md").articles[0].text == "A\n\n\nsix > 5\n"


def test_a_day_the_user_gives_wins_over_the_metadata() -> None:
    line = io.BytesIO(b'{"text": "Two bolts.", "date": "2020-01-01"}')
    (article,) = read_paths(["-"], stdin=line, published=date(2024, 5, 2)).articles
    assert article.published.best == date(2024, 5, 2)
    assert article.published.how is AnchorHow.GIVEN


def test_labels_beside_the_texts_are_no_second_witness(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "labels.jsonl").write_text(json.dumps({"id": "a.txt", "text": TEXT}) + "\n")
    reading = read_paths([str(tmp_path)])
    assert len(reading.articles) == 1
    assert [item.code for item in reading.skipped] == ["E016"]
    assert len(read_paths([str(tmp_path / "a.txt"), str(tmp_path / "labels.jsonl")]).articles) == 2


SMALLEST = {
    ".jsonl": '{"text": "Two bolts broke."}\n',
    ".json": '{"text": "Two bolts broke."}\n',
    ".warc": "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\n"
    "Content-Length: 16\r\n\r\nTwo bolts broke.\r\n\r\n",
    ".xml": "<nitf><body><p>Two bolts broke.</p></body></nitf>",
    ".rss": "<rss><item><description>Two bolts broke.</description></item></rss>",
    ".atom": "<feed><entry><content>Two bolts broke.</content></entry></feed>",
}


@pytest.mark.parametrize("suffix", sorted(set(READERS) - {".docx", ".pdf"}))
def test_every_reader_keeps_the_contract(suffix: str) -> None:
    line = SMALLEST.get(suffix, "Two bolts broke.\n")
    (article,) = stdin(line, f"a{suffix}").articles
    assert article.text.strip() == "Two bolts broke."
    assert article.path == f"a{suffix}"
    assert article.id
    assert article.encoding == "utf-8"
    empty = stdin(" \n", f"a{suffix}")
    assert [error.code for error in empty.errors] == ["E002"]


def test_the_byte_limit_holds_for_a_line_of_jsonl_and_not_for_its_file() -> None:
    lines = '{"text": "Two bolts broke."}\n' * 9
    content = io.BytesIO(lines.encode())
    reading = read_paths(["-"], stdin=content, stdin_filename="a.jsonl", limits=Limits(40))
    assert len(reading.articles) == 9


def test_what_a_wire_adds_for_editors_is_no_part_of_the_story() -> None:
    text = (
        "PORT-CRATES/NORTH (UPDATE 2)\nCrates move to the northern quay\n(Adds details, quotes)\n"
        "PORT ELLIOT, April 6 (Quay Agency) - Some 25 crates were moved to the quay by noon.\n"
        "Work goes on until spring, and 12 of the cranes are to be sold after that.\n"
        "(Reporting by the harbour desk)\n"
    )
    found = regions(text, load_lexicon()["furniture"])
    kinds = [region.kind.value for region in found]
    assert kinds == ["boilerplate", "headline", "boilerplate", "dateline", "body", "boilerplate"]
