"""Factual sentence without a citation.

Every sentence of a summary names the places it was taken from. Only the headline may go without:
it is then read against the sources that the body cites. Where an input has the sentence, the
finding names the place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.document import Part
from summarizer.verify.elsewhere import citing, elsewhere
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="uncited",
    example=Example(
        sources=("Fire in Arden\n\nA fire closed the harbour of Arden on Monday.",),
        bad="A fire closed the harbour of Arden.",
        good="A fire closed the harbour of Arden. [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """A claim with words of content and no citation."""
    cited = claim.sources or claim.unresolved
    if cited or claim.headline or not content_tokens(claim.tokens):
        return
    best = elsewhere(claim, Part(start=0, end=len(claim.text)))
    if best is None:
        yield Problem("no source is cited for this sentence")
    else:
        message = f"no source is cited for this sentence; {best.source.id} has it"
        yield Problem(message, (best.evidence[0].evidence(),), citing(best))
