from __future__ import annotations

from math import log2

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.linking.rarity import Rarity, hundredths_of_log2


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_whole_number_logarithms_agree_with_floating_ones(above: int, below: int) -> None:
    expected = 100 * log2(above / below) if above >= below else 0
    assert abs(hundredths_of_log2(above, below) - expected) <= 1


def test_a_word_of_every_article_says_less_than_a_rare_one() -> None:
    articles = [{"afghan", "visa"}, {"afghan"}, {"afghan"}, {"afghan", "flood"}]
    rarity = Rarity(articles, prior=4, most=300)
    assert rarity("afghan") < rarity("visa") == rarity("flood") <= 300
