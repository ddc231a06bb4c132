"""A sentence without a name of its own speaks of the subject before it."""

from __future__ import annotations

import pytest
from tests.claims.slots import claim


@pytest.mark.parametrize(
    ("text", "figure", "names"),
    [
        ("Kenya opened its border in May. It let in 8,000 people.", "8,000", ("kenya",)),
        ("Kenya opened its border in May. The ministry counted 8,000 people.", "8,000", ("kenya",)),
        ("Kenya opened its border in May. Some 8,000 people came.", "8,000", ()),
        ("Plan C is the dearest. It costs 40 dollars.", "40 dollars", ()),
        ("It costs 40 dollars.", "40 dollars", ()),
        ("Hello. They took 300 pictures.", "300", ()),
    ],
)
def test_a_pronoun_takes_the_name_of_the_subject_before(
    text: str, figure: str, names: tuple[str, ...]
) -> None:
    assert claim(text, figure).measurand.names == names


def test_a_name_of_its_own_holds() -> None:
    text = "Kenya opened its border in May. They met 8,000 people from Malawi."
    assert claim(text, "8,000").measurand.names == ("malawi",)
