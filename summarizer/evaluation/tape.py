"""The recorded answers of one trial, as a chat: it replays, and asks on where it may.

A cassette is the only state of a recording: each answer is a file that is there whole or not at
all, so that who was interrupted asks only what has no answer yet.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.model.summary import Tokens
from summarizer.write.chat.cassette import recorded, unknown
from summarizer.write.prompted.options import Spent, Unusable

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.write.chat.exchange import Answer, Chat, Request

_REPAIR = "repair"


class StaleError(Exception):
    """No answer was recorded to the request that would be sent today."""


class Tape:
    """The answers of a trial, and what they took when they were recorded.

    A request has its trial as the seed; an answer to the same request without a seed will do, for
    there are servers that take none. `further` answers what the folder does not; without it a
    request for other wordings, or another try, counts as unanswered: what failed is then replaced
    or withheld, as if the model had nothing to say.
    """

    def __init__(self, folder: Path, further: Chat | None = None) -> None:
        """Use the answers of a folder."""
        self._folder = folder
        self._further = further
        self._asked: set[str] = set()
        self.tokens = Tokens(input=0, output=0)
        self.seconds = 0.0
        self.unanswered = 0
        self.new = 0

    def __call__(self, request: Request) -> Answer:
        """The recorded answer, else a new one.

        Raises:
            StaleError: there is none to a request that the summary cannot be written without.
            Unusable: there is none to another one.
            InputError: a file was changed by hand.
            ProviderError: what `further` raises.
        """
        answer = self._recorded(request) or self._new(request)
        more = answer.tokens
        self.tokens = Tokens(
            input=self.tokens.input + more.input, output=self.tokens.output + more.output
        )
        self.seconds += answer.seconds
        self._asked.add(request.schema_name)
        return answer

    def _recorded(self, request: Request) -> Answer | None:
        either = (request, replace(request, seed=None))
        return next((found for each in either if (found := recorded(self._folder, each))), None)

    def _new(self, request: Request) -> Answer:
        if self._further is not None:
            answer = self._further(request)
            self.new += 1
            return answer
        if request.schema_name != _REPAIR and request.schema_name not in self._asked:
            raise StaleError(unknown(self._folder, request).message)
        self.unanswered += 1
        raise Unusable("no answer was recorded", Spent())
