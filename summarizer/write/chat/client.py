"""One request to a server of the OpenAI protocol, over the openai package, without retries.

Importing this imports openai: 1.2 s of CPU and 30 MiB, so `opening` does it at the first question.
openai's own retries are off: `retry` is the one place that asks again. Answers are not streamed,
since a stream that is cut off looks like a whole one.
"""

from __future__ import annotations

import functools
import weakref
from typing import TYPE_CHECKING, Any

from httpx2 import InvalidURL
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    DefaultHttpxClient,
    OpenAI,
    Timeout,
)

from summarizer.errors import UsageError
from summarizer.write.chat.connection import not_reached, timed_out
from summarizer.write.chat.failures import (
    is_too_long,
    refused_with,
    said_by,
    too_large,
    unreadable,
)
from summarizer.write.chat.forms import Forms
from summarizer.write.chat.received import TooLargeError, bounding
from summarizer.write.chat.reply import answer, parsed
from summarizer.write.chat.retry_after import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.errors import ProviderError
    from summarizer.write.chat.exchange import Answer, Request
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing

# Sent where there is no key: openai wants one, and servers that need none ignore it.
_NO_KEY = "none"
# Seconds to make a connection, which even slow servers do at once.
_CONNECT = 15.0


class Client:
    """Sends requests to one server; safe to use from several threads."""

    def __init__(
        self,
        settings: ChatSettings,
        timing: Timing,
        notice: Callable[[str], None],
        sending: Callable[[], None],
    ) -> None:
        """Get ready for a server; nothing is sent yet.

        `sending` is called right before the first byte of each request.
        """
        self._host = settings.host
        self._key = settings.key
        self._clock = timing.clock
        self._notice = notice
        self._forms = Forms()
        http = _connections(settings, timing, sending)
        # they are kept open for the next request, and closed with the client
        weakref.finalize(self, http.close).atexit = False
        self._server = OpenAI(
            api_key=settings.key.reveal() if settings.key else _NO_KEY,
            base_url=settings.url,
            max_retries=0,
            # answers are small, and what is not compressed can be bounded
            default_headers={"Accept-Encoding": "identity"},
            http_client=http,
        )
        # openai imports more for it, which is better done before a request is booked
        self._create = self._server.chat.completions.with_raw_response.create

    def ask(self, request: Request, seconds: float) -> Answer:
        """One attempt at an answer, which may take so long.

        Raises:
            ProviderError: there is none; a `TransientError` if asking again may help.
        """
        began = self._clock()
        content = self._in_some_form(request.body(), seconds)
        taken = round(self._clock() - began, 3)
        return answer(content, model=request.model, host=self._host, seconds=taken)

    def models(self, seconds: float) -> tuple[str, ...]:
        """The ids of the models that the server lists.

        Raises:
            ProviderError: it has no list, or cannot be asked.
        """
        try:
            content = self._received(self._server.models.with_raw_response.list, seconds)
        except APIStatusError as error:
            raise self._failure(error) from None
        listed = parsed(content, self._host).get("data")
        if not isinstance(listed, list):
            raise unreadable(self._host, "it is no list of models")
        names = [each.get("id") for each in listed if isinstance(each, dict)]
        return tuple(name for name in names if isinstance(name, str) and name)

    def _in_some_form(self, body: dict[str, Any], seconds: float) -> bytes:
        """The body of a response; asked for in older forms as long as the server refuses a form."""
        while True:
            sent = self._forms.fit(body)
            try:
                return self._received(functools.partial(self._create, **sent), seconds)
            except APIStatusError as error:
                learned = None if is_too_long(error) else self._learned(sent, error)
                if learned is None:
                    raise self._failure(error) from None
                self._notice(learned)

    def _learned(self, sent: dict[str, Any], error: APIStatusError) -> str | None:
        return self._forms.learn(sent, error.status_code, f"{error.param} {said_by(error)}")

    def _received(self, call: Callable[..., Any], seconds: float) -> bytes:
        """The body of a response with status 200, without the key should the server repeat it."""
        try:
            response = call(timeout=Timeout(seconds, connect=min(seconds, _CONNECT)))
        except APITimeoutError:
            raise timed_out(self._host, seconds) from None
        except APIConnectionError as error:
            raise not_reached(self._host, error) from None
        except TooLargeError:
            raise too_large(self._host) from None
        content: bytes = response.http_response.content
        if self._key is None:
            return content
        return self._key.hidden(content.decode("latin-1")).encode("latin-1")

    def _failure(self, error: APIStatusError) -> ProviderError:
        """What an error status means, without the key should the server repeat it.

        It is raised without its cause, whose text may hold the key.
        """
        failure = refused_with(error, self._host, retry_after(error.response.headers))
        if self._key:
            failure.message = self._key.hidden(failure.message)
            failure.args = (failure.message,)
        return failure


def _connections(
    settings: ChatSettings, timing: Timing, sending: Callable[[], None]
) -> DefaultHttpxClient:
    """What opens connections; obeys HTTPS_PROXY and the like, and SSL_CERT_FILE.

    Raises:
        UsageError: they name something that is not there.
    """
    try:
        return DefaultHttpxClient(
            event_hooks=bounding(timing.clock, sending),
            follow_redirects=False,  # the key goes to no other server
            verify=settings.url.startswith("https:"),  # .1 s to load certificates, else unused
        )
    except (ImportError, OSError, ValueError, InvalidURL):  # their words may hold a password
        raise UsageError(
            "bad-network-settings",
            "the proxy or the certificates that the environment names cannot be used",
            "check HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and SSL_CERT_FILE",
        ) from None
