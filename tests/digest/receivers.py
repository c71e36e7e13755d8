"""A mail server and a webhook's other side, on loopback."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from aiosmtpd.controller import Controller

from tests.digest.postgres import free_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiosmtpd.smtp import SMTP, Envelope, Session

Mails = list[tuple[str, bytes]]
Calls = list[dict[str, str]]


@contextmanager
def mail_server() -> Iterator[tuple[Mails, str]]:
    """The mails that arrive, by recipient, and the server's address."""
    mails: Mails = []

    class Box:
        async def handle_DATA(  # noqa: N802  (aiosmtpd's name)
            self, _server: SMTP, _session: Session, envelope: Envelope
        ) -> str:
            content = envelope.original_content or b""
            mails.extend((recipient, content) for recipient in envelope.rcpt_tos)
            return "250 OK"

    port = free_port()
    controller = Controller(Box(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield mails, f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()


@contextmanager
def webhook(
    url: str | None = None, go: threading.Event | None = None
) -> Iterator[tuple[Calls, str]]:
    """The headers of calls that arrive, in small letters, and the address.

    Where `go` is given calls are answered once it is set.
    """
    calls: Calls = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            calls.append({name.lower(): value for name, value in self.headers.items()})
            if go is not None:
                go.wait(60)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    port = urlsplit(url).port if url else 0
    server = ThreadingHTTPServer(("127.0.0.1", port or 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield calls, f"http://127.0.0.1:{server.server_port}/hook"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
