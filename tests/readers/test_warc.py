"""Web archives: pages and texts out of records, with the line in the archive; lies are named."""

from __future__ import annotations

import gzip
import io

import pytest

from claimcheck.readers.read import Reading, read_paths
from claimcheck.readers.source import Limits

PAGE = (
    b"<html><head><meta property='article:published_time' content='2021-04-06'></head>\n"
    b"<h1>Crates move</h1>\n<p>The board said that 25 crates had been moved by noon.</p></html>"
)


def record(content: bytes, kind: bytes = b"response", length: int | None = None) -> bytes:
    size = len(content) if length is None else length
    head = b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: https://quay.example/a\r\n" % kind
    return head + b"Content-Length: %d\r\n\r\n" % size + content + b"\r\n\r\n"


def answer(body: bytes, *fields: bytes) -> bytes:
    lines = (b"HTTP/1.1 200 OK", b"Content-Type: text/html; charset=utf-8", *fields)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def read(content: bytes, name: str = "a.warc", limits: Limits | None = None) -> Reading:
    stream = io.BytesIO(content)
    return read_paths(["-"], stdin=stream, stdin_filename=name, limits=limits or Limits())


INFO = record(b"software: none\r\n", b"warcinfo")


@pytest.mark.parametrize(
    "body",
    [
        answer(PAGE),
        answer(gzip.compress(PAGE), b"Content-Encoding: gzip"),
        answer(b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), b"Transfer-Encoding: chunked"),
    ],
    ids=["plain", "packed", "in chunks"],
)
def test_a_page_is_read_with_its_address_and_its_day(body: bytes) -> None:
    (article,) = read(INFO + record(body)).articles
    assert "25 crates" in article.text
    assert article.url == "https://quay.example/a"
    assert str(article.published.best) == "2021-04-06"


def test_lines_count_through_the_archive() -> None:
    content = INFO + record(answer(PAGE)) + record(answer(PAGE.replace(b"25", b"31")))
    lines = content.decode().replace("\r\n", "\n").split("\n")
    found = read(content).articles
    assert len(found) == 2
    for article, number in zip(found, ("25", "31"), strict=True):
        line, column = article.source.position(article.text.index(number))
        assert lines[line - 1][column - 1 :].startswith(number)


def test_each_record_may_be_packed_for_itself() -> None:
    packed = b"".join(gzip.compress(record(answer(PAGE))) for _ in range(300))
    assert len(read(packed, "a.warc.gz").articles) == 300


def test_converted_texts_are_read_and_pictures_are_not() -> None:
    text = b"Content-Type: text/plain\r\n"
    wet = record(b"Two bolts broke, and 40 crates fell.", b"conversion").replace(
        b"WARC-Type", text + b"WARC-Type", 1
    )
    picture = record(answer(b"GIF89a").replace(b"text/html", b"image/gif"))
    (article,) = read(wet + picture).articles
    assert article.text == "Two bolts broke, and 40 crates fell."


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"no archive at all", "E014"),
        (record(answer(PAGE), length=10**9), "E014"),
        (record(answer(PAGE)).replace(b"Content-Length: ", b"Content-Length: -"), "E014"),
        (record(answer(PAGE), b"request"), "E015"),
        (record(answer(b"\x1f\x8b\x08 broken", b"Content-Encoding: gzip")), "E014"),
        (INFO + record(answer(b"<p>" + b"9" * 3000)), "E004"),
        (b"WARC/1.0\r\n" * 9_000, "E014"),
    ],
)
def test_an_archive_that_lies_is_one_line(content: bytes, code: str) -> None:
    reading = read(content, limits=Limits(max_bytes=1_000))
    assert [error.code for error in reading.errors] == [code]


def test_a_broken_record_does_not_hide_the_pages_before_it() -> None:
    reading = read(record(answer(PAGE)) + b"WARC/1.0\r\nContent-Length: x\r\n\r\n")
    assert len(reading.articles) == 1
    assert [error.place for error in reading.errors] == ["a.warc (record 2)"]


def test_a_packed_bomb_inside_a_record_is_refused() -> None:
    bomb = answer(gzip.compress(b"9" * 2**26), b"Content-Encoding: gzip")
    assert [error.code for error in read(record(bomb)).errors] == ["E004"]
