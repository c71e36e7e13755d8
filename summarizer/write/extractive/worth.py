"""What a wording is worth to a reader: whose voice it is, how well it reads, how new it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from summarizer.text.clumsy import clumsiness
from summarizer.text.dates import dates
from summarizer.text.numbers import quantities
from summarizer.text.quotes import quotations
from summarizer.write.extractive.voice import judging, undated

if TYPE_CHECKING:
    from collections.abc import Container

    from summarizer.model.summary import ClaimKind
    from summarizer.write.extractive.wording import Wording

# What a candidate is worth beside one in the middle of the range.
_OTHER_OCCASION = 0.6
_LONG_WINDED = 0.8
_LOADED = 0.4
_CLUMSY = 0.6
_UNDATED = 0.8
# An opening that says when is worth more than one that does not.
_DATED = 1.2
_LONGEST_WORDS = 60


def reported(wording: Wording, partial: Container[str]) -> bool:
    """Whether it is a report: a commentator's own voice is none, what he quotes may be."""
    own = wording.evidence[0].article.id in partial
    if not own:
        return True
    quoted = sum(each.end - each.start for each in quotations(wording.text))
    return wording.attribution is not None and 2 * quoted >= len(wording.text)


def prior(wording: Wording, *, aside: bool) -> float:
    """How well a wording reads: less if put together, aside, loaded, clumsy, of "today" or long."""
    length = len(wording.text.split())
    worth = wording.fidelity * (_OTHER_OCCASION if aside else 1.0)
    worth *= _LOADED ** len(judging(wording.text))
    worth *= math.pow(_CLUMSY, clumsiness(wording.text))
    worth *= _UNDATED if undated(wording.text) else 1.0
    if wording.evidence[0].position == 0 and dates(wording.text):
        worth *= _DATED
    return worth * (_LONG_WINDED if length > _LONGEST_WORDS else 1.0)


def kind_of(wording: Wording, *, aside: bool) -> ClaimKind:
    """What a wording tells; `aside`: of another occasion."""
    if aside:
        return "background"
    if wording.attribution:
        return "statement"
    counted = ("count", "money", "percent")
    figures = any(q.kind in counted and q.value > 1 for q in quantities(wording.text))
    return "figure" if figures else "event"
