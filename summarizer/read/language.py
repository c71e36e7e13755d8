"""The language of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region


def identify(text: str, regions: Sequence[Region]) -> str:  # noqa: ARG001
    """The ISO code of the language."""
    return "en"
