"""Boilerplate, caption, teaser or advert cited as a fact of the event.

A page carries more than its article: captions, links to other stories, notices. A claim whose exact
citation lies there, or whose words stand there and not in the article, has no evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="boilerplate",
    example=Example(
        sources=(
            "Fire in Arden\n\nThe fire hurt 12 people.\n\nLighthouse of Holt sold to a painter",
        ),
        related=("Lighthouse of Holt sold to a painter",),
        bad="The lighthouse of Holt was sold to a painter. [1]",
        good="The fire hurt 12 people. [1]",
    ),
)

# A margin holds a claim if it has this share of its words' weight and the article less than this.
_HELD = 0.75
_UNHELD = 0.5
# Regions that stand around an article; a caption or a dateline may carry facts of its own.
_FOREIGN = ("boilerplate", "related", "comment")


def check_part(part: PartView) -> Iterator[Problem]:
    """Parts whose evidence stands outside of the article."""
    place = _cited_margin(part) or _margin(part)
    if place is not None:
        message = f"this stands in a {place.kind} of {part.source.id}, not in its article"
        yield Problem(message, (place.evidence(),))


def _cited_margin(part: PartView) -> SourceSentence | None:
    """The margin that an exact citation names."""
    places = [c for c in part.part.citations if c.source == part.source.id]
    for sentence in part.source.margins:
        inside = any(c.start < sentence.end and c.end > sentence.start for c in places)
        if inside and sentence.kind in _FOREIGN and not part.cited:
            return sentence
    return None


def _margin(part: PartView) -> SourceSentence | None:
    """The margin that has the claim's words where the article does not."""
    if part.cited or len(part.content) < 3 or part.coverage >= _UNHELD:
        return None
    weights = part.claim.document.weights
    for sentence in part.source.margins:
        if sentence.kind in _FOREIGN and weights.coverage(part.content, (sentence,)) >= _HELD:
            return sentence
    return None
