"""Citation that adds nothing.

The same source is marked twice for one stretch, or a cited sentence shares no word of content with
the claim. Dropping the citation loses nothing, and a reader is spared a look in vain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="warning",
    verdict="idle citation",
    example=Example(
        sources=("A fire closed the harbour of Arden on Monday.",),
        bad="A fire closed the harbour of Arden. [1][1]",
        good="A fire closed the harbour of Arden. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Markers given twice, and cited sentences without a word of the claim."""
    for part in claim.cited_parts:
        seen = set()
        for marker in part.markers:
            if (marker.label, marker.note) in seen:
                start, end = claim.given.local(marker.start), claim.given.local(marker.end)
                yield Problem(f"source {marker.label} is marked twice", start=start, end=end)
            seen.add((marker.label, marker.note))
    for view in claim.parts:
        for sentence in view.cited:
            if not claim.document.weights.coverage(view.content, [sentence]):
                message = f"this sentence of {view.source.id} shares no word with the claim"
                yield Problem(message, (sentence.evidence(),))
