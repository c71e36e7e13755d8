"""What the model is shown of a pack, and what its ids stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.model.pack import Pack
    from summarizer.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The lines of a pack by sentence id; `story` knows the places that they stand at."""

    story: Story
    pack: Pack

    def lines_of(self, ids: Iterable[str]) -> str:
        """Those lines alone, laid out as in the pack, each article's under its header."""
        raise NotImplementedError
