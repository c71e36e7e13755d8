"""A clock that only waiting moves, and chats with the server of faults."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.write.chat import ChatSettings, Timing, open_chat

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.write.chat.exchange import Chat
    from tests.fault_server import FaultServer


@dataclass(slots=True)
class Watch:
    """A clock that stands still but for waiting, and what was waited and told."""

    now: float = 1000.0
    waits: list[float] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def timing(self) -> Timing:
        return Timing(stop=self.stop, clock=lambda: self.now, pause=self._pause)

    def _pause(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def opened(fault_server: FaultServer, watch: Watch) -> Callable[..., Chat]:
    """Opens a chat with the server of faults, that waits for nothing."""

    def build(**settings: Any) -> Chat:  # noqa: ANN401  (any setting)
        given = {"base_url": fault_server.url} | settings
        return open_chat(ChatSettings(**given), notice=watch.notes.append, timing=watch.timing())

    return build
