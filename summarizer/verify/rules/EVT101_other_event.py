"""Sentence about another event mixed in unmarked.

Inputs may tell of another occasion with the same names: an earlier call, another accident. What is
taken from them must say so in the same sentence, by a date or a word like "separate" or "earlier".
It only warns where a source of the main event tells the same, and a passage about another occasion
inside such a source is worth a note. A summary of the other event alone mixes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.model.summary import Event
from summarizer.text.dates import dates
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.view import PartView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import DocumentView

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
            Event(id="e1", label="harbour fire", date=None, sources=("s1",), main=True),
            Event(id="e2", label="mill fire", date=None, sources=("s2",), main=False),
        ),
    ),
)

# From this share of its words on, the part is told of the main event as well.
_CARRIED = 0.8
_MARKS = frozenset(
    {"another", "separate", "separately", "earlier", "previous", "previously", "later", "other"}
    | {"different", "unrelated", "similar", "ago", "meanwhile", "elsewhere", "past", "second"}
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Parts that cite a source, or a passage, about another event without saying so."""
    event = _event(part)
    if event is None or not _mixed(part.claim.document) or _marked(part):
        return
    level: Level = "note" if part.source.id in _main(part.claim.document) else "error"
    if level == "note" and part.claim.given.aside:
        return
    if level == "error" and _known(part):
        level = "warning"
    message = f"{part.source.id} tells of another event ({event.label}), which the claim hides"
    fix = Fix(message="say that it is another event, or leave it out", replacement=None)
    yield Problem(message, tuple(s.evidence() for s in part.evidence[:1]), fix, level=level)


def _main(document: DocumentView) -> tuple[str, ...]:
    """The ids of the sources that tell of the main event."""
    return next((event.sources for event in document.story.events if event.main), ())


def _mixed(document: DocumentView) -> bool:
    """Whether the summary tells of the main event, so that another one would be mixed in."""
    main = _main(document)
    return any(source.id in main for source in document.cited)


def _event(part: PartView) -> Event | None:
    """The other event that the source, or the passage that carries the part, tells of."""
    document = part.claim.document
    if part.source.id not in _main(document):
        return next((e for e in document.story.events if part.source.id in e.sources), None)
    best = part.evidence[:1]
    return document.library.asides.get((part.source.id, best[0].start)) if best else None


def _known(part: PartView) -> bool:
    """Whether a source of the main event carries the part as well."""
    sources = part.claim.document.sources
    others = [sources[name] for name in _main(part.claim.document) if name in sources]
    views = (PartView(part.claim, part.uncited, source, part.number) for source in others)
    return any(view.coverage >= _CARRIED for view in views)


def _marked(part: PartView) -> bool:
    """Whether the claim says that it speaks of another occasion."""
    text = part.claim.text
    return bool(dates(text)) or any(token.lower in _MARKS for token in part.claim.tokens)
