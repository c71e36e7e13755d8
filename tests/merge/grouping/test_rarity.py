from __future__ import annotations

from summarizer.merge.grouping.rarity import Rarity, weight


def test_a_word_weighs_less_the_more_items_have_it() -> None:
    rarity = Rarity()
    rarity.count(["river", "valley"])
    rarity.count(["river"])
    assert (rarity.holders("river"), rarity.holders("valley"), rarity.holders("comet")) == (2, 1, 0)
    assert 1 == weight(0) > weight(1) > weight(2) > weight(1_000_000) > 0


def test_words_met_least_are_forgotten_when_there_are_too_many() -> None:
    rarity = Rarity(vocabulary=10)
    for n in range(100):
        rarity.count(["river", f"word{n}"])
    assert rarity.holders("river") == 100
    assert sum(rarity.holders(f"word{n}") for n in range(100)) < 10
