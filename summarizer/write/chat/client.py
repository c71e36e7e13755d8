"""One request to a server of the OpenAI protocol, without retries.

Answers are not streamed, since a stream that is cut off looks like a whole one.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from openai import APIStatusError

from summarizer.write.chat.failures import is_too_long, said_by, unreadable
from summarizer.write.chat.forms import Forms
from summarizer.write.chat.reply import answer, parsed
from summarizer.write.chat.server import Server, freely

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Answer, Request
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing


class Client:
    """Sends requests to one server; safe to use from several threads."""

    def __init__(
        self,
        settings: ChatSettings,
        timing: Timing,
        notice: Callable[[str], None],
        sending: Callable[[], None] = freely,
    ) -> None:
        """Get ready for a server; nothing is sent yet.

        `sending` is called right before the first byte of each request.
        """
        self._clock = timing.clock
        self._notice = notice
        self._forms = Forms()
        self._server = Server(settings, timing, sending)
        # openai imports more for it, which is better done before a request is booked
        self._create = self._server.api.chat.completions.with_raw_response.create

    def ask(self, request: Request, seconds: float) -> Answer:
        """One attempt at an answer, which may take so long.

        Raises:
            ProviderError: there is none; a `TransientError` if asking again may help.
        """
        began = self._clock()
        content = self._in_some_form(request.body(), seconds)
        taken = round(self._clock() - began, 3)
        return answer(content, model=request.model, host=self._server.host, seconds=taken)

    def models(self, seconds: float) -> tuple[str, ...]:
        """The ids of the models that the server lists.

        Raises:
            ProviderError: it has no list, or cannot be asked.
        """
        try:
            content = self._server.received(self._server.api.models.with_raw_response.list, seconds)
        except APIStatusError as error:
            raise self._server.failure(error) from None
        listed = parsed(content, self._server.host).get("data")
        if not isinstance(listed, list):
            raise unreadable(self._server.host, "it is no list of models")
        names = [each.get("id") for each in listed if isinstance(each, dict)]
        return tuple(name for name in names if isinstance(name, str) and name)

    def _in_some_form(self, body: dict[str, Any], seconds: float) -> bytes:
        """The body of a response; asked for in older forms as long as the server refuses a form."""
        while True:
            sent = self._forms.fit(body)
            try:
                return self._server.received(functools.partial(self._create, **sent), seconds)
            except APIStatusError as error:
                learned = None if is_too_long(error) else self._learned(sent, error)
                if learned is None:
                    raise self._server.failure(error) from None
                self._notice(learned)

    def _learned(self, sent: dict[str, Any], error: APIStatusError) -> str | None:
        return self._forms.learn(sent, error.status_code, f"{error.param} {said_by(error)}")
