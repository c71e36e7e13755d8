"""Cause that the source does not give.

"Because", "led to", "prompted" make one fact the reason of another. The source must tell both in
one sentence or in neighbouring ones, with some word of cause or consequence; two facts that stand
apart, or merely side by side, are not cause and effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.evidence import carriers
from summarizer.verify.order import causes, has_cause, may_cause
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.sequence import sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.text.tokens import Token
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="invented cause",
    example=Example(
        sources=("The bridge of Arden was closed on Monday. A storm hit the town on Sunday.",),
        bad="The bridge of Arden was closed on Monday because a storm hit the town. [1]",
        good="The bridge of Arden was closed on Monday. A storm hit the town on Sunday. [1]",
    ),
)


# Each side of the cause must be found this well, else the claim is no joining of two facts.
_FOUND = 0.5
# A sentence that tells a cause with so much of the other side is where the claim has it from.
_SOME = 0.25
# A cause in fewer words is found nearly anywhere.
_WORDS = 3


def check_part(part: PartView) -> Iterator[Problem]:
    """Words of cause between facts that the source tells apart."""
    for match in causes(part.text):
        place = part.start + match.start()
        cause, effect = sides(part.text, part.content, part.start, match)
        spoken = part.claim.quoted(place) or (cause and part.claim.quoted(cause[0].start))
        if spoken or len(cause) < _WORDS:
            continue
        ones, others = _carriers(part, cause), _carriers(part, effect)
        joined = any(_joined(one, other) for one in ones for other in others)
        if not ones or not others or joined or _told(part, cause, effect):
            continue
        message = f"{part.source.id} tells these two facts apart, not as cause and effect"
        evidence = (ones[0].evidence(), others[0].evidence())
        yield Problem(message, evidence, start=place, end=part.start + match.end())


def _told(part: PartView, cause: list[Token], effect: list[Token]) -> bool:
    """Whether a sentence with most words of one side tells a cause, and has some of the other."""
    weights = part.claim.document.weights
    return any(
        has_cause(sentence.text) and weights.coverage(other, [sentence]) >= _SOME
        for side, other in ((cause, effect), (effect, cause))
        for sentence in _carriers(part, side)
    )


def _carriers(part: PartView, tokens: list[Token]) -> list[SourceSentence]:
    """The sentences that have most of these words, the best first."""
    found = sorted(carriers(part, tokens, _FOUND), key=lambda each: -each[0])
    return [sentence for _, sentence in found]


def _joined(one: SourceSentence, other: SourceSentence) -> bool:
    """Whether a source may itself make these sentences, or parts of one, cause and effect."""
    if one is other:
        return may_cause(one.text)
    far = abs(one.number - other.number) > 1
    return not far and (has_cause(one.text) or has_cause(other.text))
