"""Web pages: what is article, when it was published, and where each character stands."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import ReaderError
from claimcheck.model.article import Article, RegionKind
from claimcheck.readers.html import read_html
from claimcheck.readers.source import Source

STORY = (
    "<p>The harbour board said that %d crates had been moved to the northern quay by noon.</p>"
    "<p>Work goes on until spring, and two of the old cranes are to be sold after that.</p>"
)


def read(page: str) -> Article:
    (article,) = read_html(Source("a.html", page.encode()))
    return article


def body(article: Article) -> str:
    return "".join(
        article.excerpt(region.span) for region in article.regions if region.kind is RegionKind.BODY
    )


def stands_at(article: Article, page: str, words: str) -> str:
    line, column = article.source.position(article.text.index(words))
    return page.split("\n")[line - 1][column - 1 :]


def test_a_number_across_tags_and_entities_is_one_and_leads_back() -> None:
    oil = "<p>Some &nbsp;1.<b>7</b>&#160;million and 25&shy;,000.</p>"
    page = f"<h1>Oil\nat sea</h1>\n{oil}{STORY % 3}"
    article = read(page)
    assert "1.7\u00a0million and 25,000." in article.text
    assert stands_at(article, page, "1.7").startswith("1.<b>7")
    assert stands_at(article, page, "\u00a0million").startswith("&#160;million")
    assert stands_at(article, page, "25,000").startswith("25&shy;,000")


def test_what_is_not_the_article_is_left_out() -> None:
    page = (
        "<nav><p>Elsewhere 11 ships came in after a long week at sea, they say.</p></nav>"
        "<div class='related-posts'><p>Another 12 ships came in after a long week.</p></div>"
        "<script>x = '<p>13 ships</p>'</script><!-- <p>14 ships</p> --><style>p{15}</style>"
        f"<main><h1>Crates move</h1>{STORY % 16}<p hidden>17 ships</p>"
        "<p style='display: none'>18 ships</p><aside><p>19 ships came in.</p></aside>"
        "<p><a href='/x'>Read more: 20 ships</a></p></main>"
        "<div id='comments'><p>I saw 21 ships with my own eyes, all of them red.</p></div>"
        "<footer>22 ships</footer>"
    )
    assert re.findall("[0-9]+", read(page).text) == ["16"]


def test_headline_byline_caption_and_dateline_are_regions() -> None:
    page = (
        "<article><h1>Crates move</h1><div class=byline>By the harbour desk</div>"
        "<figure><img><figcaption>The quay in 2019.</figcaption></figure>"
        "<div itemprop=articleBody><p>PORT ELLIOT (Quay) — The board"
        f" said that 4 crates had been moved to the quay by noon.</p>{STORY % 3}</div></article>"
    )
    kinds = [region.kind.value for region in read(page).regions]
    assert kinds == ["headline", "byline", "caption", "dateline", "body"]


def test_a_cell_is_read_with_the_heads_of_its_row_and_column() -> None:
    page = (
        f"{STORY % 3}<table><tr><th>Port<th>Ships<th>Lost<tr><td>Elliot<td>14<td>3"
        f"<tr><td>Quayle<td>15<td>2</table>{STORY % 4}"
    )
    article = read(page)
    lines = article.text.split("\n")
    assert lines[2:6] == [
        "Elliot, Ships: 14",
        "Elliot, Lost: 3",
        "Quayle, Ships: 15",
        "Quayle, Lost: 2",
    ]
    assert stands_at(article, page, "15\n").startswith("15<td>2")
    assert stands_at(article, page, "Lost: 2").startswith("Lost<tr>")


def test_a_single_line_break_inside_a_sentence_is_a_space() -> None:
    page = f"<p>Of 25<br>crates 3 were lost.<br>Then it rained on the quay.</p>{STORY % 3}"
    assert read(page).text.startswith("Of 25 crates 3 were lost.\nThen it rained")


LINKED = '<script type="application/ld+json">%s</script>'
DATES = [
    (LINKED % '{"@type":["NewsArticle"],"datePublished":"2021-04-06T22:00:00+02:00"}', "JSON-LD"),
    (LINKED % '{"@type":"Article", broken "datePublished": "2021-04-06"}', "JSON-LD"),
    ('<meta property="article:published_time" content="2021-04-06T09:00:00Z">', "meta"),
    ('<meta name="DC.date.issued" content="2021-04-06">', "meta"),
    ('<link rel="canonical" href="https://quay.example/2021/04/06/crates">', "address"),
    ('<meta itemprop="datePublished" content="2021-04-06">', "meta"),
    ('<time class="updated" datetime="2022-01-01">x</time><time datetime="2021-04-06">y</time>',
     "<time>"),
    ('<abbr class="published" title="2021-04-06T09:12:00-08:00">9:12</abbr>', "<abbr>"),
    ('<span class="post-date">April 6th, 2021</span>', "class"),
    ("<p>Posted on 6 April 2021</p>", "line"),
    ('<html lang="en-US"><p>Submitted by the desk on Tue, 04/06/2021 - 12:10</p>', "line"),
    ('<html lang="en-GB"><p>Published: 06/04/2021</p>', "line"),
    ("<p>Von der Redaktion, 06.04.2021, 14:22 Uhr</p>", "line"),
    ("<p>Par la rédaction, publié le 6 avril 2021</p>", "line"),
    ("<p>Publicado el 6 de abril de 2021</p>", "line"),
    ("<p>Publicado em 6 de março de 2021, updated</p>", "2021-03-06"),
    ("<p>6 aprile 2021</p>", "line"),
    ("<p>dinsdag 6 april 2021</p>", "line"),
    ("<p>Last updated: May 9, 2021. First published: April 6, 2021</p>", "line"),
    ('<script>var page = {"datePublished":"2021-04-06T10:00"}</script>', "script"),
    ('<meta property="article:modified_time" content="2021-04-06">', "meta"),
]  # fmt: skip


@pytest.mark.parametrize(("mark", "place"), DATES)
def test_the_day_of_publication_is_found_where_pages_say_it(mark: str, place: str) -> None:
    comment = "<div id=comments><time datetime='2023-01-01'>then</time> I saw 9 crates.</div>"
    published = read(f"{mark}<h1>Crates move</h1>{STORY % 3}{comment}<p>© 2019 Quay</p>").published
    day = date(2021, 3, 6) if place == "2021-03-06" else date(2021, 4, 6)
    assert (published.best, published.earliest, published.latest) == (day, day, day)
    assert place in published.evidence[0].reason


def test_a_day_that_differs_is_kept_as_evidence() -> None:
    page = (
        '<meta property="article:published_time" content="2021-04-06">'
        f'<h1>Crates move</h1><time datetime="2021-04-08">x</time>{STORY % 3}'
    )
    published = read(page).published
    assert published.best == date(2021, 4, 6)
    assert published.evidence[1].reason == "passed over: <time> datetime 2021-04-08"


def test_head_tags_name_title_publisher_and_address() -> None:
    page = (
        '<title>Crates - Quay</title><meta property="og:title" content="Crates &amp; cranes">'
        '<meta property="og:site_name" content="The Quay">'
        f'<link rel="canonical" href="https://quay.example/crates">{STORY % 3}'
    )
    article = read(page)
    assert (article.title, article.publisher) == ("Crates & cranes", "The Quay")
    assert article.url == "https://quay.example/crates"


def test_the_encoding_a_page_names_is_used_when_it_is_not_utf_8() -> None:
    page = f"<meta charset=windows-1251><p>Порт закрыт.</p>{STORY % 3}".encode("cp1251")
    (article,) = read_html(Source("a.html", page))
    assert "Порт закрыт." in article.text
    assert article.encoding == "cp1251"


MARKUP = st.lists(
    st.sampled_from(
        "<p> </p> <b> </b> <br> <td> <tr> <table> </table> <li> <ul> &amp; &nbsp; &shy; &#55; "
        "<!-- --> "
        '<div class="x> </div> <a =" <script> </script> <h1> < > \n \r\n é 😀 7 two words. 1.7 '
        "<span hidden> </span> <title> <time> &bogus; &#xd800; <![CDATA[ <?x".split(" ")
    ),
    max_size=60,
)


@given(MARKUP)
def test_every_visible_character_leads_back_to_the_file(pieces: list[str]) -> None:
    page = "x7 " + " ".join(pieces)
    try:
        article = read(page)
    except ReaderError:
        return
    lines = page.replace("\r\n", "\n\n").split("\n")
    crossed = "<table" in page  # heads of cells bring signs of ours
    for offset, character in enumerate(article.text):
        if character.isspace() or crossed:
            continue
        line, column = article.source.position(offset)
        stands = page.replace("\r\n", "\n").split("\n")[line - 1][column - 1 :]
        assert stands[:1] in {character, "&"}, (offset, lines)


@pytest.mark.parametrize(
    "unit",
    ["<div>", "<table><tr><td>x ", '<a ="', '<a =">"', "<", "<!--", "&#9;", "<li>1", "</div>",
     "<button>", "<time>", "<h1>a</h1>", "<script>[", "<p>Posted on January 5 1 1 1"],
)  # fmt: skip
def test_hostile_markup_is_read_in_linear_time_or_refused(unit: str) -> None:
    page = unit * (2**20 // len(unit))
    with suppress(ReaderError):
        read(page)
