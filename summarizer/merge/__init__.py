"""Merging: from articles to a story with events, origins, facts, disputes and duplicates."""

from __future__ import annotations

from summarizer.merge.duplicates import duplicates
from summarizer.merge.group import group_items
from summarizer.merge.related import stories
from summarizer.merge.story import merge

__all__ = ["duplicates", "group_items", "merge", "stories"]
