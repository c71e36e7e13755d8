"""What a text says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.model.article import Region
    from summarizer.read.raw import Raw


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """Facts about an article, None where the text does not give them."""

    title: str | None
    url: str | None
    outlet: str | None
    published: str | None
    dateline: str | None
    byline: str | None
    agency: str | None


def describe(raw: Raw, regions: Sequence[Region]) -> Description:
    """The facts that the container or the text gives."""
    heads = [raw.text[r.start : r.end] for r in regions if r.kind == "headline"]
    given = raw.given
    return Description(
        title=given.title or (heads[0] if heads else None),
        url=given.url,
        outlet=given.outlet,
        published=given.published,
        dateline=None,
        byline=given.byline,
        agency=given.agency,
    )
