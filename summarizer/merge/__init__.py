"""Merging: from articles to a story with events, origins, facts, disputes and duplicates.

`story` is the way through the room; each folder holds one subject of it: `grouping`, `copies`,
`facts`, `events`, `origins`, `conflicts` and `packing`. All of them compare sentences as `passages`
prepares them, once for each article of a `pile`.
"""

from __future__ import annotations

from summarizer.merge.grouping.apart import stories_apart
from summarizer.merge.grouping.group import group_articles, group_items
from summarizer.merge.packing.pack import pack
from summarizer.merge.pile import Pile
from summarizer.merge.story import merge

__all__ = ["Pile", "group_articles", "group_items", "merge", "pack", "stories_apart"]
