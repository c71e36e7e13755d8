"""A web server on loopback that gives what it is told to, however wrong."""

from __future__ import annotations

import socket
import struct
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping

# Seconds after which a server that waits gives up, so that no thread stays for ever.
_SILENCE = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One response. `length` is what is announced, where it is not the true one.

    `drip` sends one byte in so many seconds, headers and all; `silent` sends nothing; `reset`
    breaks the connection after the headers; `endless` repeats the body until the client has
    enough. `raw` is sent instead of a response.
    """

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    length: int | None = None
    drip: float = 0.0
    silent: bool = False
    reset: bool = False
    endless: bool = False
    raw: bytes = b""


@dataclass(slots=True, kw_only=True)
class Asked:
    """One request as it came: its times are those of `time.monotonic`."""

    path: str
    headers: Mapping[str, str]
    began: float
    ended: float


class WebServer:
    """Pages by path; a path may hold several, given one after the other, the last again and again.

    A page may be a function of the request's headers.
    """

    def __init__(self) -> None:
        """Give nothing yet."""
        self.pages: dict[str, list[Page | Callable[[Mapping[str, str]], Page]]] = {}
        self.asked: list[Asked] = []
        self.over = threading.Event()
        self.url = ""

    def give(self, path: str, *pages: Page | Callable[[Mapping[str, str]], Page]) -> str:
        """Give these pages at a path; its address."""
        self.pages[path] = list(pages)
        return self.url + path

    def redirect(self, path: str, place: str, status: int = 302) -> str:
        """Send who asks for a path somewhere else; its address."""
        return self.give(path, Page(status=status, headers={"Location": place}))

    def next_page(self, path: str, headers: Mapping[str, str]) -> Page:
        """What a request is given."""
        pages = self.pages.get(path, [Page(status=404, body=b"nothing here")])
        page = pages.pop(0) if len(pages) > 1 else pages[0]
        return page if isinstance(page, Page) else page(headers)

    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [each.path for each in self.asked]


@contextmanager
def serving(context: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[WebServer]:
    """A running server, with TLS where there is a context."""
    server = WebServer()

    class Handler(_Handler):
        web = server

    httpd = ThreadingHTTPServer((host, 0), Handler)
    httpd.daemon_threads = True
    if context is not None:
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    scheme = "http" if context is None else "https"
    server.url = f"{scheme}://{host}:{httpd.server_address[1]}"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        httpd.shutdown()
        thread.join()
        httpd.server_close()


class _Handler(BaseHTTPRequestHandler):
    web: WebServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        began = time.monotonic()
        asked = Asked(path=self.path, headers=headers, began=began, ended=began)
        self.web.asked.append(asked)
        self.close_connection = True
        with suppress(OSError):  # the client has had enough
            self._send(self.web.next_page(self.path, headers))
        asked.ended = time.monotonic()

    def _send(self, page: Page) -> None:
        if page.silent:
            self.web.over.wait(_SILENCE)
        elif page.raw:
            self.wfile.write(page.raw)
        elif page.drip:
            self._drip(self._head(page) + page.body, page.drip)
        else:
            self.wfile.write(self._head(page))
            self._body(page)

    def _body(self, page: Page) -> None:
        if page.reset:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            return
        self.wfile.write(page.body)
        while page.endless and not self.web.over.is_set():
            self.wfile.write(page.body)

    def _drip(self, data: bytes, seconds: float) -> None:
        for byte in data:
            if self.web.over.wait(seconds):
                return
            self.wfile.write(bytes([byte]))

    def _head(self, page: Page) -> bytes:
        length = len(page.body) if page.length is None else page.length
        headers = {"Content-Type": page.kind, "Connection": "close", **page.headers}
        if not page.endless and page.status != 304:
            headers.setdefault("Content-Length", str(length))
        lines = [f"HTTP/1.1 {page.status} Told", *(f"{n}: {v}" for n, v in headers.items() if v)]
        return "\r\n".join([*lines, "", ""]).encode("latin-1")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name there)
        """Say nothing."""
