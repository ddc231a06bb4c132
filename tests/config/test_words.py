"""A beat's own words stand over ours, and pinned facts are held like any article's."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import Article, extract, load_rules
from claimcheck.config.lexicon import with_house_words
from claimcheck.config.policy import policy
from claimcheck.config.reference import noted, pinned
from claimcheck.config.settings import PathWish, Reference, Settings
from claimcheck.linking.contrasts import contrast
from claimcheck.linking.words import link_words
from claimcheck.model.link import Relation
from claimcheck.model.report import Report
from claimcheck.pipeline import Backing, check, compare_texts
from claimcheck.rules.ruleset import Ruleset

RULES = load_rules()
FACT = "As of October 2023, there were 1.7 million undocumented Afghans in Pakistan."


def _with(tmp_path: Path, text: str) -> Ruleset:
    file = tmp_path / "beat.yaml"
    file.write_text(text, encoding="utf-8")
    return with_house_words(RULES, [str(file)])


def _relations(ruleset: Ruleset, *texts: str) -> set[Relation]:
    return {link.relation for link in compare_texts(texts, ruleset).links}


def test_the_words_of_a_house_change_the_digest(tmp_path: Path) -> None:
    one, other = _with(tmp_path, ""), _with(tmp_path, "same: [[dinghy, boat]]")
    digests = {RULES.digest, one.digest, other.digest}
    assert len(digests) == 3
    assert other.lexicon["digest"] == other.digest


def test_a_hedge_of_a_house_bounds_a_figure(tmp_path: Path) -> None:
    ruleset = _with(tmp_path, "hedge: {about: [within a whisker of]}")
    (mention,) = extract(Article.from_text("Within a whisker of 700 sheep died."), ruleset).mentions
    assert mention.quantity is not None
    assert mention.quantity.bound == "about"


def test_a_trigger_of_a_house_gives_its_frame(tmp_path: Path) -> None:
    ruleset = _with(tmp_path, "frame: {return: [fly home]}")
    found = extract(Article.from_text("The state flew home 900 workers in May."), ruleset)
    assert "return" in {claim.measurand.frame for claim in found.claims}


def test_words_called_different_never_answer_one_question(tmp_path: Path) -> None:
    texts = ("The yard booked 40 ferries in May 2024.", "The yard ordered 40 ferries in May 2024.")
    ruleset = _with(tmp_path, "different: [[booked, ordered], [ferries booked, ferries ordered]]")
    pair = ruleset.lexicon["contrasts"]["pairs"][0]
    assert (pair["left"], pair["right"]) == (["booked"], ["ordered"])
    assert pair["example"].endswith("beat.yaml:1:13")
    assert Relation.OTHER_SCOPE not in _relations(RULES, *texts)


def test_words_called_the_same_lose_our_contrast(tmp_path: Path) -> None:
    ours = link_words(RULES.lexicon)
    ruleset = _with(tmp_path, "same: [[revenue, profit]]")
    theirs = link_words(ruleset.lexicon)
    texts = ("The firm's revenue was $40 million in 2023.", "The firm's profit was $40 million.")
    left, right = (
        next(c for c in extract(Article.from_text(t), RULES).claims if c.mention.quantity)
        for t in texts
    )
    assert contrast(left, right, ours) is not None
    assert contrast(left, right, theirs) is None


def test_different_stands_over_same(tmp_path: Path) -> None:
    ruleset = _with(tmp_path, "same: [[tug, dinghy]]\ndifferent: [[tug, dinghy]]\n")
    groups = ruleset.lexicon["contrasts"]["same"]
    assert not any({"tug", "dinghy"} <= set(group) for group in groups)


def test_two_triggers_of_one_frame_may_be_called_different(tmp_path: Path) -> None:
    ruleset = _with(tmp_path, "different: [[repatriate, deport]]")
    frames = ruleset.lexicon["frames"]
    assert frames["deport"]["verbs"] == ["deport"]
    assert "deport" not in frames["return"]["verbs"]
    assert "expel" in frames["return"]["verbs"]


def test_a_part_of_a_house_is_a_part(tmp_path: Path) -> None:
    texts = (
        "The army lost 900 conscripts in the Battle of Osk in May 2024.",
        "The army lost 4,000 soldiers in the Battle of Osk in May 2024.",
    )
    ruleset = _with(tmp_path, "part_of: [[conscript, soldier]]")
    found = _relations(ruleset, *texts)
    assert Relation.PART_OF in found or Relation.HAS_PART in found


def _reference(**fields: str) -> Reference:
    return Reference(FACT, "interior ministry", "", "", "c.toml", 3, 9)._replace(**fields)  # type: ignore[arg-type]  # the fields of text


def _against(reference: Reference, text: str) -> Report:
    facts = pinned([reference], RULES.lexicon)
    new = extract(Article.from_text(text, date="2023-11-03"), RULES)
    return noted(check((new,), Backing(facts), RULES))


@pytest.mark.parametrize(
    ("figure", "tolerance", "verdict"),
    [
        ("1.7 million", "", "agreement"),
        ("2.4 million", "", "conflict"),
        ("2.4 million", "50%", "approximation"),
        ("1,750,000", "60,000", "approximation"),
        ("1,790,000", "60,000", "conflict"),
    ],
)
def test_a_claim_is_held_against_a_pinned_fact(figure: str, tolerance: str, verdict: str) -> None:
    text = f"There were {figure} undocumented Afghans in Pakistan as of October 2023, he said."
    found = _against(_reference(tolerance=tolerance), text)
    assert [each.verdict for each in found.findings] == [verdict]
    assert (
        "c.toml:3:40 is a reference (interior ministry), not the truth" in found.findings[0].notes
    )


def test_two_pinned_facts_are_not_held_against_each_other() -> None:
    other = _reference(fact=FACT.replace("1.7", "2.9"), source="agency")
    facts = pinned([_reference(), other], RULES.lexicon)
    new = extract(Article.from_text("Rain fell for two days."), RULES)
    assert check((new,), Backing(facts), RULES).findings == ()


def test_patterns_count_from_the_folder_of_the_configuration() -> None:
    wish = PathWish(("sport/**", "*.md"), ("CC5",), (), "x")
    scope = policy(Settings(folder="..", paths=(wish,)), RULES).paths[0]
    here = Path.cwd().name
    held = {path: scope.holds(path) for path in ("../sport/a.txt", "a.md", "sport/a.txt")}
    assert held == {"../sport/a.txt": True, "a.md": True, "sport/a.txt": here == "sport"}


def test_many_words_are_merged_in_bounded_time(tmp_path: Path) -> None:
    letters = [f"w{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{n // 676}" for n in range(4000)]
    pairs = "\n".join(f"  - [{a}, {b}]" for a, b in zip(letters[::2], letters[1::2], strict=True))
    ruleset = _with(tmp_path, f"same:\n{pairs}\ndifferent:\n{pairs}\npart_of:\n{pairs}\n")
    assert len(ruleset.lexicon["contrasts"]["pairs"]) > 4000
