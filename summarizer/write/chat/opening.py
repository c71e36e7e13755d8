"""Opening a way to a model: the parts put together.

From the inside out: the client sends one request; `retry` asks again; `pace` keeps within limits;
`circuit` stops after repeated failures; the cache keeps answers; a cassette replays or records
them.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from summarizer.errors import ProviderError, UsageError
from summarizer.write.chat.cache import Cache, cached
from summarizer.write.chat.cassette import recording, replaying
from summarizer.write.chat.circuit import Circuit, breaking
from summarizer.write.chat.pace import Pace, paced
from summarizer.write.chat.settings import require
from summarizer.write.chat.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Answer, Chat, Request
    from summarizer.write.chat.settings import ChatSettings

# Seconds for a list of models.
_LISTING = 30.0


def open_chat(
    settings: ChatSettings,
    *,
    notice: Callable[[str], None] | None = None,
    timing: Timing | None = None,
) -> Chat:
    """What answers requests; safe to be asked from several threads, and to be shared by stories.

    An answer that met the limit of tokens says so (its `finish` is `length`): whether to ask with a
    higher one is for who knows the costs. Every other answer is complete, but never yet JSON.
    `notice` is given what people should know while they wait. Once `timing.stop` is set nothing
    more is sent.

    Raises:
        UsageError: settings that contradict each other or cannot be.
        InputError: the cassette to be replayed is not there. The `Chat` itself raises
            ProviderError (exit status 4), and UsageError for a request that a cassette lacks.
    """
    require(settings)
    if settings.cassette is not None and not settings.record:
        return replaying(settings.cassette)
    told, timed = notice or _silent, timing or Timing()
    chat = breaking(_made_when_asked(lambda: _asking(settings, timed, told)), Circuit(timed))
    kept = settings.answers or (Cache(settings.cache) if settings.cache else None)
    if kept is not None:
        chat = cached(chat, kept, settings, timed)
    if settings.cassette is not None:
        chat = recording(chat, settings.cassette, settings.host.partition(":")[0])
    return chat


def _made_when_asked(make: Callable[[], Chat]) -> Chat:
    """A chat that is made at the first question."""
    lock = threading.Lock()
    made: list[Chat] = []

    def ask(request: Request) -> Answer:
        with lock:
            if not made:
                made.append(make())
        return made[0](request)

    return ask


def _asking(settings: ChatSettings, timing: Timing, notice: Callable[[str], None]) -> Chat:
    """The client with its retries, at the pace that is allowed.

    All of it is there before the first request is booked: what lies between a booking and its
    request lets the server see requests closer together than they were booked.
    """
    from summarizer.write.chat.client import Client  # noqa: PLC0415  (openai: 1.2 s, 30 MiB)
    from summarizer.write.chat.retry import Retry  # noqa: PLC0415  (tenacity, for models only)

    pace = Pace(settings, timing)
    client = Client(settings, timing, notice, pace.send)
    asked = Retry(client.ask, settings, timing, pace, notice)
    return paced(asked, pace, concurrency=settings.concurrency)


def _silent(message: str) -> None:
    """Tell nobody."""


def list_models(settings: ChatSettings) -> tuple[str, ...]:
    """The models that the server lists, in its order.

    Raises:
        UsageError: settings that cannot be.
        ProviderError: it cannot be reached, refuses the key or has no list.
    """
    from summarizer.write.chat.client import Client  # noqa: PLC0415  (openai: 1.2 s, 30 MiB)

    require(settings)
    return Client(settings, Timing(), _silent).models(min(settings.timeout, _LISTING))


def only_model(settings: ChatSettings) -> str:
    """The model of a server that has just one.

    Raises:
        UsageError: it lists none, several, or has no list; the message names what there is.
        ProviderError: it cannot be reached or refuses the key.
    """
    try:
        names = list_models(settings)
    except ProviderError as error:
        if error.code not in ("wrong-address", "bad-response"):
            raise
        names = ()
    if len(names) == 1:
        return names[0]
    there = f"{settings.host} has {', '.join(names[:20])}" if names else "the server lists none"
    raise UsageError(
        "no-model", f"no model is named, and {there}", "give --model, or name in [model]"
    )
