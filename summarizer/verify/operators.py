"""Words that turn a statement round or weaken it: negations, hedges and conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from summarizer.text.lexicon import classes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.text.tokens import Token

Operator = Literal["negation", "hedge", "condition"]


def operator(word: str) -> Operator | None:
    """The class of a lower-case word, None for any other word."""
    if word.endswith("n't"):
        return "negation"
    return cast("Operator | None", classes("operators").get(word))


def operators(tokens: Iterable[Token]) -> set[Operator]:
    """The classes that are among these words."""
    return {kind for token in tokens if (kind := operator(token.lower)) is not None}
