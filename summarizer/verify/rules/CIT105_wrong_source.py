"""Cited source does not say it, another one does.

Little of the claim is found in the source it cites, and nearly all of it in another input: most
likely the wrong marker. The finding says where it stands. A cited page in another language may say
it in its own words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.findings import Fix
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.view import PartView

if TYPE_CHECKING:
    from collections.abc import Iterator


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
# of its weight in its source; a quarter has less than the other bound.
_LITTLE = 0.45
_NEARLY_ALL = 0.8


def check_part(part: PartView) -> Iterator[Problem]:
    """Parts that another source carries much better."""
    known = not part.source.article.english or part.coverage >= _LITTLE
    if known or part.claim.headline:
        return
    document = part.claim.document
    others = [s for s in document.sources.values() if s not in part.claim.sources]
    views = [PartView(part.claim, part.uncited, source, part.number) for source in others]
    best = max(views, key=lambda view: view.coverage, default=None)
    if best is not None and best.coverage >= _NEARLY_ALL:
        where = best.evidence[0]
        message = f"{part.source.id} does not say this; {best.source.id} does"
        fix = Fix(message=f"cite {best.source.id}, {where.start}–{where.end}", replacement=None)
        yield Problem(message, (where.evidence(),), fix)
