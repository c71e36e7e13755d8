"""A server of the OpenAI protocol over the openai package: connections, bounds, failures.

Importing this imports openai: 1.2 s of CPU and 30 MiB, so it is done at the first question.
openai's own retries are off: `retry` is the one place that asks again.
"""

from __future__ import annotations

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
from summarizer.write.chat.failures import refused_with, too_large
from summarizer.write.chat.received import TooLargeError, bounding
from summarizer.write.chat.retry_after import retry_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.errors import ProviderError
    from summarizer.write.chat.settings import ChatSettings
    from summarizer.write.chat.timing import Timing

# Sent where there is no key: openai wants one, and servers that need none ignore it.
_NO_KEY = "none"
# Seconds to make a connection, which even slow servers do at once.
_CONNECT = 15.0


def freely() -> None:
    """Send without a booking."""


class Server:
    """One server, safe to use from several threads; `api` has the calls of the protocol."""

    def __init__(
        self, settings: ChatSettings, timing: Timing, sending: Callable[[], None] = freely
    ) -> None:
        """Get ready for it; nothing is sent yet.

        `sending` is called right before the first byte of each request.
        """
        self.host = settings.host
        self._key = settings.key
        http = _connections(settings, timing, sending)
        # they are kept open for the next request, and closed with the server
        weakref.finalize(self, http.close).atexit = False
        self.api = OpenAI(
            api_key=settings.key.reveal() if settings.key else _NO_KEY,
            base_url=settings.url,
            max_retries=0,
            # answers are small, and what is not compressed can be bounded
            default_headers={"Accept-Encoding": "identity"},
            http_client=http,
        )

    def received(self, call: Callable[..., Any], seconds: float) -> bytes:
        """The body of a response with status 200, without the key should the server repeat it.

        Raises:
            APIStatusError: it has another status; `failure` says what that means.
            ProviderError: there is no response, or one without end.
        """
        try:
            response = call(timeout=Timeout(seconds, connect=min(seconds, _CONNECT)))
        except APITimeoutError:
            raise timed_out(self.host, seconds) from None
        except APIConnectionError as error:
            raise not_reached(self.host, error) from None
        except TooLargeError:
            raise too_large(self.host) from None
        content: bytes = response.http_response.content
        if self._key is None:
            return content
        return self._key.hidden(content.decode("latin-1")).encode("latin-1")

    def failure(self, error: APIStatusError) -> ProviderError:
        """What an error status means, without the key should the server repeat it.

        It is to be raised without its cause, whose text may hold the key.
        """
        failure = refused_with(error, self.host, retry_after(error.response.headers))
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
