"""Files that mean harm, of every format: one line for each, in seconds, in bounded memory."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

MEGABYTE = 2**20
GIGABYTE_IN_KB = 2**20
W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def docx(document: str, more: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", document)
        for name, content in (more or {}).items():
            packed.writestr(name, content)
    return out.getvalue()


def fill(unit: str, size: int = 2 * MEGABYTE) -> bytes:
    return (unit * (size // len(unit.encode()) + 1)).encode()[:size]


def pdf(*objects: bytes) -> bytes:
    return b"%PDF-1.4\n" + b"\n".join(objects) + b"\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF"


def warc(length: str, body: bytes) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\n".encode()
    return head + b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body


HOSTILE: dict[str, Callable[[], bytes]] = {
    "soup.html": lambda: fill("<div><b><p></i>12 <table><td>x</b>", 10 * MEGABYTE - 99),
    "deep.html": lambda: fill("<div>"),
    "deeper.html": lambda: fill("<table><tr><td>7 "),
    "inline.html": lambda: fill("<b><i>8 "),
    "closing.html": lambda: fill("</div></p>"),
    "comments.html": lambda: fill("<!-- a "),
    "declarations.html": lambda: fill("<!x <?y "),
    "attribute.html": lambda: b"<p>Two bolts broke.</p><p class='" + b"a" * (4 * MEGABYTE) + b"'>x",
    "attributes.html": lambda: b"<p " + fill("a=1 ", 4 * MEGABYTE) + b">Two bolts broke.",
    "quotes.html": lambda: fill("<a href=\"' "),
    "unquoted.html": lambda: fill("<a ="),
    "open.html": lambda: fill("<"),
    "names.html": lambda: b"<" + b"a" * (4 * MEGABYTE),
    "entities.html": lambda: fill("&amp;&#9999999;&bogus;&#x;"),
    "scripts.html": lambda: fill("<script>x</script>7 "),
    "unclosed.html": lambda: fill("<script>"),
    "styles.html": lambda: fill("<style><title><svg>"),
    "linked.html": lambda: (
        b"<script type='application/ld+json'>" + fill("[", 5 * MEGABYTE) + b"</script>Two bolts."
    ),
    "objects.html": lambda: (
        b"<script type='application/ld+json'>"
        + fill('{"@graph":', 2 * MEGABYTE)
        + b"</script><p>Two bolts broke.</p>"
    ),
    "bodies.html": lambda: b"<script>" + fill('"articleBody":"\\', 8 * MEGABYTE) + b"</script>x",
    "metas.html": lambda: fill("<meta name=date content=2020-01-01>"),
    "times.html": lambda: fill("<time datetime=2020-01-01>1 May 2020</time>"),
    "titled.html": lambda: fill("<span title='1 May 2020'>x</span>"),
    "days.html": lambda: fill("<p>1 May 2020 published 1.1.1.1.2020 "),
    "digits.html": lambda: b"<p>" + b"9" * (4 * MEGABYTE),
    "spaces.html": lambda: b"<p>x" + b" " * (4 * MEGABYTE) + b"y",
    "words.html": lambda: b"<p>" + fill("word ", 4 * MEGABYTE),
    "links.html": lambda: fill("<a href=x>7</a "),
    "hidden.html": lambda: fill("<span hidden>7<span hidden>"),
    "breaks.html": lambda: fill("a<br>"),
    "cells.html": lambda: b"<table>" + fill("<tr><td>a<td>7", 2 * MEGABYTE),
    "nul.html": lambda: b"<p>Two bolts.</p>" + b"\0" * MEGABYTE,
    "nul.txt": lambda: b"\0" * MEGABYTE,
    "late-nul.txt": lambda: b"Two bolts broke. " * 1000 + b"\0" * MEGABYTE,
    "no-mark.txt": lambda: ("Zwei Bolzen brachen. " * 999).encode("utf-16-le"),
    "no-mark-broken.txt": lambda: "Two bolts broke.".encode("utf-16-be") + b"\xd8",
    "escapes.txt": lambda: fill("\x1b[", 2 * MEGABYTE),
    "titles.txt": lambda: fill("\x1b]0;", 2 * MEGABYTE),
    "zero-width.txt": lambda: fill("2\u200b", 2 * MEGABYTE),
    "returns.txt": lambda: fill("\r", 2 * MEGABYTE),
    "lines.txt": lambda: fill("A\n", 2 * MEGABYTE),
    "high.txt": lambda: bytes(range(128, 256)) * 8_000,
    "tables.md": lambda: fill("|a|b\n", 2 * MEGABYTE),
    "table.md": lambda: b"|a|b\n|-|-\n" + fill("|7|8\n", 3 * MEGABYTE),
    "rules.md": lambda: fill("|-", 2 * MEGABYTE),
    "notes.md": lambda: fill("[^a]", 2 * MEGABYTE),
    "references.md": lambda: fill("[a][", 2 * MEGABYTE),
    "fences.md": lambda: fill("```\n~~~\n", 2 * MEGABYTE),
    "front.md": lambda: b"---\na: " + b"[" * 60_000 + b"\n---\nTwo bolts.",
    "deep.json": lambda: b'{"text":' * 300_000,
    "keys.json": lambda: b"{" + b",".join(b'"%d":1' % n for n in range(200_000)) + b"}",
    "many.jsonl": lambda: b'{"text": "7"}\n' * 5_000,
    "surrogates.jsonl": lambda: b'{"text": "' + b"\\ud800" * 100_000 + b'"}',
    "laughs.xml": lambda: b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><nitf>&b;</nitf>',
    "outside.xml": lambda: b'<!DOCTYPE l SYSTEM "file:///etc/passwd"><nitf><body>x</body></nitf>',
    "deep.xml": lambda: fill("<a>", 2 * MEGABYTE),
    "wide.xml": lambda: b"<nitf>" + b"<a/>" * 400_000 + b"</nitf>",
    "items.rss": lambda: (
        b"<rss>" + b"<item><description>7 a</description></item>" * 9_000 + b"</rss>"
    ),
    "attributes.xml": lambda: b"<nitf " + fill("a='1' ", 2 * MEGABYTE) + b"/>",
    "bomb.txt.gz": lambda: gzip.compress(b"9" * 2**27),
    "twice.html.gz": lambda: gzip.compress(gzip.compress(b"9" * 2**24)),
    "members.txt.gz": lambda: gzip.compress(b"") * 100_000,
    "broken.txt.gz": lambda: b"\x1f\x8b\x08" + b"\xff" * MEGABYTE,
    "long.warc": lambda: warc("99999999999", b"<p>Two bolts."),
    "minus.warc": lambda: warc("-5", b"<p>Two bolts."),
    "heads.warc": lambda: fill("WARC/1.0\r\n", 2 * MEGABYTE),
    "empty.warc": lambda: b"WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n" * 90_000,
    "breaks.warc": lambda: b"WARC/1.0\r\nContent-Length: 0\r\n\r\n" + b"\r\n" * (2 * MEGABYTE),
    "bomb.warc.gz": lambda: gzip.compress(b"WARC/1.0\r\n" + b"9" * 2**26),
    "bomb.docx": lambda: docx("<w:document>" + "9" * 2**27),
    "deep.docx": lambda: docx(f"<w:document {W}>" + "<w:p>" * 500_000),
    "runs.docx": lambda: docx(
        f"<w:d {W}>" + "<w:p><w:r><w:t>7</w:t></w:r></w:p>" * 30_000 + "</w:d>"
    ),
    "entities.docx": lambda: docx('<!DOCTYPE d [<!ENTITY a "b">]><w:document>&a;</w:document>'),
    "outside.docx": lambda: docx(f"<w:d {W}><w:p/></w:d>", {"../../escape.xml": b"x"}),
    "names.docx": lambda: docx("<w:d/>", {f"a{number}": b"" for number in range(9_000)}),
    "half.docx": lambda: docx("<w:d/>")[:40],
    "self.pdf": lambda: pdf(
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj",
    ),
    "loop.pdf": lambda: pdf(b"1 0 obj 1 0 R endobj"),
    "count.pdf": lambda: pdf(
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[]/Count 99999999>>endobj",
    ),
    "noise.pdf": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4_000,
}  # fmt: skip


# Reads a file in a process of its own, since what tests before it took counts in this one. Linux
# hands the most memory ever held on to a child: it says nothing of the child until it grows.
CHILD = """
import json, resource, sys
from claimcheck.readers.read import read_paths
handed_on = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
reading = read_paths(sys.argv[1:])
own, below = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
most = max(own.ru_maxrss if own.ru_maxrss > handed_on else 0, below.ru_maxrss)
json.dump({
    "articles": len(reading.articles),
    "errors": [str(error) for error in reading.errors],
    "seconds": own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime,
    "kilobytes": most // (1024 if sys.platform == "darwin" else 1),
}, sys.stdout)
"""


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_file_is_read_or_named_within_seconds_and_a_gigabyte(
    name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    command = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    read = json.loads(done.stdout)
    assert read["seconds"] < 10
    assert read["kilobytes"] < GIGABYTE_IN_KB
    assert read["articles"] or read["errors"]
    assert all(len(error) < 600 for error in read["errors"])
    assert [item.name for item in tmp_path.iterdir()] == [name]


def test_there_are_many_of_them() -> None:
    assert len(HOSTILE) >= 60
