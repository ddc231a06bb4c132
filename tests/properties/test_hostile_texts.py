"""No text breaks the pipeline, and none takes long."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Article, compare, extract, load_rules
from claimcheck.output.dumps import report_json

RULES = load_rules()

HAZARDS = {
    "digits": "9" * 5000,
    "digit run in a sentence": f"The fire killed {'9' * 3200} people.",
    "huge exponent": "It cost 1e999999 euros, or 1e9999999 dollars.",
    "slashes": "1/1/1/" * 800,
    "ordinals": "1st " * 1500,
    "spaces": "12" + " " * 20_000 + "people died.",
    "unclosed brackets": "Some 40 (" * 1500,
    "unclosed quotes": "“12 people " * 800,
    "separators": "1.234,56 and 1,23,456 and 1 234 567 and 1'234'567 people",
    "superscripts": "Some 25² homes and ٤٠ boats and 4٠ cars burned.",
    "invisible": "Some 2\u200b5,000 people \u202e died.",
    "escapes": "\x1b[31m12 people\x1b]52;c;AAAA\x07 died.\x9b0m",
    "controls": "".join(map(chr, range(32))) + "12 people died.\x7f",
    "null": "12\0 people\0 died.",
    "lone surrogate": "12 \ud800 people died.",
    "commands": "::error::12 people died.\r::warning file=x::",
    "markup": "[/b] 12 people [link=x]died[/link] <script>12</script>",
    "formula": "=12+3 people died.",
    "no such day": "On 30 February 2023, 12 people died; on 99/99/9999 too.",
    "far years": "In 0000, in 9999 and in 123456 12 people died.",
    "one long word": "a" * 50_000,
    "commas": "," * 20_000,
    "line ends": "\r" * 5000 + "\n\r\n" * 2000,
    "and after and": "12 people and " * 800,
    "of the of the": "9 of the 14 of the " * 500,
    "words of a number": "one hundred million thousand " * 300,
    "months": "May March fall 2021 " * 400,
}


def report(*texts: str) -> str:
    articles = [Article.from_text(text, id=str(number)) for number, text in enumerate(texts)]
    return report_json(compare([extract(article, RULES) for article in articles], RULES))


@pytest.mark.parametrize("name", HAZARDS)
def test_a_hazard_is_read_like_any_text(name: str) -> None:
    text = HAZARDS[name]
    found = extract(Article.from_text(text, id="x"), RULES)
    for claim in found.claims:
        assert found.article.excerpt(claim.mention.span) == claim.mention.text
    written = report(text, "The fire killed 12 people.")
    assert "\x1b" not in written
    assert "\u202e" not in written


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_random_text_does_not_break_the_pipeline(text: str) -> None:
    report(text, "The fire killed 12 people in Lyon on 4 May 2021.")


_PIECES = st.sampled_from(
    "12 nine 4,000 1.5m $3 % million people killed hurt of the them and , . ( ) “ ” May on by 2021 "
    "since as over nearly at least between to including said not would US Kenya depth deep".split()
)


@settings(max_examples=120, deadline=None)
@given(st.lists(_PIECES, max_size=40).map(" ".join))
def test_words_of_the_grammar_in_any_order_do_not_break_the_pipeline(text: str) -> None:
    found = extract(Article.from_text(text, id="x", date="2024-05-10"), RULES)
    for claim in found.claims:
        assert found.article.excerpt(claim.mention.span) == claim.mention.text
    report(text, text)
