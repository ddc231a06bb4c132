"""A sentence printed twice is one claim."""

from __future__ import annotations

from tests.claims.slots import extracted

from claimcheck.model.report import Extraction

LEAD = "The harbour board will dismiss 340 dockers before winter after the crane contract failed."


def repeats(found: Extraction, figure: str) -> list[bool]:
    return [one.repeats is not None for one in found.claims if one.mention.text == figure]


def test_a_deck_printed_again_in_the_lead_repeats_it() -> None:
    text = f"Dockers fear for their jobs\n\n{LEAD}\n\nA strike looms.\n\n{LEAD}\n"
    found = extracted(text)
    assert sorted(repeats(found, "340")) == [False, True]
    kept = {one.id for one in found.claims if one.repeats is None}
    assert {one.repeats for one in found.claims if one.repeats} <= kept


def test_a_caption_printed_twice_repeats_it() -> None:
    caption = "Volunteers stack 600 sandbags beside the old mill on Sunday evening. (Photo: agency)"
    found = extracted(f"{caption}\n\nThe river rose.\n\n{caption}\n")
    assert sorted(repeats(found, "600")) == [False, True]


def test_the_same_figure_in_another_sentence_is_a_claim_of_its_own() -> None:
    text = (
        "The harbour board will dismiss 340 dockers before winter. "
        "Each household on the island paid 340 crowns for diesel in spring."
    )
    assert repeats(extracted(text), "340") == [False] * 2


def test_two_equal_figures_of_one_sentence_are_two_claims() -> None:
    text = "The city bought 12 buses for the north and 12 buses for the south of the old town."
    assert repeats(extracted(text), "12") == [False, False]
