"""Bad input to the readers of markup and packed files: one clear line, bounded work."""

from __future__ import annotations

import gzip
import io
import time

import pytest

from claimcheck.readers.read import Reading, read_paths
from claimcheck.readers.source import Limits


def read(content: bytes, name: str, limits: Limits | None = None) -> Reading:
    stream = io.BytesIO(content)
    return read_paths(["-"], stdin=stream, stdin_filename=name, limits=limits or Limits())


def codes(reading: Reading) -> list[str]:
    return [error.code for error in reading.errors]


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><nitf><body>&b;</body></nitf>'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><nitf><body>&e;</body></nitf>'


@pytest.mark.parametrize(
    "content",
    [
        ENTITIES,
        OUTSIDE,
        b"<nitf><body>Two bolts",
        b"<nitf><body></nitf>",
        b"<" * 9,
        b"just words",
        b"<nitf>" * 5000,
        b"<nitf><!-- " * 99,
        b"<nitf><![CDATA[ " * 99,
    ],
)
def test_broken_or_hostile_xml_is_one_error_with_its_line(content: bytes) -> None:
    reading = read(content, "a.xml")
    assert codes(reading) == ["E011"]
    assert reading.errors[0].place == "a.xml:1"


def test_an_entity_that_nobody_defined_is_plain_text() -> None:
    (article,) = read(b"<nitf><body><p>Two &bolts; broke.</p></body></nitf>", "a.xml").articles
    assert article.text == "Two &bolts; broke."


def test_xml_that_is_no_article_says_which_roots_are_known() -> None:
    reading = read(b"<svg><text>Two</text></svg>", "a.xml")
    assert codes(reading) == ["E015"]
    assert "newsItem" in str(reading.errors[0])


def test_a_packed_file_is_read_by_what_lies_below_its_suffix() -> None:
    packed = gzip.compress(b'{"text": "Two bolts broke."}')
    (article,) = read(packed, "a.json.gz").articles
    assert article.text == "Two bolts broke."
    two = gzip.compress(b"Two bolts broke. ") + gzip.compress(b"Then a third.")
    assert read(two, "a.txt.gz").articles[0].text == "Two bolts broke. Then a third."


def test_a_file_that_unpacks_without_end_is_refused_early() -> None:
    bomb = gzip.compress(b"9" * 2**27)
    begun = time.monotonic()
    assert codes(read(bomb, "a.txt.gz")) == ["E004"]
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize(
    "content",
    [b"\x1f\x8b", b"plain", gzip.compress(b"9" * 99)[:-9], b"\x1f\x8b\x08" + b"\xff" * 40],
)
def test_a_broken_packed_file_is_named(content: bytes) -> None:
    assert codes(read(content, "a.txt.gz")) == ["E014"]


@pytest.mark.parametrize(
    "content",
    [b"[" * 100_000, b'{"text": NaN}', b"{", b'{"text": "x", }', b"\xff\xfe{", b'{"a": 1e999999}'],
)
def test_broken_json_is_one_error(content: bytes) -> None:
    assert codes(read(content, "a.json"))[0] in {"E011", "E015", "E007"}


def test_a_page_of_endless_tags_is_refused() -> None:
    assert codes(read(b"<p>a" * 400_000, "a.html")) == ["E004"]


def test_a_page_without_words_is_empty() -> None:
    assert codes(read(b"<html><script>var a = 1;</script></html>", "a.html")) == ["E002"]
