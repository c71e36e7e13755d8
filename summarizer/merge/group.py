"""Stories out of a pile of items that is given as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.merge.sorter import Sorter
from summarizer.model.story import Grouping

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.story import Item


def group_items(items: Iterable[Item]) -> Grouping:
    """Every item in exactly one story; stories and members in the order of the items."""
    sorter = Sorter()
    sorter.add(items)
    return Grouping(stories=sorter.stories())
