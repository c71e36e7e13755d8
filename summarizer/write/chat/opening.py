"""Opening a way to a model: the parts put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat
    from summarizer.write.chat.settings import ChatSettings


def open_chat(
    settings: ChatSettings,
    *,
    notice: Callable[[str], None] | None = None,
    stop: threading.Event | None = None,
) -> Chat:
    """What answers requests; safe to be asked from several threads, and to be shared by stories.

    An answer that met its limit of tokens is asked for once more with a higher one; if it meets
    that too, its `finish` is `length`. Every other answer is complete, but never yet JSON.
    `notice` is given what people should know while they wait. Once `stop` is set nothing more is
    sent.

    Raises:
        UsageError: settings that contradict each other or cannot be. The `Chat` itself raises
            ProviderError (exit status 4), and UsageError for a request that a cassette lacks.
    """
    raise NotImplementedError


def list_models(settings: ChatSettings) -> tuple[str, ...]:
    """The models that the server lists, in its order.

    Raises:
        ProviderError: it cannot be reached, refuses the key or has no list.
    """
    raise NotImplementedError


def only_model(settings: ChatSettings) -> str:
    """The model of a server that has just one.

    Raises:
        UsageError: it lists none or several; the message names them.
        ProviderError: it cannot be reached, refuses the key or has no list.
    """
    raise NotImplementedError
