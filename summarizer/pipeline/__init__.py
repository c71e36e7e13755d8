"""The walk through the rooms; `walk` is read first.

`stories` says what belongs together, `drafts` and `modelled` write, `documents` makes the summary
of a draft, `settings` says which model writes and how it is asked, `many` works on many stories.
"""

from __future__ import annotations

from summarizer.pipeline.many import summarize_many
from summarizer.pipeline.walk import (
    MAX_SENTENCES,
    MAX_WORDS,
    check,
    dry_run,
    group,
    inspect,
    pack,
    summarize,
)

__all__ = [
    "MAX_SENTENCES",
    "MAX_WORDS",
    "check",
    "dry_run",
    "group",
    "inspect",
    "pack",
    "summarize",
    "summarize_many",
]
