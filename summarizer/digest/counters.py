"""Where the counters of a resident process can be read: a file, or a port of this machine."""

from __future__ import annotations

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import UsageError
from summarizer.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.digest.journal import Journal

# Seconds between two versions of the file: Prometheus asks every 15 to 60.
_EVERY = 5.0
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@contextlib.contextmanager
def told(journal: Journal, place: str | None) -> Iterator[None]:
    """Keep the counters where `place` says: a port's number, or the name of a file; None: nowhere.

    Raises:
        UsageError: the port is taken, or the file cannot be written.
    """
    if place is None:
        yield
    elif place.isascii() and place.isdigit():
        with _served(journal, int(place)):
            yield
    else:
        with _written(journal, Path(place)):
            yield


@contextlib.contextmanager
def _served(journal: Journal, port: int) -> Iterator[None]:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Give the counters, whatever is asked for."""
            body = journal.metrics().encode()
            self.send_response(200)
            self.send_header("Content-Type", _TYPE)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing of every question."""

    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), Answers)
    except (OSError, OverflowError) as reason:
        raise UsageError("bad-metrics", f"port {port}: {reason}", "name a free port") from reason
    thread = threading.Thread(target=server.serve_forever, name="digest-metrics", daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextlib.contextmanager
def _written(journal: Journal, path: Path) -> Iterator[None]:
    _write(journal, path)
    stop = threading.Event()

    def keep() -> None:
        while not stop.wait(_EVERY):
            with contextlib.suppress(UsageError):  # a full disk may be put right
                _write(journal, path)

    thread = threading.Thread(target=keep, name="digest-metrics", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        with contextlib.suppress(UsageError):
            _write(journal, path)


def _write(journal: Journal, path: Path) -> None:
    """Replace the file at once: who reads it never sees half of it."""
    try:
        write_whole(path, journal.metrics())
    except OSError as reason:
        hint = "name a file in a folder that exists"
        raise UsageError("bad-metrics", f"{path}: {reason.strerror or reason}", hint) from reason
