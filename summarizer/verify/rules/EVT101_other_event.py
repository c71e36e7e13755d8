"""Sentence about another event mixed in unmarked.

Inputs may tell of another occasion with the same names: an earlier call, another accident. What is
taken from them must say so in the same sentence, by a date or a word like "separate" or "earlier".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.summary import Event
from summarizer.text.dates import dates
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="other event",
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire at the harbour of Arden hurt 12 people.",
            "Fire in Holt\n\nThe fire at the mill of Holt hurt 3 people on 4 March.",
        ),
        bad="The fire at the harbour of Arden hurt 12 people. [1]\n\n"
        "The fire at the mill of Holt hurt 3 people. [2]",
        good="The fire at the harbour of Arden hurt 12 people. [1]\n\n"
        "In a separate fire on 4 March, the fire at the mill of Holt hurt 3 people. [2]",
        events=(
            Event(id="e1", label="harbour fire", sources=("s1",), main=True),
            Event(id="e2", label="mill fire", sources=("s2",), main=False),
        ),
    ),
)

_MARKS = frozenset(
    {"another", "separate", "separately", "earlier", "previous", "previously", "later", "other"}
    | {"different", "unrelated", "similar", "ago", "meanwhile", "elsewhere", "past", "second"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Parts that cite a source of another event without saying so."""
    event = next((e for e in part.claim.document.story.events if part.source.id in e.sources), None)
    if event is None or event.main or _marked(part):
        return
    message = f"{part.source.id} tells of another event ({event.label}), which the claim hides"
    fix = Fix(message="say that it is another event, or leave it out", replacement=None)
    yield Problem(message, tuple(s.evidence() for s in part.evidence[:1]), fix)


def _marked(part: PartView) -> bool:
    """Whether the claim says that it speaks of another occasion."""
    text = part.claim.text
    return bool(dates(text)) or any(token.lower in _MARKS for token in part.claim.tokens)
