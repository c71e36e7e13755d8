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
from summarizer.verify.cuts import kept, lost
from summarizer.verify.registry import Example, Problem, Rule
from summarizer.verify.source import content_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.article import Span
    from summarizer.text.quotes import Quotation
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

# Speech that goes on behind the cut and limits what was said: an adjunct, or "and … not".
_GOES_ON = re.compile(
    r",?\s(?:and|but|or)\s(?:[\w'’]{1,20}\s){0,4}?(?:not|never|no)\b"
    r"|\s(?:at|for|in|on|if|unless|until|when|because|without|before|after|with|to|by|outside)\s"
)
_STOP = re.compile(r"[.;:!?“”\"—\n]|, ")
_ENDS = re.compile(r"\s*(?:[.,]|\Z)")
# Quotations whose words the source has: a mark left out makes speech look like prose.
_THERE = ("verbatim", "prose")
# Fewer quoted words are a phrase taken up, not a statement cut.
_WORDS = 4
_AHEAD = 160  # characters looked at behind a cut


def check_part(part: PartView) -> Iterator[Problem]:
    """Quotations whose clause lost an operator by the cut."""
    for judged in part.judged:
        sentence = part.source.sentence_at(judged.place.start) if judged.place else None
        if judged.kind not in _THERE or judged.place is None or sentence is None:
            continue
        span = judged.quotation
        if missing := lost(part.source, judged.place) - kept(part, span):
            what = " and ".join(sorted(missing))
            message = f"the {what} that stands with these words in the source is cut off"
            yield Problem(message, (sentence.evidence(),), start=span.start, end=span.end)
        elif limit := _limit(part, span, judged.place):
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
