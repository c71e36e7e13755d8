"""Which stories a digest tells, in which order, and what is new in those that go on."""

from __future__ import annotations

from summarizer.digest.stories.changing import changes
from summarizer.digest.stories.choosing import choose

__all__ = ["changes", "choose"]
