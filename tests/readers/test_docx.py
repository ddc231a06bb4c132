"""Word files: paragraphs are lines; what is not a whole Word file is one error."""

from __future__ import annotations

import io
import zipfile

import pytest

from claimcheck.readers.read import Reading, read_paths

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, about: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<w:document {NAMESPACE}>{body}</w:document>")
        if about:
            file.writestr("docProps/core.xml", f"<c>{about}</c>")
    return packed.getvalue()


def read(content: bytes) -> Reading:
    return read_paths(["-"], stdin=io.BytesIO(content), stdin_filename="a.docx")


def test_paragraphs_are_lines_and_deleted_words_stay_out() -> None:
    body = (
        "<w:p><w:r><w:t>Crates &amp; cranes</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>Of 2</w:t></w:r><w:r><w:t>5 crates</w:t></w:r>"
        "<w:del><w:r><w:delText> 26</w:delText></w:r></w:del><w:r><w:t>, 3 sank.</w:t></w:r></w:p>"
    )
    (article,) = read(word(body, "<dc:title>Crates</dc:title>")).articles
    assert article.text == "Crates & cranes\nOf 25 crates, 3 sank."
    assert article.title == "Crates"
    assert article.source.position(article.text.index("25")) == (2, 4)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"PK\x03\x04 and no more", "E014"),
        (word("<w:p><w:t>x</w:t></w:p>")[:-30], "E014"),
        (word("<w:p></w:p>"), "E002"),
        (word("<w:p><w:t>"), "E011"),
        (word("<w:p><w:t>" + "9" * 2**26 + "</w:t></w:p>"), "E004"),
    ],
)
def test_a_broken_or_swollen_file_is_one_error(content: bytes, code: str) -> None:
    assert [error.code for error in read(content).errors] == [code]
