"""US dollars for a whole recording."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.write.prompted.budget import estimate

if TYPE_CHECKING:
    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.prompted.budget import Price


class UnpaidError(Exception):
    """The next request might cost more than is left."""


class Budget:
    """What may be spent and what was; requests under way count with the longest answer."""

    def __init__(self, limit: float | None) -> None:
        """Nothing is spent yet; without a limit nothing is refused."""
        self._limit = limit
        self._held = 0.0
        self._lock = threading.Lock()
        self.spent = 0.0

    def require(self, model: str | None, price: Price | None) -> None:
        """Hold that the limit can be kept for a model.

        Raises:
            UsageError: nobody knows its price.
        """
        if self._limit is not None and price is None:
            raise UsageError(
                "no-price",
                f"the price of {model} is not known, so --max-cost cannot be kept",
                f'give it under [model.prices."{model}"] in summarizer.toml',
            )

    def paying(self, chat: Chat, price: Price | None) -> Chat:
        """A chat that asks only what is certainly paid for, else raises UnpaidError."""

        def ask(request: Request) -> Answer:
            held = self._hold(request, price)
            cost = 0.0
            try:
                answer = chat(request)
                cost = price.of(answer.tokens) if price else 0.0
                return answer
            finally:
                with self._lock:
                    self._held -= held
                    self.spent += cost

        return ask

    def _hold(self, request: Request, price: Price | None) -> float:
        """Put the most that a request can cost aside.

        Raises:
            UnpaidError: there is not so much left.
        """
        if self._limit is None or price is None:
            return 0.0
        most = estimate((request,), price).cost or 0.0
        with self._lock:
            if self.spent + self._held + most > self._limit:
                raise UnpaidError
            self._held += most
        return most
