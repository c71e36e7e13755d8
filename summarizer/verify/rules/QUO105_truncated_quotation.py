"""Quotation cut so that its meaning turns.

The words are verbatim, but right before or after them, in the same clause, the source has a
negation, a hedge or a condition that the claim lost: "I do not say that we will sell" is not
"we will sell". Operators of neighbouring clauses do not count, nor do those that the claim gives
in its own words. A quotation of some length that ends before an adjunct ("at your own risk", "for
six months", "and not before") which the claim leaves out is worth a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.tokens import tokenize
from summarizer.verify.align import counterpart, word_keys
from summarizer.verify.operators import Operator, operator, operators
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Span
    from summarizer.text.quotes import Quotation
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
# Speech that goes on behind the cut and limits what was said: an adjunct, or "and … not".
_GOES_ON = re.compile(
    r",?\s(?:and|but|or)\s(?:[\w'’]{1,20}\s){0,4}?(?:not|never|no)\b"
    r"|\s(?:at|for|in|on|if|unless|until|when|because|without|before|after|with|to|by)\s"
)
_STOP = re.compile(r"[.;:!?“”\"—\n]|, ")
_ENDS = re.compile(r"\s*(?:[.,]|\Z)")
# Fewer quoted words are a phrase taken up, not a statement cut.
_WORDS = 4
_AHEAD = 160  # characters looked at behind a cut
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
        elif limit := _limit(part, judged.quotation, judged.place):
            span = judged.quotation
            message = f"the source goes on '{limit}', which limits these words"
            evidence = (sentence.evidence(),)
            yield Problem(message, evidence, start=span.start, end=span.end, level="warning")


def _limit(part: PartView, quotation: Quotation, place: Span) -> str | None:
    """What follows a quotation in the source and limits it, if the claim leaves it out and ends."""
    claim, text = part.claim, part.source.text
    inside = [t for t in part.tokens if quotation.start <= t.start < quotation.end]
    behind = text[place.end : place.end + _AHEAD]
    if len(inside) < _WORDS or not _GOES_ON.match(behind):
        return None
    if not _ENDS.match(claim.text, quotation.outer_end):
        return None
    stop = _STOP.search(behind, 1)
    rest = behind[: stop.start() if stop else _AHEAD]
    keys = frozenset[str]().union(*(word_keys(token.lower) for token in part.content))
    told = all(counterpart(token, keys) for token in content_tokens(tokenize(rest)))
    return None if told else rest.strip(" ,")


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
