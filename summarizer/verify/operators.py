"""Words that turn a statement round or weaken it: negations, hedges and conditions."""

from __future__ import annotations

from typing import Literal, cast

from summarizer.text.lexicon import classes

Operator = Literal["negation", "hedge", "condition", "concession", "hearsay"]


def operator(word: str) -> Operator | None:
    """The class of a lower-case word, None for any other word."""
    if word.endswith("n't"):
        return "negation"
    return cast("Operator | None", classes("operators").get(word))
