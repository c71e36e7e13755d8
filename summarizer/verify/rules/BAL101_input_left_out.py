"""Input that is neither cited nor explained.

Whoever reads a summary of five articles believes that it tells what the five say. An input that no
sentence cites needs a reason under the summary's sources. A summary in Markdown has no place for
reasons, so there it is only noted. Copies of a cited text and inputs on another event are
explained, and a summary with fewer sentences than inputs cannot cite them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import DocumentView

RULE = Rule(
    level="warning",
    verdict="one-sided",
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire in Arden hurt 12 people.",
            "Arden fire\n\nThe fire in Arden began in the harbour.",
        ),
        bad="The fire in Arden hurt 12 people. [1]\n\nThe fire in Arden hurt people. [1]",
        good="The fire in Arden hurt 12 people. [1]\n\nThe fire in Arden began in the harbour. [2]",
    ),
)


def check_document(view: DocumentView) -> Iterator[Problem]:
    """Sources that no claim cites."""
    if sum(not claim.headline for claim in view.claims) < len(view.sources):
        return
    cited = {source.id for claim in view.claims for source in claim.sources}
    explained = _explained(view)
    for source in view.sources.values():
        if source.id in cited or source.id in explained or not cited:
            continue
        fix = Fix(message=f"cite {source.id}, or say why it is left out", replacement=None)
        message = f"{source.id} is neither cited nor explained"
        yield Problem(message, fix=fix, level=None if view.document.data else "note")


def _explained(view: DocumentView) -> set[str]:
    """Sources that the summary, or the merging of the story, gives a reason for."""
    story = view.story
    reasons = {exclusion.source for exclusion in story.exclusions}
    reasons |= {source for event in story.events if not event.main for source in event.sources}
    reasons |= {member for duplicate in story.duplicates for member in duplicate.members}
    data = view.document.data
    listed = data.get("sources") if isinstance(data, dict) else None
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and entry.get("reason"):
            reasons.add(str(entry.get("id")))
    return reasons
