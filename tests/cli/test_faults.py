"""What breaks is told in one line; a bug on one article never hides the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from claimcheck import __main__ as door
from claimcheck import pipeline
from claimcheck.model.article import Article
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.report import Extraction

_extract = pipeline.extract


def _failing(article: Article, lexicon: Lexicon) -> Extraction:
    if article.path.endswith("first.txt"):
        raise KeyError("\x1b[31m\nboom")
    return _extract(article, lexicon)


def test_a_bug_on_one_article_is_code_3_and_the_rest_is_reported(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(pipeline, "extract", _failing)
    monkeypatch.setattr("sys.argv", ["claimcheck", "report", str(articles)])
    assert door.main() == 3
    out, err = capfdbinary.readouterr()
    assert b"second.txt" in out
    assert err.startswith(b"error[E900]: ")
    assert err.count(b"\n") == 1
    assert b"\x1b" not in err


def test_a_bug_elsewhere_is_one_line_and_code_3(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def broken(*_: Sequence[object]) -> None:
        raise RecursionError

    monkeypatch.setattr("claimcheck.cli.steps.compare", broken)
    monkeypatch.setattr("sys.argv", ["claimcheck", "report", str(articles)])
    assert door.main() == 3
    assert capfdbinary.readouterr().err.count(b"\n") == 1


def test_an_interrupt_is_quiet(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimcheck.cli.steps.read_paths", interrupted)
    monkeypatch.setattr("sys.argv", ["claimcheck", "report", str(articles)])
    assert door.main() == 130
    assert capfdbinary.readouterr() == (b"", b"")
