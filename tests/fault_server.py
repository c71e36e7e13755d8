"""A server of the OpenAI protocol on loopback that fails as it is told to."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

# Seconds after which a server that says nothing gives up, so that no thread stays for ever.
_SILENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One response: bytes with a status, or a connection that breaks.

    `length` is the length that is announced, where it is not the true one. `silent` sends nothing,
    `reset` breaks the connection after the headers, `drip` sends one byte in so many seconds,
    `endless` repeats the body until the client has enough.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    silent: bool = False
    reset: bool = False
    drip: float = 0.0
    endless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One request as it came."""

    path: str
    headers: Mapping[str, str]
    body: Any


def answers(text: str | None, **message: Any) -> Fault:  # noqa: ANN401  (any field of a message)
    """A whole answer with this text; `finish_reason` and `model` may differ from the usual."""
    finish = message.pop("finish_reason", "stop")
    document = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": message.pop("model", "test-model"),
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text} | message,
            }
        ],
        "usage": {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18},
    }
    return Fault(body=json.dumps(document).encode())


def fails(
    status: int, message: str = "no", *, code: str | None = None, retry_after: str | None = None
) -> Fault:
    """A failure in OpenAI's form."""
    error = {"message": message, "type": "some_error", "param": None, "code": code}
    headers = {"Retry-After": retry_after} if retry_after else {}
    return Fault(body=json.dumps({"error": error}).encode(), status=status, headers=headers)


class FaultServer:
    """Gives its responses one after the other, the last one again and again."""

    def __init__(self) -> None:
        self.url = ""
        self.requests: list[Received] = []
        self.made: Callable[[Received], Fault] | None = None  # goes before what is given
        self._faults: deque[Fault] = deque()
        self._lock = threading.Lock()

    def give(self, *faults: Fault) -> None:
        """The responses to come, in this order."""
        with self._lock:
            self._faults = deque(faults)

    def next(self, received: Received) -> Fault:
        """The response to a request."""
        with self._lock:
            self.requests.append(received)
        if self.made:
            return self.made(received)
        with self._lock:
            return self._faults.popleft() if len(self._faults) > 1 else self._faults[0]


@contextmanager
def serving() -> Iterator[FaultServer]:
    """A server that listens until the end of the block."""
    faults = FaultServer()
    ended = threading.Event()

    class Handler(_Handler):
        server_faults = faults
        server_ended = ended

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    faults.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield faults
    finally:
        ended.set()
        server.shutdown()
        thread.join()
        server.socket.close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else a body waits 40 ms for its headers to be confirmed
    server_faults: FaultServer
    server_ended: threading.Event

    def do_GET(self) -> None:
        self._respond(None)

    def do_POST(self) -> None:
        self._respond(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _respond(self, body: object) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        fault = self.server_faults.next(Received(path=self.path, headers=headers, body=body))
        try:
            self._send(fault)
        except OSError:  # the client has gone
            self.close_connection = True

    def _send(self, fault: Fault) -> None:
        if fault.silent:
            self.server_ended.wait(_SILENCE)
            self.close_connection = True
            return
        self.send_response(fault.status)
        headers = {"Content-Type": "application/json"} | dict(fault.headers)
        if not fault.endless:
            length = len(fault.body) if fault.length is None else fault.length
            headers["Content-Length"] = str(length)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self._send_body(fault)
        if fault.endless or fault.length is not None:
            self.close_connection = True

    def _send_body(self, fault: Fault) -> None:
        if fault.reset:  # linger for no time: the system sends RST
            option = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, option)
            self.connection.close()
            self.close_connection = True
            return
        while fault.endless and not self.server_ended.is_set():
            self.wfile.write(fault.body)
        if not fault.drip:
            self.wfile.write(fault.body)
            return
        for byte in fault.body:
            self.wfile.write(bytes([byte]))
            self.server_ended.wait(fault.drip)
