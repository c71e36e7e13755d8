"""Doer and target exchanged.

"A told B" is not "B told A". The names before and after a verb are compared with the evidence
that has the same verb between the same two names; the passive is turned round first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.agency import acts, swapped
from summarizer.verify.align import counterpart
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.verify.agency import Act
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="swapped",
    example=Example(
        sources=("Last year Ann Ode sued Tom Reyes over the bridge.",),
        bad="Last year Tom Reyes sued Ann Ode over the bridge. [1]",
        good="Last year Tom Reyes was sued by Ann Ode over the bridge. [1]",
    ),
)


def check_part(part: PartView) -> Iterator[Problem]:
    """Acts of the claim that the source has with the names exchanged."""
    claim = part.claim
    for act in acts(claim.text, part.tokens, claim.names, 0):
        if claim.quoted(act.verb.start):
            continue
        for sentence in _tellers(part, act):
            given = acts(sentence.text, sentence.tokens, sentence.names, sentence.start)
            pair = next((pair for other in given if (pair := swapped(act, other))), None)
            if pair:
                message = f"{part.source.id} has {pair[1]} and {pair[0]} the other way round"
                start, end = act.verb.start, act.verb.end
                yield Problem(message, (sentence.evidence(),), start=start, end=end)
                break


def _tellers(part: PartView, act: Act) -> list[SourceSentence]:
    """The sentences with the verb of an act and one of its names."""
    surnames = [name.split()[-1] for name in (*act.doers, *act.others)]
    return [
        sentence
        for sentence in part.source.sentences
        if counterpart(act.verb, sentence.keys) and any(n in sentence.text for n in surnames)
    ]
