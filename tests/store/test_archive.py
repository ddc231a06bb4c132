"""What is put into an archive comes out of it: nothing twice, nothing stale, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.store.making import CORPUS, LEXICON, ROOT, RULES, add, article, extract

from claimcheck import Article, pipeline
from claimcheck.errors import UsageError
from claimcheck.model.report import Extraction, Report
from claimcheck.pipeline import Backing
from claimcheck.readers.read import read_paths
from claimcheck.store.archive import open_archive
from claimcheck.store.intake import Intake
from claimcheck.store.record import recorded
from claimcheck.store.version import version

FERRY = "The ferry sank off the cape on Monday. The coast guard said {} people were killed.\n"


def read(archive: Path, target: Path | str) -> Extraction:
    with open_archive(str(archive)) as opened:
        return opened.extraction(opened.states(str(target), LEXICON)[-1].id)


def states(archive: Path) -> list[tuple[str, str]]:
    with open_archive(str(archive)) as opened:
        found = list(opened.entries(LEXICON, history=True))
    return [(Path(each.path).name, each.state) for each in found]


def sound(archive: Path) -> bool:
    with open_archive(str(archive)) as opened:
        return opened.verify().problems == ()


def test_claims_come_back_as_they_were(tmp_path: Path) -> None:
    one = article(tmp_path / "a.txt", FERRY.format(43), url="https://example.org/ferry")
    add(tmp_path / "a.db", [one])
    there, back = extract(one), read(tmp_path / "a.db", tmp_path / "a.txt")
    assert [c._replace(mention=c.mention._replace(trace=())) for c in there.claims] == list(
        back.claims
    )
    assert back.sentences == there.sentences
    assert back.article.published == there.article.published
    for claim in back.claims:
        start, end = back.sentences[claim.sentence]
        assert back.article.text[start:end] == there.article.text[start:end]
        spot = claim.mention.span.start
        assert back.article.source.place(spot) == there.article.source.place(spot)


def test_places_of_web_pages_and_wide_characters_come_back(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><article><h1>Ferry</h1>\n<p>“Calm” was the word — until Monday.</p>\n"
        f"<p>“Yes”, 🚢: {FERRY.format(43)}</p></article></body></html>",
        encoding="utf-8",
    )
    found = read_paths([str(page)]).articles
    add(tmp_path / "a.db", found)
    there, back = extract(found[0]), read(tmp_path / "a.db", page)
    assert len(back.claims) > 1
    for claim in back.claims:
        spot = claim.mention.span.start
        assert back.article.source.place(spot) == there.article.source.place(spot)


def test_only_sentences_with_claims_are_kept(tmp_path: Path) -> None:
    aside = "Nobody on board had slept, and the cook wept quietly."
    one = article(tmp_path / "a.txt", f"{FERRY.format(43)}{aside} At dawn 12 more were found.\n")
    add(tmp_path / "a.db", [one])
    assert b"wept" not in (tmp_path / "a.db").read_bytes()
    assert "12 more were found" in read(tmp_path / "a.db", tmp_path / "a.txt").article.text


def test_an_article_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    one = article(tmp_path / "a.txt", FERRY.format(43))
    assert add(tmp_path / "a.db", [one]).added == 1
    again = add(tmp_path / "a.db", [one])
    assert (again.unchanged, again.added, again.claims) == (1, 0, 0)


def test_a_new_text_takes_the_place_of_the_old_and_keeps_it_as_history(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    add(archive, [article(tmp_path / "a.txt", FERRY.format(43))])
    assert add(archive, [article(tmp_path / "a.txt", FERRY.format(47))]).replaced == 1
    assert states(archive) == [("a.txt", "replaced"), ("a.txt", "current")]
    assert sound(archive)


def test_an_address_makes_two_files_one_article(tmp_path: Path) -> None:
    archive, url = tmp_path / "a.db", "https://example.org/news/ferry"
    add(archive, [article(tmp_path / "a.txt", FERRY.format(43), url=url)])
    add(archive, [article(tmp_path / "b.txt", FERRY.format(47), url=url)])
    assert states(archive) == [("a.txt", "replaced"), ("b.txt", "current")]


def test_a_file_that_was_moved_keeps_its_claims(tmp_path: Path) -> None:
    archive, old, new = tmp_path / "a.db", tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(FERRY.format(43), encoding="utf-8")
    add(archive, read_paths([str(old)]).articles)
    old.rename(new)
    assert add(archive, read_paths([str(new)]).articles).unchanged == 1
    assert states(archive) == [("new.txt", "current")]
    assert sound(archive)


def test_a_copy_beside_its_original_is_an_article_of_its_own(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FERRY.format(43), encoding="utf-8")
        add(archive, read_paths([str(tmp_path / name)]).articles)
    assert states(archive) == [("a.txt", "current"), ("b.txt", "current")]


def test_the_address_of_a_site_names_no_article(tmp_path: Path) -> None:
    archive, url = tmp_path / "a.db", "https://example.org/"
    add(archive, [article(tmp_path / "a.txt", FERRY.format(43), url=url)])
    add(archive, [article(tmp_path / "b.txt", FERRY.format(47), url=url)])
    assert states(archive) == [("a.txt", "current"), ("b.txt", "current")]


def test_what_a_file_no_longer_holds_is_gone(tmp_path: Path) -> None:
    archive, path = tmp_path / "a.db", tmp_path / "all.jsonl"
    both = [article(path, FERRY.format(n))._replace(id=f"item-{n}") for n in (43, 47)]
    add(archive, both)
    moved = [both[1], article(path, FERRY.format(51))._replace(id="item-51")]
    done = add(archive, moved)
    assert (done.added, done.removed, done.unchanged) == (1, 1, 1)
    assert sorted(states(archive)) == [
        ("all.jsonl", "current"),
        ("all.jsonl", "current"),
        ("all.jsonl", "gone"),
    ]


def test_what_another_grammar_read_is_stale_until_it_is_read_again(tmp_path: Path) -> None:
    archive, one = tmp_path / "a.db", article(tmp_path / "a.txt", FERRY.format(43))
    add(archive, [one], grammar="an older one")
    with open_archive(str(archive)) as opened:
        assert opened.stale(LEXICON) == 1
    assert states(archive) == [("a.txt", "stale")]
    assert add(archive, [one]).read_again == 1
    assert states(archive) == [("a.txt", "current")]
    assert sound(archive)


def test_two_articles_of_one_id_get_names_apart(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    for name, killed in (("a.txt", 43), ("b.txt", 47)):
        add(archive, [article(tmp_path / name, FERRY.format(killed))._replace(id="7")])
    with open_archive(str(archive)) as opened:
        assert [each.name for each in opened.entries(LEXICON)] == ["7", "7-2"]


def test_a_removed_article_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    add(archive, [article(tmp_path / "a.txt", FERRY.format(43))])
    add(archive, [article(tmp_path / "a.txt", FERRY.format(47))])
    with Intake(str(archive), "remove", None) as run:
        run.remove([str(tmp_path / "a.txt")])
        assert run.commit().removed == 2
    with Intake(str(archive), "compact", None) as run:
        run.compact()
    assert states(archive) == []
    assert sound(archive)
    assert b"ferry" not in archive.read_bytes()


def test_an_unknown_article_is_a_mistake_that_changes_nothing(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    add(archive, [article(tmp_path / "a.txt", FERRY.format(43))])
    with pytest.raises(UsageError), Intake(str(archive), "remove", None) as run:
        run.remove([str(tmp_path / "a.txt"), "nothing-like-it"])
    assert states(archive) == [("a.txt", "current")]


def test_a_run_that_is_not_committed_never_was(tmp_path: Path) -> None:
    archive, one = tmp_path / "a.db", article(tmp_path / "b.txt", FERRY.format(47))
    add(archive, [article(tmp_path / "a.txt", FERRY.format(43))])
    with Intake(str(archive), "add", version(LEXICON)) as run:
        plan = run.plan([one])
        run.put(plan.to_read[0], recorded(extract(one), LEXICON))
    assert states(archive) == [("a.txt", "current")]
    assert sound(archive)


def check(new: list[Extraction], archive: Path) -> Report:
    with open_archive(str(archive)) as opened:
        found = opened.related(new, LEXICON)
    profiles = {each.article: each for each in found.profiles}
    backing = Backing(found.extractions, profiles, found.background)
    return pipeline.check(new, backing, RULES)


def links(report: Report) -> set[tuple[object, ...]]:
    """Give the links without the ids of stories, which differ for articles far away."""
    return {
        (one.left, one.right, one.relation, *(c._replace(words="") for c in one.comparisons))
        for one in report.links
    }


def samples() -> list[Article]:
    return list(read_paths([str(ROOT / "data/articles")]).articles)


def made() -> list[Article]:
    pages = CORPUS["articles"](60, sentences=12)
    return [Article.from_text(page.text, id=page.name, date=page.published) for page in pages]


@pytest.mark.parametrize("articles", [samples(), made()], ids=["samples", "made"])
def test_a_check_sees_in_an_archive_what_it_sees_in_a_folder(
    tmp_path: Path, articles: list[Article]
) -> None:
    add(tmp_path / "a.db", articles)
    everything = [extract(one) for one in articles]
    for one in everything[:12]:
        known = tuple(other for other in everything if other is not one)
        beside = pipeline.check([one], Backing(known), RULES)
        found = check([one], tmp_path / "a.db")
        assert found.findings == beside.findings
        assert links(found) == links(beside)
