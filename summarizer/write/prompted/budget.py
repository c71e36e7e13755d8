"""Tokens and prices before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.model.summary import Tokens
    from summarizer.write.chat.exchange import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars for a million tokens; `source` and `date` say where and when it was read."""

    input: float
    output: float
    source: str
    date: str

    def of(self, tokens: Tokens) -> float:
        """What these tokens cost, in US dollars."""
        raise NotImplementedError


def price_of(model: str, own: Mapping[str, Price] | None = None) -> Price | None:
    """The price of a model, one's `own` list (settings) first; None where it is not known."""
    raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What a run may take at most: tokens of the first try, without repair; `cost` in US dollars.

    `cost` is None where the price of the model is not known.
    """

    input_tokens: int
    output_tokens: int
    cost: float | None


def estimate(request: Request, own: Mapping[str, Price] | None = None) -> Estimate:
    """The tokens and the most that a request may cost: its whole limit of output is counted."""
    raise NotImplementedError
