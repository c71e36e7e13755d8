"""Headline that says more than the sources.

A headline is short, and the temptation is to settle what the sources leave open: "proves",
"blames", "must". A word that settles, and a modifier with nothing known in it, must stand near
the evidence. Verbs that tell how a matter ends ("drops", "unites") may be paraphrase and warn.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from summarizer.text.lexicon import classes
from summarizer.text.tokens import stem
from summarizer.verify.align import counterpart
from summarizer.verify.novelty import additions
from summarizer.verify.registry import Example, Problem, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.model.findings import Level
    from summarizer.verify.view import ClaimView

RULE = Rule(
    level="error",
    verdict="fabricated",
    example=Example(
        sources=("Prosecutors charged the mayor of Arden with fraud on Monday.",),
        bad="# Charges prove fraud by the mayor of Arden [1]",
        good="# Mayor of Arden is charged with fraud [1]",
    ),
)


def check_claim(claim: ClaimView) -> Iterator[Problem]:
    """Words of a headline that settle or add something."""
    if not claim.headline or not claim.sources:
        return
    for addition in additions(claim):
        said = claim.text[addition.start : addition.end]
        message = f"'{said}' has no counterpart in the cited sources"
        place = (addition.start, addition.end, addition.level)
        yield Problem(message, addition.evidence, None, *place)
    near = [frozenset[str]().union(*(s.keys for s in part.context)) for part in claim.parts]
    for token in claim.tokens:
        kind = None if claim.quoted(token.start) else _settling().get(stem(token.lower))
        carried = [counterpart(token, keys) for keys in near]
        if kind is not None and not (any(carried) if kind else all(carried)):
            message = f"'{token.text}' settles what a cited source leaves open"
            level: Level = "warning" if kind else "error"
            yield Problem(message, start=token.start, end=token.end, level=level)


@functools.cache
def _settling() -> dict[str, str]:
    """Stems of the words that settle something, with their classes."""
    return {stem(word): kind for word, kind in classes("settling_words").items()}
