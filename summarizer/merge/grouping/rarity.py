"""How rare words are among the items seen so far, by counts that run along."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# The weight of a word falls with this power of the number of items that have it. Unlike the
# inverse document frequency (which does as well on one pile), it does not change with the number
# of all items: weights of yesterday and of today, and of small and large piles, compare. Powers
# of 0.3 and 0.5 do as well within .01 BCubed F1.
POWER = 0.4
# Words counted at most. When there are more, those met least are forgotten (lossy counting, Manku
# and Motwani 2002), so that misspellings do not fill the memory of a process that runs for months.
VOCABULARY = 500_000


class Rarity:
    """Counts the items that have each word."""

    def __init__(self, vocabulary: int = VOCABULARY) -> None:
        """Nothing is seen yet."""
        self._vocabulary = vocabulary
        self._holders: dict[str, int] = {}

    def count(self, words: Iterable[str]) -> None:
        """Count an item with these words, each given once."""
        holders = self._holders
        for word in words:
            holders[word] = holders.get(word, 0) + 1
        least = 1
        while len(self._holders) > self._vocabulary:
            self._holders = {word: n for word, n in self._holders.items() if n > least}
            least += 1

    def holders(self, word: str) -> int:
        """The number of items that have a word."""
        return self._holders.get(word, 0)


def weight(holders: int) -> float:
    """The weight of a word that so many items have: 0 to 1, the rarer the higher."""
    return float((holders + 1) ** -POWER)
