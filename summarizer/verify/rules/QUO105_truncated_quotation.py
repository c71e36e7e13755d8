"""Quotation cut so that its meaning turns.

The words are verbatim, but right before or after them, in the same clause, the source has a
negation, a hedge or a condition that the claim lost: "I do not say that we will sell" is not
"we will sell". Operators of neighbouring clauses do not count, nor do those that the claim gives
in its own words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.tokens import tokenize
from summarizer.verify.operators import Operator, operator, operators
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Span
    from summarizer.verify.source import SourceSentence
    from summarizer.verify.view import PartView

RULE = Rule(
    level="error",
    verdict="truncated",
    example=Example(
        sources=('"I do not say that we will sell the harbour," said the mayor, Ann Ode.',),
        bad='The mayor, Ann Ode, said that "we will sell the harbour". [1]',
        good='The mayor, Ann Ode, said: "I do not say that we will sell the harbour." [1]',
    ),
)

_CLAUSE = re.compile(r"[;:.!?—–]|--|, (?:(?:and|but|so|yet|or|while|which|who)\b|(?=[A-Z“\"]))")
_LEFT_CONDITION = re.compile(r"\W*(?:and |but |so )?(?:if|unless)\b", re.IGNORECASE)
_RIGHT_CONDITION = re.compile(
    r"[,\s]{0,2}(?:is |was )?(?:only )?(?:if|unless|provided|except if|as long as)\b", re.IGNORECASE
)
# A negation or hedge further than this from the cut governs something else.
_NEAR = 7


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations whose clause lost an operator by the cut."""
    for judged in part.judged:
        sentence = part.source.sentence_at(judged.place.start) if judged.place else None
        if judged.kind != "verbatim" or judged.place is None or sentence is None:
            continue
        lost = _lost(sentence, judged.place) - operators(part.claim.tokens)
        if lost and not _weakened(part, lost):
            what = " and ".join(sorted(lost))
            message = f"the {what} that stands with these words in the source is cut off"
            span = judged.quotation
            yield Problem(message, (sentence.evidence(),), start=span.start, end=span.end)


def _weakened(part: PartView, lost: set[Operator]) -> bool:
    """Whether the claim weakens the words in another way."""
    return lost <= {"hedge", "condition"} and bool(operators(part.claim.tokens))


def _lost(sentence: SourceSentence, place: Span) -> set[Operator]:
    """Operators beside a stretch of a source sentence, in the same clause."""
    text = sentence.source.text
    left, right = text[sentence.start : place.start], text[place.end : sentence.end]
    found: set[Operator] = set()
    if _LEFT_CONDITION.match(left) and not re.search(r"[;.!?]", left):
        found.add("condition")
    if _RIGHT_CONDITION.match(right):
        found.add("condition")
    cuts = [match.end() for match in _CLAUSE.finditer(left)]
    clause = left[cuts[-1] if cuts else 0 :]
    near = tokenize(clause)[-_NEAR:]
    if '"' in clause.replace("“", '"').replace("”", '"').strip()[1:]:
        near = tokenize(re.split(r'["“”]', clause)[-1])[-_NEAR:]
    return found | {kind for t in near if (kind := operator(t.lower)) and kind != "condition"}
