"""Doer and target exchanged.

"A told B" is not "B told A". The names before and after a verb are compared with the evidence
that has the same verb between the same two names; the passive is turned round first. Where words
other than names change places, it warns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.verify.agency import acts, swapped
from summarizer.verify.align import counterpart
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.sides import agree, sentence_sides, sides, turned

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

# Below this share of its words the evidence may be about another act.
_FOUND = 0.6


def check_part(part: PartView) -> Iterator[Problem]:
    """Acts of the claim that the source has with the sides exchanged."""
    found = list(_names_exchanged(part))
    yield from found or _words_exchanged(part)


def _names_exchanged(part: PartView) -> Iterator[Problem]:
    """Verbs with two names on the other side each."""
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


def _words_exchanged(part: PartView) -> Iterator[Problem]:
    """Verbs whose sides change places in the evidence, and nowhere there agree."""
    if part.claim.headline or part.coverage < _FOUND:
        return
    acts_here = list(sides(part.claim.text, part.tokens))
    given = [(s, act) for s in part.context for act in sentence_sides(s)] if acts_here else []
    for act in acts_here:
        kept = any(agree(act, other) for _, other in given)
        if kept or part.claim.quoted(act.verb.start):
            continue
        against = next((s for s, other in given if turned(act, other)), None)
        if against:
            message = (
                f"{part.source.id} may have the sides of '{act.verb.text}' the other way round"
            )
            start, end = act.verb.start, act.verb.end
            yield Problem(message, (against.evidence(),), start=start, end=end, level="warning")


def _tellers(part: PartView, act: Act) -> list[SourceSentence]:
    """The sentences with the verb of an act and one of its names."""
    surnames = [name.split()[-1] for name in (*act.doers, *act.others)]
    return [
        sentence
        for sentence in part.source.sentences
        if counterpart(act.verb, sentence.keys) and any(n in sentence.text for n in surnames)
    ]
