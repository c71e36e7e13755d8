"""A chat that counts what it spends, and spends no more than it is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.model.summary import Tokens
from summarizer.write.prompted.budget import DIGITS, within
from summarizer.write.prompted.options import Spent, Unusable

if TYPE_CHECKING:
    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.prompted.budget import Price


class Purse:
    """What one summary spends on a model; `price` is None where it is not known.

    `limit` are US dollars, None for no limit. Before each request the longest answer is counted, so
    that the limit holds whatever comes.
    """

    def __init__(self, chat: Chat, price: Price | None, limit: float | None) -> None:
        """Nothing is spent yet."""
        self._chat = chat
        self._price = price
        self._limit = limit
        self._cost = 0.0
        self.spent = Spent()

    @property
    def cost(self) -> float | None:
        """US dollars, None where the price is not known."""
        return round(self._cost, DIGITS) if self._price else None

    def __call__(self, request: Request) -> Answer:
        """Ask.

        Raises:
            Unusable: the answer might cost more than is left.
        """
        if self._limit is not None:
            left = self._limit - (self.cost or 0)
            if not self._price or not within((request,), self._price, left):
                raise Unusable("no money was left to ask again", Spent())
        answer = self._chat(request)
        paid = Tokens(input=0, output=0) if answer.stored else answer.tokens
        if self._price:
            self._cost += self._price.of(paid, batched=answer.batched)
        self.spent += Spent(
            tokens=paid,
            requests=1,
            stored=int(answer.stored),
            seconds=0.0 if answer.stored else answer.seconds,
        )
        return answer
