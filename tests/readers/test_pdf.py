"""PDF files: without the extra one clear error, with it the text of the pages."""

from __future__ import annotations

import io
from importlib.util import find_spec

import pytest

from claimcheck.readers.read import Reading, read_paths


def read(content: bytes) -> Reading:
    return read_paths(["-"], stdin=io.BytesIO(content), stdin_filename="a.pdf")


@pytest.mark.skipif(find_spec("pypdf") is not None, reason="the extra is installed")
def test_without_the_extra_the_error_names_it() -> None:
    (error,) = read(b"%PDF-1.4").errors
    assert error.code == "E017"
    assert "pip install 'claimcheck[pdf]'" in str(error)


@pytest.mark.skipif(find_spec("pypdf") is None, reason="needs the extra [pdf]")
@pytest.mark.parametrize("content", [b"words", b"%PDF-1.4", b"%PDF-1.4\n" + b"\xff" * 99])
def test_a_broken_file_is_one_error(content: bytes) -> None:
    assert [error.code for error in read(content).errors] == ["E014"]
