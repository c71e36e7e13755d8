"""Finding out what would be asked, before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.write.chat.cache import key_at

if TYPE_CHECKING:
    from summarizer.write.chat.cache import Answers
    from summarizer.write.chat.exchange import Answer, Request


class Awaited(Exception):  # noqa: N818  (an outcome with a way on, not a failure)
    """There is no answer yet: the request was taken down."""


class Gathering:
    """A chat that gives the answers that are kept, and takes down the requests that have none.

    Nothing is forgotten of what it gave: who asks in earnest is to find it.
    """

    def __init__(self, answers: Answers, url: str) -> None:
        """Look among the answers of the server at this address."""
        self._answers = answers
        self._url = url
        self.requests: dict[str, Request] = {}

    def ask(self, request: Request) -> Answer:
        """The answer that is kept.

        Raises:
            Awaited: there is none.
        """
        kept = self._answers.get(key_at(self._url, request.key))
        if kept is None:
            self.requests[request.key] = request
            raise Awaited
        return kept
