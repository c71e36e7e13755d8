"""Label every line of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.article import Region
from summarizer.read.lines import split

if TYPE_CHECKING:
    from summarizer.read.raw import Raw


def clean(raw: Raw) -> tuple[Region, ...]:
    """Regions in order that cover every visible character."""
    lines = split(raw.text)
    regions = []
    for n, line in enumerate(lines):
        title = n == 0 and not line.ends and len(lines) > 1 and len(line.words) < 30
        regions.append(Region(start=line.start, end=line.end, kind="headline" if title else "body"))
    return tuple(regions)
