"""Citation of a source or a place that does not exist.

A marker stands for an input, and an exact citation for a sentence of one. A number beyond the
last input, or an unknown id, proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.summary import Citation
from summarizer.verify.document import Marker, Part
from summarizer.verify.elsewhere import citing, elsewhere
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="ghost citation",
    example=Example(
        sources=("Fire in Arden\n\nA fire closed the harbour of Arden on Monday.",),
        bad="A fire closed the harbour of Arden. [1][3]",
        good="A fire closed the harbour of Arden. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Markers and citations of sources and sentences that are not there."""
    count = len(claim.document.sources)
    best = elsewhere(claim, Part(start=0, end=len(claim.text))) if claim.unresolved else None
    fix = citing(best) if best else None
    evidence = (best.evidence[0].evidence(),) if best else ()
    for each in claim.unresolved:
        name, start, end = each.source if isinstance(each, Citation) else each.label, None, None
        if isinstance(each, Marker):
            start, end = claim.given.local(each.start), claim.given.local(each.end)
        message = f"there is no source {name} among the {count} inputs"
        yield Problem(message, evidence, fix, start=start, end=end)
    for part in claim.cited_parts:
        for citation in part.citations:
            source = claim.document.sources.get(citation.source)
            ids = {sentence.id for sentence in source.article.sentences} if source else {""}
            if source and citation.sentence not in ids:
                yield Problem(f"{source.id} has no sentence {citation.sentence}")
