"""Cited source does not say it, another one does.

Little of the claim is found in the source it cites, and nearly all of it in another input: most
likely the wrong marker. The finding says where it stands. A cited page in another language may say
it in its own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.elsewhere import citing, elsewhere
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="wrong source",
    example=Example(
        sources=("A fire closed the harbour.", "The council voted for a bridge."),
        bad="A fire closed the harbour. [2]\n\nThere was a fire. [1]",
        good="A fire closed the harbour. [1]\n\nThe council voted for a bridge. [2]",
    ),
)

# Of 1,850 rightly cited parts of freely paraphrased summaries, 1 in 200 has less than this share
# of its weight in its source.
_LITTLE = 0.45


def check_part(part: PartView) -> Iterator[Problem]:
    """Parts that another source carries much better."""
    known = not part.source.article.english or part.coverage >= _LITTLE
    if known or part.claim.headline:
        return
    best = elsewhere(part.claim, part.uncited, part.number)
    if best is not None:
        message = f"{part.source.id} does not say this; {best.source.id} does"
        yield Problem(message, (best.evidence[0].evidence(),), citing(best))
