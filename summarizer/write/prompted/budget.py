"""Tokens and prices before anything is sent.

A price is known for a model of this exact name at the provider that sells it under this name: a
gateway or a server of one's own may ask for another.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.model.summary import Tokens
from summarizer.text.token_counts import at_most, counter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.write.chat.exchange import Request

OPENAI = "api.openai.com"
_MILLION = 1_000_000
# Of the price, for what a batch answers: https://developers.openai.com/api/docs/guides/batch
_BATCHED = 0.5
# Digits of a cost: a token of the cheapest model here takes 5e-8 dollars.
DIGITS = 9
# Around a message and before the answer, as OpenAI counts them for its chat models.
_PER_MESSAGE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars for a million tokens, and where and when that was read (`source`, `date`)."""

    input: float
    output: float
    source: str
    date: str

    def of(self, tokens: Tokens, *, batched: bool = False) -> float:
        """What these tokens cost, in US dollars, without the noise of binary fractions."""
        exact = (self.input * tokens.input + self.output * tokens.output) / _MILLION
        return round(exact * (_BATCHED if batched else 1), DIGITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """What requests may take: their tokens, and the most that their answers may have.

    `cost` are US dollars if every answer is as long as it may be, None where no price is known.
    """

    input_tokens: int
    output_tokens: int
    cost: float | None


def price_of(
    model: str, own: Mapping[str, Price] | None = None, base_url: str | None = None
) -> Price | None:
    """The price of a model at a server (None: OpenAI), by one's `own` list (settings) first.

    None where it is not known.
    """
    if own and model in own:
        return own[model]
    host = urlsplit(base_url).hostname if base_url else OPENAI
    return _listed().get((host or "", model))


def estimate(
    requests: Sequence[Request],
    price: Price | None,
    counting: Callable[[str], Callable[[str], int]] = counter,
) -> Estimate:
    """The tokens of requests, and the most that these may cost.

    `counting` gives what counts for a model.
    """
    given, answered = 0, 0
    for request in requests:
        count = counting(request.model)
        texts = [message.content for message in request.messages]
        given += sum(count(text) + _PER_MESSAGE for text in texts)
        answered += request.max_tokens
    tokens = Tokens(input=given, output=answered)
    return Estimate(
        input_tokens=given, output_tokens=answered, cost=price.of(tokens) if price else None
    )


def within(requests: Sequence[Request], price: Price, limit: float) -> bool:
    """Whether requests and the longest answers to them cost no more than this (US dollars).

    Tokens are counted only where it is close: the vocabulary takes .4 s and 50 MiB.
    """
    costs = (estimate(requests, price, counting).cost for counting in (at_most, counter))
    return any(cost is not None and cost <= limit for cost in costs)


@functools.cache
def _listed() -> dict[tuple[str, str], Price]:
    """The prices by host and name of the model."""
    text = files(__package__).joinpath("prices.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {
        (each["host"], name): Price(
            input=float(each["input"]),
            output=float(each["output"]),
            source=each["source"],
            date=table["date"],
        )
        for each in table["model"]
        for name in each["names"]
    }
